"""Reads the sheets of an Excel workbook, as the cells show them."""

import re
import warnings
from collections.abc import Mapping
from datetime import datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from perfeval.diagnostic import Diagnostic, Place
from perfeval.load.characters import clean
from perfeval.settings import choose
from perfeval.tables import faults, kinds
from perfeval.tables.sheet import Cell, Row, Sheet
from perfeval.tables.shown import held, hides, shown
from perfeval.tables.unseen import TooLargeError, Unseen, unpacked, unseen

_RETURN = re.compile("_x000D_\n?|\r\n?")


def sheets(content: bytes, file: str, wanted: str | None) -> tuple[Sheet, ...] | Diagnostic:
    """The sheet of that name, or all that are visible; or why there are none."""
    try:
        parts = unpacked(content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's, about what it leaves out and would not write again
            book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
            by_name = {sheet.title: sheet for sheet in book.worksheets}
            if wanted is not None and wanted not in by_name:
                return Diagnostic(kinds.NO_SHEET, ("sheet",), choose(wanted, by_name))
            visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            read = tuple(_sheet(sheet, file, parts) for sheet in ([by_name[wanted]] if wanted else visible))
            return read or Diagnostic(kinds.DAMAGED, Place(1, 1))
    except TooLargeError as error:
        return Diagnostic(kinds.TOO_LARGE, Place(1, 1), {"limit": error.limit})
    except Exception:  # noqa: BLE001 (whatever zip, XML or openpyxl stumble over is one and the same to the user)
        return Diagnostic(kinds.DAMAGED, Place(1, 1))


def _sheet(sheet: Any, file: str, parts: Mapping[str, bytes]) -> Sheet:
    found = unseen(parts[sheet._worksheet_path])  # noqa: SLF001 (openpyxl names a sheet's part nowhere else)
    row, column = found.last
    # What a workbook says of its own size is not to be relied on.
    cells = sheet.iter_rows(min_row=1, max_row=row, max_col=column) if row else ()
    rows = tuple(
        tuple(_cell(cell, Place(line, place, sheet.title), found) for place, cell in enumerate(each, start=1))
        for line, each in enumerate(cells, start=1)
    )
    lines = {line: _line(each) for line, each in enumerate(rows, start=1)}
    return Sheet(file, sheet.title, rows, lines, found.hidden, found.merged, found.hidden_columns)


def _line(row: Row) -> str:
    """A row as one line, tabs between its cells."""
    return "\t".join(" ".join(cell.text.split()) for cell in row).rstrip("\t")


def _cell(cell: Any, place: Place, found: Unseen) -> Cell:
    value = cell.value
    if (place.line, place.column) in found.unsolved:
        return Cell(place, fault=Diagnostic(faults.NO_RESULT, place))
    if cell.data_type == "e":
        return Cell(place, str(value), fault=Diagnostic(faults.FAILED, place, {"value": str(value)}))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(held(value), cell.number_format, place)
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return _text("" if value is None else str(value), place)


def _number(value: Decimal, code: str, place: Place) -> Cell:
    number = shown(value, code)
    if number is None:
        kind = faults.NOT_SHOWN if hides(value, code) else faults.NO_PLAIN_NUMBER
        return Cell(place, f"{value:f}", fault=Diagnostic(kind, place, {"code": code, "value": f"{value:f}"}))
    return Cell(place, f"{number.shown:f}{number.unit}", number)


def _text(value: str, place: Place) -> Cell:
    text, refused = clean(_RETURN.sub("\n", value).strip())
    fault = Diagnostic(refused[0].kind, place, refused[0].arguments) if refused else None
    return Cell(place, text, fault=fault)
