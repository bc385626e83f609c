"""The reports that are meant: files as they are named, and those below folders."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from perfeval.load import load
from perfeval.workspace import NAME as WORKSPACE

SUFFIXES = (".yaml", ".yml")
LAYOUT = "layout.yaml"
OF_A_REPORT = frozenset(("layout", "year", "department"))
OF_A_STANDARD = frozenset(("grades", "weights"))
"""Keys by which a scoring standard that lies among reports is known."""


@dataclass(frozen=True, slots=True)
class Found:
    """Reports in the order of what was named, each once; standards ``passed_over``; folders ``without`` a report.

    ``workspaces`` are those that were named themselves.
    """

    reports: tuple[Path, ...]
    passed_over: tuple[Path, ...]
    without: tuple[Path, ...]
    workspaces: tuple[Path, ...] = ()


def search(named: Iterable[Path]) -> Found:
    """The reports named, and those in the folders named and below; what cannot be read counts as a report."""
    reports: dict[str, Path] = {}
    passed_over: dict[str, Path] = {}
    without, workspaces = [], []
    for path in named:
        if path.name == WORKSPACE and path.is_file():
            workspaces.append(path)
            continue
        if not path.is_dir():
            reports.setdefault(os.path.realpath(path), path)
            continue
        empty = True
        for file in _below(path):
            standard = _is_standard(file)
            empty = empty and standard
            (passed_over if standard else reports).setdefault(os.path.realpath(file), file)
        if empty:
            without.append(path)
    return Found(tuple(reports.values()), tuple(passed_over.values()), tuple(without), tuple(workspaces))


def _below(folder: Path) -> Iterator[Path]:
    """The YAML files in a folder and below, sorted; not what is hidden, nor settings; folders that cannot be read."""
    closed: list[Path] = []
    for name, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [] if LAYOUT in files else sorted(inner for inner in folders if not inner.startswith("."))
        if LAYOUT not in files:
            yield from (Path(name, file) for file in sorted(files) if _may_be_report(Path(name, file)))
    yield from closed


def _may_be_report(file: Path) -> bool:
    """By its name; a pipe that nobody writes to would never be read to its end."""
    named = file.name.lower().endswith(SUFFIXES) and not file.name.startswith(".")
    return named and file.name != WORKSPACE and not file.is_fifo()


def _is_standard(file: Path) -> bool:
    """Whether a file is a scoring standard, not a report."""
    try:
        if b"grades" not in file.read_bytes():  # a report is read in full once, later
            return False
        source = load(file).value
    except OSError:
        return False
    keys = set() if source is None or source.data is None else source.data.keys()
    return keys >= OF_A_STANDARD and not keys & OF_A_REPORT
