"""The folder that a pass writes into: one pass at a time, its journal, and a place for documents not yet whole."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from perfeval.batch.journal import Journal
from perfeval.write import make_folder, put

OWN = ".perfeval"
"""The pass's own folder inside the one that it writes into; hidden, and never searched for reports."""


class BusyError(Exception):
    """Another pass is writing into the folder."""


@dataclass(frozen=True, slots=True)
class Folder:
    """Where documents go to; ``staging`` is on the same file system."""

    path: Path
    journal: Journal

    @property
    def staging(self) -> Path:
        """Where documents wait until they are whole."""
        return self.path / OWN / "staging"

    def place(self, staged: Path, target: str) -> None:
        """Let a staged document take its place under its name. Raises OSError."""
        path = self.path / target
        make_folder(path.parent)
        put(staged, path)


@contextmanager
def opened(path: Path) -> Iterator[Folder]:
    """The folder for one pass; what it or an earlier one left half-done is cleared away. Raises OSError, BusyError.

    It is known by its real path, so that a link to it and its own name are one folder to the journal.
    """
    if os.path.realpath(path) != os.path.abspath(path):  # noqa: PTH100 (Path.absolute keeps the dots)
        path = path.resolve()
    own = path / OWN
    (own / "staging").mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(own / "lock", timeout=0), closing(Journal(own)) as journal:
            folder = Folder(path, journal)
            _clear(folder.staging)
            yield folder
            _clear(folder.staging)
    except Timeout:
        raise BusyError from None


def _clear(staging: Path) -> None:
    for left in staging.iterdir():
        with suppress(OSError):
            left.unlink()
