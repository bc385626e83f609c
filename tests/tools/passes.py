"""Passes over many departments as processes of their own: started, cut off, and what they leave behind."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from lxml import etree

from perfeval.batch.folder import OWN
from perfeval.batch.journal import NAME
from tools import departments

T = TypeVar("T")

PATIENCE = 60
"""Seconds after which a thing that is waited for is not going to happen."""


def departments_in(folder: Path, count: int) -> list[Path]:
    folder.mkdir()
    return departments.write(folder, count)


@contextmanager
def started(*arguments: str | Path, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A pass under way, in a group of its own; none of the group outlives the test."""
    command = [sys.executable, "-m", "perfeval", "render", *map(str, arguments)]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def until(there: Callable[[], T | None], process: subprocess.Popen[bytes] | None = None) -> T | None:
    """What is waited for as soon as it is there; None where the process ended before."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = there()
        if found:
            return found
        if process is not None and process.poll() is not None:
            return None
        time.sleep(0.002)
    raise AssertionError("what was waited for never came")


def ended(group: int) -> bool:
    """Whether nothing of a process group is left."""
    return not any(_group_of(stat) == group for stat in Path("/proc").glob("[0-9]*/stat"))


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    """The processes of a pass that do its work: children of the one that forks them."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        parent = _field(stat, 1)
        if parent is not None:
            children.setdefault(parent, []).append(int(stat.parent.name))
    return [inner for outer in children.get(process.pid, ()) for inner in children.get(outer, ())]


def _group_of(stat: Path) -> int | None:
    """Of a process that lives: one that has ended and waits for its parent to hear of it has none."""
    return None if _state(stat) == "Z" else _field(stat, 2)


def _fields(stat: Path) -> list[str]:
    try:
        return stat.read_text().rpartition(")")[2].split()
    except OSError:  # it ended meanwhile
        return []


def _state(stat: Path) -> str:
    return (_fields(stat) or ["Z"])[0]


def _field(stat: Path, number: int) -> int | None:
    fields = _fields(stat)
    return int(fields[number]) if fields else None


@dataclass(frozen=True, slots=True)
class Left:
    """The folder that passes write into, as it is found."""

    folder: Path

    @property
    def documents(self) -> Mapping[str, bytes]:
        """All that is not the pass's own, by name."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file() and OWN not in path.parts
        }

    @property
    def count(self) -> int:
        """How many documents there are."""
        return sum(1 for _ in self.folder.glob("*.docx"))

    @property
    def identities(self) -> Mapping[str, tuple[int, int]]:
        """By which a document that was written anew is known."""
        stats = {path.name: path.stat() for path in self.folder.glob("*.docx")}
        return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in stats.items()}

    @property
    def staged(self) -> list[str]:
        """What waits to be whole."""
        return [path.name for path in (self.folder / OWN / "staging").iterdir()]

    @property
    def records(self) -> list[dict[str, Any]]:
        """Of the journal, as another program would read it: the lines that are whole."""
        try:
            lines = (self.folder / OWN / NAME).read_bytes().split(b"\n")[:-1]
        except FileNotFoundError:
            return []
        parts = (line.partition(b" ") for line in lines)
        return [json.loads(said) for check, _, said in parts if check == b"%08x" % crc32(said)]


def faults_of(document: Path) -> list[str]:
    """Why a document is not whole."""
    with zipfile.ZipFile(document) as archive:
        broken = archive.testzip()
        etree.fromstring(archive.read("word/document.xml"))
    return [] if broken is None else [broken]


def counts(out: str) -> Mapping[str, int]:
    """The final table, by its heads in English."""
    heads, numbers = out.splitlines()[:2]
    return dict(zip(re.split(" {2,}", heads.strip()), map(int, numbers.split()), strict=True))
