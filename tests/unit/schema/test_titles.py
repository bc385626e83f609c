"""Titles: a value is called as the schema calls it."""

import pytest

from perfeval.diagnostic import Pointer
from perfeval.schema.titles import title_of


@pytest.mark.parametrize(
    ("pointer", "title"),
    [
        (("projects", 3, "budget"), "全年预算"),
        (("projects",), "项目支出"),
        (("indicators", 0, "groups", 2, "items", 1, "weight"), "分值"),
        (("budget", "revenue", "basic", "change"), "增减额"),
        (("texts", "preamble"), "preamble"),
        (("nowhere", "at all"), "at all"),
    ],
)
def test_a_value_is_called_as_the_schema_calls_it(pointer: Pointer, title: str) -> None:
    assert title_of(pointer) == title
