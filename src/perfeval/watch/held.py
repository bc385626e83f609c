"""Files of one moment: what a report was made of, and whether it still is as it was read."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from perfeval.files import DISK, Files


@dataclass(frozen=True, slots=True)
class Held:
    """Files that are read once each and stay as they were; ``contents`` by path and length asked for.

    Of a file that could not be read the number of the system's error is kept.
    """

    files: Files = DISK
    contents: dict[tuple[Path, int], bytes | int] = field(default_factory=dict)

    def read(self, path: Path, most: int = -1) -> bytes:
        asked = path, most
        if asked not in self.contents:
            self.contents[asked] = self._content(*asked)
        content = self.contents[asked]
        if isinstance(content, int):
            raise OSError(content, os.strerror(content), str(path))
        return content

    def is_current(self) -> bool:
        """Whether every file is as it was read. The content tells; times and sizes may be the same after a change."""
        return all(self._content(*asked) == content for asked, content in self.contents.items())

    def lacks(self, before: "Held") -> bool:
        """Whether a file that had a content before is empty now, or gone."""
        return any(
            _is_there(before.contents.get(asked)) and not _is_there(self.contents[asked]) for asked in self.contents
        )

    def folders(self) -> frozenset[Path]:
        """Where a change of the files would be seen: their folders, and those of what links lead to."""
        return frozenset(_standing(place) for path, _ in self.contents for place in _places(path))

    def _content(self, path: Path, most: int) -> bytes | int:
        try:
            return self.files.read(path, most)
        except OSError as error:
            return error.errno or 0


def _is_there(content: bytes | int | None) -> bool:
    return isinstance(content, bytes) and content != b""


def _places(path: Path) -> Iterator[Path]:
    yield path.absolute().parent
    yield Path(os.path.realpath(path)).parent


def _standing(folder: Path) -> Path:
    """The folder, or the nearest above it that is there."""
    return next((above for above in (folder, *folder.parents) if above.is_dir()), Path(folder.anchor))
