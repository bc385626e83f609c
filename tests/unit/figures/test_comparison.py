"""Any two of this year's value, last year's, the change and its rate complete the comparison."""

from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from perfeval.figures.comparison import completed
from perfeval.model import Comparison, Prose
from perfeval.quantity import EXACT, decimals_of
from tools.small_reports import COMPARISONS

MEMBERS = ("value", "previous", "change", "change_rate")


def comparison(**members: str) -> Comparison:
    exact: dict[str, Any] = {name: Decimal(text) for name, text in members.items()}
    return Comparison(**exact)


def shown(found: Comparison) -> list[str | None]:
    return [None if (one := getattr(found, name)) is None else f"{one:f}" for name in MEMBERS]


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"value": "120", "previous": "100"}, ["120", "100", "20", "20"]),
        ({"value": "120", "change": "20"}, ["120", "100", "20", "20"]),
        ({"previous": "100", "change": "-20"}, ["80", "100", "-20", "-20"]),
        ({"value": "120.00", "change_rate": "20"}, ["120.00", "100.00", "20.00", "20"]),
        ({"previous": "100.0", "change_rate": "-20"}, ["80.0", "100.0", "-20.0", "-20"]),
        ({"change": "20.0", "change_rate": "20"}, ["120.0", "100.0", "20.0", "20"]),
        ({"change": "-20", "change_rate": "-20"}, ["80", "100", "-20", "-20"]),
        ({"value": "100", "previous": "100"}, ["100", "100", "0", "0"]),
        ({"value": "0", "previous": "100"}, ["0", "100", "-100", "-100"]),
        ({"value": "5", "previous": "0"}, ["5", "0", "5", None]),
        ({"value": "10", "previous": "-5"}, ["10", "-5", "15", None]),
        ({"value": "0", "change_rate": "-100"}, ["0", None, None, "-100"]),
        ({"change": "0", "change_rate": "0"}, [None, None, "0", "0"]),
        ({"value": "5"}, ["5", None, None, None]),
        ({"previous": "5"}, [None, "5", None, None]),
        ({"change": "5"}, [None, None, "5", None]),
        ({"change_rate": "5"}, [None, None, None, "5"]),
        ({}, [None, None, None, None]),
    ],
)
def test_two_members_give_the_others_and_one_does_not(members: dict[str, str], expected: list[str | None]) -> None:
    assert shown(completed(comparison(**members))) == expected


def test_last_years_value_from_a_printed_rate_is_as_fine_as_this_years() -> None:
    assert completed(comparison(value="858.15", change_rate="-30.59")).previous == Decimal("1236.35")


def test_members_given_stay_as_they_are_even_where_they_contradict() -> None:
    given_members = {"value": "120", "previous": "100", "change": "7", "change_rate": "3"}
    assert shown(completed(comparison(**given_members))) == list(given_members.values())


def test_a_reason_is_kept() -> None:
    assert completed(Comparison(value=Decimal(1), reason=Prose("折旧"))).reason == "折旧"


@given(COMPARISONS)
def test_completing_adds_to_what_is_given_and_has_an_end(one: Comparison) -> None:
    once = completed(one)
    for name in MEMBERS:
        if getattr(one, name) is not None:
            assert getattr(once, name) == getattr(one, name)
    assert completed(once) == once


@given(
    st.decimals(1, 10**9, places=2), st.decimals(0, 10**9, places=2), st.sampled_from(list(combinations(MEMBERS, 2)))
)
@example(Decimal("1706.83"), Decimal("2024.99"), ("change", "change_rate"))
def test_whichever_two_are_given_the_others_come_out_the_same(
    previous: Decimal, value: Decimal, given_names: tuple[str, str]
) -> None:
    assume(value not in {0, previous})  # a fall to nothing and no change say nothing of last year's value
    whole = completed(Comparison(value=value, previous=previous))
    found = completed(Comparison(**{name: getattr(whole, name) for name in given_names}))
    assert (found.value, found.previous, found.change) == (value, previous, EXACT.subtract(value, previous))
    assert found.change_rate is not None
    exact = (Fraction(value) - Fraction(previous)) * 100 / Fraction(previous)
    assert abs(Fraction(found.change_rate) - exact) < Fraction(1, 10**40)


@given(st.decimals(1, 10**9, places=2), st.decimals(-99, 1000, places=2))
def test_a_value_from_a_printed_rate_gives_that_rate_again_within_its_last_digit(
    previous: Decimal, change_rate: Decimal
) -> None:
    found = completed(Comparison(previous=previous, change_rate=change_rate))
    assert found.value is not None
    assert decimals_of(found.value) == decimals_of(previous)
    exact = Fraction(previous) * (100 + Fraction(change_rate)) / 100
    assert abs(Fraction(found.value) - exact) <= Fraction(1, 200)
