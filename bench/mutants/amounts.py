"""The laws of amounts: bounds, differences, rates, parts.

A sum is broken twice: where it is not exact, and again where it misses by more than half a unit of the last digit for
each part, which is what rounding can do.
"""

from collections.abc import Iterator
from decimal import Decimal

from mutants.law import Broken, numbers_of, rising
from perfeval.figures import Facts
from perfeval.model import Comparison, Fund, Project, Report
from perfeval.quantity import HUNDRED, decimals_of, rounded


def spending_is_bounded(facts: Facts) -> Iterator[Broken]:
    for number, row in enumerate(_spendings(facts.report)):
        if not rising(row.executed, row.received, row.budget):
            yield "executed ≤ received ≤ budget", number


def balances_and_rates_of_projects(facts: Facts) -> Iterator[Broken]:
    for number, row in enumerate(facts.report.projects):
        yield from _sum("balance = budget − executed", number, row.budget, row.executed, row.balance)
        if not _rate_is(row.execution_rate, row.executed, row.budget):
            yield "rate = executed ÷ budget", number


def sources_given_twice(facts: Facts) -> Iterator[Broken]:
    rows = facts.report.projects
    if any(row.source is None for row in rows):
        return
    for fund in facts.report.funds if rows else ():
        for key in ("budget", "received", "executed"):
            parts = numbers_of(*(getattr(row, key) for row in rows if row.source is fund.source))
            if parts is not None and isinstance(getattr(fund, key), Decimal) and sum(parts) != getattr(fund, key):
                yield "fund = its projects", (fund.source, key)


def comparisons_agree(facts: Facts) -> Iterator[Broken]:
    assets, budget = facts.report.assets, facts.report.budget
    sides = (assets.total, assets.liabilities, assets.net) if assets else ()
    accounts = (budget.revenue, budget.expenditure) if budget else ()
    parts = [part for account in accounts if account for part in (account.basic, account.project)]
    for number, given in enumerate((*sides, *parts)):
        if given is not None:
            yield from _comparison(number, given)


def _comparison(number: int, given: Comparison) -> Iterator[Broken]:
    yield from _sum("change = value − previous", number, given.value, given.previous, given.change)
    for change in (given.change, _minus(given.value, given.previous)):
        if not _rate_is(given.change_rate, change, _first(given.previous, _minus(given.value, given.change))):
            yield "rate of change", number


def parts_of_a_change(facts: Facts) -> Iterator[Broken]:
    budget = facts.report.budget
    for name, account in (("revenue", budget.revenue), ("expenditure", budget.expenditure)) if budget else ():
        if account is not None:
            parts = [None if part is None else part.change for part in (account.basic, account.project)]
            yield from _sum("change = basic + project", name, _minus(account.initial, account.previous), *parts)


def net_assets(facts: Facts) -> Iterator[Broken]:
    """This year's, and last year's as it follows from the rates, within what their last digits leave open."""
    assets = facts.report.assets
    if assets is None or assets.total is None or assets.liabilities is None or assets.net is None:
        return
    sides = (assets.total, assets.liabilities, assets.net)
    yield from _sum("net = total − liabilities", "value", *(side.value for side in sides))
    before = [_before(side) for side in sides]
    if all(before):
        low_high = [bounds for bounds in before if bounds]
        (low, high), *others = low_high
        if high < sum(bounds[0] for bounds in others) or low > sum(bounds[1] for bounds in others):
            yield "net = total − liabilities", "previous"


def _before(side: Comparison) -> tuple[Decimal, Decimal] | None:
    """The least and the greatest that last year's value can have been."""
    if side.previous is not None:
        return side.previous, side.previous
    if side.value is None or side.change_rate is None or side.change_rate <= -HUNDRED:
        return None
    half = Decimal(1).scaleb(-decimals_of(side.change_rate)) / 2
    low, high = (side.value * HUNDRED / (HUNDRED + side.change_rate + tail) for tail in (half, -half))
    return low, high


def _spendings(report: Report) -> Iterator[Project | Fund]:
    yield from report.projects
    yield from report.funds


def _sum(law: str, where: object, whole: object, *parts: object) -> Iterator[Broken]:
    """The law, where the parts do not add up to the whole."""
    numbers = numbers_of(whole, *parts)
    if numbers is None:
        return
    miss = abs(numbers[0] - sum(numbers[1:]))
    if miss > 0:
        yield law, where
    if miss > Decimal(len(parts)).scaleb(-min(map(decimals_of, numbers))) / 2:
        yield f"{law}, beyond rounding", where


def _rate_is(given: Decimal | None, part: object, whole: object) -> bool:
    """Whether a rate in percent is the quotient, as far as it is printed."""
    numbers = numbers_of(part, whole)
    if given is None or numbers is None or numbers[1] == 0:
        return True
    return rounded(numbers[0] / numbers[1] * HUNDRED, decimals_of(given)) == given


def _minus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one - other


def _first(*values: Decimal | None) -> Decimal | None:
    return next((value for value in values if value is not None), None)


LAWS = (
    spending_is_bounded,
    balances_and_rates_of_projects,
    sources_given_twice,
    comparisons_agree,
    parts_of_a_change,
    net_assets,
)
