"""The text of a Word document, read from its XML: paragraphs, table rows, footers."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's style and text; line breaks and tabs as such."""

    style: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as it is drawn: its alternative text, its categories, the values of each series by its name."""

    description: str
    categories: list[str]
    series: dict[str, list[str]]


def charts(document: bytes) -> list[Chart]:
    """The charts in the document's order."""
    with ZipFile(BytesIO(document)) as archive:
        related = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        targets = {one.get("Id"): one.get("Target", "") for one in related}
        return [_chart(one, archive.read(f"word/{targets[one.get(ID)]}")) for one in body(document).iter(f"{C}chart")]


def _chart(drawn: etree._Element, part: bytes) -> Chart:
    inline = next(drawn.iterancestors(f"{WP}inline"))
    series = list(etree.fromstring(part).iter(f"{C}ser"))
    shown = [
        [[v.text or "" for v in one.iterfind(f"{C}{what}//{C}v")] for what in ("tx", "cat", "val")] for one in series
    ]
    (docpr,) = inline.iterchildren(f"{WP}docPr")
    return Chart(docpr.get("descr", ""), shown[0][1], {name: values for (name,), _, values in shown})


def xml(document: bytes) -> bytes:
    """The main part."""
    with ZipFile(BytesIO(document)) as archive:
        return archive.read("word/document.xml")


def body(document: bytes) -> etree._Element:
    """``w:body``, strictly parsed."""
    found = etree.fromstring(xml(document)).find(f"{W}body")
    assert found is not None
    return found


def paragraphs(document: bytes) -> list[Paragraph]:
    """All paragraphs in the document's order, those in tables among them."""
    return [Paragraph(_style(found), text(found)) for found in body(document).iter(f"{W}p")]


def rows(document: bytes) -> list[list[str]]:
    """The texts of the cells of every row of every table."""
    return [[_cell(cell) for cell in row.iter(f"{W}tc")] for row in body(document).iter(f"{W}tr")]


def tables(document: bytes) -> list[list[list[str]]]:
    """The rows of each table that stands in no other, as the texts of their cells."""
    return [
        [[_cell(cell) for cell in row.iterchildren(f"{W}tc")] for row in table.iterchildren(f"{W}tr")]
        for table in body(document).iterchildren(f"{W}tbl")
    ]


def text(paragraph: etree._Element) -> str:
    """The text of the runs of a paragraph."""
    return "".join(_characters(paragraph))


def _characters(paragraph: etree._Element) -> Iterator[str]:
    for found in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
        if found.tag == f"{W}t":
            yield found.text or ""
        elif found.getparent() is not None and found.getparent().tag == f"{W}r":  # type: ignore[union-attr]
            yield "\n" if found.tag == f"{W}br" else "\t"


def _cell(cell: etree._Element) -> str:
    return "\n".join(map(text, cell.iter(f"{W}p")))


def _style(paragraph: etree._Element) -> str | None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if style is None else style.get(f"{W}val")
