"""Finds the head of a table by the titles in it, and which field each column gives."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from perfeval.diagnostic import Finding, Place, Text
from perfeval.quantity import Unit
from perfeval.tables import kinds
from perfeval.tables.sheet import Cell, Row, Sheet
from perfeval.tables.titles import IGNORED, Field, Form, bare, by_title
from perfeval.tables.units import SCALES, UNCLEAR, units_in

WITHIN = 20
"""So many rows may stand above the head, the head included."""
DEFAULT = "万元"
"""The unit of a table that names none."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that gives a field; ``unit`` is the unit of money of its title or of the table, or ``UNCLEAR``.

    ``said`` are the words that tell the unit.
    """

    index: int
    field: Field
    cell: Cell
    unit: str
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table: the index of its row, its columns, the titles nobody knows, and where titles stand."""

    row: int
    columns: tuple[Column, ...]
    unknown: tuple[Cell, ...]
    titled: frozenset[int]

    def column(self, field: Field) -> Column | None:
        """The column that gives a field."""
        return next((column for column in self.columns if column.field == field), None)


def find(sheet: Sheet, form: Form) -> Head | None:
    """The head: the row with the most known titles, the name's and another at least."""
    heads = [_head(sheet, index, form) for index in range(min(WITHIN, len(sheet.rows)))]
    fit = [head for head in heads if head.column(form.names[-1]) and len(head.columns) > 1]
    return max(fit, key=lambda head: len(head.columns), default=None)


def _head(sheet: Sheet, index: int, form: Form) -> Head:
    fields = by_title(form.key)
    said = {cell.text: units for row in sheet.rows[:index] for cell in row if (units := units_in(cell.text))}
    columns, unknown, titled = list[Column](), list[Cell](), set[int]()
    for place, (cell, above) in enumerate(_titles(sheet.rows, index)):
        title = next((each for each in (cell, above) if bare(each.text) in fields), None)
        if title is not None:
            own = {title.text: units} if (units := units_in(title.text, title=True)) else said
            columns.append(Column(place, fields[bare(title.text)], title, _unit(own), tuple(own)))
        elif not cell.blank and bare(cell.text) not in IGNORED:
            unknown.append(cell)
        if not (cell.blank and above.blank) or (index + 1, place + 1) in sheet.merged:
            titled.add(place)
    return Head(index, tuple(columns), tuple(unknown), frozenset(titled))


def _unit(said: Mapping[str, frozenset[str]]) -> str:
    units = frozenset[str]().union(*said.values()) or {DEFAULT}
    return next(iter(units)) if len(units) == 1 else UNCLEAR


def _titles(rows: Sequence[Row], index: int) -> Iterator[tuple[Cell, Cell]]:
    """Each title of a row with the one above it: a head may have two rows, the first naming what has no parts."""
    nothing = Cell(Place(1, 1))
    above = rows[index - 1] if index else ()
    row = rows[index]
    for place in range(max(len(row), len(above))):
        own = row[place] if place < len(row) else nothing
        over = above[place] if place < len(above) else nothing
        yield own, (over if own.blank else nothing)


def doubts(sheet: Sheet, head: Head, form: Form) -> Iterator[Finding]:
    """What is wrong with a head: a field given twice or lacking, and what nobody knows."""
    seen: dict[tuple[int, str], Column] = {}
    for column in head.columns:
        first = seen.setdefault((column.field.level, column.field.key), column)
        if first is not column:
            yield sheet.finding(
                kinds.TWICE, column.cell, title=column.field.title, first=first.cell.name, second=column.cell.name
            )
    found = "、".join(column.field.title for column in head.columns)
    for field in form.fields:
        if field.required and head.column(field) is None:
            titles = "、".join(field.titles)
            yield sheet.finding(
                kinds.MISSING_COLUMN, head.columns[0].cell, title=field.title, found=found, titles=titles
            )
    yield from _unclear_unit(sheet, [column for column in head.columns if column.field.unit is Unit.MONEY])
    if head.unknown:
        free = [field.title for field in form.fields if head.column(field) is None]
        named = [_near(cell, free) for cell in head.unknown]
        columns = Text("、".join(each.zh for each in named), ", ".join(each.en for each in named))
        yield sheet.finding(kinds.UNKNOWN_COLUMN, head.unknown[0], columns=columns, known="、".join(free))


def _unclear_unit(sheet: Sheet, money: Sequence[Column]) -> Iterator[Finding]:
    """The first column whose unit is not told, or told for another alone: that of the others may be its own."""
    others = [words for column in money if column.unit != DEFAULT for words in column.said]
    for column in money:
        if column.unit == UNCLEAR or (others and not column.said):
            said = "、".join(f"“{' '.join(words.split())}”" for words in column.said or dict.fromkeys(others))
            title, known = column.field.title, "、".join(SCALES)
            yield sheet.finding(kinds.UNCLEAR_UNIT, column.cell, title=title, said=said, known=known)
            return


def _near(cell: Cell, free: Sequence[str]) -> Text:
    words = " ".join(cell.text.split())
    near = get_close_matches(bare(cell.text), free, 1, cutoff=0.5)
    if not near:
        return Text(f"“{words}”（{cell.name}）", f"“{words}” ({cell.name})")
    return Text(f"“{words}”（{cell.name}，是不是“{near[0]}”？）", f"“{words}” ({cell.name}; did you mean “{near[0]}”?)")
