"""“三公” expenses: each of the four and all, against last year and against the budget."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from perfeval.diagnostic import Text
from perfeval.figures.figure import Facts, Figure, Scope, figure, taken
from perfeval.model import OfficialExpense
from perfeval.quantity import Unit, difference, rate, total

ITEMS = {
    "travel_abroad": Text("因公出国（境）费", "Travel abroad:"),
    "vehicle_purchase": Text("公务用车购置费", "Purchase of vehicles:"),
    "vehicle_operation": Text("公务用车运行维护费", "Running of vehicles:"),
    "reception": Text("公务接待费", "Reception:"),
}


class Expense(Protocol):
    """One of the items or all of them: budget, final accounts, last year's final accounts, in 万元."""

    @property
    def budget(self) -> Decimal | None: ...
    @property
    def final(self) -> Decimal | None: ...
    @property
    def previous(self) -> Decimal | None: ...


@dataclass(frozen=True, slots=True)
class All:
    """All items given, added up."""

    items: tuple[OfficialExpense, ...]

    @property
    def budget(self) -> Decimal | None:
        return budget(self)

    @property
    def final(self) -> Decimal | None:
        return final(self)

    @property
    def previous(self) -> Decimal | None:
        return previous(self)


@figure("budget", Text("预算数", "budget"), Unit.MONEY, Text("各项预算数之和", "sum of the items' budgets"))
def budget(everything: All) -> Decimal | None:
    return total(item.budget for item in everything.items)


@figure(
    "final", Text("决算数", "final accounts"), Unit.MONEY, Text("各项决算数之和", "sum of the items' final accounts")
)
def final(everything: All) -> Decimal | None:
    return total(item.final for item in everything.items)


@figure(
    "previous", Text("上年决算数", "last year"), Unit.MONEY, Text("各项上年决算数之和", "sum of the items' last year")
)
def previous(everything: All) -> Decimal | None:
    return total(item.previous for item in everything.items)


@figure("change", Text("比上年增减额", "change"), Unit.MONEY, Text("决算 − 上年决算", "final accounts − last year's"))
def change(expense: Expense) -> Decimal | None:
    return difference(expense.final, expense.previous)


@figure(
    "change_rate",
    Text("比上年增减率", "change rate"),
    Unit.PERCENT,
    Text("增减额 ÷ 上年决算 × 100%", "change ÷ last year's × 100%"),
)
def change_rate(expense: Expense) -> Decimal | None:
    return rate(change(expense), expense.previous)


@figure(
    "budget_difference",
    Text("决算与预算差额", "final less budget"),
    Unit.MONEY,
    Text("决算 − 预算", "final accounts − budget"),
)
def budget_difference(expense: Expense) -> Decimal | None:
    return difference(expense.final, expense.budget)


@figure(
    "budget_difference_rate",
    Text("决算与预算差异率", "final less budget, rate"),
    Unit.PERCENT,
    Text("（决算 − 预算）÷ 预算 × 100%", "(final accounts − budget) ÷ budget × 100%"),
)
def budget_difference_rate(expense: Expense) -> Decimal | None:
    return rate(budget_difference(expense), expense.budget)


ITEM = (change, change_rate, budget_difference, budget_difference_rate)
WHOLE = (budget, final, previous, *ITEM)


def chapter(facts: Facts) -> Iterator[Figure]:
    """``official_expenses.*`` in all and ``official_expenses.<item>.*`` for each item given."""
    expenses = facts.report.official_expenses
    given: dict[str, OfficialExpense] = {
        name: item for name in ITEMS if (item := getattr(expenses, name, None)) is not None
    }
    if not given:
        return
    whole = All(tuple(given.values()))
    yield from taken(
        WHOLE, Scope("official_expenses", Text("“三公”经费", "Official expenses:"), whole, ("official_expenses",))
    )
    for name, item in given.items():
        yield from taken(ITEM, Scope(f"official_expenses.{name}", ITEMS[name], item, ("official_expenses", name)))
