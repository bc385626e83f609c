"""What a filter takes and what it gives, as its own signature says."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from inspect import signature
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from perfeval.inspection.shapes import ANYTHING, COUNT, MARKUP, TEXT, Leaf, Shape, either, leaf, list_of, record
from perfeval.printing import FILTERS
from perfeval.word.filters import prose


@dataclass(frozen=True, slots=True)
class Signature:
    """A filter before any value; ``takes`` is a shape with all that it can do something with."""

    takes: Shape
    gives: Shape
    parameters: Callable[..., Any] | None = None

    def suits(self, value: Shape) -> bool:
        """Whether it may be put on the value: of what is not known it may."""
        return not value.is_known or bool(
            value.leaves & self.takes.leaves
            or (value.is_record and self.takes.is_record)
            or (value.is_list and self.takes.is_list)
        )

    def accepts(self, number: int, names: Iterable[str]) -> bool:
        """Whether it can be given so many arguments, and those by name."""
        if self.parameters is None:
            return True
        try:
            signature(self.parameters).bind(None, *[None] * number, **dict.fromkeys(names))
        except TypeError:
            return False
        return True


def _takes(hint: Any) -> Shape:
    """A number where it may be one: marks and words pass through filters of numbers, and are not what they are for."""
    kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    if Decimal in kinds:
        return leaf(Leaf.NUMBER, Leaf.COUNT)
    if dt.date in kinds:
        return leaf(Leaf.DATE)
    if get_origin(hint) is Mapping:
        return record({})
    return TEXT


def _signature(filter_: Callable[..., str]) -> Signature:
    hints = get_type_hints(filter_)
    first = next(iter(signature(filter_).parameters))
    return Signature(_takes(hints[first]), TEXT, filter_)


SIGNATURES: Mapping[str, Signature] = {
    **{name: _signature(filter_) for name, filter_ in FILTERS.items()},
    "length": Signature(either((TEXT, record({}), list_of(ANYTHING))), COUNT),
    "join": Signature(list_of(ANYTHING), TEXT),
    "prose": Signature(TEXT, MARKUP, prose),
    "markup": Signature(MARKUP, MARKUP),
}
"""Those of sentences and templates, by name."""
