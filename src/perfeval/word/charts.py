"""The charts of a template: drawn in Word, filled for every report with its data.

A chart that a report does not show leaves the package with all that is its own.
"""

import re
from collections.abc import Callable, Collection, Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Self

from lxml import etree

from perfeval.diagnostic import Kind, Severity, Text
from perfeval.word import archive
from perfeval.word.chart_drawings import check_undrawn, drawings
from perfeval.word.chart_series import C, UnfitError, prefix_of
from perfeval.word.chart_workbook import Series, workbook
from perfeval.word.chart_xml import ChartXml
from perfeval.word.fault import TemplateFault
from perfeval.word.package import DOCUMENT
from perfeval.word.parts import CONTENT_TYPES, parsed, serialised
from perfeval.word.places import Places
from perfeval.word.relations import RELATIONSHIP, reached, relations, relationships_of

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"

NO_CHART = Text("它不是图表，或是瀑布图这类新式图表", "it is no chart, or of a newer kind, as waterfalls are")
NO_PART = Text("找不到它的图表部件", "its chart part is missing")
NO_WORKBOOK = Text("它嵌入的数据不是 .xlsx 工作簿", "the data embedded with it are no .xlsx workbook")
LOST_WORKBOOK = Text("找不到它的数据工作簿", "the workbook of its data is missing")
SHARED = Text("它与另一幅图共用一份数据", "it shares its data with another chart")

UNFIT = Kind(
    "R131",
    Severity.ERROR,
    what=Text(
        "版式“{layout}”的模板里画的图“{name}”无法填写数据：{detail}",
        "layout “{layout}”: chart “{name}” in the template cannot be filled: {detail}",
    ),
    why=Text("图里会留着模板里的旧数", "the chart would keep the data of the template"),
    cure=Text(
        "改好上面所说的；改不了的，用“插入—图表”重新画一幅柱形图、条形图、折线图或饼图，替代文字写 {name}",
        "mend what is said above, or draw a column, bar, line or pie chart anew by Insert, Chart; alt text {name}",
    ),
)

Made = Mapping[str, archive.Member | None]
"""Members by name; None for one that leaves the package."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart of a template: its relationship from the body, its part and its workbook, and its XML compiled.

    ``reference`` is how a body refers to it.
    """

    name: str
    relation: str
    reference: re.Pattern[bytes]
    part: str
    workbook: str | None
    xml: ChartXml

    @classmethod
    def compile(
        cls, parts: Mapping[str, bytes], name: str, drawing: etree._Element, others: Container[str | None]
    ) -> Self:
        """The chart that is drawn there; its data are none of the ``others``.

        Raises ``UnfitError``, and ``TemplateFault`` R107.
        """
        drawn = next(drawing.iter(f"{C}chart"), None)
        if drawn is None:
            raise UnfitError(NO_CHART)
        relation = drawn.get(RELATION, "")
        leads = {one.id: one for one in relations(parts, DOCUMENT)}
        part = leads[relation].target if relation in leads else ""
        if part not in parts:
            raise UnfitError(NO_PART)
        chart = parsed(part, parts[part])
        embedded = _embedded(parts, part, chart)
        if part in others or embedded in others:
            raise UnfitError(SHARED)
        reference = re.compile(rf'<{prefix_of(drawn)}chart [^>]*:id="{re.escape(relation)}"'.encode())
        return cls(name, relation, reference, part, embedded, ChartXml.compile(chart))

    def is_shown(self, body: bytes, charts: Mapping[str, object]) -> bool:
        """Whether a report has data for it, and its finished body refers to it."""
        return charts[self.name] is not None and self.reference.search(body) is not None

    def filled(self, chart: Mapping[str, Any]) -> Made:
        """Its part and its workbook with the data. Raises ``TemplateFault`` R115."""
        categories = chart["categories"]
        series = [Series(one["name"], one["values"]) for one in chart["series"]]
        made = {self.part: archive.deflated_fast(self.part, self.xml.filled(categories, series))}
        if self.workbook is not None:
            made[self.workbook] = archive.deflated_fast(self.workbook, workbook(categories, series))
        return made


@dataclass(frozen=True, slots=True)
class Charts:
    """The named charts of a template; ``without`` gives the members that change where some of them are left out."""

    drawn: tuple[Drawn, ...]
    without: Callable[[frozenset[str]], Made]

    @classmethod
    def find(
        cls, parts: Mapping[str, bytes], called: Mapping[str, Text], names: Collection[str], layout: str
    ) -> tuple[Self, bytes]:
        """The charts of these names, and the body with tags in them; parts that print are called so.

        Raises ``TemplateFault`` R107, R131, R132 and R135.
        """
        if names:
            _check_others(parts, called, names, layout)
        body = parsed(DOCUMENT, parts[DOCUMENT])
        found = drawings(body, names, Places(body, called[DOCUMENT], layout))
        drawn = tuple(_compiled(parts, found, layout))
        charts = cls(drawn, cache(partial(_without, parts, drawn)))
        return charts, serialised(body) if drawn else parts[DOCUMENT]

    def members(self, body: bytes, context: Mapping[str, Any]) -> Made:
        """The members that change for a report with this body. Raises ``TemplateFault`` R115."""
        shown = [one for one in self.drawn if one.is_shown(body, context["charts"])]
        made = {name: member for one in shown for name, member in one.filled(context["charts"][one.name]).items()}
        left_out = frozenset(one.name for one in self.drawn) - {one.name for one in shown}
        return {**made, **self.without(left_out)} if left_out else made


def _check_others(parts: Mapping[str, bytes], called: Mapping[str, Text], names: Collection[str], layout: str) -> None:
    """Raises ``TemplateFault`` R107 and R135 for the parts that are not the body."""
    for part in sorted(called.keys() & parts.keys() - {DOCUMENT}):
        try:
            root = parsed(part, parts[part])
        except TemplateFault as fault:
            raise fault.at({"layout": layout}) from None
        check_undrawn(root, names, Places(root, called[part], layout))


def _embedded(parts: Mapping[str, bytes], part: str, chart: etree._Element) -> str | None:
    """The workbook of a chart's data, if it has one. Raises ``UnfitError``."""
    found = next((one.target for one in relations(parts, part) if one.kind == "package"), None)
    if found not in parts and (found is not None or chart.find(f"{C}externalData") is not None):
        raise UnfitError(LOST_WORKBOOK)
    if found is not None and not found.lower().endswith(".xlsx"):
        raise UnfitError(NO_WORKBOOK)
    return found


def _compiled(parts: Mapping[str, bytes], found: Mapping[str, etree._Element], layout: str) -> Iterable[Drawn]:
    taken: set[str] = set()
    for name, drawing in found.items():
        try:
            drawn = Drawn.compile(parts, name, drawing, taken)
        except UnfitError as unfit:
            raise TemplateFault(UNFIT, {"layout": layout, "name": name, "detail": unfit.detail}) from None
        except TemplateFault as fault:
            raise fault.at({"layout": layout}) from None
        taken |= {drawn.part, *filter(None, [drawn.workbook])}
        yield drawn


def _without(parts: Mapping[str, bytes], drawn: Iterable[Drawn], left_out: frozenset[str]) -> Made:
    """The package's own lists without those charts; the parts that only they lead to are gone."""
    going = {one.relation for one in drawn if one.name in left_out}
    lists = relationships_of(DOCUMENT)
    led_to = {one.id: reached(parts, one.target) for one in relations(parts, DOCUMENT)}
    staying = {DOCUMENT, lists}.union(*(found for relation, found in led_to.items() if relation not in going))
    gone = set[str]().union(*(found for relation, found in led_to.items() if relation in going)) - staying
    related, types = parsed(lists, parts[lists]), parsed(CONTENT_TYPES, parts[CONTENT_TYPES])
    for one in related.findall(RELATIONSHIP):
        if one.get("Id") in going:
            related.remove(one)
    for one in types.findall(OVERRIDE):
        if one.get("PartName", "").lstrip("/") in gone:
            types.remove(one)
    changed = {lists: serialised(related), CONTENT_TYPES: serialised(types)}
    return {**dict.fromkeys(gone), **{name: archive.deflated_well(name, xml) for name, xml in changed.items()}}
