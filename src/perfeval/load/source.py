"""A file that was read: its text, its data, and where each key and value stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple, Protocol, TypeAlias, cast

from perfeval.diagnostic import Diagnostic, Finding, Location, Place, Pointer

Data: TypeAlias = str | Decimal | list["Data"] | dict[str, "Data"] | None
"""What was written: every scalar is the text it was written as, but a plain number a Decimal, an empty value None."""


class Span(NamedTuple):
    """Where a key or value starts, row and column counted from 0, and how its text follows.

    ``style`` is ``"|"`` for a literal block, ``'"'`` or ``"'"`` for a quoted and ``""`` for a plain text on one line,
    and None for everything else.
    """

    row: int
    column: int
    style: str | None


class Origin(Protocol):
    """A file that gives values: it knows where they stand."""

    def location(self, pointer: Pointer, *, at_key: bool = False, offset: int = 0) -> Location:
        """Where a value (or its key, or a character of its text) stands; the nearest there is for one that is not."""


class Part(NamedTuple):
    """The value ``at`` a pointer of the whole, and all below it, is another file's, where it has another pointer."""

    at: Pointer
    origin: Origin
    pointer: Pointer


@dataclass(frozen=True, slots=True)
class Source:
    """One YAML file. ``text`` has U+FFFD for refused characters; ``data`` is None where the file is refused.

    ``parts`` tells which of the data come from other files; what the file itself says comes before them.
    """

    file: str
    text: str
    data: dict[str, Data] | None = None
    keys: Mapping[Pointer, Span] = field(default_factory=dict, repr=False)
    values: Mapping[Pointer, Span] = field(default_factory=dict, repr=False)
    parts: tuple[Part, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, without their ends."""
        return _lines(self.text)

    def location(self, pointer: Pointer, *, at_key: bool = False, offset: int = 0) -> Location:
        """Where a value (or its key) starts, or the character ``offset`` of its text (of a literal block the first).

        What does not exist is placed at its nearest existing ancestor. The offset is exact in literal blocks and in
        one-line scalars without escapes; in folded text it is the start of the value.
        """
        if pointer not in self.values:
            for part in self.parts:
                if pointer[: len(part.at)] == part.at:
                    below = pointer[len(part.at) :]
                    return part.origin.location((*part.pointer, *below), at_key=at_key, offset=offset)
            return self.location(pointer[:-1]) if pointer else self.at(Place(1, 1))
        return self.at(self._place(pointer, at_key=at_key, offset=offset))

    def at(self, place: Place) -> Location:
        """A place of this file, with the text of its line."""
        excerpt = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        return Location(self.file, place, excerpt)

    def _place(self, pointer: Pointer, *, at_key: bool, offset: int) -> Place:
        if at_key and pointer in self.keys:
            span = self.keys[pointer]
            return Place(span.row + 1, span.column + 1)
        span = self.values[pointer]
        in_text = self.data is not None and (offset or span.style == "|")
        value = self.value(pointer) if in_text else None
        return self.inside(span, value, offset) if isinstance(value, str) else Place(span.row + 1, span.column + 1)

    def value(self, pointer: Pointer) -> Data:
        """The value at a pointer. Raises LookupError or TypeError where there is none."""
        value: Any = self.data
        for step in pointer:
            value = value[step]
        return cast("Data", value)

    def inside(self, span: Span, value: str, offset: int) -> Place:
        """The place of a character of a text."""
        row, column, style = span
        offset = min(offset, len(value.rstrip("\n")))
        if style is None or not value.strip() or (offset == 0 and style != "|"):
            return Place(row + 1, column + 1)
        if style != "|":
            return Place(row + 1, column + len(style) + offset + 1)
        # splitlines() drops an empty last line, so the character after the offset is put in.
        *above, last = (value[:offset] + "x").splitlines()
        line = self.lines[row + 1 + len(above)]
        indentation = len(line) - len(value.splitlines()[len(above)])
        return Place(row + 2 + len(above), indentation + len(last))

    def locate(self, diagnostic: Diagnostic) -> Finding:
        """The finding with its file, its place and the text of its line."""
        where, pointer = diagnostic.where, None
        if isinstance(where, Place):
            found = self.at(where)
        else:
            pointer = where
            found = self.location(where, at_key=diagnostic.at_key, offset=diagnostic.offset)
        return Finding(found.file, found.place, found.excerpt, diagnostic.kind, diagnostic.arguments, pointer)


@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[str, ...]:
    """Split once for all that is located in one file, and in those that give it values."""
    return tuple(text.splitlines())
