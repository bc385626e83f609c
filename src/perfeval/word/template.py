"""A docx template, compiled once in a process and rendered to a finished docx as often as there are reports."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from jinja2 import nodes
from lxml import etree

from perfeval.diagnostic import Text
from perfeval.word import archive, package
from perfeval.word.dialect import number_tags, source_of, unescaped
from perfeval.word.fault import TemplateFault
from perfeval.word.finish import break_lines, fit_tables, number_drawings
from perfeval.word.grid import grid_fault
from perfeval.word.parts import CONTENT_TYPES, parsed
from perfeval.word.places import Places
from perfeval.word.sandbox import Filters, Sandbox, Sandboxed, XmlSandbox
from perfeval.word.skeleton import has_varying_tables, prove
from perfeval.word.tagged import Tagged, parse

TAGGED_TYPES = {
    package.MAIN_TYPE: Text("正文", "body"),
    package.WORDPROCESSING.format("header"): Text("页眉", "header"),
    package.WORDPROCESSING.format("footer"): Text("页脚", "footer"),
    package.WORDPROCESSING.format("footnotes"): Text("脚注", "footnotes"),
    package.WORDPROCESSING.format("endnotes"): Text("尾注", "endnotes"),
    "application/vnd.openxmlformats-package.core-properties+xml": Text("文档属性", "document properties"),
}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Part:
    """A part with tags, compiled."""

    name: str
    tagged: Tagged
    has_varying_tables: bool

    def render(self, context: Mapping[str, object]) -> archive.Member:
        """The part as a finished member of the archive."""
        xml = break_lines(self.tagged.render(context))
        if self.name == package.DOCUMENT:
            xml = number_drawings(xml)
        if self.has_varying_tables:
            xml = fit_tables(xml)
        return archive.deflated_fast(self.name, (DECLARATION + xml).encode())


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template: parts with tags, and members that are the same in every report, in archive order."""

    members: tuple[Part | archive.Member, ...]

    @classmethod
    def compile(cls, path: Path, name: str, filters: Filters, sandboxed: Sandboxed = XmlSandbox) -> Self:
        """The template of the layout called ``name``. Raises ``OSError`` and ``TemplateFault`` R101 to R120."""
        parts = package.load(path, name)
        tagged = _tagged_parts(parts[CONTENT_TYPES])
        sandbox = sandboxed(filters)
        return cls(
            tuple(
                _compile_part(part, parts[part], tagged[part], name, sandbox)
                if part in tagged and b"{" in parts[part]
                else archive.deflated_well(part, parts[part])
                for part in sorted(parts, key=archive.order)
            )
        )

    def render(self, context: Mapping[str, object]) -> bytes:
        """The docx. Raises ``TemplateFault`` R112 to R119."""
        return archive.pack(member.render(context) if isinstance(member, Part) else member for member in self.members)


def _tagged_parts(content_types: bytes) -> dict[str, Text]:
    """The parts that may have tags, by name, with what a reader calls them."""
    declared = package.declared_types(content_types)
    return {name: TAGGED_TYPES[kind] for name, kind in declared.items() if kind in TAGGED_TYPES}


def _compile_part(name: str, content: bytes, called: Text, layout: str, sandbox: Sandbox) -> Part:
    root = _root(name, content, layout)
    places = Places(root, called, layout)
    unfit = grid_fault(name, root, places)  # before numbers stand in the texts that it quotes
    source = source_of(root, number_tags(root, places))
    tree = parse(source, sandbox)
    for data in tree.find_all(nodes.TemplateData):
        data.data = unescaped(data.data)
    skeleton = prove(tree, source)
    if unfit is not None:
        raise unfit
    return Part(name, Tagged.assemble(source, tree, sandbox), has_varying_tables(skeleton))


def _root(name: str, content: bytes, layout: str) -> etree._Element:
    try:
        return parsed(name, content, keep_blanks=False)
    except TemplateFault as fault:
        raise fault.at({"layout": layout}) from None
