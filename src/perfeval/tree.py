"""Walks a record of the model: every value that was given, with its pointer."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from perfeval.diagnostic import Pointer


def leaves(value: object, pointer: Pointer = ()) -> Iterator[tuple[Pointer, object]]:
    """Each number, text, date or mark given below ``value``, in the order of the model; absent ones are passed over."""
    if value is None:
        return
    if is_dataclass(value):
        for field in fields(value):
            yield from leaves(getattr(value, field.name), (*pointer, field.name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from leaves(item, (*pointer, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*pointer, key))
    else:
        yield pointer, value
