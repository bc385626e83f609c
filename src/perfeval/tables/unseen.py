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
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


class TooLargeError(Exception):
    """The workbook is larger than any that is meant."""

    def __init__(self, limit: Text) -> None:
        super().__init__(limit.en)
        self.limit = limit


class Unseen(NamedTuple):
    """Of a sheet: its last row and column with a value; hidden rows; formulas that have no result; merged cells.

    ``merged`` gives for each cell of a range the one that has its value.
    """

    last: Spot
    hidden: frozenset[int]
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
    hidden = {int(row.get("r", "0")) for row in root.iter("{*}row") if row.get("hidden") in {"1", "true"}}
    unsolved, row, column = set[Spot](), 0, 0
    for cell in root.iter("{*}c"):
        if len(cell):  # a cell may be there for its looks alone
            spot = coordinate_to_tuple(cell.get("r", ""))
            row, column = max(row, spot[0]), max(column, spot[1])
            if cell.find("{*}f") is not None and not cell.findtext("{*}v") and cell.get("t") != "str":
                unsolved.add(spot)
    if row > MOST_ROWS:
        raise TooLargeError(Text(f"{MOST_ROWS} 行", f"{MOST_ROWS} rows"))
    if column > MOST_COLUMNS:
        raise TooLargeError(Text(f"{MOST_COLUMNS} 列", f"{MOST_COLUMNS} columns"))
    merged = (pair for each in root.iter("{*}mergeCell") for pair in _merged(each.get("ref", ""), row))
    return Unseen((row, column), frozenset(hidden), frozenset(unsolved), dict(islice(merged, MOST_ROWS * MOST_COLUMNS)))


def _merged(reference: str, last: int) -> Iterator[tuple[Spot, Spot]]:
    left, top, right, bottom = range_boundaries(reference)
    assert left is not None
    assert top is not None
    assert right is not None
    assert bottom is not None
    for row in range(top, min(bottom, last) + 1):
        for column in range(left, min(right, MOST_COLUMNS) + 1):
            yield (row, column), (top, left)
