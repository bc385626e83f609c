"""The tags of a Word template, with the paragraph each stands in, and what Word did to them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from perfeval.diagnostic import Location, Place, Text
from perfeval.inspection.kinds import NOT_FILLED, SPLIT
from perfeval.inspection.passage import Fault, Mention, Passage
from perfeval.inspection.split import obstacle
from perfeval.word import package
from perfeval.word.dialect import blocks, check_alone, number_tags, source_of
from perfeval.word.fault import NOWHERE, TemplateFault
from perfeval.word.parts import CONTENT_TYPES, XML_SUFFIXES, parsed
from perfeval.word.places import PARAGRAPH, Places, W
from perfeval.word.sandbox import Sandbox
from perfeval.word.tagged import WRITTEN, Tag, check_closed
from perfeval.word.template import tagged_parts

LIKE_A_TAG = re.compile(r"[{｛]\s*[{｛%％][^{}｛｝]+[}｝%％]\s*[}｝]")
COMMENTS = "comments"
ALONE = (
    f'<w:tbl xmlns:w="{W[1:-1]}"><w:tr><w:tc><w:tcPr><w:noWrap/></w:tcPr>'
    "<w:p><w:r><w:t/></w:r></w:p></w:tc></w:tr></w:tbl>"
)
"""A place where a tag of every kind may stand."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the template: its tags, and what is wrong with their places."""

    name: str
    root: etree._Element
    places: Places
    lines: Mapping[etree._Element, int]
    mentions: Sequence[Mention]
    faults: Sequence[Fault]

    def line_of(self, block: etree._Element) -> int:
        """The number of a paragraph, in tables too; 1 for what is none."""
        return self.lines.get(block, 1)

    def passage(self, sandbox: Sandbox) -> Passage:
        """Its tags as a passage."""
        return Passage(self.mentions, source_alone, sandbox)


def read_parts(parts: Mapping[str, bytes], layout: str, file: Path) -> Iterator[Part]:
    """The parts in which tags are replaced, the body first."""
    tagged = tagged_parts(parts[CONTENT_TYPES])
    for name in sorted((name for name in tagged if name in parts), key=lambda name: (name != package.DOCUMENT, name)):
        root = parsed(name, parts[name])
        yield _read(name, root, Places(root, tagged[name], layout), file)


def strays(parts: Mapping[str, bytes], file: Path) -> Iterator[Fault]:
    """What is written like a tag in parts that are taken over as they are; a comment may speak of tags."""
    tagged = tagged_parts(parts[CONTENT_TYPES])
    for name, content in parts.items():
        if name not in tagged and name.endswith(XML_SUFFIXES) and COMMENTS not in name and b"{" in content:
            where = Text(f"部件 {name}：", f"part {name}: ")
            text = "".join(map(str, parsed(name, content).itertext()))
            for found in WRITTEN.finditer(text):
                yield Fault(Mention(found.group(), where, Location(str(file), Place(1, 1), "")), NOT_FILLED)


@cache
def source_alone(tag: str) -> str:
    """Jinja's source of a tag that stands by itself, made as the engine makes it of a whole part."""
    root = etree.fromstring(ALONE)
    for text in root.iter(f"{W}t"):
        text.text = tag
    return source_of(root, number_tags(root, Places(root, NOWHERE, ""))).text


def _read(name: str, root: etree._Element, places: Places, file: Path) -> Part:
    lines = {paragraph: number for number, paragraph in enumerate(root.iter(PARAGRAPH), 1)}
    mentions: list[Mention] = []
    faults: list[Fault] = []
    for block, carriers, text in _texts(root):
        where, line = places.where(block), lines.get(block, 1)

        def mention(tag: str, at: int, where: Text = where, line: int = line, text: str = text) -> Mention:
            return Mention(tag, where, Location(str(file), Place(line, at + 1), text))

        faults += _of_block(text, mention("", max(text.find("{"), 0)))
        for found in LIKE_A_TAG.finditer(text):
            if not WRITTEN.fullmatch(found.group()):
                faults.append(Fault(mention(found.group(), found.start()), NOT_FILLED))
        for found in WRITTEN.finditer(text):
            if not found.group().startswith("{#"):
                mentions.append(mention(found.group(), found.start()))
                faults += _of_tag(block, carriers, found, mentions[-1])
    return Part(name, root, places, lines, mentions, faults)


def _texts(root: etree._Element) -> Iterator[tuple[etree._Element, Sequence[etree._Element], str]]:
    """Where tags may be: paragraphs with the elements that carry their text, and what else Jinja reads in them.

    It reads the whole XML: a tag in an alternative text or in the code of a field is one, too.
    """
    found: list[tuple[etree._Element, Sequence[etree._Element], str]] = []
    carrying: set[etree._Element] = set()
    for block, carriers in blocks(root):
        carrying.update(carriers)
        found.append((block, carriers, "".join(carrier.text or "" for carrier in carriers)))
    for element in root.iter(etree.Element):
        unseen = [str(value) for value in element.attrib.values()]
        unseen += [] if element in carrying else [element.text or ""]
        found += ((next(element.iterancestors(PARAGRAPH), element), (), text) for text in unseen)
    order = {element: number for number, element in enumerate(root.iter(etree.Element))}
    for block, held, text in sorted(found, key=lambda one: order[one[0]]):
        if "{{" in text or "{%" in text or (held and LIKE_A_TAG.search(text)):
            yield block, held, text


def _of_block(text: str, mention: Mention) -> Iterator[Fault]:
    try:
        check_closed(text, mention.where)
    except TemplateFault as fault:
        yield Fault(mention, fault.kind, fault.arguments)


def _of_tag(
    block: etree._Element, carriers: Sequence[etree._Element], found: re.Match[str], mention: Mention
) -> Iterator[Fault]:
    try:
        check_alone(block, Tag(mention.text, mention.where))
    except TemplateFault as fault:
        yield Fault(mention, fault.kind, fault.arguments)
    between = obstacle(carriers, found.start(), found.end()) if carriers else None
    if between is not None:
        yield Fault(mention, SPLIT, {"between": between})
