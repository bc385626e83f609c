"""The Word document with a comment at every number, and the list of the places where each is printed."""

from dataclasses import replace

from perfeval.compose import compose
from perfeval.diagnostic import Outcome
from perfeval.figures import Facts
from perfeval.formats.document import Document
from perfeval.formats.docx import docx
from perfeval.formats.origins import Origin, with_origins
from perfeval.layouts import Layout
from perfeval.load import Source
from perfeval.trace.explained import Printed
from perfeval.word.comments import commented
from perfeval.word.marks import unmarked
from perfeval.word.occurrences import occurrences
from perfeval.word.tracing import Tracing, TracingXml


def traced_docx(facts: Facts, layout: Layout, source: Source) -> Outcome[Document]:
    """The report as ``docx`` gives it, its printed values commented with what they are."""
    marked, origins = _marked(facts, layout, source)
    if marked.value is None:
        return marked
    content = commented(marked.value.content, [origin.words for origin in origins])
    return Outcome(replace(marked.value, name=unmarked(marked.value.name), content=content))


def _marked(facts: Facts, layout: Layout, source: Source) -> tuple[Outcome[Document], tuple[Origin, ...]]:
    """The document with marks in its texts, and the origins that they are numbers of."""
    known, origins = with_origins(facts, source)
    composed = compose(known, layout, Tracing)
    if composed.value is None:
        return Outcome(None, composed.diagnostics), origins
    return docx(layout, composed.value, TracingXml), origins


def places(facts: Facts, layout: Layout, source: Source) -> Outcome[tuple[Printed, ...]]:
    """Every value that the report prints, in the order of its pages."""
    marked, origins = _marked(facts, layout, source)
    if marked.value is None:
        return Outcome(None, marked.diagnostics)
    found = occurrences(marked.value.content)
    return Outcome(tuple(Printed(origins[one.origin].name, one.text, one.place, one.around) for one in found))
