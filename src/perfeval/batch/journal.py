"""The record of a folder of documents: what each was made of, appended line by line, whole after any accident."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock
from typing import BinaryIO
from zlib import crc32

from perfeval.write import write

NAME = "journal"
SLACK = 1000
"""So many lines may be out of date before the journal is written anew."""


@dataclass(frozen=True, slots=True)
class Record:
    """One document: the file it was made of, its own name, both from the folder of the documents, and its making.

    The source is a department's file, or the Word document that was turned into another form. ``inputs`` are the
    digests of all files that were read, ``digest`` is the document's own.
    """

    source: str
    target: str
    digest: str
    made_by: str
    warnings: int
    inputs: Mapping[str, str]


class Journal:
    """The records of a folder. Only where the last one of each source and form stands is kept in memory.

    A line that was torn by a crash is no record. Raises OSError.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._path.touch()
        self._renew()
        self._file = self._path.open("r+b")
        self._starts = {_key(record.source, record.target): start for start, record in _records(self._file)}
        self._end = self._file.seek(0, os.SEEK_END)
        self._lock = Lock()

    def __iter__(self) -> Iterator[Record]:
        """Every record there is, the oldest first."""
        with self._path.open("rb") as file:
            yield from (record for _, record in _records(file))

    def of(self, source: str, suffix: str = ".docx") -> Record | None:
        """The last record of a source, by the suffix of what was made of it."""
        start = self._starts.get(_key(source, suffix))
        if start is None:
            return None
        self._file.seek(start)
        record = _record(self._file.readline())
        return record if record is not None and record.source == source else None

    def note(self, record: Record) -> None:
        """Append a record; it is on the disk when this returns."""
        line = _line(record)
        with self._lock:
            self._file.seek(self._end)
            self._file.write(line)
            self._file.flush()
            os.fsync(self._file.fileno())
            self._starts[_key(record.source, record.target)] = self._end
            self._end += len(line)

    def close(self) -> None:
        self._file.close()

    def _renew(self) -> None:
        """Write it anew where it is torn or much of it is out of date: the last record of each document stays."""
        with self._path.open("rb") as file:
            lines = sum(1 for _ in file)
            file.seek(0)
            starts = {(hash(record.source), hash(record.target)): start for start, record in _records(file)}
            whole = sum(1 for _ in self)
            if whole == lines <= 2 * len(starts) + SLACK:
                return
            kept = []
            for start in sorted(starts.values()):
                file.seek(start)
                kept.append(file.readline())
        write(b"".join(kept), self._path)


def _key(source: str, target: str) -> int:
    """By which the last record is found: a source has one document of each suffix."""
    return hash((source, target.rpartition(".")[2]))


def _line(record: Record) -> bytes:
    said = json.dumps(asdict(record), ensure_ascii=False).encode()
    return b"%08x %s\n" % (crc32(said), said)


def _records(file: BinaryIO) -> Iterator[tuple[int, Record]]:
    """Every whole record with the byte at which its line starts."""
    start = 0
    for line in file:
        record = _record(line)
        if record is not None:
            yield start, record
        start += len(line)


def _record(line: bytes) -> Record | None:
    """The record in a line, unless its end is missing or it is not what was written."""
    check, _, said = line.removesuffix(b"\n").partition(b" ")
    if not line.endswith(b"\n") or check != b"%08x" % crc32(said):
        return None
    try:
        return Record(**json.loads(said))
    except (ValueError, TypeError):  # by chance, or by a version that records something else
        return None
