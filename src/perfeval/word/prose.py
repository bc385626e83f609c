"""Prose in a small Markdown → paragraphs in the styles of a layout.

Understood are paragraphs, ``**bold**``, bulleted and numbered lists two levels deep, and tables. Everything else
(``*x*``, ``_x_``, ``<b>``, ``&amp;``, links, backslashes, ``#``, ``>``) is text and comes out as typed.

A line is joined to the one above, unless a blank line stands between. What is pasted from Word has none: so a line
that begins with an ideographic space or like a Chinese item (``1、`` ``一、`` ``（1）`` ``（一）``) begins a paragraph
too, but for one with a ``|``, which may be a row of a table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Self
from unicodedata import east_asian_width

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from perfeval.diagnostic import Kind, Severity, Text
from perfeval.word.characters import WellFormed, check_characters
from perfeval.word.fault import TemplateFault, shorten
from perfeval.word.table import separate, table, table_in_cell

MARKDOWN = MarkdownIt("zero").enable(["list", "table"]).disable("inline")
LIST_ITEM = re.compile(r"^[ \t]*(?:[-+*]|[0-9]{1,9}[.)])(?:[ \t]|$)", re.MULTILINE)
BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
ITEM_NUMBER = "(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,5})"
PARAGRAPH_BEGIN = re.compile(rf"\n(?=[ \t]*(?:\u3000|{ITEM_NUMBER}、|（{ITEM_NUMBER}）)[^|\n]*$)", re.MULTILINE)
BOLD = re.compile(r"\*\*(?=\S)((?:(?!\*\*).)+)(?<=\S)\*\*", re.DOTALL)
TEXTS_KEPT = 256
"""The texts of a report: composing sets them to prove that it can be done, and the document takes them from there."""

CELL_END = re.compile(r"(?<!\\)\|")

NUMBERS = ("{}.", "（{}）")
BULLETS = ("·", "－")
AMBIGUOUS_BUT_CHINESE = frozenset("“”‘’—…·")
"""Narrow in Unicode's tables as far as Western text goes, full width in Chinese text."""

TOO_DEEP = Kind(
    "R121",
    Severity.ERROR,
    what=Text(
        "{where}文字中的列表嵌套超过两层：{excerpt}",
        "{where}a list in the text is nested more than two deep: {excerpt}",
    ),
    why=Text(
        "公文的条目在这里只有“1.”和“（1）”两级写法", "the official style has two levels of items here, 1. and （1）"
    ),
    cure=Text("减少一层缩进，或改写成段落", "indent one level less, or write a paragraph"),
)
EXTRA_CELLS = Kind(
    "R122",
    Severity.ERROR,
    what=Text(
        "{where}文字中的表格有一行多于表头的列数：{excerpt}",
        "{where}a table row in the text has more cells than the head: {excerpt}",
    ),
    why=Text("按 Markdown 的规则，多出的单元格会无声消失", "by Markdown's rules the cells in excess would vanish"),
    cure=Text("补齐表头；单元格里的竖线写成 \\|", "complete the head; write a bar inside a cell as \\|"),
)


TYPE_AREA = 8844
"""156 mm in twips, the width of the text by GB/T 9704-2012."""


@dataclass(frozen=True, slots=True)
class ProseStyles:
    """Ids of a layout's paragraph styles."""

    body: str = "BodyText"
    item: str = "ListParagraph"
    table_head: str = "TableHead"
    table_text: str = "TableText"
    inside: bool = False
    """Whether the paragraphs stand in a cell of a table, which ends with one and whose width their tables have."""

    @classmethod
    def of_cell(cls, style: str) -> Self:
        """All in one style."""
        return cls(style, style, style, style, inside=True)


OFFICIAL = ProseStyles()
"""As every built-in layout has them."""


def paragraphs(text: str, styles: ProseStyles = OFFICIAL) -> WellFormed:
    """``w:p`` and ``w:tbl`` elements for ``{{p x }}``. Raises ``TemplateFault`` R115, R121 and R122."""
    return _paragraphs(check_characters(text), styles)


@lru_cache(maxsize=TEXTS_KEPT)
def _paragraphs(text: str, styles: ProseStyles) -> WellFormed:
    text = apart(text)
    if "|" not in text and LIST_ITEM.search(text) is None:
        blocks = (block.strip() for block in BLANK_LINES.split(text))
        xml = "".join(paragraph(block, styles.body) for block in blocks if block)
    else:
        root = SyntaxTreeNode(MARKDOWN.parse(text))
        if "|" in text:
            _check_rows(root, text.split("\n"))
        xml = separate("".join(_blocks(root.children, styles)))
        if styles.inside and xml.endswith("</w:tbl>"):
            xml += paragraph("", styles.body)
    return WellFormed(xml)


def apart(text: str) -> str:
    """The text with a blank line before every line that begins a paragraph by its look."""
    return PARAGRAPH_BEGIN.sub("\n\n", text) if "\n" in text else text


def paragraph(text: str, style: str) -> str:
    """One ``w:p``, with ``**bold**`` runs; a line end between Chinese characters leaves no blank."""
    line = _joined(text.split("\n")) if "\n" in text else text
    runs = BOLD.split(line) if "**" in line else (line,)
    xml = "".join(_run(run, bold=index % 2 == 1) for index, run in enumerate(runs) if run)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{xml}</w:p>'


def _blocks(nodes: Sequence[SyntaxTreeNode], styles: ProseStyles, level: int = 0, mark: str = "") -> Iterator[str]:
    """The XML of blocks inside so many lists; the first paragraph begins with the mark of its item."""
    for node in nodes:
        if node.type == "paragraph":
            text, mark = mark + _text(node), ""
            if text:  # a line of nothing but wide blanks is no paragraph
                yield paragraph(text, styles.item if level else styles.body)
        elif node.type == "table":
            yield _table(node, styles)
        else:
            yield from _items(node, styles, level)


def _items(list_: SyntaxTreeNode, styles: ProseStyles, level: int) -> Iterator[str]:
    for number, item in enumerate(list_.children, int(list_.attrs.get("start", 1))):
        if level == len(BULLETS):
            raise TemplateFault(TOO_DEEP, {"excerpt": shorten(_text(item))})
        mark = BULLETS[level] if list_.type == "bullet_list" else NUMBERS[level].format(number)
        if not item.children or item.children[0].type != "paragraph":
            yield paragraph(mark, styles.item)
            mark = ""
        yield from _blocks(item.children, styles, level + 1, mark)


def _table(node: SyntaxTreeNode, styles: ProseStyles) -> str:
    rows = [[_text(cell) for cell in row.children] for part in node.children for row in part.children]
    head = [paragraph(text, styles.table_head) for text in rows[0]]
    body = [[paragraph(text, styles.table_text) for text in row] for row in rows[1:]]
    return table_in_cell(head, body) if styles.inside else table(head, body, TYPE_AREA)


def _check_rows(root: SyntaxTreeNode, lines: Sequence[str]) -> None:
    """Markdown drops the cells of a row that has more of them than the head has; here that is a fault."""
    for row in root.walk():
        if row.type == "tr" and row.map is not None:
            line = lines[row.map[0]]
            inner = line.strip().removeprefix("|").removesuffix("|")
            if len(CELL_END.split(inner)) > len(row.children) and row.parent is not None and row.parent.type == "tbody":
                raise TemplateFault(EXTRA_CELLS, {"excerpt": shorten(line.strip())})


def _text(node: SyntaxTreeNode) -> str:
    return "".join(child.content if child.type == "inline" else _text(child) for child in node.children).strip()


def _run(text: str, *, bold: bool) -> str:
    properties = "<w:rPr><w:b/><w:bCs/></w:rPr>" if bold else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def _joined(lines: Sequence[str]) -> str:
    """Lines as one: where two Chinese characters meet there is no blank, elsewhere one."""
    first, *rest = (line.strip(" \t") for line in lines)
    pieces = [first]
    for line in rest:
        meet = pieces[-1] and line and _is_east_asian(pieces[-1][-1]) and _is_east_asian(line[0])
        pieces += ("" if meet else " ", line)
    return "".join(pieces)


def _is_east_asian(character: str) -> bool:
    return east_asian_width(character) in "WF" or character in AMBIGUOUS_BUT_CHINESE
