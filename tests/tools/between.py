"""What the rules across reports find between files of one run."""

from collections.abc import Iterable

from perfeval import rules
from perfeval.diagnostic import Finding
from perfeval.load import read
from tools.facts import facts_from


def found_between(texts: Iterable[str]) -> tuple[Finding, ...]:
    """Of valid reports in this order, the first in ``0.yaml``."""
    comparisons = rules.BetweenReports()
    for number, text in enumerate(texts):
        comparisons.take(noted(text, f"{number}.yaml"))
    return tuple(comparisons.findings())


def noted(text: str, file: str) -> rules.Notes:
    """What is compared of a report in the file."""
    source = read(text.encode(), file).value
    assert source is not None
    return rules.note(facts_from(source), source)
