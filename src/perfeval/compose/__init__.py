"""Composes a report's words: figures in the department's prose, the layout's sentences and charts, the title."""

from collections.abc import Iterator

from perfeval.compose.charts import draw_charts
from perfeval.compose.prose import fill, fill_prose
from perfeval.compose.references import lost_references
from perfeval.compose.sentences import say, write_sentences
from perfeval.context import Context, context_of
from perfeval.diagnostic import Diagnostic, Kind, Outcome, Severity, Text
from perfeval.figures import Facts
from perfeval.layouts import Layout
from perfeval.model import Report
from perfeval.schema import contract
from perfeval.word.sandbox import Sandbox, Sandboxed

__all__ = ["compose", "names_of"]

SECTION_MISSING = Kind(
    "R201",
    Severity.ERROR,
    what=Text(
        "文件里没有版式“{layout}”必须有的 {section}", "layout “{layout}” needs `{section}`, which the file lacks"
    ),
    why=Text("这是该版式报告的主体部分", "it is the heart of this form of report"),
    cure=Text(
        "补上 {section}，或换一种版式（perfeval layouts 列出全部版式）",
        "give `{section}`, or choose another layout (`perfeval layouts`)",
    ),
)


def compose(facts: Facts, layout: Layout, sandboxed: Sandboxed = Sandbox) -> Outcome[Context]:
    """The context of a report with its charts, prose, sentences and title; None where any of them cannot be had."""
    context = context_of(facts)
    title, filename = names_of(layout, context, sandboxed)
    found = (
        *_missing_sections(facts.report, layout),
        *draw_charts(layout, context, sandboxed),  # first, for prose and sentences may refer to a chart by its number
        *lost_references(facts, context),
        *fill_prose(facts, context, sandboxed),
        *write_sentences(facts.report.texts or {}, layout, context, sandboxed),
        *title.diagnostics,
        *filename.diagnostics,
    )
    if any(one.kind.severity is Severity.ERROR for one in found):
        return Outcome(None, found)
    return Outcome({**context, "title": title.value, "filename": filename.value}, found)


def names_of(layout: Layout, context: Context, sandboxed: Sandboxed = Sandbox) -> tuple[Outcome[str], Outcome[str]]:
    """A document's title by its layout, and its file's name: the same, or by a pattern that may name the ``title``.

    A fault is told where the pattern stands.
    """
    title = say(layout, "filename", layout.wording.filename, context, sandboxed)
    if layout.filename is None or title.value is None:
        return title, Outcome(title.value)
    return title, fill(layout.filename, ("filename",), {**context, "title": title.value}, sandboxed)


def _missing_sections(report: Report, layout: Layout) -> Iterator[Diagnostic]:
    for section in layout.wording.requires:
        if not getattr(report, section):
            title = contract("report")["properties"][section]["title"]
            named = Text(f"{section}（{title}）", section)
            yield Diagnostic(SECTION_MISSING, (), {"layout": layout.name, "section": named})
