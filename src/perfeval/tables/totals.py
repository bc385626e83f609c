"""Rows of totals among the rows of a table: known by their word, and held against the rows that they sum up."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from perfeval.diagnostic import Finding
from perfeval.printing import plain
from perfeval.quantity import EXACT, Unit
from perfeval.tables import faults
from perfeval.tables.head import Column, Head
from perfeval.tables.sheet import Row, Sheet
from perfeval.tables.titles import Form, bare
from perfeval.tables.values import held, value

WORDS = frozenset(("合计", "总计", "共计", "小计", "total", "subtotal"))
PARTS = frozenset(("小计", "subtotal"))
ZERO, TAIL = Decimal(0), Decimal("1e-9")


class Total(NamedTuple):
    """A row of totals: its word, and how many rows of data stand above it."""

    row: Row
    word: str
    above: int


class Amounts(NamedTuple):
    """An amount as it is shown and as it is held."""

    shown: Decimal
    held: Decimal


def word(row: Row, head: Head, form: Form) -> str | None:
    """The word of a total where a name should be, or in a column that is not read while there is no name."""
    names = {column.index for column in head.columns if column.field in form.names}
    read = {column.index for column in head.columns}
    texts = {index: bare(cell.text) for index, cell in enumerate(row) if cell.text}
    said = [text for index, text in texts.items() if index in names]
    beside = [text for index, text in texts.items() if index not in read]
    return next((text for text in said or beside if text in WORDS), None)


def differences(sheet: Sheet, head: Head, rows: Sequence[Row], totals: Sequence[Total]) -> Iterator[Finding]:
    """Totals of money that the rows do not add up to."""
    cuts = [0, *(total.above for total in totals), len(rows)]
    for number, total in enumerate(totals, start=1):
        # Of the rows since the total before it, or down to the next; a grand total is of all.
        parts = [rows[cuts[number - 1] : total.above], rows[total.above : cuts[number + 1]]]
        spans = [part for part in parts if part] if total.word in PARTS else [rows, *parts]
        for column in head.columns:
            amounts = _amounts(total.row, column) if column.field.unit is Unit.MONEY else None
            sums = [_sum(span, column) for span in spans] if amounts else []
            if amounts and sums and not any(_agrees(amounts, each) for each in sums):
                numbers = {"value": plain(amounts.shown), "sum": plain(sums[0].shown)}
                cell = total.row[column.index]
                yield sheet.finding(faults.TOTAL, cell, title=column.field.title, word=total.word, **numbers)


def _amounts(row: Row, column: Column) -> Amounts | None:
    """The amount of a column, where there is one."""
    if column.index >= len(row) or row[column.index].blank:
        return None
    cell = row[column.index]
    shown = value(cell, column)
    if not isinstance(shown, Decimal):
        return None
    holds = held(cell, column)
    return Amounts(shown, shown if holds is None else holds)


def _sum(rows: Sequence[Row], column: Column) -> Amounts:
    amounts = [each for row in rows if (each := _amounts(row, column)) is not None]
    return Amounts(
        reduce(EXACT.add, (each.shown for each in amounts), ZERO),
        reduce(EXACT.add, (each.held for each in amounts), ZERO),
    )


def _agrees(total: Amounts, rows: Amounts) -> bool:
    """As shown; or, where rows show less than they hold, of which a warning tells, as held but for a binary tail."""
    hold_more = rows.shown != rows.held
    return total.shown == rows.shown or (hold_more and abs(EXACT.subtract(total.held, rows.held)) < TAIL)
