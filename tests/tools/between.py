"""What the rules across reports find between files of one run."""

from collections.abc import Iterable
from pathlib import Path

from perfeval import rules
from perfeval.diagnostic import Finding, Result
from perfeval.figures import calculate
from perfeval.load import read
from perfeval.standards import read_standard
from perfeval.validate import validate


def found_between(texts: Iterable[str]) -> tuple[Finding, ...]:
    """Of valid reports in this order, the first in ``0.yaml``."""
    comparisons = rules.Comparisons()
    for number, text in enumerate(texts):
        comparisons.take(noted(text, f"{number}.yaml"))
    return tuple(comparisons.findings())


def noted(text: str, file: str) -> rules.Notes:
    """What is compared of a report in the file."""
    source = read(text.encode(), file).value
    assert source is not None
    report = validate(source).value
    assert report is not None
    standard = read_standard(report.standard, Path())
    assert isinstance(standard, Result)
    assert standard.value is not None
    return rules.note(calculate(report, standard.value), source)
