"""The docx stage beside plain docxtpl, on our own template with all its conditions and filters."""

import re
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from measuring import medians, row, timed
from perfeval.formats.docx import docx
from perfeval.word.filters import TEMPLATE_FILTERS
from stages import LEDGER, OneReport


def by_docxtpl(template: bytes, context: Mapping[str, Any]) -> bytes:
    """The same report by docxtpl as it comes, with the same filters."""
    environment = Environment(autoescape=True)
    environment.filters.update(TEMPLATE_FILTERS)
    document = DocxTemplate(BytesIO(template))
    document.render(dict(context), jinja_env=environment, autoescape=True)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def text_of(document: bytes) -> list[str]:
    """The text of every paragraph, to see that all sides did the same work."""
    with ZipFile(BytesIO(document)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return ["".join(map(str, paragraph.itertext())) for paragraph in root.iter("{*}p")]


def common_dialect(template: bytes) -> bytes:
    """The template without ``{% vm EXPRESSION %}``, which plain docxtpl does not know."""
    out = BytesIO()
    with ZipFile(BytesIO(template)) as archive, ZipFile(out, "w") as changed:
        for name in archive.namelist():
            changed.writestr(name, re.sub(rb"\{% vm [^%]+%\}", b"", archive.read(name)))
    return out.getvalue()


def measure() -> None:
    """The finished context of the 61-project department to bytes, on the same template and data."""
    one = OneReport.of(LEDGER)
    template = common_dialect(one.layout.template.read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        both = replace(one.layout, path=Path(folder))
        both.template.write_bytes(template)
        rendered = docx(both, one.context).value
        assert rendered is not None
        assert text_of(rendered.content) == text_of(by_docxtpl(template, one.context)), "the two sides differ"
        ours, theirs = medians(timed(lambda: docx(both, one.context)), timed(lambda: by_docxtpl(template, one.context)))
    row("docx stage, perfeval", ours)
    row("docx stage, plain docxtpl", theirs, f"{theirs / ours:8.1f} × perfeval")
