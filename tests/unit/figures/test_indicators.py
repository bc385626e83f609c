"""Indicators: score, points lost, rates, and their sums by group, by category and in all."""

from decimal import Decimal
from typing import Any

import pytest

from perfeval.model import Indicator, IndicatorCategory, IndicatorGroup, Staff
from perfeval.standards.standard import Execution, ExecutionMethod, Indicators, ReverseMethod
from tools.small_reports import derived, indicators, number, project, report, standard

ITEM = ("score", "standard_score", "lost", "score_rate", "achievement_rate")


def indicator(
    weight: str = "20",
    target: str | None = None,
    actual: str | None = None,
    score: str | None = None,
    figure: str | None = None,
) -> Indicator:
    return Indicator(
        name="指标",
        weight=Decimal(weight),
        target=target,
        actual=Decimal(actual) if actual is not None and actual.lstrip("-").replace(".", "").isdigit() else actual,
        score=None if score is None else number(score),
        figure=figure,
    )


def item(one: Indicator) -> tuple[Any, ...]:
    found = derived(report(indicators=indicators(one)))
    return tuple(found[f"indicators.1.1.1.{name}"] for name in ITEM)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        # the score given stands; what the standard makes of target and actual value stands beside it
        (indicator(score="15", target=">= 100%", actual="90"), (15, 18, 5, 75, 90)),
        (indicator(score="0", target=">= 100%", actual="90"), (0, 18, 20, 0, 90)),
        # no score given: the standard's
        (indicator(target=">= 100%", actual="90"), (18, 18, 2, 90, 90)),
        (indicator(target=">= 100%", actual="130"), (20, 20, 0, 100, 130)),
        (indicator(target="<= 5", actual="6"), (16, 16, 4, 80, 120)),
        (indicator(target="= 0", actual="0"), (20, 20, 0, 100, None)),
        (indicator(actual="部分达成"), (16, 16, 4, 80, None)),
        # a mark is no score, and is not replaced by one
        (indicator(score="—", target=">= 100%", actual="90"), (None, 18, None, None, 90)),
        (indicator(score="无", target=">= 100%", actual="90"), (None, 18, None, None, 90)),
        # nothing to tell it by
        (indicator(), (None, None, None, None, None)),
        (indicator(target=">= 100%"), (None, None, None, None, None)),
        (indicator(target="长期", actual="90"), (None, None, None, None, None)),
        (indicator(weight="0", score="0"), (0, None, 0, None, None)),
    ],
)
def test_an_indicators_figures(one: Indicator, expected: tuple[int | None, ...]) -> None:
    assert item(one) == expected


@pytest.mark.parametrize(
    ("executed", "expected"), [("100", 10), ("99.99", 9), ("90", 9), ("89.99", 8), ("0", 0), ("—", None)]
)
def test_the_execution_rate_is_scored_by_the_standard(executed: str, expected: int | None) -> None:
    one = report(
        projects=(project("100", executed),), indicators=indicators(indicator("10", figure="funds.execution_rate"))
    )
    assert derived(one)["indicators.1.1.1.standard_score"] == expected
    linear = derived(one, standard(execution=Execution(method=ExecutionMethod.LINEAR)))
    assert linear["indicators.1.1.1.score"] == (None if expected is None else Decimal(executed) / 10)


def test_an_actual_value_that_is_written_stands_before_the_figure() -> None:
    one = indicator("10", actual="70", figure="funds.execution_rate")
    found = derived(report(projects=(project("100", "100"),), indicators=indicators(one)))
    assert found["indicators.1.1.1.score"] == 7


def test_any_figure_before_it_may_be_the_actual_value() -> None:
    staff = Staff(in_post=3)
    one = indicator(target=">= 4", figure="projects.count")
    found = derived(report(staff=staff, projects=(project("1", "1"),) * 3, indicators=indicators(one)))
    assert found["indicators.1.1.1.achievement_rate"] == 75
    assert found["indicators.1.1.1.score"] == 15


def test_a_figure_that_does_not_exist_gives_no_actual_value() -> None:
    assert item(indicator(target=">= 4", figure="projects.cuont")) == (None,) * 5


def test_less_is_better_by_the_formula_of_the_standard() -> None:
    one = report(indicators=indicators(indicator(target="<= 5", actual="8")))
    inverse = standard(indicators=Indicators(reverse=ReverseMethod.INVERSE))
    assert derived(one)["indicators.1.1.1.score"] == 8
    assert derived(one, inverse)["indicators.1.1.1.score"] == Decimal("12.5")


def test_sums_by_group_by_category_and_in_all() -> None:
    def group(*items: Indicator) -> IndicatorGroup:
        return IndicatorGroup(name="二级", items=items)

    output = IndicatorCategory(
        name="产出",
        groups=(group(indicator("30", score="27"), indicator("10", score="10")), group(indicator("20", score="11"))),
    )
    effect = IndicatorCategory(name="效益", groups=(group(indicator("40", score="38.5")),))
    found = derived(report(indicators=(output, effect)))
    names = ("count", "weight", "score", "lost", "score_rate")
    sums = {
        prefix: tuple(found[f"indicators{prefix}.{name}"] for name in names)
        for prefix in (".1.1", ".1.2", ".1", ".2.1", ".2", "")
    }
    assert sums == {
        ".1.1": (2, 40, 37, 3, Decimal("92.5")),
        ".1.2": (1, 20, 11, 9, 55),
        ".1": (3, 60, 48, 12, 80),
        ".2.1": (1, 40, Decimal("38.5"), Decimal("1.5"), Decimal("96.25")),
        ".2": (1, 40, Decimal("38.5"), Decimal("1.5"), Decimal("96.25")),
        "": (4, 100, Decimal("86.5"), Decimal("13.5"), Decimal("86.5")),
    }


@pytest.mark.parametrize("absent", [None, "—", "无"])
def test_one_missing_score_leaves_no_sum_but_the_weights_stay(absent: str | None) -> None:
    found = derived(report(indicators=indicators(indicator("30", score="27"), indicator("10", score=absent))))
    for prefix in ("indicators.1.1", "indicators.1", "indicators"):
        assert found[f"{prefix}.weight"] == 40
        assert [found[f"{prefix}.{name}"] for name in ("score", "lost", "score_rate")] == [None] * 3
    assert found["department.score"] is None


def test_a_score_above_its_weight_is_told_not_hidden() -> None:
    assert item(indicator("10", score="15"))[2:4] == (-5, 150)
