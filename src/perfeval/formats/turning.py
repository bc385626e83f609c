"""Finished Word documents turned into the other forms: who makes each of them, and of how many at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from perfeval import office, pandoc
from perfeval.diagnostic import Finding, Outcome, Place, Result
from perfeval.formats.document import Document, Form

Turn = Callable[[Sequence[bytes]], Sequence[Outcome[bytes]]]


@dataclass(frozen=True, slots=True)
class Converter:
    """Makes a form of Word documents; ``version`` is what decides on its bytes besides them.

    So many documents are best given to it ``at_once``.
    """

    turn: Turn
    version: Callable[[], str]
    at_once: int = 1


def _each(convert: Callable[[bytes], Outcome[bytes]]) -> Turn:
    """Of many documents one after the other what is made of one."""
    return lambda documents: [convert(document) for document in documents]


CONVERTERS: Mapping[Form, Converter] = {
    Form.PDF: Converter(office.pdf, office.version, at_once=20),
    Form.HTML: Converter(_each(pandoc.html), pandoc.version),
    Form.MARKDOWN: Converter(_each(pandoc.markdown), pandoc.version),
    Form.ODT: Converter(_each(pandoc.odt), pandoc.version),
    Form.TEXT: Converter(_each(pandoc.text), pandoc.version),
}


def turned(form: Form, documents: Sequence[tuple[str, bytes]]) -> list[Result[bytes]]:
    """What becomes of each Word document in another form; what is said of it names the file that it comes with."""
    outcomes = CONVERTERS[form].turn([content for _, content in documents])
    return [_told(outcome, file) for (file, _), outcome in zip(documents, outcomes, strict=True)]


def in_forms(document: Document, forms: Sequence[Form], file: str) -> Result[tuple[Document, ...]]:
    """The report in every form that can be had, and what is said of ``file`` about all of them."""
    made: list[Document] = []
    found: list[Finding] = []
    for form in forms:
        one = Result(document.content) if form is Form.DOCX else turned(form, [(file, document.content)])[0]
        found += one.findings
        if one.value is not None:
            made.append(replace(document, suffix=form.suffix, content=one.value))
    return Result(tuple(made), tuple(found))


def _told(outcome: Outcome[bytes], file: str) -> Result[bytes]:
    """The findings of an outcome are about the file as a whole."""
    said = tuple(Finding(file, Place(1, 1), "", one.kind, one.arguments) for one in outcome.diagnostics)
    return Result(outcome.value, said)
