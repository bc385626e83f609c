"""What a context holds, without its values: which names there are, and what can stand under each of them."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache, reduce
from typing import Any

from perfeval.word.sandbox import LOOP
from perfeval.word.wording import TYPES

ANY_KEY = "*"
"""The key of an example under which stands what any further key may hold."""


class Leaf(Enum):
    """A single value; each is called by what a reader calls the values of a Python type."""

    NOTHING = "NoneType"
    TEXT = "str"
    COUNT = "int"
    NUMBER = "Decimal"
    DATE = "date"
    TRUTH = "bool"
    MARKUP = "Markup"


@dataclass(frozen=True, slots=True)
class Shape:
    """All that a value can be: single values, a record with keys, a list; nothing of these where no value was seen.

    ``numbered`` is what a record holds under numbers, ``further`` under keys that are not known beforehand. A tuple
    of a tag has ``parts``, which can be unpacked.
    """

    leaves: frozenset[Leaf] = frozenset()
    keys: Mapping[str, "Shape"] | None = None
    numbered: "Shape | None" = None
    further: "Shape | None" = None
    item: "Shape | None" = None
    parts: "tuple[Shape, ...] | None" = None
    is_anything: bool = False

    @property
    def is_known(self) -> bool:
        """Whether anything can be told of it, but that it may be absent."""
        return not self.is_anything and bool(self.leaves - {Leaf.NOTHING} or self.is_record or self.is_list)

    @property
    def is_never(self) -> bool:
        """Whether nothing was seen."""
        return not (self.leaves or self.is_record or self.is_list or self.is_anything)

    @property
    def is_record(self) -> bool:
        """Whether it may be a record."""
        return self.keys is not None

    @property
    def is_list(self) -> bool:
        """Whether it may be a list."""
        return self.item is not None

    @property
    def types(self) -> tuple[str, ...]:
        """The Python types that it may be, as ``wording`` knows them; that it may be absent is left out."""
        leaves = [leaf.value for leaf in Leaf if leaf in self.leaves and leaf is not Leaf.NOTHING]
        return (*leaves, *(["dict"] if self.is_record else []), *(["list"] if self.is_list else [])) or ("NoneType",)


NEVER = Shape()
"""Nothing was seen: the rows of a list that is always empty."""
ANYTHING = Shape(is_anything=True)
"""What nothing can be said of."""


@cache
def leaf(*kinds: Leaf) -> Shape:
    """A single value."""
    return Shape(frozenset(kinds))


def record(keys: Mapping[str, Shape]) -> Shape:
    """A group of values."""
    return Shape(keys=keys)


def list_of(item: Shape) -> Shape:
    """A list of such values."""
    return Shape(item=item)


def either(shapes: Iterable[Shape]) -> Shape:
    """What can be any of them."""
    return reduce(_either, shapes, NEVER)


def _either(one: Shape, other: Shape) -> Shape:
    if one.is_never or one is other:
        return other
    if other.is_never:
        return one
    if one.is_anything or other.is_anything:
        return ANYTHING
    return Shape(
        one.leaves | other.leaves,
        _maybe(_together, one.keys, other.keys),
        _maybe(_either, one.numbered, other.numbered),
        _maybe(_either, one.further, other.further),
        _maybe(_either, one.item, other.item),
        _unpacked(one, other),
    )


def _maybe(join: Callable[[Any, Any], Any], one: Any, other: Any) -> Any:
    return other if one is None else one if other is None else join(one, other)


def _unpacked(one: Shape, other: Shape) -> tuple[Shape, ...] | None:
    """The parts of two tuples that are unpacked alike."""
    if one.parts is None or other.parts is None or len(one.parts) != len(other.parts):
        return None
    return tuple(map(_either, one.parts, other.parts))


def _together(one: Mapping[str, Shape], other: Mapping[str, Shape]) -> dict[str, Shape]:
    names = dict.fromkeys((*one, *other))
    return {name: _either(one.get(name, NEVER), other.get(name, NEVER)) for name in names}


_LEAVES: Mapping[type, Leaf] = {
    type(None): Leaf.NOTHING, bool: Leaf.TRUTH, int: Leaf.COUNT, Decimal: Leaf.NUMBER, dt.date: Leaf.DATE,
}  # fmt: skip


def shape_of(value: object) -> Shape:
    """The shape of a plain value."""
    if isinstance(value, dict):
        return _of_dict(value)
    if isinstance(value, list | tuple):
        return list_of(either(map(shape_of, value)))
    return leaf(_LEAVES.get(type(value), Leaf.TEXT))


def _of_dict(value: Mapping[Hashable, object]) -> Shape:
    shapes = {key: shape_of(held) for key, held in value.items()}
    keys = {key: shape for key, shape in shapes.items() if isinstance(key, str) and key != ANY_KEY}
    numbered = [shape for key, shape in shapes.items() if isinstance(key, int)]
    return Shape(keys=keys, numbered=either(numbered) if numbered else None, further=shapes.get(ANY_KEY))


TEXT, COUNT, NUMBER, TRUTH = leaf(Leaf.TEXT), leaf(Leaf.COUNT), leaf(Leaf.NUMBER), leaf(Leaf.TRUTH)
MARKUP = leaf(Leaf.MARKUP)


def loop_of(item: Shape) -> Shape:
    """What a loop knows of itself."""
    of = {"first": TRUTH, "last": TRUTH, "previtem": item, "nextitem": item}
    return record({name: of.get(name, COUNT) for name in LOOP})


assert {kind.value for kind in Leaf} - set(TYPES) == {Leaf.MARKUP.value}
