"""What a layout writes and its template never shows, and the other way round."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lxml import etree

from perfeval.diagnostic import Diagnostic, Location, Place
from perfeval.inspection.document import Part
from perfeval.inspection.kinds import NOT_DECLARED, NOT_DRAWN, UNUSED_SENTENCE
from perfeval.inspection.passage import Fault, Mention
from perfeval.layouts import RowText, Wording
from perfeval.word.chart_drawings import DRAWN
from perfeval.word.chart_series import C
from perfeval.word.places import PARAGRAPH, enclosing

OF_TEXTS = re.compile(r"\btexts(?:\.|\[\s*['\"])(\w+)")
OF_ANYTHING = re.compile(r"(?:\.|\[\s*['\"])(\w+)")


def unused(own: Wording, parts: Sequence[Part]) -> Iterator[Diagnostic]:
    """The sentences of a layout's own file that nothing prints, and its charts that nobody has drawn."""
    tags = [mention.text for part in parts for mention in part.mentions]
    said = [sentence.text if isinstance(sentence, RowText) else sentence for sentence in own.texts.values()]
    printed = {name for text in (*tags, *said) for name in OF_TEXTS.findall(text)}
    in_rows = {name for tag in tags for name in OF_ANYTHING.findall(tag)}
    for name, sentence in own.texts.items():
        if name not in (in_rows if isinstance(sentence, RowText) else printed):
            example = f"{{{{p {'row' if isinstance(sentence, RowText) else 'texts'}.{name} | prose }}}}"
            yield Diagnostic(UNUSED_SENTENCE, ("texts", name), {"name": name, "example": example}, at_key=True)
    drawn = {name for part in parts for name, _ in _drawn(part)}
    for name in own.charts:
        if name not in drawn:
            yield Diagnostic(NOT_DRAWN, ("charts", name), {"name": name}, at_key=True)


def undeclared(charts: Iterable[str], part: Part, file: Path) -> Iterator[Fault]:
    """The charts of a part that the layout says nothing about."""
    known = set(charts)
    for name, drawing in _drawn(part):
        if name not in known:
            paragraph = enclosing(drawing, PARAGRAPH)
            line = 1 if paragraph is None else part.line_of(paragraph)
            where = part.places.where(drawing if paragraph is None else paragraph)
            yield Fault(Mention("", where, Location(str(file), Place(line, 1), "")), NOT_DECLARED, {"name": name})


def _drawn(part: Part) -> Iterator[tuple[str, etree._Element]]:
    """Each drawing that is a chart, with its alt text."""
    for drawing in part.root.iter(f"{DRAWN}docPr"):
        holder = drawing.getparent()
        if holder is not None and next(holder.iter(f"{C}chart"), None) is not None:
            yield drawing.get("descr", "").strip(), drawing
