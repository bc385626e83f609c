"""Which rows below a head are data, which are totals, and where the table ends."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from perfeval.diagnostic import Finding
from perfeval.tables import faults
from perfeval.tables.head import Column, Head
from perfeval.tables.sheet import Cell, Row, Sheet
from perfeval.tables.titles import Form, bare
from perfeval.tables.totals import Total, word
from perfeval.tables.values import value

_SIGNED = re.compile(
    "注|备注|附注|说明|(?:填表|填报|制表|编制|审核|复核|经办|负责|联系)人?|(?:单位|部门|科室|项目)?负责人"
    "|联系(?:电话|方式)|电话|手机|(?:填表|填报|制表|编制)?(?:日期|时间)"
)
"""The words below a table that say who filled it in, and when."""
_REMARK = re.compile(r":|：|盖章|签[字章名]|[0-9]{4}[-./年][0-9]{1,2}")


class Parts(NamedTuple):
    """The rows of a table by what they are, and what is odd about them."""

    data: tuple[Row, ...]
    totals: tuple[Total, ...]
    found: tuple[Finding, ...]


def parts(sheet: Sheet, head: Head, form: Form) -> Parts:
    """The rows down to the first that is empty, and totals below; a row without any value that is read is a remark."""
    data, totals = list[Row](), list[Total]()
    below = sheet.rows[head.row + 1 :]
    end = next((index for index, row in enumerate(below) if _is_empty(row)), len(below))
    after = list[Row]()
    for index, row in enumerate(below):
        if (said := word(row, head, form)) is not None:
            totals.append(Total(row, said, len(data)))
        elif index > end:
            after.append(row)
        elif not _is_empty([cell for _, cell in given(row, head)]):
            data.append(row)
    gap = below[end][0].place.line if after else 0
    found = (*_hidden(sheet, head, data), *_parts_of_others(sheet, head, form, data), *_after(sheet, head, after, gap))
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
        yield sheet.finding(faults.HIDDEN, rows[0][head.columns[0].index], count=str(len(rows)))


def _parts_of_others(sheet: Sheet, head: Head, form: Form, data: Sequence[Row]) -> Iterator[Finding]:
    """Rows whose name, or what stands before the columns that are read, begins with 其中."""
    places = {*range(head.columns[0].index), *(each.index for each in head.columns if each.field in form.names)}
    for row in data:
        for index, cell in enumerate(row):
            if index in places and bare(cell.text).startswith("其中"):
                yield sheet.finding(faults.PART, cell, value=" ".join(cell.text.split()))


def _after(sheet: Sheet, head: Head, rows: Sequence[Row], gap: int) -> Iterator[Finding]:
    """After an empty row a remark may stand, but no data."""
    for row in rows:
        if _is_data(row, head):
            first = next(cell for _, cell in given(row, head) if not cell.blank)
            yield sheet.finding(faults.AFTER_GAP, first, row=str(gap))
            return


def _is_data(row: Row, head: Head) -> bool:
    """Whether a row has a number, or words beyond the first column that are no remark."""
    texts = [cell.text for cell in row if not cell.blank]
    if not texts or _SIGNED.fullmatch(bare(re.split("[:：]", texts[0])[0])):
        return False
    return any(
        isinstance(value(cell, column), Decimal) or (column is not head.columns[0] and not _REMARK.search(cell.text))
        for column, cell in given(row, head)
        if not cell.blank
    )
