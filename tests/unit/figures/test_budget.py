"""Revenue and expenditure: against last year, against the adjusted budget, against the final accounts."""

from decimal import Decimal
from typing import Any

import pytest

from perfeval.model import Budget, BudgetPart, BudgetSide
from perfeval.printing import change, change_rate, percent
from tools.small_reports import derived, report

NAMES = (
    "change", "change_rate", "adjustment", "adjustment_rate",
    "final_difference", "final_difference_rate", "completion_rate",
)  # fmt: skip


def side(initial: str, **others: str | BudgetPart) -> BudgetSide:
    members: dict[str, Any] = {
        name: Decimal(value) if isinstance(value, str) else value for name, value in others.items()
    }
    return BudgetSide(initial=Decimal(initial), **members)


def revenue(given: BudgetSide) -> list[Any]:
    found = derived(report(budget=Budget(revenue=given)))
    return [found[f"budget.revenue.{name}"] for name in NAMES]


def test_every_figure_of_a_side() -> None:
    given = side("200", adjusted="250", final="240", previous="160")
    assert revenue(given) == [40, 25, 50, 25, 40, 20, 96]


def test_what_fell_is_negative() -> None:
    given = side("150", adjusted="120", final="90", previous="200")
    assert revenue(given) == [-50, -25, -30, -20, -60, -40, 75]


def test_what_stayed_is_zero_and_printed_as_unchanged() -> None:
    given = side("150", adjusted="150", final="150", previous="150")
    assert revenue(given) == [0, 0, 0, 0, 0, 0, 100]
    found = derived(report(budget=Budget(revenue=given)))
    assert change(found["budget.revenue.change"]) == "持平"
    assert change_rate(found["budget.revenue.change_rate"]) == "持平"


def test_what_is_absent_leaves_no_result() -> None:
    assert revenue(side("150")) == [None] * len(NAMES)


def test_zero_is_no_base_for_a_rate_but_for_a_difference() -> None:
    assert revenue(side("0", adjusted="0", final="5", previous="0")) == [0, None, 0, None, 5, None, None]


def test_a_budget_of_zero_is_not_an_absent_one() -> None:
    assert revenue(side("0", previous="50"))[:2] == [-50, -100]


def test_sides_and_parts_come_only_where_given() -> None:
    assert derived(report(budget=Budget())) == {}
    found = derived(report(budget=Budget(expenditure=side("100"))))
    assert {name.rpartition(".")[0] for name in found} == {"budget.expenditure"}


def test_parts_against_last_year_with_their_shares() -> None:
    basic = BudgetPart(value=Decimal(60), previous=Decimal(50))
    project = BudgetPart(change=Decimal("-60.17"))
    found = derived(report(budget=Budget(expenditure=side("80", basic=basic, project=project))))
    names = ("value", "previous", "change", "change_rate", "share")
    assert [found[f"budget.expenditure.basic.{name}"] for name in names] == [60, 50, 10, 20, 75]
    expected = [None, None, Decimal("-60.17"), None, None]
    assert [found[f"budget.expenditure.project.{name}"] for name in names] == expected


def test_a_part_of_nothing_has_no_share() -> None:
    given = side("0", basic=BudgetPart(value=Decimal(0)))
    assert derived(report(budget=Budget(revenue=given)))["budget.revenue.basic.share"] is None


@pytest.mark.parametrize(
    ("initial", "previous", "printed"),
    [("100.005", "100", "0.01%"), ("100.004999", "100", "0.00%"), ("99.995", "100", "-0.01%")],
)
def test_a_rate_is_rounded_half_up_where_it_is_printed(initial: str, previous: str, printed: str) -> None:
    assert percent(revenue(side(initial, previous=previous))[1]) == printed
