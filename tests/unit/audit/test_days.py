"""Dates in words: which are read, and which are days of the calendar."""

import datetime as dt

import pytest

from perfeval.audit.days import days_in


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("自评于2026年3月16日启动", [(2026, 3, 16)]),
        ("3月2日至3月20日", [(None, 3, 2), (None, 3, 20)]),
        ("2026 年 3 月", [(2026, 3, None)]),
        ("2月28号楼", [(None, 2, None)]),
        ("次年3月、2206年3月、用时3个月", []),
    ],
)
def test_a_date_is_read_as_far_as_it_is_said(words: str, read: list[tuple[int | None, int, int | None]]) -> None:
    assert [(day.year, day.month, day.day) for day in days_in(words)] == read


@pytest.mark.parametrize(
    ("words", "exists"),
    [("2025年2月29日", False), ("2月29日", True), ("13月1日", False), ("2025年13月", False), ("24月龄", True)],
)
def test_a_day_exists_where_the_calendar_has_it(words: str, exists: bool) -> None:  # noqa: FBT001
    (day,) = days_in(words)
    assert day.exists is exists


def test_a_date_may_be_a_given_day_as_far_as_it_is_said() -> None:
    given = dt.date(2026, 3, 16)
    assert [day.is_(given) for day in days_in("2026年3月、3月16日、2026年3月17日、2025年3月16日")] == [
        True, True, False, False,
    ]  # fmt: skip
    assert [day.is_of_another_year(given) for day in days_in("2025年3月16日、3月16日、2025年3月")] == [
        True, False, False,
    ]  # fmt: skip
