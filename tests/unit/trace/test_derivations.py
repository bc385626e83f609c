"""What programs read of a figure: the same as people, as one object."""

import json
from typing import Any

import pytest
from explaining import DEPT, UNKNOWN, explained

from perfeval.diagnostic import Text
from perfeval.reporters.explanation import data as derivations
from perfeval.trace.explained import Printed


def object_of(name: str | None, *printed: Printed, text: str = DEPT) -> Any:
    return json.loads(derivations.as_json(explained(text, *printed), name, "en"))


def test_a_figure_is_an_object_with_its_operands() -> None:
    assert object_of("projects.1.execution_rate") == {
        "kind": "figure",
        "name": "projects.1.execution_rate",
        "label": "Project 1 “道路”: execution rate",
        "value": "40.00",
        "unrounded": "40",
        "unit": "%",
        "formula": "executed ÷ budget × 100%",
        "source": "财预〔2020〕10号",
        "arithmetic": "4 ÷ 10 × 100% = 40%, printed 40.00%",
        "rounding": "half up to 2 decimals",
        "file": "dept.yaml",
        "sheet": None,
        "line": 8,
        "column": 5,
        "operands": [
            {
                "kind": "given",
                "name": "projects.1.executed",
                "label": "道路 executed",
                "value": "4",
                "file": "dept.yaml",
                "sheet": None,
                "line": 8,
                "column": 38,
            },
            {
                "kind": "given",
                "name": "projects.1.budget",
                "label": "道路 budget",
                "value": "10",
                "file": "dept.yaml",
                "sheet": None,
                "line": 8,
                "column": 24,
            },
        ],
        "used_by": [],
        "decides": ["projects.fully_executed_count", "projects.not_begun_count"]
        + [f"projects.excellent.{name}_count" for name in ("fully_executed", "not_begun")],
        "printed": [],
    }


def test_figures_steps_and_choices_are_told_apart_in_objects() -> None:
    total, number = object_of("projects.mean_score")["operands"]
    assert (total["kind"], total["name"], total["unrounded"]) == ("figure", "projects.total_score", "90")
    assert (number["kind"], number["label"], number["unrounded"]) == ("step", "projects scored", "1")
    assert [one["name"] for one in number["operands"]] == ["projects.1.score", "projects.2.score", "missing_score"]
    (choice,) = object_of("projects.unscored_count")["operands"]
    assert (choice["kind"], choice["of"], choice["taken"]) == ("choice", 2, ["projects.2"])


def test_a_given_value_is_an_object_with_its_place_and_uses() -> None:
    left_out = object_of("projects.2.score")
    assert (left_out["kind"], left_out["value"], left_out["line"]) == ("given", None, 9)
    assert "projects.total_score" in left_out["used_by"]
    assert "projects.excellent.count" in left_out["decides"]


def test_all_figures_are_one_object() -> None:
    names = [one["name"] for one in object_of(None)["figures"]]
    assert names == list(explained().trace.facts.figures)


def test_a_figure_tells_where_it_is_printed() -> None:
    place = Printed("funds.budget", "40万元", Text("表 1 第 2 行", "table 1, row 2"), "合计【40万元】")
    other = Printed("funds.executed", "34万元", Text("表 1", "table 1"), "")
    assert object_of("funds.budget", place, other)["printed"] == [
        {"text": "40万元", "place": "table 1, row 2", "around": "合计【40万元】"}
    ]


def test_a_figure_that_there_is_not_has_no_value() -> None:
    operands = object_of("indicators.1.1.1.standard_score", text=UNKNOWN)["operands"]
    assert {"kind": "figure", "name": "funds.no", "value": None} in operands


def test_what_is_neither_a_figure_nor_given_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        object_of("funds.budge")
