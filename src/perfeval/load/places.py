"""Where keys and values stand: a tree beside the data, small and quickly made; spans are made when they are asked."""

import re
from bisect import bisect
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from perfeval.diagnostic import Pointer
from perfeval.load.source import Span

Spots: TypeAlias = dict[str | int, "Spot"]
Spot: TypeAlias = tuple[int, int, str | None, Spots | None]
"""Where a key and its value start in the text (an item has ``NO_KEY``), the style of the value's span, what is within.

A text or a number has nothing within, not even an empty dict, so that the garbage collector need not follow it.
"""

NO_KEY = -1
ROOT = ""
"""The one step in the spots of a document."""

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML."""


def of_key(spot: Spot) -> tuple[int, str | None]:
    """Where the key starts; its text is not looked into."""
    return spot[0], None


def of_value(spot: Spot) -> tuple[int, str | None]:
    """Where the value starts, and how its text follows."""
    return spot[1], spot[2]


class Places(Mapping[Pointer, Span]):
    """The spans of all keys, or of all values, in the order of the text."""

    def __init__(self, text: str, document: Spots, part: Callable[[Spot], tuple[int, str | None]]) -> None:
        """In a text, of the spots of its document; ``part`` is ``of_key`` or ``of_value``."""
        self.text = text
        self.document = document
        self.part = part

    def __getitem__(self, pointer: Pointer) -> Span:
        """The span at a pointer. Raises KeyError where there is none."""
        spot = self.document[ROOT]
        for step in pointer:
            spot = (spot[-1] or {})[step]
        start, style = self.part(spot)
        if start == NO_KEY:
            raise KeyError(pointer)
        line = line_of(self.text, start)
        return Span(line - 1, start - line_starts(self.text)[line - 1], style)

    def __iter__(self) -> Iterator[Pointer]:
        """Every pointer that has a span."""
        return (pointer[1:] for pointer, spot in below((), self.document) if self.part(spot)[0] != NO_KEY)

    def __len__(self) -> int:
        """How many there are."""
        return sum(1 for _ in self)


def below(above: Pointer, spots: Spots) -> Iterator[tuple[Pointer, Spot]]:
    """Every spot with its pointer, which starts with the pointer above."""
    for step, spot in spots.items():
        pointer = (*above, step)
        yield pointer, spot
        yield from below(pointer, spot[-1] or {})


def line_of(text: str, index: int) -> int:
    """The line of a character, counted from 1."""
    return bisect(line_starts(text), index)


@lru_cache(maxsize=1)
def line_starts(text: str) -> tuple[int, ...]:
    """Where the lines of a text start."""
    return 0, *(match.end() for match in BREAK.finditer(text))
