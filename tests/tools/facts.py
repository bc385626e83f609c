"""The facts of a report that is in order, and with other sections put in."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from perfeval.diagnostic import Result
from perfeval.figures import Facts, calculate
from perfeval.load import Source, load
from perfeval.standards import read_standard
from perfeval.validate import validate


def facts_of(path: Path, **sections: Any) -> Facts:
    """The facts of the report in a file, with these sections."""
    source = load(path).value
    assert source is not None
    return with_sections(facts_from(source, path.parent), **sections)


def facts_from(source: Source, folder: Path = Path()) -> Facts:
    """The facts of the report that was read; ``folder`` is where its own standard would be."""
    report = validate(source).value
    assert report is not None
    standard = read_standard(report.standard, folder)
    assert isinstance(standard, Result)
    assert standard.value is not None
    return calculate(report, standard.value)


def with_sections(facts: Facts, **sections: Any) -> Facts:
    """The facts of the same report with these sections."""
    return calculate(replace(facts.report, **sections), facts.standard)
