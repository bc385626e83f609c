"""“三公” expenses: each item and all of them, against last year and against the budget."""

from decimal import Decimal
from typing import Any

from perfeval.model import OfficialExpense, OfficialExpenses, Prose
from tools.small_reports import Values, derived, report


def expense(budget: str | None = None, final: str | None = None, previous: str | None = None) -> OfficialExpense:
    return OfficialExpense(
        budget=None if budget is None else Decimal(budget),
        final=None if final is None else Decimal(final),
        previous=None if previous is None else Decimal(previous),
    )


def found(**items: Any) -> Values:
    return derived(report(official_expenses=OfficialExpenses(**items)))


def test_the_items_add_up_and_are_compared() -> None:
    all_of_them = found(
        travel_abroad=expense("0", "0", "1"),
        vehicle_purchase=expense("20", "18", "0"),
        vehicle_operation=expense("4.5", "3.2", "3.6"),
        reception=expense("0.5", "0.3", "0.4"),
    )
    expected = {
        "budget": 25,
        "final": Decimal("21.5"),
        "previous": 5,
        "change": Decimal("16.5"),
        "change_rate": 330,
        "budget_difference": Decimal("-3.5"),
        "budget_difference_rate": -14,
    }
    assert {name: all_of_them[f"official_expenses.{name}"] for name in expected} == expected
    assert all_of_them["official_expenses.travel_abroad.change"] == -1
    assert all_of_them["official_expenses.travel_abroad.change_rate"] == -100
    assert all_of_them["official_expenses.travel_abroad.budget_difference_rate"] is None
    assert all_of_them["official_expenses.vehicle_purchase.change"] == 18
    assert all_of_them["official_expenses.vehicle_purchase.change_rate"] is None
    assert all_of_them["official_expenses.reception.change_rate"] == -25
    assert all_of_them["official_expenses.reception.budget_difference"] == Decimal("-0.2")
    assert all_of_them["official_expenses.reception.budget_difference_rate"] == -40


def test_an_absent_amount_leaves_no_total_and_an_absent_item_is_passed_over() -> None:
    some = found(reception=expense("0.5", "0.3"), vehicle_operation=expense("4.5", "3.2", "3.6"))
    assert (some["official_expenses.budget"], some["official_expenses.previous"]) == (5, None)
    assert some["official_expenses.change"] is None
    assert some["official_expenses.reception.change"] is None
    assert "official_expenses.travel_abroad.change" not in some


def test_words_alone_give_no_figures() -> None:
    assert derived(report(official_expenses=OfficialExpenses(text=Prose("无“三公”经费。")))) == {}
