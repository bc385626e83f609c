"""Layouts made for the tests, and what is found in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfeval.diagnostic import Diagnostic, Finding, Severity
from perfeval.inspection import Inspected, inspect, report_contexts
from perfeval.layouts import LayoutKind
from perfeval.summary.examples import summary_contexts
from raised import docx

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CONTEXTS = {LayoutKind.REPORT: report_contexts, LayoutKind.SUMMARY: summary_contexts}
HEAD = "description: {zh: 本局, en: ours}\nfilename: 报告\n"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(text: str) -> str:
    """A run of text."""
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<w:r><w:t xml:space="preserve">{shown}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    """A paragraph of runs, or of what is XML already."""
    return f"<w:p>{''.join(one if one.startswith('<') else run(one) for one in runs)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table with a text in every cell."""
    cells = ["".join(f"<w:tc><w:tcPr><w:noWrap/></w:tcPr>{paragraph(text)}</w:tc>" for text in row) for row in rows]
    grid = '<w:gridCol w:w="1000"/>' * max(map(len, rows))
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def document(*blocks: str) -> str:
    """A main part of paragraphs of text and of blocks that are XML already."""
    inside = "".join(block if block.startswith("<w:") else paragraph(block) for block in blocks)
    return f"<w:document {W}><w:body>{inside}</w:body></w:document>"


def made(folder: Path, *blocks: str, wording: str = "", more: Mapping[str, bytes | str] | None = None) -> Path:
    """The folder of a layout with these blocks in its template and this after the head of its wording."""
    layout = folder / "ours"
    layout.mkdir(exist_ok=True)
    (layout / "layout.yaml").write_text(HEAD + wording, encoding="utf-8")
    (layout / "report.docx").write_bytes(docx(document(*blocks), more))
    return layout


def inspected(layout: Path | str) -> Inspected:
    found = inspect(layout if isinstance(layout, str) else f"{layout}/", CONTEXTS)
    assert not isinstance(found, Diagnostic)
    return found


def found_in(layout: Path | str) -> tuple[Finding, ...]:
    """The findings but for notes."""
    return tuple(one for one in inspected(layout).findings if one.kind.severity is not Severity.NOTE)


def told(finding: Finding) -> str:
    """Code, line, column and words."""
    return f"{finding.kind.code} {finding.place} {finding.kind.what.say('zh', finding.arguments)}"
