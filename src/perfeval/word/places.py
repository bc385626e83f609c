"""Where in a part something stands, in words a person working in Word can follow."""

from collections.abc import Iterator

from lxml import etree

from perfeval.diagnostic import Text
from perfeval.word.fault import shorten

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH, TEXT = W + "p", W + "t"
TABLE, ROW, CELL = W + "tbl", W + "tr", W + "tc"


class Places:
    """The places of one part: paragraphs outside tables are counted, table cells named by table, row and cell."""

    def __init__(self, root: etree._Element, part: Text, layout: str) -> None:
        outside = (paragraph for paragraph in root.iter(PARAGRAPH) if enclosing(paragraph, CELL) is None)
        self._paragraphs = {paragraph: number for number, paragraph in enumerate(outside, 1)}
        self._tables = {table: number for number, table in enumerate(root.iter(TABLE), 1)}
        self._part = part
        self.layout = layout

    def where(self, element: etree._Element) -> Text:
        """The place of a paragraph, in front of what is said about it."""
        inside = self.inside(element)
        return Text(f"版式“{self.layout}”的{inside.zh}：", f"layout “{self.layout}”, {inside.en}: ")

    def inside(self, element: etree._Element) -> Text:
        """The place of a paragraph inside its document."""
        position, seen = self._position(element)
        excerpt = shorten(visible_text(seen))
        return Text(f"{self._part.zh}{position.zh}（“{excerpt}”）", f"{self._part.en}{position.en} (“{excerpt}”)")

    def _position(self, element: etree._Element) -> tuple[Text, etree._Element]:
        cell = enclosing(element, CELL)
        row = None if cell is None else enclosing(cell, ROW)
        table = None if row is None else enclosing(row, TABLE)
        if cell is not None and row is not None and table is not None:
            numbers = self._tables[table], _ordinal(table, row, ROW), _ordinal(row, cell, CELL)
            zh, en = "第 {} 个表格第 {} 行第 {} 格", ", table {}, row {}, cell {}"
            return Text(zh.format(*numbers), en.format(*numbers)), cell
        number = self._paragraphs.get(element)
        if number is None:
            return Text("", ""), element
        return Text(f"第 {number} 段", f", paragraph {number}"), element


def enclosing(element: etree._Element, tag: str) -> etree._Element | None:
    """The nearest ancestor with this tag."""
    return next(element.iterancestors(tag), None)


def visible_text(element: etree._Element) -> str:
    """The text a reader sees in an element."""
    return "".join(_texts(element))


def _texts(element: etree._Element) -> Iterator[str]:
    carriers = element.iter(TEXT) if element.tag.startswith(W) else [element]
    return (carrier.text or "" for carrier in carriers)


def _ordinal(parent: etree._Element, child: etree._Element, tag: str) -> int:
    return list(parent.iter(tag)).index(child) + 1
