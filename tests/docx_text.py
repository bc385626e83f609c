"""The text and the structure of a Word document as lines of text, for tests to compare and people to read."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def part(docx: bytes, name: str = "word/document.xml") -> etree._Element:
    """A part, parsed strictly."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))


def lines(docx: bytes) -> list[str]:
    """One line a paragraph (``[style] text``), one a table row (``| cell | cell |``), one a section's end."""
    body = part(docx).find(f"{W}body")
    assert body is not None
    return list(_blocks(body))


def _blocks(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{W}p":
            yield f"[{_style(child)}] {text(child)}".rstrip()
            section = child.find(f"{W}pPr/{W}sectPr")
            if section is not None:
                yield _section(section)
        elif child.tag == f"{W}tbl":
            yield f"<table {len(child.findall(f'{W}tblGrid/{W}gridCol'))}>"
            yield from (_row(row) for row in child.iterfind(f"{W}tr"))
            yield "</table>"
        elif child.tag == f"{W}sectPr":
            yield _section(child)
        elif child.tag == f"{W}sdt":
            yield from _blocks(child.findall(f"{W}sdtContent")[0])


def _row(row: etree._Element) -> str:
    return f"| {' | '.join(map(_cell, row.iterfind(f'{W}tc')))} |"


def _cell(cell: etree._Element) -> str:
    """The paragraphs of a cell; ``×2`` before one that takes two columns, ``^`` for one merged with that above."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    before = "" if span is None else f"×{span.get(f'{W}val')} "
    if merge is not None and merge.get(f"{W}val") != "restart":
        before += "^"
    return before + " ¶ ".join(text(paragraph) for paragraph in cell.iterfind(f"{W}p"))


def text(element: etree._Element) -> str:
    """The text of an element; ``⏎`` a line break, ``→`` a tab, ``{…}`` a drawing by its name."""
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for node in element.iter(etree.Element):
        if node.tag == f"{W}t":
            yield node.text or ""
        elif node.tag == f"{W}br":
            yield "⏎"
        elif node.tag == f"{W}tab" and next(node.iterancestors()).tag == f"{W}r":
            yield "→"
        elif node.tag == DRAWING:
            yield f"{{{node.get('name', '')}}}"


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "-" if style is None else style.get(f"{W}val", "-")


def _section(section: etree._Element) -> str:
    size = section.find(f"{W}pgSz")
    assert size is not None
    return f"=== {size.get(f'{W}w')} × {size.get(f'{W}h')}"
