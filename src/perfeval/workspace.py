"""What the departments of one authority share: ``perfeval.yaml``, in the folder of their reports or above it."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from perfeval.diagnostic import Diagnostic, Finding, Kind, Pointer, Result, Severity, Text
from perfeval.files import DISK, UNREADABLE, Files, about_file
from perfeval.layouts import Layout
from perfeval.load import LIMIT, Data, Part, Source
from perfeval.settings import held

NAME = "perfeval.yaml"
HEIGHT = 8
"""So many folders are looked into, from the report's own upwards: where the files of a pass are brought from elsewhere,
nothing tells which of them is the root."""


NOT_THERE = Kind(
    "S312",
    Severity.ERROR,
    what=Text("departments 所指的 {path} 不存在", "`departments` names {path}, which is not there"),
    why=Text("那里的部门一份报告也不会生成", "no department there would have its report"),
    cure=Text(
        "核对路径（从本文件所在的文件夹算起），或先建好文件夹",
        "check the path, which starts at this file's folder, or make it",
    ),
)
NOT_BELOW = Kind(
    "S313",
    Severity.ERROR,
    what=Text("{path} 里的部门用不到本文件的共用内容", "this file does not hold for the departments in {path}"),
    why=Text(
        "共用内容只对本文件所在的文件夹及其下 7 层有效，更近处的 perfeval.yaml 优先",
        "it holds for its own folder and seven below it, where no other perfeval.yaml is nearer",
    ),
    cure=Text(
        "把本文件移到这些部门的上一级，或把部门移到本文件之下",
        "move this file above those departments, or them below it",
    ),
)


@dataclass(frozen=True, slots=True)
class Workspace:
    """What ``perfeval.yaml`` says: where departments' files lie and documents go, who has to report, what is shared.

    ``filename`` is a pattern in place of the layout's own; ``source`` holds the shared data.
    """

    departments: tuple[Path, ...]
    output: Path | None
    filename: str | None
    roster: tuple[str, ...]
    source: Source

    def named(self, layout: Layout) -> Layout:
        """The layout, whose documents are named by the workspace's pattern if it has one."""
        return replace(layout, filename=self.filename)


def workspace_of(folder: Path, files: Files) -> Result[Workspace]:
    """The workspace in a folder or the nearest above it; neither value nor findings where there is none."""
    for above in islice(_upwards(folder), HEIGHT):
        with suppress(FileNotFoundError, IsADirectoryError, NotADirectoryError):
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
        tuple(folder / path for path in ([named] if isinstance(named, str) else named)),
        folder / given["output"] if "output" in given else None,
        given.get("filename"),
        tuple(given.get("roster", ())),
        source,
    )


def unfit(workspace: Workspace, reports: Iterable[Path]) -> Iterator[Finding]:
    """What stands under ``departments`` and cannot be had, and reports there that this workspace does not hold for."""
    for number, path in enumerate(workspace.departments):
        if not path.exists():
            yield _about_departments(workspace, NOT_THERE, number, path)
    own = os.path.realpath(workspace.source.file)
    for folder in dict.fromkeys(report.parent for report in reports):
        nearest = workspace_of(folder, DISK).value
        if folder.exists() and (nearest is None or os.path.realpath(nearest.source.file) != own):
            yield _about_departments(workspace, NOT_BELOW, None, folder)


def _about_departments(workspace: Workspace, kind: Kind, number: int | None, path: Path) -> Finding:
    pointer: Pointer = ("departments",) if number is None else ("departments", number)
    return workspace.source.locate(Diagnostic(kind, pointer, {"path": str(path)}))


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
