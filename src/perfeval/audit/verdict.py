"""The verdict on a number: backed by what the report knows, or what it was most likely meant to be."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum

from perfeval.audit.known import Known
from perfeval.audit.quantities import Quantity
from perfeval.quantity import DECIMALS, Unit, rounded

_CLOSE = Decimal("0.005")
SHIFTS = (4, -4, 8, -8)
"""Powers of ten between 元, 万元 and 亿元."""
_PAIR = 2
_COMPARABLE = 3
"""Digits that a number needs to be like another rather than merely different."""


class Verdict(StrEnum):
    """What is wrong with a number."""

    NEAR = "near"
    SWAPPED = "swapped"
    UNIT = "unit"
    LAST_YEAR = "last year"
    LABELLED = "labelled"
    CAPITALS = "capitals"
    UNBACKED = "unbacked"


_SLIPS = (Verdict.UNIT, Verdict.SWAPPED, Verdict.NEAR, None)
"""The rarer by chance, the likelier."""


def agrees(quantity: Quantity, value: Decimal) -> bool:
    """Whether a value, rounded to the digits written, is the number."""
    return rounded(value, -quantity.exponent) == quantity.value


def likeness(quantity: Quantity, value: Decimal) -> Verdict | None:
    """How a number that a value is not came of it by a slip of the hand; None where it did not."""
    if (
        quantity.unit is Unit.MONEY
        and quantity.value
        and any(agrees(quantity, value.scaleb(shift)) for shift in SHIFTS)
    ):
        return Verdict.UNIT
    written, meant = digits_of(quantity.value), digits_of(rounded(value, -quantity.exponent))
    wrong = [place for place, (one, other) in enumerate(zip(written, meant, strict=False)) if one != other]
    if len(written) == len(meant) and len(wrong) == 1:
        return Verdict.NEAR
    if len(written) == len(meant) and len(wrong) == _PAIR and wrong[1] == wrong[0] + 1:
        one, other = wrong
        if (written[one], written[other]) == (meant[other], meant[one]):
            return Verdict.SWAPPED
    if quantity.value and written.strip("0") == telling_digits(value, quantity.unit):
        return Verdict.NEAR  # the point stands elsewhere, or the sign is another
    return None


def likeliest(quantity: Quantity, named: Sequence[Known]) -> Known:
    """Of the values that a sentence may mean: one that a slip of the hand has made the number, else the nearest."""
    return min(
        named,
        key=lambda known: (_SLIPS.index(likeness(quantity, known.value)), abs(abs(quantity.value) - abs(known.value))),
    )


def is_close(quantity: Quantity, value: Decimal) -> bool:
    """Whether less than half a percent is between them, or one in the last digit."""
    gap = abs(quantity.value - value)
    return gap < abs(value) * _CLOSE or gap <= Decimal(1).scaleb(quantity.exponent)


def of_named(quantity: Quantity, meant: Known, earlier: Iterable[Known]) -> Verdict:
    """Of a number that is said to be ``meant`` and is not; ``earlier`` is the same a year before."""
    if any(agrees(quantity, other.value) for other in earlier):
        return Verdict.LAST_YEAR
    like = likeness(quantity, meant.value)
    if like is Verdict.UNIT:
        return like
    if quantity.significant < _COMPARABLE:
        return Verdict.LABELLED
    if like is not None:
        return like
    return Verdict.NEAR if is_close(quantity, meant.value) else Verdict.LABELLED


def telling_digits(value: Decimal, unit: Unit) -> str:
    """The digits of a value as printed, without zeros at the ends: those that stay where only the point is lost."""
    decimals = DECIMALS.get(unit)
    return digits_of(value if decimals is None else rounded(value, decimals)).strip("0")


def digits_of(value: Decimal) -> str:
    """All digits of a value, without sign and point."""
    return f"{abs(value):f}".replace(".", "").lstrip("0")
