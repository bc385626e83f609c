"""The summary as a Word document, by a layout for summaries."""

from pathlib import Path

from perfeval.compose.charts import draw_charts
from perfeval.compose.sentences import say, write_sentences
from perfeval.diagnostic import Diagnostic, Finding, Place, Result
from perfeval.formats.docx import docx
from perfeval.layouts import Layout, LayoutKind, read_layout
from perfeval.summary.context import context_of
from perfeval.summary.summary import Summary
from perfeval.word.sandbox import Sandbox

LAYOUT = "bureau-summary"
"""The built-in one."""


def document(summary: Summary, folder: Path | None = None) -> Result[bytes]:
    """The document by the layout in a folder, else by the built-in one; or what is wrong with the layout."""
    name, beside = (LAYOUT, Path()) if folder is None else (f"./{folder.name}", folder.parent)
    read = read_layout(name, beside, kind=LayoutKind.SUMMARY)
    if isinstance(read, Diagnostic):
        return Result(None, (_about(str(folder), read),))
    if read.value is None:
        return Result(None, read.findings)
    written = _written(summary, read.value)
    return Result(written.value, (*read.findings, *written.findings))


def _written(summary: Summary, layout: Layout) -> Result[bytes]:
    """A fault in the layout is told at its folder."""
    context = context_of(summary)
    title = say(layout, "filename", layout.wording.filename, context, Sandbox)
    found = (
        *draw_charts(layout, context, Sandbox),
        *write_sentences({}, layout, context, Sandbox),
        *title.diagnostics,
    )
    content = None
    if not found:
        made = docx(layout, {**context, "title": title.value, "filename": title.value})
        content, found = None if made.value is None else made.value.content, made.diagnostics
    return Result(content, tuple(_about(str(layout.path), one) for one in found))


def _about(folder: str, found: Diagnostic) -> Finding:
    return Finding(folder, Place(1, 1), "", found.kind, found.arguments)
