"""Reads CSV text, with the place of every field, which Python's csv module does not tell."""

import re
from collections.abc import Iterator, Mapping

from perfeval.diagnostic import Diagnostic, Finding, Place
from perfeval.load.characters import clean
from perfeval.load.encoding import GB18030, decode
from perfeval.tables import kinds
from perfeval.tables.sheet import Cell, Row, Sheet

MARKS = ",;\t"
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_END = re.compile(r"\r\n?|\n")


def tables(content: bytes, file: str) -> tuple[Sheet, ...] | Finding:
    """The table by each separator that it may have; or what makes the text unreadable."""
    text, refusal = decode(content)
    text, refused = clean(text)
    lines = dict(enumerate(_END.split(text), start=1))
    if refusal is not None and refusal.kind is not GB18030:
        return Sheet(file, "", (), lines).told(refusal)
    if refused:
        return Sheet(file, "", (), lines).told(refused[0])
    return tuple(_table(file, text, mark, lines) for mark in MARKS)


def _table(file: str, text: str, mark: str, lines: Mapping[int, str]) -> Sheet:
    read = tuple(rows(text, mark))
    return Sheet(file, "", read, lines, fault=read[-1][-1].fault if read else None)


def rows(text: str, mark: str) -> Iterator[Row]:
    """The rows of a text whose fields stand between these marks; the last one is where a quotation goes wrong."""
    plain = re.compile(f"[^{mark}\r\n]*")
    index, line, start = 0, 1, 0
    row: list[Cell] = []
    while index < len(text) or row:
        place = Place(line, index - start + 1)
        match = _QUOTED.match(text, index) or plain.match(text, index)
        assert match is not None
        if match[0].startswith('"') and not (
            match.re is _QUOTED and text[match.end() : match.end() + 1] in f"{mark}\r\n"
        ):
            yield (*row, Cell(place, fault=Diagnostic(kinds.QUOTE, place)))
            return
        row.append(_field(match, place))
        for within in _END.finditer(match[0]):
            line, start = line + 1, match.start() + within.end()
        index = match.end()
        if text.startswith(mark, index):
            index += 1
            continue
        yield tuple(row)
        row = []
        if end := _END.match(text, index):
            line, start, index = line + 1, end.end(), end.end()


def _field(match: re.Match[str], place: Place) -> Cell:
    """A field; its place is where its text begins."""
    quoted = match.re is _QUOTED
    value = _END.sub("\n", match[1].replace('""', '"')) if quoted else match[0]
    before = len(value) - len(value.lstrip()) if value.strip() and "\n" not in value else 0
    return Cell(Place(place.line, place.column + quoted + before), value.strip())
