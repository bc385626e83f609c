"""How files are read: from the disk, unless a pass notes what it read or brings the contents from elsewhere."""

from pathlib import Path
from typing import Protocol


class Files(Protocol):
    """Gives the contents of files."""

    def read(self, path: Path, most: int = -1) -> bytes:
        """The content of a file, of a longer one the first ``most`` bytes. Raises OSError."""


class Disk:
    """Files as they lie on the disk."""

    def read(self, path: Path, most: int = -1) -> bytes:
        with path.open("rb") as stream:
            return stream.read(most)


DISK = Disk()
