"""Arithmetic is exact, absence stays absence, and rounding is half up."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfeval.quantity import DECIMALS, Unit, decimals_of, difference, rate, rounded, total

MONEY = st.decimals(-(10**12), 10**12, places=6)


def half_up(value: Decimal, decimals: int) -> str:
    """Rounded by hand, on the digits as text."""
    sign, digits = ("-" if value < 0 else ""), f"{abs(value):f}"
    whole, _, fraction = digits.partition(".")
    kept = int(whole + fraction.ljust(decimals + 1, "0")[:decimals])
    if fraction.ljust(decimals + 1, "0")[decimals] >= "5":
        kept += 1
    text = str(kept).rjust(decimals + 1, "0")
    number = f"{text[:-decimals]}.{text[-decimals:]}" if decimals else text
    return (sign if kept else "") + number


@given(st.lists(MONEY), st.randoms(use_true_random=False))
def test_a_total_is_exact_whatever_the_order(values: list[Decimal], random: Random) -> None:
    shuffled = values.copy()
    random.shuffle(shuffled)
    assert total(values) == total(shuffled)
    assert Fraction(total(values) or 0) == sum(map(Fraction, values))


@given(st.lists(MONEY | st.none()))
def test_one_absent_value_leaves_no_total(values: list[Decimal | None]) -> None:
    assert (total(values) is None) == (None in values)


def test_the_total_of_nothing_is_zero() -> None:
    assert total([]) == 0


@given(MONEY, MONEY)
def test_a_difference_is_exact(one: Decimal, other: Decimal) -> None:
    found = difference(one, other)
    assert found is not None
    assert Fraction(found) == Fraction(one) - Fraction(other)


@given(MONEY | st.none(), MONEY | st.sampled_from((None, Decimal("-0"), Decimal("0.00"))))
def test_a_rate_is_there_where_both_values_are_and_the_whole_is_not_zero(
    part: Decimal | None, whole: Decimal | None
) -> None:
    found = rate(part, whole)
    if part is None or whole is None or whole == 0:
        assert found is None
    else:
        assert found is not None
        exact = Fraction(part) * 100 / Fraction(whole)
        assert abs(Fraction(found) - exact) <= abs(exact) / 10**58


@pytest.mark.parametrize(("minuend", "subtrahend"), [(None, Decimal(1)), (Decimal(1), None), (None, None)])
def test_an_absent_side_leaves_no_difference_and_no_rate(minuend: Decimal | None, subtrahend: Decimal | None) -> None:
    assert difference(minuend, subtrahend) is None
    assert rate(minuend, subtrahend) is None


def test_a_rate_of_zero_is_zero() -> None:
    assert rate(Decimal(0), Decimal(5)) == 0


@given(st.decimals(-(10**15), 10**15, allow_nan=False), st.integers(0, 6))
def test_rounding_is_half_up(value: Decimal, decimals: int) -> None:
    assert f"{rounded(value, decimals):f}" == half_up(value, decimals)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("84.995", 2, "85.00"),
        ("84.99499999999999999999999999999999999999", 2, "84.99"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("-0.004", 2, "0.00"),
        ("-0", 2, "0.00"),
        ("7", 2, "7.00"),
        ("999999999999.999999", 2, "1000000000000.00"),
    ],
)
def test_rounding_at_its_edges(value: str, decimals: int, expected: str) -> None:
    assert str(rounded(Decimal(value), decimals)) == expected


@pytest.mark.parametrize(
    ("text", "decimals"), [("5", 0), ("5.00", 2), ("0.000001", 6), ("-1.5", 1), ("1E+3", 0), ("1.25E+1", 1)]
)
def test_digits_after_the_point_are_those_written(text: str, decimals: int) -> None:
    assert decimals_of(Decimal(text)) == decimals


def test_only_money_and_words_are_printed_without_rounding() -> None:
    assert set(Unit) - set(DECIMALS) == {Unit.MONEY, Unit.WORDS}
