"""A sheet of a workbook: a frozen head with filters over rows of texts and real numbers, ready for A4 across."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell as BookCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.styles.numbers import FORMAT_GENERAL
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from perfeval.printing import plain

HEAD_FONT = Font(name="黑体", size=10.5)
BODY_FONT = Font(name="宋体", size=10.5)
LINE = Side(style="thin")
LINES = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
HEAD = Alignment(horizontal="center", vertical="center", wrap_text=True)
WORDS = Alignment(vertical="center", wrap_text=True)
A4 = 9


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the form that a workbook shows it in."""

    value: Decimal
    form: str


Cell = Number | str | None


@dataclass(frozen=True, slots=True)
class Column:
    """The head's words and the width in characters."""

    head: str
    width: float


def write_sheet(book: Workbook, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> None:
    """A sheet at the end of the book."""
    sheet: Any = book.create_sheet(title)  # the stubs do not know what a sheet that is only written has
    _set_up(sheet, columns)
    sheet.append([_head(sheet, column.head) for column in columns])
    pens, last = _Pens(sheet), 1
    for row in rows:
        sheet.append([pens.written(number, value) for number, value in enumerate(row)])
        last += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"


def _set_up(sheet: Any, columns: Sequence[Column]) -> None:
    """Everything that stands before the rows."""
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.center.text = "— &P —"


def _head(sheet: Any, words: str) -> BookCell:
    cell = WriteOnlyCell(sheet, words)
    cell.font, cell.alignment = HEAD_FONT, HEAD
    return cell


class _Pens:
    """The cells that rows are written with: one for each column and form, for to give a cell its looks takes long."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._pens: dict[tuple[int, str], BookCell] = {}

    def written(self, column: int, value: Cell) -> BookCell:
        """The cell with the value, good until the next row."""
        if isinstance(value, Number):
            cell = self._pen(column, value.form)
            # As its text, for openpyxl would round a number to the digits of a float.
            cell.value, cell.data_type = plain(value.value), "n"
        else:
            cell = self._pen(column, FORMAT_GENERAL)
            # Words stay words, whatever they begin with.
            cell.value, cell.data_type = value or "", "s"
        return cell

    def _pen(self, column: int, form: str) -> BookCell:
        if (column, form) not in self._pens:
            cell = self._pens[column, form] = WriteOnlyCell(self._sheet)
            cell.font, cell.alignment, cell.border, cell.number_format = BODY_FONT, WORDS, LINES, form
        return self._pens[column, form]
