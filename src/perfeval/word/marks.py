"""Values that know their origins, and the marks that keep these in the text printed of them.

A mark is the text between two noncharacters, after the numbers of its origins in noncharacters for digits. Unicode
keeps them for such inner use, XML can hold them, and no report has any: they are refused where it is read (L012).
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TypeVar, cast

V = TypeVar("V", bound=Decimal | int | str)

BEGIN, END, AFTER_NUMBER = "\ufdd0", "\ufdd1", "\ufdd2"
Origins = tuple[int, ...]
"""Numbers of origins: mostly one, two where one value is printed for two that are equal."""

_DIGITS = {ord(digit): chr(0xFDE0 + int(digit)) for digit in "0123456789"}
_NUMBERS = {ord(character): chr(digit) for digit, character in _DIGITS.items()}
_MARK = re.compile(f"{BEGIN}((?:[\ufde0-\ufde9]+{AFTER_NUMBER})+)([^{BEGIN}{END}]*){END}")
_CHARACTER = re.compile(f"[{BEGIN}{END}{AFTER_NUMBER}\ufde0-\ufde9]")


class Traced:
    """A value with its origins; what is calculated from it has none."""

    origins: Origins


class TracedNumber(Traced, Decimal):
    """A number."""


class TracedCount(Traced, int):
    """A whole number."""


class TracedWords(Traced, str):
    """Words, such as a grade."""

    __slots__ = ()


_KINDS: dict[type, Any] = {Decimal: TracedNumber, int: TracedCount, str: TracedWords}


def traced(value: V, *origins: int) -> V:
    """The value, equal to itself in everything, with its origins."""
    kind = next(kind for bare, kind in _KINDS.items() if isinstance(value, bare))
    made = kind(value)
    made.origins = origins
    return cast("V", made)


def together(one: Any, other: Any) -> Any:
    """What stands for two values that are equal, or for the one that is given: with the origins of both."""
    if isinstance(one, Traced) and isinstance(other, Traced):
        return traced(cast("Any", other), *one.origins, *other.origins)
    return one if other is None else other


def marked(text: str, origins: Origins) -> str:
    """A printed value, marked; where nothing is printed there is nothing to mark."""
    numbers = "".join(str(origin).translate(_DIGITS) + AFTER_NUMBER for origin in origins)
    return f"{BEGIN}{numbers}{text}{END}" if text else text


def unmarked(text: str) -> str:
    """The text as it is printed."""
    return _CHARACTER.sub("", text)


def pieces(text: str) -> Iterator[tuple[str, Origins]]:
    """The text in pieces that are not empty, each with its origins if it is a value; broken marks are left out."""
    before = 0
    for mark in _MARK.finditer(text):
        yield from _between(text[before : mark.start()])
        numbers = mark[1].translate(_NUMBERS).split(AFTER_NUMBER)
        yield mark[2], tuple(map(int, numbers[:-1]))
        before = mark.end()
    yield from _between(text[before:])


def _between(text: str) -> Iterator[tuple[str, Origins]]:
    text = unmarked(text)
    if text:
        yield text, ()
