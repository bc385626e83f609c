"""The summary as a Word document, by a layout for summaries."""

from perfeval.compose.sentences import say, write_sentences
from perfeval.diagnostic import Finding, Place, Result
from perfeval.formats.document import Document
from perfeval.formats.docx import docx
from perfeval.layouts import Layout
from perfeval.summary.context import context_of
from perfeval.summary.summary import Summary
from perfeval.word.sandbox import Sandbox

LAYOUT = "bureau-summary"
"""The built-in one."""


def document(summary: Summary, layout: Layout) -> Result[Document]:
    """The document, or what is wrong with the layout, told at its folder."""
    context = context_of(summary)
    title = say(layout, "filename", layout.wording.filename, context, Sandbox)
    found = (*write_sentences({}, layout, context, Sandbox), *title.diagnostics)
    made = None
    if not found:
        outcome = docx(layout, {**context, "title": title.value})
        made, found = outcome.value, outcome.diagnostics
    return Result(made, tuple(Finding(str(layout.path), Place(1, 1), "", one.kind, one.arguments) for one in found))
