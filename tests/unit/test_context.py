"""What templates and prose see: figures under their dotted names, records completed, rows for tables."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from perfeval.context import Context, at, context_of
from perfeval.diagnostic import Result
from perfeval.figures import calculate
from perfeval.load import read
from perfeval.standards import read_standard
from perfeval.validate import validate

HEAD = "layout: project-ledger\nstandard: mof-2020\nyear: 2025\ndepartment: {name: 某局}\nmissing_score: zero\n"
PROJECTS = """\
projects:
  - {name: 甲, source: central, budget: 30, received: 30, executed: 15, score: 95}
  - {name: 乙, source: local, budget: 10, executed: 10, balance: "—", execution_rate: 99, score: 70, grade: 优}
  - {name: 丙, source: local, budget: 无, executed: "—"}
"""
INDICATORS = """\
indicators:
  - name: 产出指标
    weight: 99
    groups:
      - name: 数量指标
        items:
          - {name: 一, weight: 20, target: ">= 100", actual: 90}
          - {name: 二, weight: 10, score: 10}
      - {name: 质量指标, items: [{name: 三, weight: 20, score: 20}]}
  - name: 效益指标
    groups: [{name: 社会效益, items: [{name: 四, weight: 50, score: 45}]}]
"""


def context(text: str, head: str = HEAD) -> Context:
    outcome = read((head + text).encode(), "dept.yaml")
    assert outcome.value is not None
    validated = validate(outcome.value)
    assert validated.diagnostics == ()
    assert validated.value is not None
    standard = read_standard(validated.value.standard, Path())
    assert isinstance(standard, Result)
    assert standard.value is not None
    return context_of(calculate(validated.value, standard.value))


def kinds(value: Any) -> set[type]:
    """The types of all values below."""
    if type(value) is dict:
        assert all(type(key) in {str, int} for key in value)
        return set().union(*map(kinds, value.values()))
    if type(value) is list:
        return set().union(*map(kinds, value))
    return {type(value)}


def test_figures_stand_under_their_dotted_names_unrounded() -> None:
    found = context(PROJECTS)
    assert found["funds"]["budget"] == 40
    assert found["funds"]["central"]["execution_rate"] == 50
    assert found["projects"]["excellent"]["count"] == 1
    assert found["department"]["grade"] == "差"
    assert found["projects"]["mean_score"] == 55
    assert found["year"] == 2025


def test_a_listed_records_figures_stand_in_the_record_alone() -> None:
    found = context(PROJECTS)
    assert "1" not in found["projects"]
    assert found["report"]["projects"][0]["arrival_rate"] == 100


def test_a_record_is_completed_and_what_is_given_wins_a_mark_as_well() -> None:
    first, second, third = context(PROJECTS)["report"]["projects"]
    assert {key: first[key] for key in ("number", "balance", "execution_rate", "grade", "result_use")} == {
        "number": 1, "balance": 15, "execution_rate": 50, "grade": "优", "result_use": "予以支持",
    }  # fmt: skip
    assert (second["balance"], second["execution_rate"], second["grade"]) == ("—", 99, "优")
    assert (third["number"], third["budget"], third["received"], third["executed"]) == (3, "无", None, "—")
    assert (third["balance"], third["execution_rate"]) == (None, None)


def test_a_comparison_is_completed_in_its_place() -> None:
    found = context("assets: {total: {value: 120, change_rate: 20}}\n")["report"]["assets"]
    assert found["total"] == {
        "value": 120, "previous": 100, "change": 20, "change_rate": 20, "reason": None,
    }  # fmt: skip
    assert found["liabilities"] is None
    assert (found["net_value"], found["liability_ratio"]) == (None, None)


def test_indicators_are_completed_at_every_level_and_a_weight_given_wins() -> None:
    output, effect = context(INDICATORS)["report"]["indicators"]
    assert (output["weight"], output["score"], effect["weight"]) == (99, 48, 50)
    assert (output["groups"][0]["weight"], output["groups"][0]["lost"]) == (30, 2)
    assert output["groups"][0]["items"][0]["score"] == 18


def test_indicator_rows_know_where_a_category_and_a_group_begin() -> None:
    rows = context(INDICATORS)["indicator_rows"]
    assert [
        (row["number"], row["category"]["name"], row["group"]["name"], row["item"]["name"]) for row in rows
    ] == [
        (1, "产出指标", "数量指标", "一"),
        (2, "产出指标", "数量指标", "二"),
        (3, "产出指标", "质量指标", "三"),
        (4, "效益指标", "社会效益", "四"),
    ]  # fmt: skip
    assert [(row["starts_category"], row["starts_group"]) for row in rows] == [
        (True, True), (False, False), (False, True), (True, True),
    ]  # fmt: skip


def test_indicator_rows_tell_what_was_achieved_in_the_unit_of_the_target_or_of_the_figure() -> None:
    items = (
        "{name: 甲, weight: 20, target: ≥ 20 人, actual: 21}, {name: 乙, weight: 20, target: 95%以上, actual: 96}, "
        "{name: 丙, weight: 20, target: 长期, actual: 达成}, {name: 丁, weight: 20, figure: funds.execution_rate}, "
        "{name: 戊, weight: 20}"
    )
    text = f"indicators: [{{name: 产出, groups: [{{name: 数量, items: [{items}]}}]}}]\n"
    found = context(text + "funds: [{source: local, budget: 10, executed: 9}]\n")["indicator_rows"]
    assert [(row["actual"], row["unit"]) for row in found] == [
        (21, "人"), (96, "%"), ("达成", ""), (90, "%"), (None, ""),
    ]  # fmt: skip


def test_a_project_has_the_rows_of_its_own_indicators() -> None:
    group = "groups: [{name: 数量, items: [{name: 甲, weight: 90, score: 90}]}]"
    text = f"projects: [{{name: 路, budget: 1, executed: 1, indicators: [{{name: 产出, {group}}}]}}, {{name: 桥, budget: 1, executed: 1}}]\n"
    first, second = context(text)["report"]["projects"]
    assert [(row["number"], row["item"]["name"], row["starts_category"]) for row in first["indicator_rows"]] == [
        (1, "甲", True)
    ]
    assert (first["score"], first["full_score"]) == (90, 90)
    assert (second["indicator_rows"], second["score"]) == ([], None)


def test_a_row_for_each_source_of_funds_present() -> None:
    rows = context(PROJECTS)["fund_sources"]
    assert [(row["source"], row["name"], row["budget"], row["received"], row["share"]) for row in rows] == [
        ("central", "中央资金", 30, 30, 75),
        ("local", "本级资金", 10, None, 25),
    ]
    assert context("")["fund_sources"] == []


def test_local_funds_are_named_after_the_level_of_the_department() -> None:
    assert context(PROJECTS)["fund_sources"][-1]["name"] == "本级资金"
    level = HEAD.replace("{name: 某局}", "{name: 某局, level: district}")
    assert context(PROJECTS, level)["fund_sources"][-1]["name"] == "区级资金"


def test_a_derived_figure_of_a_listed_record_stands_under_its_number() -> None:
    assert context(PROJECTS)["projects"][1]["balance"] == 15


def test_a_row_for_each_grade_best_first_with_its_bounds_and_projects() -> None:
    rows = [tuple(row[key] for key in ("key", "name", "low", "high", "count")) for row in context(PROJECTS)["grades"]]
    assert rows == [
        ("excellent", "优", 90, None, 1),
        ("good", "良", 80, 90, 0),
        ("fair", "中", 60, 80, 1),
        ("poor", "差", 0, 60, 1),
    ]
    assert [row["count"] for row in context("")["grades"]] == [0, 0, 0, 0]


@pytest.mark.parametrize("text", [PROJECTS, INDICATORS, "duties: {units: [{name: 办, kind: office, text: 文}]}\n"])
def test_a_template_sees_plain_data_only_and_no_float(text: str) -> None:
    assert kinds(context(text)) <= {str, int, Decimal, bool, type(None)}


def test_every_field_of_the_model_has_its_key_though_absent() -> None:
    found = context("")["report"]
    assert found["projects"] == []
    assert {found[key] for key in ("duties", "staff", "budget", "grade", "conclusion")} == {None}


def test_the_value_at_a_pointer() -> None:
    assert at({"a": [{"b": 1}]}, ("a", 0, "b")) == 1
    assert at(5, ()) == 5
