"""What may be wrong inside a Word file and passes the validators: each check gives its complaints as lines of text."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
STYLE_REFERENCES = tuple(W + name for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))

Parts = Mapping[str, etree._Element]


def faults(document: Path) -> list[str]:
    """Everything that the checks below complain of."""
    with ZipFile(document) as archive:
        parts = {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.startswith("word/") and name.endswith(".xml")
        }
    checks = (bookmarks, fields, footers, grids, drawings, styles, numbering)
    return [fault for check in checks for fault in check(parts)]


def bookmarks(parts: Parts) -> Iterator[str]:
    """Every bookmark starts once, ends once, and has a name of its own."""
    for name, part in parts.items():
        starts = [mark.get(f"{W}id") for mark in part.iter(f"{W}bookmarkStart")]
        ends = [mark.get(f"{W}id") for mark in part.iter(f"{W}bookmarkEnd")]
        if Counter(starts) != Counter(ends) or len(set(starts)) < len(starts):
            yield f"{name}: bookmarks start {starts}, end {ends}"
        for title, times in Counter(mark.get(f"{W}name") for mark in part.iter(f"{W}bookmarkStart")).items():
            if times > 1:
                yield f"{name}: {times} bookmarks are named {title}"


def fields(parts: Parts) -> Iterator[str]:
    """Every complex field begins, may separate once, and ends, in its own paragraph."""
    for name, part in parts.items():
        for paragraph in part.iter(f"{W}p"):
            marks = [str(mark.get(f"{W}fldCharType")) for mark in paragraph.iter(f"{W}fldChar")]
            open_fields: list[list[str]] = []
            complete = True
            for mark in marks:
                if mark == "begin":
                    open_fields.append([])
                elif not open_fields or mark in open_fields[-1]:
                    complete = False
                elif mark == "end":
                    open_fields.pop()
                else:
                    open_fields[-1].append(mark)
            if open_fields or not complete:
                yield f"{name}: a field has only {marks}"


def footers(parts: Parts) -> Iterator[str]:
    """A section has at most one header and one footer of a type."""
    for name, part in parts.items():
        for section in part.iter(f"{W}sectPr"):
            references = section.iter(f"{W}headerReference", f"{W}footerReference")
            for (kind, type_), times in Counter((one.tag, one.get(f"{W}type")) for one in references).items():
                if times > 1:
                    yield f"{name}: {times} {etree.QName(kind).localname} of type {type_} in one section"


def grids(parts: Parts) -> Iterator[str]:
    """The cells of a row, with their spans and what is left out before and after, fill the table's grid."""
    for name, part in parts.items():
        for table in part.iter(f"{W}tbl"):
            columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            for number, row in enumerate(table.findall(f"{W}tr"), 1):
                cells = [_number(cell, f"{W}tcPr/{W}gridSpan", 1) for cell in row.findall(f"{W}tc")]
                skipped = [_number(row, f"{W}trPr/{W}{side}", 0) for side in ("gridBefore", "gridAfter")]
                if sum(cells + skipped) != columns:
                    yield f"{name}: row {number} fills {sum(cells + skipped)} of {columns} columns"


def drawings(parts: Parts) -> Iterator[str]:
    """Every drawing has an id of its own."""
    for name, part in parts.items():
        for number, times in Counter(drawing.get("id") for drawing in part.iter(DOCPR)).items():
            if times > 1:
                yield f"{name}: {times} drawings have the id {number}"


def styles(parts: Parts) -> Iterator[str]:
    """Every style that is used is defined."""
    defined = {style.get(f"{W}styleId") for style in parts["word/styles.xml"].iter(f"{W}style")}
    for name, part in parts.items():
        used = {found.get(VAL) for found in part.iter(*STYLE_REFERENCES)}
        yield from (f"{name}: there is no style {style}" for style in sorted(map(str, used - defined)))


def numbering(parts: Parts) -> Iterator[str]:
    """Every numbering that is used is defined, and so is what it is an instance of."""
    part = parts.get("word/numbering.xml")
    lists = [] if part is None else list(part.iter(f"{W}num"))
    defined = {"0", *(str(one.get(f"{W}numId")) for one in lists)}
    for name, used in parts.items():
        wanted = {str(found.get(VAL)) for found in used.iter(f"{W}numId")}
        yield from (f"{name}: there is no numbering {number}" for number in sorted(wanted - defined))
    abstract = set() if part is None else {str(one.get(f"{W}abstractNumId")) for one in part.iter(f"{W}abstractNum")}
    for one in lists:
        kind = one.find(f"{W}abstractNumId")
        if kind is None or kind.get(VAL) not in abstract:
            yield f"numbering {one.get(f'{W}numId')} is an instance of nothing"


def _number(element: etree._Element, path: str, default: int) -> int:
    found = element.find(path)
    return default if found is None else int(found.get(VAL, default))
