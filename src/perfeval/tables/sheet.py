"""A table as it was read, whatever file it comes from: rows of cells, each with its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from perfeval.diagnostic import Diagnostic, Finding, Kind, Location, Place, Pointer, Text, letters


@dataclass(frozen=True, slots=True)
class Number:
    """What a number cell shows, with its unit, and what it holds in the same unit."""

    shown: Decimal
    held: Decimal
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text as shown; its number, where it is one; or why it cannot be read."""

    place: Place
    text: str = ""
    number: Number | None = None
    fault: Diagnostic | None = None

    @property
    def name(self) -> str:
        """As people name it: ``D27``, in a text its line and column."""
        return f"{letters(self.place.column)}{self.place.line}" if self.place.sheet else str(self.place)

    @property
    def column(self) -> str:
        """The name of its column in a workbook: ``D``."""
        return letters(self.place.column)

    @property
    def blank(self) -> bool:
        """Whether nothing is to be seen in it."""
        return not self.text and self.fault is None


Row = tuple[Cell, ...]

FEW = 5
"""So many cells are named one by one."""


def enumerated(cells: Sequence[Cell]) -> str:
    """The names of cells; of many the first, and how many there are."""
    return "、".join(cell.name for cell in cells[:FEW]) + (f" … （{len(cells)}）" if len(cells) > FEW else "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a file; ``lines`` are what a reader sees of each row, ``hidden`` the rows that nobody sees.

    ``merged`` tells for a cell within a merged range the cell that has its value, both by row and column; ``fault``
    what kept the rest from being read.
    """

    file: str
    name: str
    rows: tuple[Row, ...]
    lines: Mapping[int, str]
    hidden: frozenset[int] = frozenset()
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden_columns: frozenset[int] = frozenset()
    fault: Diagnostic | None = None

    def finding(self, kind: Kind, cell: Cell, **arguments: str | Text) -> Finding:
        """What is wrong with a cell."""
        return self.told(Diagnostic(kind, cell.place, arguments))

    def told(self, diagnostic: Diagnostic) -> Finding:
        """The finding of a diagnostic that has its place in this table."""
        assert isinstance(diagnostic.where, Place)
        found = self.at(diagnostic.where)
        return Finding(found.file, found.place, found.excerpt, diagnostic.kind, diagnostic.arguments)

    def at(self, place: Place) -> Location:
        """A place of this table, with its row as people see it."""
        return Location(self.file, place, self.lines.get(place.line, ""))


@dataclass(frozen=True, slots=True)
class Origins:
    """Where the values of a table stand, by their pointers."""

    sheet: Sheet
    cells: Mapping[Pointer, Cell]

    def location(self, pointer: Pointer, *, at_key: bool = False, offset: int = 0) -> Location:
        """The cell of a value, or of the nearest there is; a character of its text where that is known."""
        while pointer not in self.cells:
            pointer, offset = pointer[:-1], 0
        place = self.cells[pointer].place
        if place.sheet or at_key or "\n" in self.cells[pointer].text:
            offset = 0
        return self.sheet.at(Place(place.line, place.column + offset, place.sheet))
