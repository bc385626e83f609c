"""Proves, once for a template, that every report made from it is well-formed XML.

Two things make the proof. Each block of a tag (the body of a ``for``, every branch of an ``if``) is *level*: what it
closes it opens again, so writing it once, often or not at all leaves the same elements open. And the *skeleton*, the
template with every block written once and every value left out, is well-formed. Values cannot break it: they are
escaped, or XML that was checked by itself.
"""

import re
from collections.abc import Iterator, Sequence

from jinja2 import nodes
from lxml import etree

from perfeval.diagnostic import Kind, Severity, Text
from perfeval.word.places import ROW, TABLE, W
from perfeval.word.tagged import Source, fault

ELEMENT = re.compile(r"<(/?)([\w:.-]+)[^<>]*?(/?)>")
BEGIN, END, VALUE = "\ue000", "\ue001", "\ue002"
"""Private-use characters that stand in the skeleton for the ends of a block and for a value."""

UNBALANCED = Kind(
    "R117",
    Severity.ERROR,
    what=Text(
        "{where}标记 {tag} 与它的结束标记跨越了不同的结构", "{where}tag {tag} and its end enclose parts of elements"
    ),
    why=Text(
        "这样生成的文档结构不完整，Word 打不开", "the document would come out with broken structure; Word refuses it"
    ),
    cure=Text(
        "让 if、for 与其 end… 位于同一段、同一单元格或同类的独立行（{{%p、{{%tr）中",
        "keep if, for and their end… in one paragraph or cell, or each in a line of its own ({{%p, {{%tr)",
    ),
)


def prove(tree: nodes.Template, source: Source) -> etree._Element:
    """The skeleton of a template. Raises ``TemplateFault`` R117 where the proof fails."""
    for block in tree.find_all((nodes.For, nodes.If)):
        if not all(_level(_flatten(branch)) for branch in _branches(block)):
            raise fault(source, UNBALANCED, block.lineno)
    try:
        return etree.fromstring(_flatten(tree.body).encode(), etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        raise fault(source, UNBALANCED, 0) from None


def has_varying_tables(skeleton: etree._Element) -> bool:
    """Whether a table's grid must be fitted to its rows after rendering, because data decides how wide they are."""
    return any(not _is_steady(table) for table in skeleton.iter(TABLE))


def _is_steady(table: etree._Element) -> bool:
    """A row that is always there fills the grid, and no row can be wider."""
    grid = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    rows = list(table.iter(ROW))
    if any(_varies(row) for row in rows):
        return False
    widths = [_width(row) for row in rows]
    always = [_width(row) for row in _unconditional(table)]
    return grid in always and max(widths) == grid


def _varies(row: etree._Element) -> bool:
    spans = [span.get(f"{W}val", "") for span in row.iter(f"{W}gridSpan")]
    between = [row.text or "", *(cell.tail or "" for cell in row)]
    return any(mark in text for text in (*between, *spans) for mark in (BEGIN, VALUE))


def _width(row: etree._Element) -> int:
    spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc"))
    return sum(1 if span is None else int(span.get(f"{W}val", "1")) for span in spans)


def _unconditional(table: etree._Element) -> Iterator[etree._Element]:
    depth = 0
    for child in table:
        if child.tag == ROW and depth == 0:
            yield child
        tail = child.tail or ""
        depth += tail.count(BEGIN) - tail.count(END)


def _branches(block: nodes.Node) -> Iterator[Sequence[nodes.Node]]:
    if isinstance(block, (nodes.For, nodes.If)):
        yield block.body
        yield block.else_


def _flatten(body: Sequence[nodes.Node]) -> str:
    return "".join(_pieces(body))


def _pieces(body: Sequence[nodes.Node]) -> Iterator[str]:
    for node in body:
        if isinstance(node, nodes.Output):
            yield from (part.data if isinstance(part, nodes.TemplateData) else VALUE for part in node.nodes)
        elif isinstance(node, nodes.If):
            yield from (BEGIN, *_pieces(node.body), *_pieces(node.elif_), *_pieces(node.else_), END)
        elif isinstance(node, nodes.For):
            yield from (BEGIN, *_pieces(node.body), *_pieces(node.else_), END)


def _level(text: str) -> bool:
    """Whether a piece of XML closes and opens again the same elements, and cuts through no tag."""
    opened: list[str] = []
    closed: list[str] = []
    elements = ELEMENT.findall(text)
    for closing, name, empty in elements:
        if not closing and not empty:
            opened.append(name)
        elif closing and opened:
            if opened.pop() != name:
                return False
        elif closing:
            closed.append(name)
    return closed == opened[::-1] and len(elements) == text.count("<") == text.count(">")
