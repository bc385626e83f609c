"""The work on one department, in whatever process: a task in, what came of it out, both plain data."""

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from perfeval import pipeline
from perfeval.batch.reading import Carried, LackingError, Noted, digest
from perfeval.batch.version import fingerprint
from perfeval.diagnostic import Finding, Kind, Place, Severity, Text
from perfeval.files import UNWRITABLE, Disk, about_file
from perfeval.write import file_name, stage

FAULT = Kind(
    "W104",
    Severity.ERROR,
    what=Text("程序出错：{error}", "the program failed: {error}"),
    why=Text("这是 perfeval 的缺陷，不是数据的问题", "this is a defect of perfeval, not of the data"),
    cure=Text("请把这条消息和这个文件报告给开发者", "please report this message and the file to its developers"),
)
LOST = Kind(
    "W106",
    Severity.ERROR,
    what=Text("处理这个文件的工作进程没有做完：{reason}", "the worker with this file was lost: {reason}"),
    why=Text("多半是内存不够，或被系统终止；其他部门不受影响", "mostly for want of memory; other departments go on"),
    cure=Text("单独对它运行 perfeval check；减少 --jobs 后重来", "try `perfeval check` on it alone, and fewer --jobs"),
)
OTHER_VERSION = Kind(
    "W105",
    Severity.ERROR,
    what=Text("这个工作进程用的是另一版 perfeval", "the worker has another version of perfeval"),
    why=Text("同一批报告要由同一版程序生成", "one pass is made by one version"),
    cure=Text("在所有机器上装同一版后重来", "install the same version on every machine and start again"),
)


@dataclass(frozen=True, slots=True)
class Task:
    """One department's file; relative paths start at ``folder``.

    The document is left in ``staging``, or given back where that is None. Where ``contents`` are given, nothing is read
    from the worker's own disk.
    """

    path: Path
    folder: Path
    trace: bool
    made_by: str
    staging: Path | None = None
    contents: Mapping[str, bytes | int] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document that is not in its place yet: its name, its digest, and the bytes unless they wait in a file."""

    name: str
    digest: str
    content: bytes
    staged: Path | None


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a task: findings, the document unless they forbid it, and the digests of all that was read.

    ``lacking`` is a file that has to be brought before the task can be done.
    """

    findings: tuple[Finding, ...] = ()
    document: Document | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    lacking: Path | None = None


def work(task: Task) -> Done:
    """Make one department's report. Whatever happens is told in what is given back."""
    if task.made_by != fingerprint(trace=task.trace):
        return Done((_about(task.path, OTHER_VERSION),))
    files = Noted(Disk(task.folder) if task.contents is None else Carried(task.contents))
    try:
        done = _render(task, files)
    except LackingError as lacking:
        return Done(lacking=lacking.path)
    except Exception as error:  # noqa: BLE001 (the other departments go on)
        return failed(task.path, error)
    return replace(done, inputs=files.digests)


def failed(path: Path, error: Exception) -> Done:
    """What came of a file over which the program failed."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    said = f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"
    return Done((_about(path, FAULT, error=said),))


def lost(path: Path, error: Exception) -> Done:
    """What came of a file whose worker ended."""
    return Done((_about(path, LOST, reason=str(error) or type(error).__name__),))


def _render(task: Task, files: Noted) -> Done:
    result = pipeline.render(task.path, trace=task.trace, files=files)
    if result.value is None:
        return Done(result.findings)
    content, name = result.value.content, file_name(result.value.name, result.value.suffix)
    try:
        staged = None if task.staging is None else stage(content, task.staging)
    except (OSError, UnicodeError) as error:
        return Done((*result.findings, about_file(UNWRITABLE, task.path, error)))
    return Done(result.findings, Document(name, digest(content), content if staged is None else b"", staged))


def _about(path: Path, kind: Kind, **arguments: str) -> Finding:
    return Finding(str(path), Place(1, 1), "", kind, arguments)
