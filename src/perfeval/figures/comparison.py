"""A value against last year's, completed from whichever two of value, previous, change and rate are given."""

from dataclasses import dataclass, replace
from decimal import Decimal

from perfeval.diagnostic import Text
from perfeval.figures.figure import figure
from perfeval.model import BudgetSide, Comparison
from perfeval.quantity import EXACT, HUNDRED, Unit, decimals_of, difference, rate, rounded


def _before(value: Decimal, change_rate: Decimal) -> Decimal | None:
    """Last year's value from this year's and a rate: as fine as this year's, for a printed rate knows no more."""
    growth = EXACT.add(HUNDRED, change_rate)
    if growth == 0:
        return None
    return rounded(EXACT.divide(EXACT.multiply(value, HUNDRED), growth), decimals_of(value))


def _after(previous: Decimal, change_rate: Decimal) -> Decimal:
    """The value of this year from last year's and a rate, likewise."""
    growth = EXACT.add(HUNDRED, change_rate)
    return rounded(EXACT.divide(EXACT.multiply(previous, growth), HUNDRED), decimals_of(previous))


def _base(change: Decimal, change_rate: Decimal) -> Decimal | None:
    """Last year's value from the change and its rate, as fine as the change."""
    if change_rate == 0:
        return None
    return rounded(EXACT.divide(EXACT.multiply(change, HUNDRED), change_rate), decimals_of(change))


def _rate(change: Decimal | None, previous: Decimal | None) -> Decimal | None:
    """A value below zero is no base for a rate: its sign would say the opposite of the change."""
    return None if previous is not None and previous < 0 else rate(change, previous)


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison as it was given, and the revenue or expenditure that it is a part of."""

    given: Comparison
    side: BudgetSide | None = None


@figure(
    "previous",
    Text("上年数", "last year"),
    Unit.MONEY,
    Text(
        "本年数 − 增减额，或 本年数 ÷（1 + 增减率）",
        "this year − change, or this year ÷ (1 + change rate)",
    ),
)
def previous(subject: Compared) -> Decimal | None:
    given = subject.given
    if given.previous is not None:
        return given.previous
    if given.value is not None and given.change is not None:
        return EXACT.subtract(given.value, given.change)
    if given.change_rate is None:
        return None
    if given.value is not None:
        return _before(given.value, given.change_rate)
    return None if given.change is None else _base(given.change, given.change_rate)


@figure(
    "value",
    Text("本年数", "this year"),
    Unit.MONEY,
    Text(
        "上年数 + 增减额，或 上年数 ×（1 + 增减率）",
        "last year + change, or last year × (1 + change rate)",
    ),
)
def value(subject: Compared) -> Decimal | None:
    given = subject.given
    if given.value is not None:
        return given.value
    before = previous(subject)
    if before is None:
        return None
    if given.change is not None:
        return EXACT.add(before, given.change)
    return None if given.change_rate is None else _after(before, given.change_rate)


@figure("change", Text("增减额", "change"), Unit.MONEY, Text("本年数 − 上年数", "this year − last year"))
def change(subject: Compared) -> Decimal | None:
    given = subject.given.change
    return difference(value(subject), previous(subject)) if given is None else given


@figure(
    "change_rate",
    Text("增减率", "change rate"),
    Unit.PERCENT,
    Text("增减额 ÷ 上年数 × 100%", "change ÷ last year × 100%"),
)
def change_rate(subject: Compared) -> Decimal | None:
    given = subject.given.change_rate
    return _rate(change(subject), previous(subject)) if given is None else given


@figure("share", Text("占比", "share"), Unit.PERCENT, Text("本年数 ÷ 合计 × 100%", "this year ÷ whole × 100%"))
def share(subject: Compared) -> Decimal | None:
    return None if subject.side is None else rate(value(subject), subject.side.initial)


COMPARISON = (value, previous, change, change_rate)
PART = (*COMPARISON, share)


def completed(given: Comparison) -> Comparison:
    """The comparison with every member that the given ones determine; members given are kept as they are."""
    subject = Compared(given)
    return replace(
        given,
        value=value(subject),
        previous=previous(subject),
        change=change(subject),
        change_rate=change_rate(subject),
    )
