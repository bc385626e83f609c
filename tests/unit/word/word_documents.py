"""Small templates made with python-docx, rendered by us and by plain docxtpl, and read again."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from docxtpl import DocxTemplate
from lxml import etree

from perfeval.word.fault import TemplateFault
from perfeval.word.places import W
from perfeval.word.template import Template

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FILTERS = {"money": lambda value: f"{value:,.2f}", "percent": lambda value: f"{value}%"}


def document(*paragraphs: str) -> Any:
    """A document with one paragraph of one run for each text."""
    made = Document()
    for text in paragraphs:
        made.add_paragraph(text)
    return made


def add_table(made: Any, rows: list[list[str]]) -> Any:
    table = made.add_table(len(rows), max(map(len, rows)))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return table


def saved(made: Any, folder: Path) -> Path:
    path = folder / "template.docx"
    made.save(path)
    return path


def compiled(made: Any, folder: Path, filters: Mapping[str, Callable[..., Any]] = FILTERS) -> Template:
    return Template.compile(saved(made, folder).read_bytes(), "示范", filters)


def by_docxtpl(made: Any, folder: Path, context: Mapping[str, object]) -> bytes:
    template = DocxTemplate(saved(made, folder))
    template.render(dict(context), autoescape=True)
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


def part(docx: bytes, name: str = "word/document.xml") -> etree._Element:
    """A part, parsed strictly: a report that is not well-formed fails the test that reads it."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        assert archive.testzip() is None
        return etree.fromstring(archive.read(name))


def canonical(docx: bytes, name: str = "word/document.xml") -> str:
    return etree.tostring(part(docx, name), method="c14n").decode()


def texts(docx: bytes, name: str = "word/document.xml") -> list[str]:
    """The visible text of each paragraph."""
    return ["".join(t.text or "" for t in p.iter(W + "t")) for p in part(docx, name).iter(W + "p")]


def refusal(action: Callable[[], object]) -> tuple[str, str, str]:
    """Code, Chinese and English words of the fault an action raises; all its words can be said."""
    with pytest.raises(TemplateFault) as caught:
        action()
    kind, arguments = caught.value.kind, caught.value.arguments
    words = [text.say(lang, arguments) for lang in ("zh", "en") for text in (kind.what, kind.why, kind.cure)]
    assert all(words)
    return kind.code, words[0], words[3]
