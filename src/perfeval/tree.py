"""Walks a record of the model: every value that was given, with its pointer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from perfeval.diagnostic import Pointer

Leaf = tuple[Pointer, object]
Given = tuple[Leaf, ...]
"""Every value of a report that was given, each with its pointer, in the order of the model."""

Members = Callable[[Any], Iterable[tuple[str | int, object]]]


def leaves(value: object, pointer: Pointer = ()) -> Iterator[Leaf]:
    """Each number, text, date or mark given below ``value``, in the order of the model; absent ones are passed over."""
    found: list[Leaf] = []
    members = _members_of(type(value))
    if members is not None:
        _gather(members(value), pointer, found)
    return iter(found)


def _gather(members: Iterable[tuple[str | int, object]], pointer: Pointer, found: list[Leaf]) -> None:
    for key, member in members:
        if member is not None:
            below = (*pointer, key)
            members_of = _members_of(type(member))
            if members_of is None:
                found.append((below, member))
            else:
                _gather(members_of(member), below, found)


def _reading(kind: type) -> Members | None:
    if issubclass(kind, tuple):
        return enumerate
    if issubclass(kind, dict):
        return dict.items
    if not is_dataclass(kind):
        return None
    names = tuple(field.name for field in fields(kind))
    return lambda record: [(name, getattr(record, name)) for name in names]


_members_of: Callable[[type], Members | None] = cache(_reading)
"""How the members of such a value are read, with their names or numbers; None where it has none."""
