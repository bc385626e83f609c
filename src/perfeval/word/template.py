"""A docx template, compiled once in a process and rendered to a finished docx as often as there are reports."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Self

from jinja2 import nodes
from lxml import etree

from perfeval.diagnostic import Text
from perfeval.word import archive, package
from perfeval.word.chart_drawings import DESCRIBED, check_loops, described
from perfeval.word.charts import Charts, Made
from perfeval.word.dialect import number_tags, source_of, unescaped
from perfeval.word.fault import TemplateFault
from perfeval.word.finish import DRAWING, OPEN_CELL, finished
from perfeval.word.grid import grid_fault
from perfeval.word.parts import CONTENT_TYPES, DECLARATION, parsed
from perfeval.word.places import Places
from perfeval.word.quick import QuickXml, written
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


@dataclass(frozen=True, slots=True)
class Part:
    """A part with tags, compiled: in its quick form if it has one, and for the sandbox on first need."""

    name: str
    quick: Tagged | None
    tagged: Callable[[], Tagged]
    has_drawings: bool
    has_open_cells: bool
    has_varying_tables: bool

    def render(self, context: Mapping[str, object]) -> bytes:
        """The finished part."""
        xml = None if self.quick is None else written(self.quick.template, context)
        if xml is not None:
            return self._finished(xml, has_drawings=self.has_drawings)
        return self._finished(self.tagged().render(context).encode(), has_drawings=True)  # a value may be a picture

    def _finished(self, xml: bytes, *, has_drawings: bool) -> bytes:
        is_numbered = has_drawings and self.name == package.DOCUMENT
        return DECLARATION + finished(
            xml,
            has_drawings=is_numbered,
            has_open_cells=self.has_open_cells,
            has_varying_tables=self.has_varying_tables,
        )


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template: parts with tags, and members that are as the template has them, in archive order.

    Those of its charts are filled, or left out, for every report.
    """

    members: tuple[Part | archive.Member, ...]
    charts: Charts

    @classmethod
    def compile(
        cls,
        content: bytes,
        name: str,
        filters: Filters,
        sandboxed: Sandboxed = XmlSandbox,
        charts: Collection[str] = (),
    ) -> Self:
        """The template of the layout called ``name``, with its ``charts``. Raises ``TemplateFault`` R101 to R135."""
        parts = package.read(content, name)
        tagged = tagged_parts(parts[CONTENT_TYPES])
        drawn, parts[package.DOCUMENT] = Charts.find(parts, tagged, charts, name)
        filters = {**filters, DESCRIBED: described}
        sandbox = sandboxed(filters)
        quick = QuickXml(filters) if sandboxed is XmlSandbox else None  # a trace marks value by value
        members = (
            _compile_part(part, parts[part], tagged[part], name, sandbox, quick=quick)
            if part in tagged and b"{" in parts[part]
            else archive.deflated_well(part, parts[part])
            for part in sorted(parts, key=archive.order)
        )
        return cls(tuple(members), drawn)

    def render(self, context: Mapping[str, object]) -> bytes:
        """The docx. Raises ``TemplateFault`` R112 to R134."""
        written = {part.name: part.render(context) for part in self.members if isinstance(part, Part)}
        charts = self.charts.members(written.get(package.DOCUMENT, b""), context)
        return archive.pack(_packed(self.members, written, charts))


def _packed(
    members: Iterable[Part | archive.Member], written: Mapping[str, bytes], charts: Made
) -> Iterator[archive.Member]:
    """The members of a report: of the parts what was written, of the charts what was made of them, if anything."""
    for member in members:
        if isinstance(member, Part):
            yield archive.deflated_fast(member.name, written[member.name])
        elif member.name not in charts:
            yield member
        elif (made := charts[member.name]) is not None:
            yield made


def tagged_parts(content_types: bytes) -> dict[str, Text]:
    """The parts that may have tags, by name, with what a reader calls them."""
    declared = package.declared_types(content_types)
    return {name: TAGGED_TYPES[kind] for name, kind in declared.items() if kind in TAGGED_TYPES}


def _compile_part(
    name: str, content: bytes, called: Text, layout: str, sandbox: Sandbox, *, quick: Sandbox | None
) -> Part:
    root = _root(name, content, layout)
    places = Places(root, called, layout)
    unfit = grid_fault(name, root, places)  # before numbers stand in the texts that it quotes
    source = source_of(root, number_tags(root, places))
    tree = parse(source, sandbox)
    for data in tree.find_all(nodes.TemplateData):
        data.data = unescaped(data.data)
    skeleton = prove(tree, source)
    check_loops(tree, source)
    if unfit is not None:
        raise unfit
    tagged = cache(partial(Tagged.assemble, source, tree, sandbox))
    in_quick_form = None if quick is None else Tagged.assemble(source, tree, quick)
    if in_quick_form is None:
        tagged()  # what cannot be compiled is told before anything is rendered
    has_open_cells = OPEN_CELL.search(source.text) is not None
    has_drawings = DRAWING in source.text.encode()
    return Part(name, in_quick_form, tagged, has_drawings, has_open_cells, has_varying_tables(skeleton))


def _root(name: str, content: bytes, layout: str) -> etree._Element:
    try:
        return parsed(name, content, keep_blanks=False)
    except TemplateFault as fault:
        raise fault.at({"layout": layout}) from None
