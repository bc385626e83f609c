"""What a pass has to make: departments whose report is out of date, and why, and those that want the same name."""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from perfeval.batch.folder import Folder
from perfeval.batch.journal import Record
from perfeval.batch.names import foretold
from perfeval.batch.reading import NO_FILE, digest
from perfeval.diagnostic import Finding, Kind, Place, Severity, Text

SAME_NAME = Kind(
    "S311",
    Severity.ERROR,
    what=Text("报告的文件名“{name}”与 {other} 的相同", "the report's file name “{name}” is also that of {other}"),
    why=Text("后生成的会盖掉先生成的，两份都没有生成", "one would replace the other, so neither is written"),
    cure=Text(
        "核对部门名称和年度；确需并存的，用 perfeval.yaml 的 filename 区分",
        "check the department's name and year; where both are right, tell them apart by `filename` in perfeval.yaml",
    ),
)
FIRST = Text("第一次生成", "it is new")
ASKED = Text("要求全部重做", "everything is to be made anew")
PROGRAM = Text("perfeval 或选项有变化", "perfeval or an option has changed")
LOST = Text("原来的报告不在了", "its document is gone")
ALTERED = Text("原来的报告被改动过", "its document was altered")


@dataclass(frozen=True, slots=True)
class Step:
    """A department of a pass: why its report has to be made, None where it is up to date with so many ``warnings``.

    ``name`` is the report's file name as far as it can be told beforehand.
    """

    path: Path
    cause: Text | None
    name: str | None
    warnings: int = 0


def plan(paths: Iterable[Path], folder: Folder, made_by: str, *, force: bool) -> Iterator[Step]:
    """What has to be done about each department, in their order."""
    for path in paths:
        record = folder.journal.of(reference(path, folder.path))
        cause = ASKED if force else cause_of(record, folder.path, made_by)
        if cause is None and record is not None:
            yield Step(path, None, record.target, record.warnings)
        else:
            yield Step(path, cause, foretold(path))


def cause_of(record: Record | None, folder: Path, made_by: str) -> Text | None:
    """Why a report has to be made, None where nothing that it is made of has changed and it is as it was written."""
    if record is None:
        return FIRST
    if record.made_by != made_by:
        return PROGRAM
    for name, known in record.inputs.items():
        path = os.path.normpath(folder / name)
        if (_digest if name == record.department else _shared_digest)(path) != known:
            return Text(f"{path} 有变化", f"{path} has changed")
    found = _digest(folder / record.target)
    return None if found == record.digest else LOST if found == NO_FILE else ALTERED


def clashes(steps: Sequence[Step]) -> Mapping[int, Finding]:
    """By their number, the departments that want a name which another one wants, too."""
    named: dict[str, list[int]] = {}
    for number, step in enumerate(steps):
        if step.name is not None:
            named.setdefault(folded(step.name), []).append(number)
    return {
        number: clash(steps[number], steps[same[0] if number != same[0] else same[1]].path)
        for same in named.values()
        if len(same) > 1
        for number in same
    }


def clash(step: Step, other: Path) -> Finding:
    """That a department wants the same name as another."""
    return Finding(str(step.path), Place(1, 1), "", SAME_NAME, {"name": step.name or "", "other": str(other)})


def folded(name: str) -> str:
    """Names that are one file on some system: capitals and composed letters do not tell them apart."""
    return unicodedata.normalize("NFC", name).casefold()


def reference(path: Path | str, folder: Path) -> str:
    """A path from the folder of the documents, so that both can be moved together."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return str(Path(path).absolute())


def _digest(path: Path | str) -> str:
    try:
        return digest(Path(path).read_bytes())
    except OSError:
        return NO_FILE


_shared_digest = lru_cache(maxsize=1024)(_digest)
"""Of files that many departments share; a pass reads them once to see what has changed."""
