"""What is known of contexts is what contexts hold: no name is missing, none is made up, no kind of value is left out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from perfeval.context import Context, context_of
from perfeval.diagnostic import Result
from perfeval.figures import calculate
from perfeval.inspection.known import report_contexts
from perfeval.inspection.shapes import Leaf, Shape, either, shape_of
from perfeval.layouts import folder_of
from perfeval.layouts import names as layouts
from perfeval.load import read
from perfeval.standards import read_standard
from perfeval.validate import validate
from tools.any_report import as_yaml, reports
from tools.examples import EXAMPLES, example

if TYPE_CHECKING:
    from collections.abc import Iterator

KNOWN = either(map(shape_of, report_contexts()))


def context(content: bytes) -> Context:
    source = read(content, "dept.yaml").value
    assert source is not None
    report = validate(source).value
    assert report is not None
    standard = read_standard(report.standard, Path())
    assert isinstance(standard, Result)
    assert standard.value is not None
    return context_of(calculate(report, standard.value))


def surprises(shape: Shape, known: Shape, path: str = "") -> Iterator[str]:
    """Where a value is that nothing is known of, or of another kind; any may be absent, and that is not told."""
    if shape.leaves - known.leaves - {Leaf.NOTHING}:
        yield f"{path}: {shape.leaves - known.leaves}"
    for key, below in (shape.keys or {}).items():
        held = (known.keys or {}).get(key, known.further)
        yield from [f"{path}.{key}"] if held is None else surprises(below, held, f"{path}.{key}")
    for name, one, other in (("#", shape.numbered, known.numbered), ("[]", shape.item, known.item)):
        if one is not None:
            yield from [f"{path}{name}"] if other is None else surprises(one, other, f"{path}{name}")


@pytest.mark.parametrize("name", EXAMPLES)
def test_everything_in_an_example_is_known(name: str) -> None:
    assert list(surprises(shape_of(context(example(name).read_bytes())), KNOWN)) == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_everything_in_any_report_is_known(report: dict[str, Any]) -> None:
    assert list(surprises(shape_of(context(as_yaml(report).encode())), KNOWN)) == []


def test_a_key_that_no_context_has_is_a_surprise() -> None:
    made_up = shape_of({"report": {"nonsense": 1}, "year": "2025", "projects": {1: {"grade": 3}}})
    assert [one.partition(":")[0] for one in surprises(made_up, KNOWN)] == [
        ".report.nonsense",
        ".year",
        ".projects#.grade",
    ]


def test_no_name_is_known_that_examples_and_starters_together_lack() -> None:
    """At the root and in the rows that are made for tables; what is below follows from the model and the figures."""
    files = [*map(example, EXAMPLES), *(folder_of(name) / "starter.yaml" for name in layouts())]
    seen = either(shape_of(context(file.read_bytes())) for file in files)
    assert (KNOWN.keys or {}).keys() - (seen.keys or {}).keys() <= {"official_expenses"}
    for name in ("budget_rows", "fund_sources", "grades", "indicator_rows"):
        assert _row(seen, name) == _row(KNOWN, name)


def _row(shape: Shape, name: str) -> set[str]:
    item = (shape.keys or {})[name].item
    assert item is not None
    return set(item.keys or {})
