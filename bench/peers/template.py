"""A template that every engine can render, made from the finished report by taking its values out again.

The engines share neither filters nor conditions. So the values are the texts as printed: a row loop over the projects,
a paragraph loop wherever prose stands, a field for every other text that does not stand in our own template, and the
rest as it is. Rendered, it is the finished report again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from lxml.etree import _Element as Element

from peers.dialects import PARAGRAPH, ROW, TEXT, Dialect, W

DOCUMENT = "word/document.xml"
PROSE_STYLES = ("BodyText", "ListParagraph")
COLUMNS = ("number", "name", "budget", "received", "executed", "balance", "execution_rate", "score", "result_use")

Data: TypeAlias = dict[str, str | list[dict[str, str]]]
"""Nothing but text, under plain names."""


@dataclass(frozen=True, slots=True)
class Loop:
    """Elements of the report that differ in nothing but their texts, and what these are called."""

    name: str
    elements: tuple[Element, ...]
    names: Sequence[str]

    def texts(self) -> list[Element]:
        return [text for element in self.elements for text in element.iter(TEXT)]

    def items(self) -> list[dict[str, str]]:
        return [
            {name: text.text or "" for name, text in zip(self.names, element.iter(TEXT), strict=True)}
            for element in self.elements
        ]

    def close(self, dialect: Dialect) -> None:
        """The first element stands for all."""
        first, *others = self.elements
        for element in others:
            parent = element.getparent()
            assert parent is not None
            parent.remove(element)
        for name, text in zip(self.names, first.iter(TEXT), strict=True):
            text.text = dialect.item.format(loop=self.name, name=name)
        dialect.loop(first, self.name)


def common_template(report: bytes, ours: bytes, dialect: Dialect) -> tuple[bytes, Data]:
    """The finished report as a template in a dialect, and its data; ``ours`` is the template it was rendered from."""
    with ZipFile(BytesIO(ours)) as archive:
        fixed = {text.text for text in etree.fromstring(archive.read(DOCUMENT)).iter(TEXT)}
    with ZipFile(BytesIO(report)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(members[DOCUMENT])
    loops = [_projects(root), *_prose(root, fixed)]
    data: Data = {loop.name: loop.items() for loop in loops}
    looped = {text for loop in loops for text in loop.texts()}
    fields = [text for text in root.iter(TEXT) if text.text and text.text not in fixed and text not in looped]
    for number, text in enumerate(fields, 1):
        data[f"field{number}"] = text.text or ""
        text.text = dialect.field.format(name=f"field{number}")
    for loop in loops:
        loop.close(dialect)
    members[DOCUMENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _packed(members), data


def _projects(root: Element) -> Loop:
    """The rows of the longest table, between its head and its total."""
    table = max(root.iter(W + "tbl"), key=lambda found: len(found.findall(ROW)))
    *rows, _ = (row for row in table.iterchildren(ROW) if row.find(f"{W}trPr/{W}tblHeader") is None)
    return Loop("projects", tuple(rows), COLUMNS)


def _prose(root: Element, fixed: set[str | None]) -> Iterator[Loop]:
    """Paragraphs of one style that follow each other."""

    def style(element: Element) -> str | None:
        """The style of a paragraph of prose that is a single run; None is every other element."""
        found = element.find(f"{W}pPr/{W}pStyle")
        texts = list(element.iter(TEXT))
        if element.tag != PARAGRAPH or found is None or len(texts) != 1 or not texts[0].text or texts[0].text in fixed:
            return None
        return name if (name := found.get(W + "val")) in PROSE_STYLES else None

    body = root[0]
    groups = (tuple(elements) for name, elements in groupby(body, style) if name is not None)
    for number, elements in enumerate(groups, 1):
        yield Loop(f"prose{number}", elements, ("text",))


def _packed(members: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()
