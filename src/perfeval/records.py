"""Builds frozen records from plain data that a schema has accepted."""

from collections.abc import Callable, Iterable
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import EnumType
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
Builder = Callable[[Any], Any]


def build(kind: Callable[..., T], data: object) -> T:
    """A record from dict, list, str and Decimal, which must be valid by the schema that goes with it.

    Lists become tuples, ISO text a date, words of an enumeration its members; numbers stay Decimal unless int is asked.
    """
    record: T = _builder(kind)(data)
    return record


@cache
def _builder(kind: Any) -> Builder:
    if is_dataclass(kind):
        return _record(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return _either([argument for argument in arguments if argument is not NoneType])
    if origin is tuple:
        item = _builder(arguments[0])
        return lambda data: tuple(map(item, data))
    if origin is dict:
        value = _builder(arguments[1])
        return lambda data: {key: value(entry) for key, entry in data.items()}
    if isinstance(kind, EnumType):
        members: Iterable[Any] = kind
        # A look-up takes a tenth of the time of a call.
        return {member.value: member for member in members}.__getitem__
    # Of counts and prose the type itself makes the value.
    leaf: Builder = _LEAVES.get(kind, kind)
    return leaf


def _record(kind: Any) -> Builder:
    made = _made({name: _builder(hint) for name, hint in get_type_hints(kind).items()})
    return lambda data: kind(**{key: made[key](value) if key in made else value for key, value in data.items()})


def _either(kinds: list[Any]) -> Builder:
    """What is absent has no key, so None is never met; what is left is told apart by the type of the data."""
    if len(kinds) == 1:
        return _builder(kinds[0])
    made = _made({_data_type(kind): _builder(kind) for kind in kinds})
    return lambda data: made[type(data)](data) if type(data) in made else data


def _data_type(kind: Any) -> type:
    if is_dataclass(kind):
        return dict
    return Decimal if kind is Decimal else str


def _made(builders: dict[T, Builder]) -> dict[T, Builder]:
    """Those that have something to do: most of what a report holds is text and amounts, which stay as they are."""
    return {key: builder for key, builder in builders.items() if builder is not _as_it_is}


def _as_it_is(data: Any) -> Any:
    return data


_LEAVES: dict[Any, Builder] = {str: _as_it_is, Decimal: _as_it_is, date: date.fromisoformat}
