"""Walks a record of the model: every value that was given, with its pointer."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from perfeval.diagnostic import Pointer

Given = tuple[tuple[Pointer, object], ...]
"""Every value of a report that was given, each with its pointer, in the order of the model."""


def leaves(value: object, pointer: Pointer = ()) -> Iterator[tuple[Pointer, object]]:
    """Each number, text, date or mark given below ``value``, in the order of the model; absent ones are passed over."""
    for key, member in _members(value):
        if member is not None:
            below = (*pointer, key)
            if isinstance(member, tuple | dict) or _names(type(member)):
                yield from leaves(member, below)
            else:
                yield below, member


def _members(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, tuple):
        return enumerate(value)
    if isinstance(value, dict):
        return iter(value.items())
    return ((name, getattr(value, name)) for name in _names(type(value)))


def _fields(kind: type) -> tuple[str, ...]:
    """The fields of a kind of record, none for everything else."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


_names: Callable[[type], tuple[str, ...]] = cache(_fields)
