"""What a pass has to make: departments whose report is out of date, and why."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from perfeval.batch.folder import Folder
from perfeval.batch.journal import Record
from perfeval.batch.names import foretold
from perfeval.batch.reading import NO_FILE, digest
from perfeval.diagnostic import Text

FIRST = Text("第一次生成", "it is new")
ASKED = Text("要求全部重做", "everything is to be made anew")
PROGRAM = Text("perfeval 或选项有变化", "perfeval or an option has changed")
LOST = Text("原来的报告不在了", "its document is gone")
ALTERED = Text("原来的报告被改动过", "its document was altered")


@dataclass(frozen=True, slots=True)
class Step:
    """A department of a pass: why its report has to be made, None where it is up to date with so many ``warnings``.

    ``name`` is the report's file name as far as it can be told beforehand.
    """

    path: Path
    cause: Text | None
    name: str | None
    warnings: int = 0


def digest_of(path: Path) -> str:
    """The digest of a file as it is now."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return NO_FILE


def plan(paths: Iterable[Path], folder: Folder, made_by: str, *, force: bool) -> Iterator[Step]:
    """What has to be done about each department, in their order; what many share is read once to see its changes."""
    shared = lru_cache(maxsize=1024)(digest_of)
    for path in paths:
        record = folder.journal.of(reference(path, folder.path))
        cause = ASKED if force else cause_of(record, folder.path, made_by, shared)
        if cause is None and record is not None:
            yield Step(path, None, record.target, record.warnings)
        else:
            yield Step(path, cause, foretold(path))


def cause_of(
    record: Record | None, folder: Path, made_by: str, shared: Callable[[Path], str] = digest_of
) -> Text | None:
    """Why a report has to be made, None where nothing that it is made of has changed and it is as it was written."""
    if record is None:
        return FIRST
    if record.made_by != made_by:
        return PROGRAM
    for name, known in record.inputs.items():
        if (digest_of if name == record.source else shared)(folder / name) != known:
            path = os.path.normpath(folder / name)
            return Text(f"{path} 有变化", f"{path} has changed")
    found = digest_of(folder / record.target)
    return None if found == record.digest else LOST if found == NO_FILE else ALTERED


def reference(path: Path | str, folder: Path) -> str:
    """A path from the folder of the documents, so that both can be moved together."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return str(Path(path).absolute())
