"""Examples of a record type: together they have every key, and under it every kind of value that it may have."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import EnumType
from itertools import count
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from perfeval.inspection.shapes import ANY_KEY

T = TypeVar("T")
DAY = dt.date(2026, 1, 31)
BEGIN, END = "〔", "〕"


def examples(kind: Callable[..., T]) -> tuple[T, ...]:
    """Records of this type; the first has all that can be given. A text is its own place in the record, in brackets."""
    found: tuple[T, ...] = _Examples().of(kind, "")
    return found


class _Examples:
    """No two numbers are alike, so that no difference is zero; they go down, so that what follows is less."""

    def __init__(self) -> None:
        self._numbers = count(1000, -1)

    def of(self, kind: Any, path: str) -> tuple[Any, ...]:
        """The examples of a type at a place."""
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is UnionType:
            given = tuple(one for part in arguments if part is not NoneType for one in self.of(part, path))
            return (*given, None) if NoneType in arguments else given
        if origin is tuple:
            return self._tuples(arguments, path)
        if origin is dict:
            return tuple({ANY_KEY: held} for held in self.of(arguments[1], f"{path}.{ANY_KEY}"))
        if is_dataclass(kind):
            return tuple(self._records(kind, path))
        if isinstance(kind, EnumType):
            return tuple(kind)
        return (self._single(kind, path),)

    def _tuples(self, arguments: tuple[Any, ...], path: str) -> tuple[Any, ...]:
        if arguments[-1] is ...:
            return self.of(arguments[0], path), ()
        return (tuple(self.of(part, path)[0] for part in arguments),)

    def _records(self, kind: Any, path: str) -> Iterator[Any]:
        hints = get_type_hints(kind)
        held = {one.name: self.of(hints[one.name], f"{path}.{one.name}".lstrip(".")) for one in fields(kind)}
        for number in range(max(map(len, held.values()))):
            yield kind(**{name: values[number % len(values)] for name, values in held.items()})

    def _single(self, kind: Any, path: str) -> Any:
        if kind is dt.date:
            return DAY
        if kind in (int, Decimal):
            return kind(next(self._numbers))
        return kind(f"{BEGIN}{path}{END}") if issubclass(kind, str) else kind()
