"""What docxtpl does with a part after Jinja: line breaks and tabs in values, ids of drawings, grids of tables."""

import re
from io import BytesIO
from itertools import count

from docxtpl import DocxTemplate
from lxml import etree

from perfeval.diagnostic import Text
from perfeval.word.fault import TemplateFault
from perfeval.word.sandbox import OPERATION

PARAGRAPH_END = "</w:p>"
DRAWING = "<wp:docPr"
DRAWING_ID = re.compile(r'(<wp:docPr\b[^>]*?\sid=")[^"]*')
FIRST_DRAWING_ID = 1001
GRID_SPAN = re.compile(r'<w:gridSpan\b[^>]*?\bw:val="([^"]*)"')
WHOLE_NUMBER = re.compile("[0-9]{1,6}")

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
