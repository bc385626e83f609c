"""A value against last year's, completed from whichever two of value, previous, change and rate are given."""

from dataclasses import dataclass, replace
from decimal import Decimal

from perfeval.diagnostic import Text
from perfeval.figures.figure import figure
from perfeval.model import Comparison
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


def completed(given: Comparison) -> Comparison:
    """The comparison with every member that the given ones determine; members given are kept as they are."""
    value, previous, change = given.value, given.previous, given.change
    if previous is None and value is not None:
        if change is not None:
            previous = EXACT.subtract(value, change)
        elif given.change_rate is not None:
            previous = _before(value, given.change_rate)
    if value is None and previous is not None:
        if change is not None:
            value = EXACT.add(previous, change)
        elif given.change_rate is not None:
            value = _after(previous, given.change_rate)
    if change is None:
        change = difference(value, previous)
    if given.change_rate is None:
        return replace(given, value=value, previous=previous, change=change, change_rate=rate(change, previous))
    return replace(given, value=value, previous=previous, change=change)


@dataclass(frozen=True, slots=True)
class Compared:
    """A completed comparison, and the whole it is a part of, in 万元."""

    comparison: Comparison
    whole: Decimal | None = None


@figure("value", Text("本年数", "this year"), Unit.MONEY, Text("上年数 + 增减额", "last year + change"))
def value(subject: Compared) -> Decimal | None:
    return subject.comparison.value


@figure("previous", Text("上年数", "last year"), Unit.MONEY, Text("本年数 − 增减额", "this year − change"))
def previous(subject: Compared) -> Decimal | None:
    return subject.comparison.previous


@figure("change", Text("增减额", "change"), Unit.MONEY, Text("本年数 − 上年数", "this year − last year"))
def change(subject: Compared) -> Decimal | None:
    return subject.comparison.change


@figure(
    "change_rate",
    Text("增减率", "change rate"),
    Unit.PERCENT,
    Text("增减额 ÷ 上年数 × 100%", "change ÷ last year × 100%"),
)
def change_rate(subject: Compared) -> Decimal | None:
    return subject.comparison.change_rate


@figure("share", Text("占比", "share"), Unit.PERCENT, Text("本年数 ÷ 合计 × 100%", "this year ÷ whole × 100%"))
def share(subject: Compared) -> Decimal | None:
    return rate(subject.comparison.value, subject.whole)


COMPARISON = (value, previous, change, change_rate)
PART = (*COMPARISON, share)
