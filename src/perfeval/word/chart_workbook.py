"""The workbook behind a chart, which Word opens to edit its data: one sheet, numbers with all their digits.

Categories stand in the first column, each series in one after it, names in the first row. openpyxl would write a
number through a float; hence these few lines.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from html import escape

from perfeval.word import archive
from perfeval.word.characters import check_characters
from perfeval.word.parts import CONTENT_TYPES, DECLARATION

SHEET = "Sheet1"
SHEET_PART = "xl/worksheets/sheet1.xml"

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"

FRAME: Mapping[str, str] = {
    CONTENT_TYPES: f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{SPREADSHEET}.sheet.main+xml"/>'
    f'<Override PartName="/{SHEET_PART}" ContentType="{SPREADSHEET}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
    f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
}
"""The parts that are the same in every workbook."""


@dataclass(frozen=True, slots=True)
class Series:
    """A series: its name, and a value for every category, None where there is none."""

    name: str
    values: Sequence[Decimal | None]


def workbook(categories: Sequence[str], series: Sequence[Series]) -> bytes:
    """The xlsx file. Raises ``TemplateFault`` R115."""
    return archive.pack((*_frame(), archive.deflated_fast(SHEET_PART, sheet(categories, series))))


def frame() -> dict[str, bytes]:
    """The parts of a workbook but for its sheet."""
    return {name: DECLARATION + xml.encode() for name, xml in FRAME.items()}


def sheet(categories: Sequence[str], series: Sequence[Series]) -> bytes:
    """The part with the cells. Raises ``TemplateFault`` R115."""
    columns = [column(number) for number in range(len(series) + 1)]
    head = [_text(f"{letters}1", one.name) for letters, one in zip(columns[1:], series, strict=True)]
    rows = [f'<row r="1">{"".join(head)}</row>']
    for index, category in enumerate(categories):
        values = zip(columns[1:], (one.values[index] for one in series), strict=True)
        cells = [_number(f"{letters}{index + 2}", value) for letters, value in values if value is not None]
        rows.append(f'<row r="{index + 2}">{_text(f"A{index + 2}", category)}{"".join(cells)}</row>')
    xml = f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'
    return DECLARATION + xml.encode()


def column(number: int) -> str:
    """The letters of a column, counted from 0: A, B, … Z, AA."""
    high, low = divmod(number, 26)
    return (column(high - 1) if high else "") + chr(ord("A") + low)


def digits(value: Decimal) -> str:
    """The number with all its digits, and no exponent."""
    return f"{value:f}"


def plain(text: str) -> str:
    """A text as it stands in XML. Raises ``TemplateFault`` R115."""
    return escape(check_characters(text), quote=False)


@cache
def _frame() -> tuple[archive.Member, ...]:
    return tuple(archive.deflated_well(name, xml) for name, xml in frame().items())


def _text(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{plain(text)}</t></is></c>'


def _number(place: str, value: Decimal) -> str:
    return f'<c r="{place}"><v>{digits(value)}</v></c>'
