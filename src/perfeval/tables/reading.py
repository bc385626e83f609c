"""Reads one table: opens its file, finds the head, reads the rows."""

from collections.abc import Iterator, Sequence

from perfeval.diagnostic import Diagnostic, Finding, Place, Severity
from perfeval.files import UNREADABLE, Files, about_file
from perfeval.load import LIMIT, Part
from perfeval.tables import head as heads
from perfeval.tables import kinds, separated
from perfeval.tables.beside import beside
from perfeval.tables.body import Body, Record
from perfeval.tables.head import WITHIN, Head
from perfeval.tables.reference import Reference
from perfeval.tables.rows import parts
from perfeval.tables.sheet import Origins, Sheet
from perfeval.tables.titles import Form, form
from perfeval.tables.totals import differences

OLE = b"\xd0\xcf\x11\xe0"
"""The first bytes of old workbooks and of encrypted ones."""

Table = tuple[list[Record], Part | None, tuple[Finding, ...]]
"""The rows, where they stand, and what is wrong with them."""


def read(reference: Reference, files: Files) -> Table:
    """The table that is referred to."""
    sheets = _open(reference, files)
    if isinstance(sheets, Diagnostic):
        return [], None, (reference.told(sheets),)
    if isinstance(sheets, Finding):
        return [], None, (sheets,)
    shape = form(reference.key)
    # The first of the sheets, or of the separators of a text, that gives a head.
    headed = [(sheet, head) for sheet in sheets if (head := heads.find(sheet, shape)) is not None]
    if not headed:
        arguments = {"rows": str(WITHIN), "name": shape.names[-1].title, "known": shape.known()}
        no_head = Diagnostic(kinds.NO_HEAD, Place(1, 1, sheets[0].name), arguments)
        return [], None, (sheets[0].told(sheets[0].fault or no_head),)
    records, part, found = _rows(reference, *headed[0])
    return records, part, (*found, *_others(headed, shape))


def _others(headed: Sequence[tuple[Sheet, Head]], shape: Form) -> Iterator[Finding]:
    """Sheets with a head and rows that were not asked for; the other readings of a text are no sheets."""
    (first, _), *rest = headed
    others = [(sheet, head) for sheet, head in rest if sheet.name and parts(sheet, head, shape).data]
    if others:
        sheet, head = others[0]
        names = "、".join(f"“{each.name}”" for each, _ in others)
        yield sheet.finding(kinds.OTHER_SHEETS, head.columns[0].cell, sheets=names, name=first.name)


def _open(reference: Reference, files: Files) -> tuple[Sheet, ...] | Diagnostic | Finding:
    """The sheets that may be meant, one at least."""
    try:
        content = files.read(reference.path, LIMIT + 1)
    except OSError as error:
        return about_file(UNREADABLE, reference.path, error)
    if len(content) > LIMIT:
        return Diagnostic(kinds.TOO_LARGE, Place(1, 1), {"limit": f"{LIMIT >> 20} MiB"})
    if content.startswith(OLE):
        return Diagnostic(kinds.OLD, Place(1, 1))
    match reference.path.suffix.lower():
        case ".xlsx" | ".xlsm":
            from perfeval.tables.xlsx import sheets  # noqa: PLC0415 (openpyxl is for those alone who have a workbook)

            return sheets(content, str(reference.path), reference.sheet)
        case ".csv":
            return _text(reference, content)
    return Diagnostic(kinds.NO_TABLE, ("file",), {"name": reference.file})


def _text(reference: Reference, content: bytes) -> tuple[Sheet, ...] | Diagnostic | Finding:
    if reference.sheet is not None:
        return Diagnostic(kinds.SHEET_OF_CSV, ("sheet",), {"name": reference.sheet})
    return separated.tables(content, str(reference.path))


def _rows(reference: Reference, sheet: Sheet, head: Head) -> Table:
    shape = form(reference.key)
    if sheet.fault is not None:
        return [], None, (sheet.told(sheet.fault),)
    found = tuple(heads.doubts(sheet, head, shape))
    if any(finding.kind.severity is Severity.ERROR for finding in found):
        return [], None, found
    body, rows = Body(sheet, head, shape), parts(sheet, head, shape)
    for row in rows.data:
        body.take(row)
    sums = differences(sheet, head, rows.data, rows.totals)
    part = Part((reference.key,), Origins(sheet, body.cells), ())
    return body.records, part, (*found, *beside(sheet, head, rows), *rows.found, *body.told(), *sums)
