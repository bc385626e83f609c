"""Documents that a pass wrote and that no department stands for any more."""

from collections.abc import Iterator

from perfeval.batch.claims import folded
from perfeval.batch.folder import Folder
from perfeval.batch.journal import Record
from perfeval.batch.reading import digest


def left_behind(folder: Folder) -> Iterator[Record]:
    """Recorded documents, still there as they were written, whose department has no file or another document now."""
    last = {
        hash(record.department): hash(folded(record.target))
        for record in folder.journal
        if (folder.path / record.department).exists()
    }
    live = set(last.values())
    told = set[int]()
    for record in folder.journal:
        name = hash(folded(record.target))
        if name not in live and name not in told and _is_ours(record, folder):
            told.add(name)
            yield record


def _is_ours(record: Record, folder: Folder) -> bool:
    try:
        return digest((folder.path / record.target).read_bytes()) == record.digest
    except OSError:
        return False
