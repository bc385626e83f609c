"""Reads one table: opens its file, finds the head, reads the rows."""

from perfeval.diagnostic import Diagnostic, Finding, Place, Severity, reason_of
from perfeval.files import Files
from perfeval.load import LIMIT, Part
from perfeval.settings import UNREADABLE
from perfeval.tables import head as heads
from perfeval.tables import kinds, separated
from perfeval.tables.body import Body, Record
from perfeval.tables.head import WITHIN, Head
from perfeval.tables.reference import Reference
from perfeval.tables.rows import parts
from perfeval.tables.sheet import Origins, Sheet
from perfeval.tables.titles import form
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
    found = [(sheet, heads.find(sheet, form(reference.key))) for sheet in sheets]
    # The first of the sheets, or of the separators of a text, that gives a head.
    return _rows(reference, *next((each for each in found if each[1] is not None), found[0]))


def _open(reference: Reference, files: Files) -> tuple[Sheet, ...] | Diagnostic | Finding:
    """The sheets that may be meant, one at least."""
    try:
        content = files.read(reference.path, LIMIT + 1)
    except OSError as error:
        return Diagnostic(UNREADABLE, Place(1, 1), {"reason": reason_of(error)})
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


def _rows(reference: Reference, sheet: Sheet, head: Head | None) -> Table:
    shape = form(reference.key)
    if sheet.fault is not None:
        return [], None, (sheet.told(sheet.fault),)
    if head is None:
        arguments = {"rows": str(WITHIN), "name": shape.names[-1].title, "known": shape.known()}
        return [], None, (sheet.told(Diagnostic(kinds.NO_HEAD, Place(1, 1, sheet.name), arguments)),)
    found = tuple(heads.doubts(sheet, head, shape))
    if any(finding.kind.severity is Severity.ERROR for finding in found):
        return [], None, found
    body, rows = Body(sheet, head, shape), parts(sheet, head, shape)
    for row in rows.data:
        body.take(row)
    sums = differences(sheet, head, rows.data, rows.totals)
    part = Part((reference.key,), Origins(sheet, body.cells), ())
    return body.records, part, (*found, *rows.found, *body.told(), *sums)
