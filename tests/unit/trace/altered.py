"""Reports with one number changed."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any

from perfeval.diagnostic import Pointer
from perfeval.model import Report
from perfeval.model.units import unit_of
from perfeval.quantity import Unit
from perfeval.tree import leaves

BESIDE_THE_FIGURES = ("year", "attachment", "expect", "waivers")
"""Numbers that no figure is made of."""

SCORES = tuple(map(Decimal, ("59.9", "60", "74.9", "75", "84.9", "85", "100000", "-100000")))
"""At both ends of every band, and so far out that a mean moves."""


def numbers(report: Report) -> Iterator[tuple[Pointer, Decimal | int]]:
    """Every number of a report that figures may be made of."""
    for pointer, value in leaves(report):
        if isinstance(value, Decimal | int) and pointer[0] not in BESIDE_THE_FIGURES:
            yield pointer, value


def altered(record: Any, pointer: Pointer, value: object) -> Any:
    """The record with another value at a pointer."""
    if not pointer:
        return value
    step, *below = pointer
    if isinstance(record, tuple):
        return tuple(altered(one, (*below,), value) if index == step else one for index, one in enumerate(record))
    return replace(record, **{str(step): altered(getattr(record, str(step)), (*below,), value)})


def alterations(report: Report, pointer: Pointer, value: Decimal | int) -> Iterator[Any]:
    """The report with other numbers there: one more, none, the numbers beside it; scores at the bands."""
    kind = type(value)
    others = SCORES if unit_of(pointer) is Unit.SCORE else (value + 1, 0, *_beside(report, pointer))
    for other in dict.fromkeys(map(kind, others)):
        if other != value:
            yield altered(report, pointer, other)


def _beside(record: Any, pointer: Pointer) -> Iterator[Decimal]:
    for step in pointer[:-1]:
        record = record[step] if isinstance(step, int) else getattr(record, step)
    assert is_dataclass(record)
    values = (getattr(record, field.name) for field in fields(record))
    return (value for value in values if isinstance(value, Decimal))
