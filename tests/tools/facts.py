"""The facts of a report, with other sections put in."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from perfeval.diagnostic import Result
from perfeval.figures import Facts, calculate
from perfeval.load import load
from perfeval.standards import read_standard
from perfeval.validate import validate


def facts_of(path: Path, **sections: Any) -> Facts:
    """The facts of the report in a file that must be in order."""
    source = load(path).value
    assert source is not None
    report = validate(source).value
    assert report is not None
    standard = read_standard(report.standard, path.parent)
    assert isinstance(standard, Result)
    assert standard.value is not None
    return calculate(replace(report, **sections), standard.value)


def with_sections(facts: Facts, **sections: Any) -> Facts:
    """The facts of the same report with these sections."""
    return calculate(replace(facts.report, **sections), facts.standard)
