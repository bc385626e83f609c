"""The standard sentences of the built-in layouts: nothing is said of what is not given, and nothing twice."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from perfeval.context import Context, context_of
from perfeval.diagnostic import Result
from perfeval.figures import calculate
from perfeval.layouts import RowText, names, read_layout
from perfeval.load import load
from perfeval.model import Budget, BudgetPart, BudgetSide, Department, Prose, Report
from perfeval.printing import FILTERS
from perfeval.schema import examine
from perfeval.standards import read_standard
from perfeval.word.tagged import Tagged

ROOT = Path(__file__).parents[2]


def sentences(layout: str) -> dict[str, str | RowText]:
    setting = read_layout(layout, ROOT)
    assert isinstance(setting, Result)
    assert setting.value is not None
    return setting.value.wording.texts


everywhere = pytest.mark.parametrize("layout", [name for name in names() if sentences(name)])
"""Forms have no sentences."""


@pytest.mark.parametrize("layout", names())
def test_it_keeps_to_the_schema(layout: str) -> None:
    read = load(ROOT / "templates" / layout / "layout.yaml").value
    assert read is not None
    assert read.data is not None
    assert examine(read.data, "layout") == ()


@everywhere
def test_nothing_is_said_of_what_is_not_given(layout: str) -> None:
    absent: dict[str, object] = dict.fromkeys(
        ("duties", "staff", "assets", "budget", "official_expenses", "evaluation", "projects", "indicators")
    )
    empty: dict[str, object] = {"problems": [], "measures": [], "projects": []}
    setting = read_layout(layout, ROOT)
    assert isinstance(setting, Result)
    assert setting.value is not None
    charts = dict.fromkeys(setting.value.wording.charts)
    context = {"year": 2025, "report": {**absent, **empty}, "fund_sources": [], "budget_rows": [], "charts": charts}
    silent = {name for name, text in sentences(layout).items() if isinstance(text, str)} - {
        "preamble",
        "grades",
    }
    assert len(silent) > 10
    assert {name: say(layout, name, context) for name in silent} == dict.fromkeys(silent, "")


@everywhere
def test_equal_revenue_and_expenditure_are_told_once(layout: str) -> None:
    assert say(layout, "budget", budget(side(), side())) == (
        "2025年度，本部门收入、支出年初预算均为100万元，决算均为120万元。"
    )
    assert say(layout, "budget", budget(side(), side(final=Decimal(110)))) == (
        "2025年度，本部门收入年初预算为100万元，决算为120万元；支出年初预算为100万元，决算为110万元。"
    )
    assert say(layout, "budget", budget(side(), side(adjusted=Decimal(130)))).count("年初预算") == 2
    assert say(layout, "budget", budget(None, side(adjusted=Decimal(130)))) == (
        "2025年度，本部门支出年初预算为100万元，全年预算为130万元，决算为120万元。"
    )


@everywhere
def test_a_change_is_told_with_its_rate_its_reason_and_its_parts(layout: str) -> None:
    part = BudgetPart(change=Decimal(-5), reason=Prose("项目减少"))
    assert say(layout, "budget_change", budget(side(), side(reason=Prose("人员增加"), project=part))) == (
        "与上年年初预算相比，收入、支出均增加20万元，增幅25.00%，主要原因是人员增加。其中，项目支出减少5万元，主要原因是项目减少。"
    )
    assert say(layout, "budget_change", budget(None, side(previous=Decimal(100)))) == "与上年年初预算相比，支出持平。"
    assert (
        say(layout, "budget_change", budget(side(reason=Prose("甲")), side(reason=Prose("乙")))).count("主要原因") == 2
    )


@everywhere
def test_entries_are_numbered_unless_there_is_only_one(layout: str) -> None:
    assert say(layout, "problems", {"report": {"problems": ["甲。"]}}).split() == ["甲。"]
    assert say(layout, "measures", {"report": {"measures": ["甲。", "乙。"]}}).split() == ["1.甲。", "2.乙。"]


def say(layout: str, name: str, context: dict[str, object]) -> str:
    sentence = sentences(layout)[name]
    assert isinstance(sentence, str)
    return Tagged.compile(sentence, FILTERS).render(context)


def side(**more: Any) -> BudgetSide:
    return BudgetSide(**{"initial": Decimal(100), "previous": Decimal(80), "final": Decimal(120), **more})


def budget(revenue: BudgetSide | None, expenditure: BudgetSide | None) -> Context:
    report = Report(
        layout="project-ledger",
        standard="shijiazhuang",
        year=2025,
        department=Department(name="某局"),
        budget=Budget(revenue=revenue, expenditure=expenditure),
    )
    standard = read_standard(report.standard, ROOT)
    assert isinstance(standard, Result)
    assert standard.value is not None
    return context_of(calculate(report, standard.value))
