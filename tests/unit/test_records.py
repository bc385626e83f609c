"""Plain data become records by the types of their fields."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from perfeval.records import build


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Leaf:
    day: dt.date
    number: int = 0


@dataclass(frozen=True, slots=True)
class Branch:
    leaves: tuple[Leaf, ...] = ()
    words: dict[str, str | Leaf] | None = None
    value: Decimal | Colour | None = None


def test_a_field_that_is_absent_keeps_its_default() -> None:
    assert build(Branch, {}) == Branch()


def test_lists_mappings_dates_and_counts() -> None:
    leaf = {"day": "2026-03-16", "number": Decimal("7.0")}
    built = build(Branch, {"leaves": [leaf, {"day": "2026-01-01"}]})
    assert built == Branch(leaves=(Leaf(dt.date(2026, 3, 16), 7), Leaf(dt.date(2026, 1, 1))))
    assert type(built.leaves[0].number) is int


def test_a_union_is_told_apart_by_the_data() -> None:
    built = build(Branch, {"words": {"a": "text", "b": {"day": "2026-03-16"}}, "value": "red"})
    assert built.words == {"a": "text", "b": Leaf(dt.date(2026, 3, 16))}
    assert built.value is Colour.RED
    assert build(Branch, {"value": Decimal("1.50")}).value == Decimal("1.50")
