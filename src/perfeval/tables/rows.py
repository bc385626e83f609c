"""Which rows below a head are data, which are totals, and where the table ends."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perfeval.diagnostic import Finding
from perfeval.tables import kinds
from perfeval.tables.head import Column, Head
from perfeval.tables.sheet import Cell, Row, Sheet
from perfeval.tables.titles import Form
from perfeval.tables.totals import Total, word


class Parts(NamedTuple):
    """The rows of a table by what they are, and what is odd about them."""

    data: tuple[Row, ...]
    totals: tuple[Total, ...]
    found: tuple[Finding, ...]


def parts(sheet: Sheet, head: Head, form: Form) -> Parts:
    """The rows down to the first that is empty; a row without any value that is read is a remark."""
    data, totals = list[Row](), list[Total]()
    below = sheet.rows[head.row + 1 :]
    end = next((index for index, row in enumerate(below) if _is_empty(row)), len(below))
    for row in below[:end]:
        if (said := word(row, head, form)) is not None:
            totals.append(Total(row, said, len(data)))
        elif not _is_empty([cell for _, cell in given(row, head)]):
            data.append(row)
    found = (*_hidden(sheet, head, data), *_after_gap(sheet, head, form, head.row + 1 + end))
    return Parts(tuple(data), tuple(totals), found)


def given(row: Row, head: Head) -> Iterator[tuple[Column, Cell]]:
    """The cells of a row that are read; a row of a text may end before its last columns."""
    for column in head.columns:
        yield column, row[column.index] if column.index < len(row) else Cell(row[-1].place)


def _is_empty(row: Sequence[Cell]) -> bool:
    return all(cell.blank for cell in row)


def _hidden(sheet: Sheet, head: Head, data: Sequence[Row]) -> Iterator[Finding]:
    rows = [row for row in data if row[0].place.line in sheet.hidden]
    if rows:
        yield sheet.finding(kinds.HIDDEN, rows[0][head.columns[0].index], count=str(len(rows)))


def _after_gap(sheet: Sheet, head: Head, form: Form, gap: int) -> Iterator[Finding]:
    """After an empty row a remark may stand, but no data: no row with all that a row needs."""
    for row in sheet.rows[gap:]:
        needed = [cell for column, cell in given(row, head) if column.field.required]
        if not any(cell.blank for cell in needed) and word(row, head, form) is None:
            yield sheet.finding(kinds.AFTER_GAP, needed[0], row=str(sheet.rows[gap][0].place.line))
            return
