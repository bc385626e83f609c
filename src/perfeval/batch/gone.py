"""Documents that a pass wrote and that nothing stands for any more."""

from collections.abc import Iterator

from perfeval.batch.claims import folded
from perfeval.batch.folder import Folder
from perfeval.batch.journal import Record
from perfeval.batch.plan import digest_of
from perfeval.formats.document import Form


def left_behind(folder: Folder) -> Iterator[Record]:
    """Recorded documents, still there as they were written, that are no department's report any more.

    Its department has no file, or another document now; a document in another form is that of an older report.
    """
    last = {
        hash(record.source): _name(record)
        for record in folder.journal
        if _is_report(record) and (folder.path / record.source).exists()
    }
    live = set(last.values())
    live |= {_name(record) for record in folder.journal if not _is_report(record) and _is_of_now(record, folder, live)}
    told = set[int]()
    for record in folder.journal:
        name = _name(record)
        if name not in live and name not in told and digest_of(folder.path / record.target) == record.digest:
            told.add(name)
            yield record


def _name(record: Record) -> int:
    """By which the document's name is known, in little memory."""
    return hash(folded(record.target))


def _is_report(record: Record) -> bool:
    """Whether it is the Word document itself."""
    return folded(record.target).endswith(Form.DOCX.suffix)


def _is_of_now(record: Record, folder: Folder, live: set[int]) -> bool:
    """Whether the Word document that this one was turned from is a department's, and still the same."""
    is_live = hash(folded(record.source)) in live
    return is_live and digest_of(folder.path / record.source) == record.inputs.get(record.source)
