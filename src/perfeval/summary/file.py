"""What is written of a summary, in the form that the suffix of its file asks for."""

from pathlib import Path

from perfeval.diagnostic import Result
from perfeval.summary.summary import Summary

DOCUMENT, WORKBOOK = ".docx", ".xlsx"


def content(summary: Summary, suffix: str, layout: Path | None) -> Result[bytes]:
    """A workbook, or a document by a layout; only what makes the one that is asked for is imported."""
    if suffix == WORKBOOK:
        from perfeval.summary.workbook import workbook

        return Result(workbook(summary))
    from perfeval.summary.document import document

    return document(summary, layout)
