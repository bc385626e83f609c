"""The text of a Word document, read from its XML: paragraphs, table rows, footers."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's style and text; line breaks and tabs as such."""

    style: str | None
    text: str


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
