"""What docxtpl does with a part after Jinja: line breaks and tabs in values, ids of drawings, grids of tables."""

import re
from io import BytesIO
from itertools import count

from docxtpl import DocxTemplate
from lxml import etree

PARAGRAPH_END = "</w:p>"
DRAWING = "<wp:docPr"
DRAWING_ID = re.compile(r'(<wp:docPr\b[^>]*?\sid=")[^"]*')
FIRST_DRAWING_ID = 1001

_docxtpl = DocxTemplate(BytesIO())
"""Never opened: only its functions from text to text are used."""


def break_lines(xml: str) -> str:
    """A rendered part with ``w:br`` and ``w:tab`` for the line feeds and tabs in its values."""
    if "\n" not in xml and "\t" not in xml:
        return xml
    return PARAGRAPH_END.join(_break_paragraph(piece) for piece in xml.split(PARAGRAPH_END))


def number_drawings(xml: str) -> str:
    """The rendered body with an id of its own for every drawing, for a loop repeats them."""
    if DRAWING not in xml:
        return xml
    ids = count(FIRST_DRAWING_ID)
    return DRAWING_ID.sub(lambda found: f"{found[1]}{next(ids)}", xml)


def fit_tables(xml: str) -> str:
    """A rendered part whose tables' grids have as many columns as their rows have cells.

    docxtpl's reader would mend broken XML by leaving things out; what it gets here is well-formed.
    """
    return etree.tostring(_docxtpl.fix_tables(xml), encoding="unicode")


def _break_paragraph(piece: str) -> str:
    if "\n" not in piece and "\t" not in piece:
        return piece
    return str(_docxtpl.resolve_listing(piece + PARAGRAPH_END)).removesuffix(PARAGRAPH_END)
