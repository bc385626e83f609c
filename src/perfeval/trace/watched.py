"""Watched records: copies of a report's records that tell whenever one of their values is read."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from perfeval.diagnostic import Pointer

T = TypeVar("T")
Tell = Callable[[Pointer, object], None]


class Rows(tuple[T, ...]):  # noqa: SLOT001 -- a tuple has no slots of its own
    """A tuple of watched records that tells when it is counted."""

    told: Callable[[int], None]

    def __len__(self) -> int:
        self.told(tuple.__len__(self))
        return tuple.__len__(self)


class Chosen(tuple[T, ...]):  # noqa: SLOT001 -- likewise
    """Rows that were chosen; they tell when they are gone through or counted, for then the choice matters."""

    told: Callable[[], None]

    def __iter__(self) -> Iterator[T]:
        self.told()
        return tuple.__iter__(self)

    def __len__(self) -> int:
        self.told()
        return tuple.__len__(self)


def watched(record: Any, tell: Tell, pointer: Pointer = ()) -> Any:
    """A copy of a record, or of a tuple of them, of the same types; a value read is told with its pointer."""
    if is_dataclass(record):
        kind: Any = type(record)
        copy: Any = object.__new__(_kind(kind))
        object.__setattr__(copy, "_pointer", pointer)
        object.__setattr__(copy, "_tell", tell)
        for field in fields(record):
            member = watched(getattr(record, field.name), tell, (*pointer, field.name))
            object.__setattr__(copy, field.name, member)
        return copy
    if isinstance(record, tuple):
        rows = Rows(watched(member, tell, (*pointer, index)) for index, member in enumerate(record))
        rows.told = lambda number: tell(pointer, number)
        return rows
    return record


def pointer_of(record: object) -> Pointer:
    """Where a watched record stands in the report."""
    pointer: Pointer = object.__getattribute__(record, "_pointer")
    return pointer


@cache
def _kind(kind: type) -> type:
    """A subclass whose attributes are told as they are read; equal is only what is the same."""
    names = frozenset(field.name for field in fields(kind))

    def read(self: object, name: str) -> object:
        value = object.__getattribute__(self, name)
        if name in names and not isinstance(value, tuple | dict) and not is_dataclass(value):
            tell: Tell = object.__getattribute__(self, "_tell")
            tell((*pointer_of(self), name), value)
        return value

    members = {
        "__slots__": ("_pointer", "_tell"),
        "__getattribute__": read,
        "__eq__": object.__eq__,
        "__hash__": object.__hash__,
    }
    return type(f"Watched{kind.__name__}", (kind,), members)
