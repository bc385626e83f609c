"""Where the marked values of a docx stand, in words that a reader of the page can follow."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from perfeval.diagnostic import Text
from perfeval.word import archive, package
from perfeval.word.marks import BEGIN, Origins, pieces, unmarked
from perfeval.word.parts import parsed
from perfeval.word.places import CELL, PARAGRAPH, ROW, TABLE, W, enclosing, visible_text

STYLES = "word/styles.xml"
VAL = W + "val"
AROUND = 16
"""Characters shown on either side of a value."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A value on the page: the number of its origin, its text, its place and what stands around it."""

    origin: int
    text: str
    place: Text
    around: str


def occurrences(document: bytes) -> Iterator[Occurrence]:
    """Every marked value of the body, in the order of the page.

    Paragraphs that are not empty are counted from their heading, tables through the document, columns by the grid.
    """
    parts = archive.unpack(document)
    styles = _heading_styles(parsed(STYLES, parts[STYLES])) if STYLES in parts else frozenset()
    body = parsed(package.DOCUMENT, parts[package.DOCUMENT])
    tables = {table: number for number, table in enumerate(body.iter(TABLE), 1)}
    heading, number = "", 0
    for paragraph in body.iter(PARAGRAPH):
        text, cell = visible_text(paragraph), enclosing(paragraph, CELL)
        if cell is None and _style(paragraph) in styles:
            heading, number = unmarked(text), 0
        elif cell is None and text:
            number += 1
        if BEGIN in text:
            place = _below(heading, _inside(number) if cell is None else _in_table(cell, tables))
            for origins, value, around in _values(text, cell):
                yield from (Occurrence(origin, value, place, around) for origin in origins)


def _heading_styles(styles: etree._Element) -> frozenset[str | None]:
    """Word keeps the English names of its headings in every language."""
    named = ((style.get(f"{W}styleId"), style.find(f"{W}name")) for style in styles.iter(f"{W}style"))
    return frozenset(key for key, name in named if name is not None and name.get(VAL, "").lower().startswith("heading"))


def _style(paragraph: etree._Element) -> str | None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if style is None else style.get(VAL)


def _inside(number: int) -> Text:
    """A heading itself is paragraph 0."""
    return Text(f"第 {number} 段", f"paragraph {number}") if number else Text("标题", "the heading itself")


def _below(heading: str, inside: Text) -> Text:
    return Text(f"“{heading}”{inside.zh}", f"“{heading}”, {inside.en}") if heading else inside


def _in_table(cell: etree._Element, tables: dict[etree._Element, int]) -> Text:
    row, table = enclosing(cell, ROW), enclosing(cell, TABLE)
    assert row is not None
    assert table is not None
    line = sum(1 for _ in row.itersiblings(ROW, preceding=True)) + 1
    spans = (before.find(f"{W}tcPr/{W}gridSpan") for before in cell.itersiblings(CELL, preceding=True))
    column = sum(1 if span is None else int(span.get(VAL, "1")) for span in spans) + 1
    numbers = tables[table], line, column
    zh, en = "表 {} 第 {} 行第 {} 列", "table {}, row {}, column {}"
    return Text(zh.format(*numbers), en.format(*numbers))


def _values(text: str, cell: etree._Element | None) -> Iterator[tuple[Origins, str, str]]:
    """Each value of a paragraph with its origins and what stands around it: in a table, the cells beside it."""
    cut = list(pieces(text))
    left, right = ("", "") if cell is None else _beside(cell)
    for index, (piece, origins) in enumerate(cut):
        if origins:
            before = left + "".join(other for other, _ in cut[:index])
            after = "".join(other for other, _ in cut[index + 1 :]) + right
            yield origins, piece, _excerpt(before, piece, after)


def _beside(cell: etree._Element) -> tuple[str, str]:
    before = [unmarked(visible_text(other)) for other in cell.itersiblings(CELL, preceding=True)]
    after = [unmarked(visible_text(other)) for other in cell.itersiblings(CELL)]
    return "".join(f"{text} | " for text in reversed(before)), "".join(f" | {text}" for text in after)


def _excerpt(before: str, value: str, after: str) -> str:
    left = before if len(before) <= AROUND else f"…{before[-AROUND:]}"
    right = after if len(after) <= AROUND else f"{after[:AROUND]}…"
    return f"{left}【{value}】{right}"
