"""What the departments of one authority share: ``perfeval.yaml``, in the folder of their reports or above it."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from perfeval.diagnostic import Pointer, Result
from perfeval.files import UNREADABLE, Files, about_file
from perfeval.load import LIMIT, Data, Part, Source
from perfeval.settings import held

NAME = "perfeval.yaml"
HEIGHT = 8
"""So many folders are looked into, from the report's own upwards: where the files of a pass are brought from elsewhere,
nothing tells which of them is the root."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """What ``perfeval.yaml`` says: where departments' files lie and documents go, who has to report, what is shared.

    ``filename`` is a pattern in place of the layout's own; ``source`` holds the shared data.
    """

    folder: Path
    departments: tuple[Path, ...]
    output: Path | None
    filename: str | None
    roster: tuple[str, ...]
    source: Source


def workspace_of(folder: Path, files: Files) -> Result[Workspace]:
    """The workspace in a folder or the nearest above it; neither value nor findings where there is none."""
    for above in islice(_upwards(folder), HEIGHT):
        with suppress(FileNotFoundError):
            return read_workspace(above / NAME, files)
    return Result(None)


def _upwards(folder: Path) -> Iterator[Path]:
    """A folder and those above it, relative ones without end: no more is known of them than their names."""
    above = Path(os.path.normpath(folder))
    while True:
        yield above
        folder, above = above, Path(os.path.normpath(above / ".."))
        if above == folder:
            return


def read_workspace(path: Path, files: Files) -> Result[Workspace]:
    """The workspace in a file. Raises FileNotFoundError; that a file cannot be read is a finding."""
    try:
        content = files.read(path, LIMIT + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        return Result(None, (about_file(UNREADABLE, path, error),))
    read = held(content, str(path), "workspace")
    return Result(None if read.value is None else _workspace(path.parent, read.value), read.findings)


def _workspace(folder: Path, source: Source) -> Workspace:
    given: Any = source.data
    named = given.get("departments", ".")
    return Workspace(
        folder,
        tuple(folder / path for path in ([named] if isinstance(named, str) else named)),
        folder / given["output"] if "output" in given else None,
        given.get("filename"),
        tuple(given.get("roster", ())),
        source,
    )


def inherit(source: Source, workspace: Workspace) -> Source:
    """The department's data with the shared ones under them, mappings key by key.

    What is inherited is a list, a text or a number: a mapping is always the department's, who may have to complete it.
    """
    if source.data is None:
        return source
    given: Any = workspace.source.data
    lent: list[Pointer] = []
    data = _merged(source.data, given.get("shared", {}), (), lent)
    parts = [Part(pointer, workspace.source, ("shared", *pointer)) for pointer in lent]
    # No report has this key: what is wrong with the pattern is told where it stands.
    parts.append(Part(("filename",), workspace.source, ("filename",)))
    return replace(source, data=data, parts=(*source.parts, *parts))


def _merged(own: dict[str, Data], shared: dict[str, Data], at: Pointer, lent: list[Pointer]) -> dict[str, Data]:
    """Own values before shared ones; notes which are lent."""
    merged = dict(own)
    for key, value in shared.items():
        there = own.get(key, {} if isinstance(value, dict) else value)
        if isinstance(value, dict) and isinstance(there, dict):
            merged[key] = _merged(there, value, (*at, key), lent)
        elif key not in own:
            merged[key] = value
            lent.append((*at, key))
    return merged
