"""The strict YAML reader: bytes to plain data, exact numbers and the place of every key and value."""

from pathlib import Path

from perfeval.diagnostic import Diagnostic, Outcome, Place, Severity
from perfeval.files import DISK, Files
from perfeval.load.characters import clean
from perfeval.load.encoding import LIMIT, decode
from perfeval.load.source import Data, Origin, Part, Source
from perfeval.load.walk import walk

__all__ = ["LIMIT", "Data", "Origin", "Part", "Source", "load", "read"]


def read(content: bytes, file: str) -> Outcome[Source]:
    """The source in ``content``, UTF-8 YAML with a mapping at its root; ``file`` is its name as shown to the user.

    The value is always there, so that excerpts can be shown; its data is None where an error is found.
    """
    text, refusal = decode(content)
    if refusal is not None:
        shown, _ = clean(text)
        return Outcome(Source(file, shown), (refusal,))
    text, found = clean(text)
    tree = walk(text)
    found = tuple(sorted((*found, *tree.found), key=position))
    refused = any(diagnostic.kind.severity is Severity.ERROR for diagnostic in found)
    data = tree.data if isinstance(tree.data, dict) and not refused else None
    return Outcome(Source(file, text, data, tree.keys, tree.values), found)


def load(path: Path, files: Files = DISK) -> Outcome[Source]:
    """The source in a file. Raises OSError where the file cannot be read."""
    return read(files.read(path, LIMIT + 1), str(path))


def position(diagnostic: Diagnostic) -> tuple[int, int]:
    """Where a finding of this stage stands; all of them carry a place."""
    where = diagnostic.where
    return (where.line, where.column) if isinstance(where, Place) else (0, 0)
