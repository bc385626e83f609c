"""Exact arithmetic on Decimals: totals, quotients and the one rounding policy (half up)."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from functools import cache

EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
"""Wide enough that no sum of readable amounts is ever rounded."""

HUNDRED = Decimal(100)


class Unit(StrEnum):
    """What a figure counts. Rates are percentage points: 91.19 is 91.19%."""

    MONEY = "万元"
    PERCENT = "%"
    SCORE = "分"
    PROJECTS = "个"
    PEOPLE = "人"
    WORDS = ""


DECIMALS = {Unit.PERCENT: 2, Unit.SCORE: 2, Unit.PROJECTS: 0, Unit.PEOPLE: 0}
"""Digits after the point where a figure is printed; money is printed exactly."""


def total(values: Iterable[Decimal | None]) -> Decimal | None:
    """The exact sum; None as soon as one value is absent, for then there is no total."""
    result, add = Decimal(0), EXACT.add
    for value in values:
        if value is None:
            return None
        result = add(result, value)
    return result


def difference(minuend: Decimal | None, subtrahend: Decimal | None) -> Decimal | None:
    """The exact difference; None where either side is absent."""
    if minuend is None or subtrahend is None:
        return None
    return EXACT.subtract(minuend, subtrahend)


def rate(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """``part`` as a percentage of ``whole``, unrounded; None where either is absent or ``whole`` is zero."""
    if part is None or whole is None or whole == 0:
        return None
    return EXACT.divide(EXACT.multiply(part, HUNDRED), whole)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """``value`` with so many digits after the point, half up; there is no negative zero."""
    return EXACT.plus(EXACT.quantize(value, _last_digit(decimals)))


@cache
def _last_digit(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def decimals_of(value: Decimal) -> int:
    """How many digits after the point ``value`` was written with."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
