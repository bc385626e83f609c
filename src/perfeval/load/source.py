"""A file that was read: its text, its data, and where each key and value stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias, cast

from perfeval.diagnostic import Diagnostic, Finding, Place, Pointer

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


@dataclass(frozen=True, slots=True)
class Source:
    """One YAML file. ``text`` has U+FFFD for refused characters; ``data`` is None where the file is refused."""

    file: str
    text: str
    data: dict[str, Data] | None = None
    keys: Mapping[Pointer, Span] = field(default_factory=dict, repr=False)
    values: Mapping[Pointer, Span] = field(default_factory=dict, repr=False)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, without their ends."""
        return _lines(self.text)

    def place(self, pointer: Pointer, *, at_key: bool = False, offset: int = 0) -> Place:
        """Where a value (or its key) starts, or the character ``offset`` of its text (of a literal block the first).

        What does not exist is placed at its nearest existing ancestor. The offset is exact in literal blocks and in
        one-line scalars without escapes; in folded text it is the start of the value.
        """
        if pointer not in self.values:
            return self.place(pointer[:-1]) if pointer else Place(1, 1)
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
        if not isinstance(where, Place):
            pointer = where
            where = self.place(where, at_key=diagnostic.at_key, offset=diagnostic.offset)
        excerpt = self.lines[where.line - 1] if where.line <= len(self.lines) else ""
        return Finding(self.file, where, excerpt, diagnostic.kind, diagnostic.arguments, pointer)


@lru_cache(maxsize=1)
def _lines(text: str) -> tuple[str, ...]:
    """Split once for all that is located in one file."""
    return tuple(text.splitlines())
