"""How files are read, and what is said of those that cannot be read or written.

They are read from the disk, unless a pass notes what it read or brings the contents from elsewhere.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from perfeval.diagnostic import Finding, Kind, Place, Severity, Text, reason_of

UNREADABLE = Kind(
    "W101",
    Severity.ERROR,
    what=Text("无法读取文件：{reason}", "the file cannot be read: {reason}"),
    why=Text("没有读到内容，什么也没有做", "nothing was read, nothing was done"),
    cure=Text("核对路径、文件名和权限", "check path, name and permissions"),
)
UNWRITABLE = Kind(
    "W102",
    Severity.ERROR,
    what=Text("无法写入文件：{reason}", "the file cannot be written: {reason}"),
    why=Text("没有写成；原有的文件没有改动", "nothing was written; a file that was there is untouched"),
    cure=Text(
        "核对文件夹、权限和磁盘空间，或另选位置", "check folder, permissions and disk space, or choose another place"
    ),
)


class Files(Protocol):
    """Gives the contents of files."""

    def read(self, path: Path, most: int = -1) -> bytes:
        """The content of a file, of a longer one the first ``most`` bytes. Raises OSError."""


@dataclass(frozen=True, slots=True)
class Disk:
    """Files as they lie on the disk; relative paths start at ``folder``."""

    folder: Path = Path()

    def read(self, path: Path, most: int = -1) -> bytes:
        with (self.folder / path).open("rb") as stream:
            # To be ready for so many bytes costs time, and a file mostly has fewer; a pipe does not tell how many.
            return stream.read() if 0 < os.fstat(stream.fileno()).st_size <= most else stream.read(most)


DISK = Disk()


def about_file(kind: Kind, path: Path, error: OSError | UnicodeError) -> Finding:
    """A finding about a file as a whole, with the system's reason."""
    return Finding(str(path), Place(1, 1), "", kind, {"reason": reason_of(error)})
