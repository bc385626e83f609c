"""Texts stand in columns of a terminal, Chinese ones two to a character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfeval.columns import padded, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("funds", 5), ("资金", 4), ("资金a", 5), ("（元）", 6), ("—", 1), ("e\u0301", 1), ("ａ", 2)],
)
def test_a_wide_character_takes_two_columns_and_a_combining_one_none(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [("资金", 6, "资金  "), ("资金", -6, "  资金"), ("资金", 4, "资金"), ("资金", 3, "资金"), ("资金", 0, "资金")],
)
def test_a_text_is_filled_up_on_either_side_and_never_cut(text: str, columns: int, expected: str) -> None:
    assert padded(text, columns) == expected


@given(st.text(alphabet="ab资金 "), st.integers(-20, 20))
def test_a_filled_text_takes_the_columns_asked_or_its_own(text: str, columns: int) -> None:
    assert width(padded(text, columns)) == max(width(text), abs(columns))
    assert padded(text, columns).strip() == text.strip()
