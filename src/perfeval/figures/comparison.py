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


def _base(change: Decimal, change_rate: Decimal) -> Decimal | None:
    """Last year's value from the change and its rate, as fine as the change."""
    if change_rate == 0:
        return None
    return rounded(EXACT.divide(EXACT.multiply(change, HUNDRED), change_rate), decimals_of(change))


def _previous(given: Comparison) -> Decimal | None:
    if given.previous is not None:
        return given.previous
    if given.value is not None and given.change is not None:
        return EXACT.subtract(given.value, given.change)
    if given.change_rate is None:
        return None
    if given.value is not None:
        return _before(given.value, given.change_rate)
    return None if given.change is None else _base(given.change, given.change_rate)


def _value(given: Comparison, previous: Decimal | None) -> Decimal | None:
    if given.value is not None or previous is None:
        return given.value
    if given.change is not None:
        return EXACT.add(previous, given.change)
    return None if given.change_rate is None else _after(previous, given.change_rate)


def _rate(change: Decimal | None, previous: Decimal | None) -> Decimal | None:
    """A value below zero is no base for a rate: its sign would say the opposite of the change."""
    return None if previous is not None and previous < 0 else rate(change, previous)


def completed(given: Comparison) -> Comparison:
    """The comparison with every member that the given ones determine; members given are kept as they are."""
    previous = _previous(given)
    value = _value(given, previous)
    change = difference(value, previous) if given.change is None else given.change
    change_rate = _rate(change, previous) if given.change_rate is None else given.change_rate
    return replace(given, value=value, previous=previous, change=change, change_rate=change_rate)


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
