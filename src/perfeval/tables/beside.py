"""What stands in a table beside the rows and columns that are read as people see them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from perfeval.diagnostic import Finding
from perfeval.tables import faults, kinds
from perfeval.tables.head import Head
from perfeval.tables.rows import Parts
from perfeval.tables.sheet import Cell, Row, Sheet, enumerated


def beside(sheet: Sheet, head: Head, rows: Parts) -> Iterator[Finding]:
    """Values without a column, values in columns without a title, and columns that are hidden."""
    last = max(head.titled)
    if not sheet.name:
        yield from _surplus(sheet, last, (*rows.data, *(total.row for total in rows.totals)))
    yield from _untitled(sheet, head, last, rows.data)
    hidden = [column for column in head.columns if column.index + 1 in sheet.hidden_columns]
    if hidden:
        titles = "、".join(f"“{column.field.title}”（{column.cell.column}）" for column in hidden)
        yield sheet.finding(faults.HIDDEN_COLUMNS, hidden[0].cell, titles=titles)


def _surplus(sheet: Sheet, last: int, rows: Sequence[Row]) -> Iterator[Finding]:
    """In a text nothing but the order of its fields tells their columns: one too many may have moved the others."""
    for row in rows:
        cell = next((cell for cell in row[last + 1 :] if not cell.blank), None)
        if cell is not None:
            yield sheet.finding(faults.SURPLUS, cell, value=" ".join(cell.text.split()))


def _untitled(sheet: Sheet, head: Head, last: int, rows: Sequence[Row]) -> Iterator[Finding]:
    """Once a column; in a text what is beyond the last title has been told."""
    found: defaultdict[int, list[Cell]] = defaultdict(list)
    for row in rows:
        for index, cell in enumerate(row):
            if not cell.blank and index not in head.titled and (sheet.name or index < last):
                found[index].append(cell)
    for index, cells in sorted(found.items()):
        column = cells[0].column if sheet.name else str(index + 1)
        yield sheet.finding(kinds.UNTITLED, cells[0], column=column, cells=enumerated(cells))
