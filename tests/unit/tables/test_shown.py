"""What a number cell shows, by its number format."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfeval.tables.sheet import Number
from perfeval.tables.shown import held, shown


@pytest.mark.parametrize(
    ("number", "code", "value", "unit"),
    [
        ("12.3456", "General", "12.3456", ""),
        ("12.3456", "@", "12.3456", ""),
        ("12.3456", "G/通用格式", "12.3456", ""),
        ("12.3456", "0.00", "12.35", ""),
        ("12.345", "0.00", "12.35", ""),
        ("-12.345", "0.00", "-12.35", ""),
        ("1234567.5", "#,##0.00", "1234567.5", ""),
        ("1234567.5", "#,##0", "1234568", ""),
        ("0.6886", "0.00%", "68.86", "%"),
        ("0.6886", "0%", "69", "%"),
        ("5", "0.00", "5", ""),
        ("500", "0", "500", ""),
        ("-3.2", "0.00;[Red]-0.00", "-3.2", ""),
        ("-3.2", "0.00_);(0.00)", "-3.2", ""),
        ("4.02", '0.00"万元"', "4.02", "万元"),
        ("4.02", "[$¥-804]#,##0.00", "4.02", ""),
        ("4.02", "¥#,##0.00", "4.02", ""),
        ("4.02", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "4.02", ""),
        ("0", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0", ""),
        ("0", '0.00;-0.00;"-"', "0", ""),
        ("-0.001", "0.00", "0", ""),
    ],
)
def test_a_number_is_what_its_format_shows(number: str, code: str, value: str, unit: str) -> None:
    found = shown(Decimal(number), code)
    assert found is not None
    assert (f"{found.shown:f}", found.unit) == (value, unit)


@pytest.mark.parametrize(
    "code", ["0,", "0.0,", "0\\.0,", "0.00E+00", "# ?/?", "[>=100]0;0.00", "0%%", '"多";"少";"无"', ";;;", '0"."0']
)
@pytest.mark.parametrize("number", ["12345", "0"])
def test_a_format_that_draws_another_number_is_none(number: str, code: str) -> None:
    assert shown(Decimal(number), code) is None


def test_what_is_held_is_told_in_the_unit_that_is_shown() -> None:
    assert shown(Decimal("0.688642"), "0.00%") == Number(Decimal("68.86"), Decimal("68.8642"), "%")


@given(st.decimals(-(10**9), 10**9, places=6))
def test_a_binary_number_gives_the_decimal_it_was_written_as(number: Decimal) -> None:
    found = shown(held(float(number)), "General")
    assert found is not None
    assert found.shown == found.held == number


@given(st.decimals(-(10**9), 10**9, places=6), st.integers(0, 6))
def test_what_is_shown_is_within_half_a_digit(number: Decimal, decimals: int) -> None:
    found = shown(number, "0." + "0" * decimals)
    assert found is not None
    assert abs(found.shown - number) * 2 <= Decimal(1).scaleb(-decimals)


@given(st.text(st.sampled_from('0#?.,%-;"\\[]_*@EeyG/ 万元')))
def test_no_format_makes_it_fail(code: str) -> None:
    shown(Decimal("1.5"), code)
