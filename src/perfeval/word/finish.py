"""What a part needs after Jinja: line breaks, tabs, ids of drawings and grids of tables as by docxtpl; full cells."""

import re
from io import BytesIO
from itertools import count

from docxtpl import DocxTemplate
from lxml import etree

from perfeval.diagnostic import Text
from perfeval.word.fault import TemplateFault
from perfeval.word.sandbox import OPERATION

PARAGRAPH_END = "</w:p>"
DRAWING = b"<wp:docPr"
DRAWING_ID = re.compile(rb'(<wp:docPr\b[^>]*?\sid=")[^"]*')
FIRST_DRAWING_ID = 1001
GRID_SPAN = re.compile(r'<w:gridSpan\b[^>]*?\bw:val="([^"]*)"')
CELL_END = b"</w:tc>"
LAST_IN_CELL = (b"<w:tc>", b"<w:tcPr/>", b"</w:tcPr>", b"</w:tbl>")
"""What a cell must not end with: its last block is a paragraph."""
WHOLE_NUMBER = re.compile("[0-9]{1,6}")
OPEN_CELL = re.compile(r"[%}]\}</w:tc>")
"""The end of a cell in a template whose last paragraph a tag decides on."""

_docxtpl = DocxTemplate(BytesIO())
"""Never opened: only its functions from text to text are used."""


def finished(xml: bytes, *, has_drawings: bool, has_open_cells: bool, has_varying_tables: bool) -> bytes:
    """A rendered part as Word wants it; most have nothing to do. Raises R113."""
    if b"\n" in xml or b"\t" in xml:
        xml = _break_lines(xml.decode()).encode()
    if has_drawings:
        xml = _number_drawings(xml)
    if has_open_cells:
        xml = _end_cells(xml)
    return _fit_tables(xml.decode()).encode() if has_varying_tables else xml


def _break_lines(xml: str) -> str:
    """A rendered part with ``w:br`` and ``w:tab`` for the line feeds and tabs in its values."""
    return PARAGRAPH_END.join(_break_paragraph(piece) for piece in xml.split(PARAGRAPH_END))


def _end_cells(xml: bytes) -> bytes:
    """A rendered part with a paragraph at the end of the cells that tags left without."""
    for last in LAST_IN_CELL:
        xml = xml.replace(last + CELL_END, last + b"<w:p/>" + CELL_END)
    return xml


def _number_drawings(xml: bytes) -> bytes:
    """The rendered body with an id of its own for every drawing, for a loop repeats them."""
    ids = count(FIRST_DRAWING_ID)
    return DRAWING_ID.sub(lambda found: b"%b%d" % (found[1], next(ids)), xml)


def _fit_tables(xml: str) -> str:
    """A rendered part whose tables' grids have as many columns as their rows have cells. Raises R113.

    docxtpl's reader would mend broken XML by leaving things out; what it gets here is well-formed.
    """
    wrong = next((span for span in GRID_SPAN.findall(xml) if not WHOLE_NUMBER.fullmatch(span)), None)
    if wrong is not None:
        raise TemplateFault(
            OPERATION, {"tag": "{% colspan %}", "detail": Text(f"{wrong} 不是整数", f"{wrong} is no whole number")}
        )
    return etree.tostring(_docxtpl.fix_tables(xml), encoding="unicode")


def _break_paragraph(piece: str) -> str:
    if "\n" not in piece and "\t" not in piece:
        return piece
    return str(_docxtpl.resolve_listing(piece + PARAGRAPH_END)).removesuffix(PARAGRAPH_END)
