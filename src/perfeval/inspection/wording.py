"""The tags of ``layout.yaml``: in its sentences, its titles and the paths by which it names lists and values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from perfeval.diagnostic import Finding, Pointer, Text, dotted
from perfeval.inspection.document import Part
from perfeval.inspection.passage import Fault, Mention, Passage
from perfeval.inspection.reading import Names
from perfeval.inspection.shapes import Shape
from perfeval.inspection.use import unused
from perfeval.layouts import Chart, Layout, RowText, Wording
from perfeval.load import LIMIT, Source
from perfeval.printing import FILTERS
from perfeval.settings import held, read
from perfeval.word.fault import TemplateFault
from perfeval.word.sandbox import Sandbox
from perfeval.word.tagged import WRITTEN, check_closed


def in_wording(layout: Layout, path: Path, parts: Sequence[Part], known: Names) -> Iterator[Finding]:
    """What is wrong in a layout's own file, which was read before; what it inherits is not its fault."""
    source = held(layout.files.read(path, LIMIT + 1), str(path), "layout").value
    own = read(path, "layout", Wording, files=layout.files).value
    assert source is not None
    assert own is not None
    yield from (fault.finding for fault in _Sentences(source, known).faults(own))
    yield from map(source.locate, unused(own, parts))


@dataclass(frozen=True, slots=True)
class _Sentences:
    """The texts of a layout's file, and what they may name."""

    source: Source
    known: Names

    def faults(self, wording: Wording) -> Iterator[Fault]:
        """What is wrong with each."""
        yield from self._text(("filename",), wording.filename, self.known)
        for name, sentence in wording.texts.items():
            pointer: Pointer = ("texts", name)
            if isinstance(sentence, RowText):
                yield from self._list((*pointer, "each"), sentence.each)
                yield from self._text((*pointer, "text"), sentence.text, self._of_row(sentence.each))
            else:
                yield from self._text(pointer, sentence, self.known)
        for name, chart in wording.charts.items():
            yield from self._chart(("charts", name), chart)

    def _chart(self, pointer: Pointer, chart: Chart) -> Iterator[Fault]:
        yield from self._text((*pointer, "title"), chart.title, self.known)
        rows = [self._of_row(chart.each)] if chart.each is not None else []
        if chart.each is not None and chart.category is not None:
            yield from self._list((*pointer, "each"), chart.each)
            yield from self._text((*pointer, "category"), chart.category, rows[0])
        for number, category in enumerate(chart.categories):
            place = (*pointer, "categories", number)
            yield from self._text((*place, "name"), category.name, self.known)
            yield from self._path((*place, "row"), category.row, "{{% if {} %}}{{% endif %}}", self.known)
            rows.append(self._below(category.row).keys or {})
        for number, series in enumerate(chart.series):
            place = (*pointer, "series", number)
            yield from self._text((*place, "name"), series.name, self.known)
            for row in rows:
                yield from self._path((*place, "value"), series.value, "{{% if {} + 0 %}}{{% endif %}}", row)

    def _text(self, pointer: Pointer, text: str, known: Names) -> Iterator[Fault]:
        mentions = [self._mention(pointer, found.group(), found.start()) for found in WRITTEN.finditer(text)]
        try:
            check_closed(text, _where(pointer))
        except TemplateFault as fault:
            yield Fault(self._mention(pointer, "", text.find("{")), fault.kind, fault.arguments)
        yield from Passage(mentions, str, Sandbox(FILTERS)).faults(known)

    def _list(self, pointer: Pointer, path: str) -> Iterator[Fault]:
        yield from self._path(pointer, path, "{{% for row in {} %}}{{% endfor %}}", self.known)

    def _path(self, pointer: Pointer, path: str, pattern: str, known: Names) -> Iterator[Fault]:
        """A dotted path, read as a tag would say it."""
        source = pattern.format(_subscripts(path))
        yield from Passage([self._mention(pointer, path, 0)], lambda _: source, Sandbox(FILTERS)).faults(known)

    def _of_row(self, path: str) -> Names:
        """What a text written for every row may name: the row's keys before all others."""
        item = self._below(path).item
        return {**self.known, **((item.keys or {}) if item is not None else {})}

    def _below(self, path: str) -> Shape:
        """The shape at a dotted path."""
        shape = Shape(keys=self.known)
        for step in path.split("."):
            shape = (shape.keys or {}).get(step, Shape())
        return shape

    def _mention(self, pointer: Pointer, text: str, offset: int) -> Mention:
        return Mention(text, _where(pointer), self.source.location(pointer, offset=offset))


def _where(pointer: Pointer) -> Text:
    name = dotted(pointer)
    return Text(f"{name}：", f"{name}: ")


def _subscripts(path: str) -> str:
    first, *rest = path.split(".")
    return first + "".join(f"[{step!r}]" for step in rest)
