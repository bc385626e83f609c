"""The name of a document before it is made: from the first lines of the department's file."""

from pathlib import Path


def foretold(path: Path) -> str | None:
    """The file name of a department's report, None where it cannot be told without making it."""
    return None
