"""Files of a pass: what a report was made of is noted, and a worker elsewhere is given what it reads."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from perfeval.files import Files

NO_FILE = ""
"""The digest of a file that could not be read."""


def digest(content: bytes) -> str:
    """By which the same content is known."""
    return sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Noted:
    """Files as another gives them; ``digests`` are those of all that was read, by path."""

    files: Files
    digests: dict[str, str] = field(default_factory=dict)

    def read(self, path: Path, most: int = -1) -> bytes:
        self.digests[str(path)] = NO_FILE
        content = self.files.read(path, most)
        self.digests[str(path)] = digest(content)
        return content


class LackingError(Exception):
    """A worker was not given this file."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True, slots=True)
class Carried:
    """Contents that came with the task, a system error's number for files without. Raises LackingError for others."""

    contents: Mapping[str, bytes | int]

    def read(self, path: Path, most: int = -1) -> bytes:
        if str(path) not in self.contents:
            raise LackingError(path)
        content = self.contents[str(path)]
        if isinstance(content, int):
            raise OSError(content, os.strerror(content), str(path))
        return content[:most] if most >= 0 else content
