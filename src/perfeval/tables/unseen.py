"""What openpyxl does not tell of a workbook as it reads: whether it is safe, hidden rows, formulas without results."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import islice
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from perfeval.diagnostic import Text

LARGEST = 64 << 20
"""Bytes of all parts unpacked; so are workbooks that were made to exhaust the memory kept out."""
MOST_ROWS, MOST_COLUMNS = 5000, 200

Spot = tuple[int, int]
"""A cell by row and column."""
_TRUE = {"1", "true"}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


class TooLargeError(Exception):
    """The workbook is larger than any that is meant."""

    def __init__(self, limit: Text) -> None:
        super().__init__(limit.en)
        self.limit = limit


class Unseen(NamedTuple):
    """Of a sheet: its last row and column with a value; hidden rows and columns; formulas without result; merged cells.

    ``merged`` gives for each cell of a range the one that has its value.
    """

    last: Spot
    hidden: frozenset[int]
    hidden_columns: frozenset[int]
    unsolved: frozenset[Spot]
    merged: Mapping[Spot, Spot]


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of the container, refused where they could do harm: too large, or with entities of their own."""
    with ZipFile(BytesIO(content)) as archive:
        if sum(member.file_size for member in archive.infolist()) > LARGEST:
            raise TooLargeError(Text(f"{LARGEST >> 20} MiB（解压后）", f"{LARGEST >> 20} MiB unpacked"))
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and (b"<!DOCTYPE" in part or b"\0" in part):  # UTF-16 would hide it
            raise ValueError(name)
    return parts


def unseen(part: bytes) -> Unseen:
    """What the XML of a sheet tells."""
    root = etree.fromstring(part, _PARSER)
    hidden, unsolved, row, column = set[int](), set[Spot](), 0, 0
    for line, each in _rows(root):
        if each.get("hidden") in _TRUE:
            hidden.add(line)
        for spot, cell in _cells(each, line):
            if len(cell):  # a cell may be there for its looks alone
                row, column = max(row, spot[0]), max(column, spot[1])
                if cell.find("{*}f") is not None and not cell.findtext("{*}v") and cell.get("t") != "str":
                    unsolved.add(spot)
    if row > MOST_ROWS:
        raise TooLargeError(Text(f"{MOST_ROWS} 行", f"{MOST_ROWS} rows"))
    if column > MOST_COLUMNS:
        raise TooLargeError(Text(f"{MOST_COLUMNS} 列", f"{MOST_COLUMNS} columns"))
    merged = (pair for each in root.iter("{*}mergeCell") for pair in _merged(each.get("ref", ""), row))
    spots = dict(islice(merged, MOST_ROWS * MOST_COLUMNS))
    return Unseen((row, column), frozenset(hidden), frozenset(_hidden_columns(root)), frozenset(unsolved), spots)


def _rows(root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Rows with their numbers; one that does not tell its own follows the row before it, and so do cells below."""
    number = 0
    for row in root.iter("{*}row"):
        number = int(row.get("r", number + 1))
        yield number, row


def _cells(row: etree._Element, line: int) -> Iterator[tuple[Spot, etree._Element]]:
    column = 0
    for cell in row.iter("{*}c"):
        name = cell.get("r")
        spot = coordinate_to_tuple(name) if name else (line, column + 1)
        column = spot[1]
        yield spot, cell


def _hidden_columns(root: etree._Element) -> Iterator[int]:
    for columns in root.iter("{*}col"):
        if columns.get("hidden") in _TRUE:
            yield from range(int(columns.get("min", "1")), min(int(columns.get("max", "0")), MOST_COLUMNS) + 1)


def _merged(reference: str, last: int) -> Iterator[tuple[Spot, Spot]]:
    left, top, right, bottom = range_boundaries(reference)
    assert left is not None
    assert top is not None
    assert right is not None
    assert bottom is not None
    for row in range(top, min(bottom, last) + 1):
        for column in range(left, min(right, MOST_COLUMNS) + 1):
            yield (row, column), (top, left)
