"""Reads the YAML files that belong to a report but are not the department's: a layout, a scoring standard."""

from collections.abc import Callable, Hashable, Iterable
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast

from perfeval.diagnostic import Arguments, Diagnostic, Finding, Kind, Place, Result, Severity, Text, reason_of
from perfeval.files import DISK, Files
from perfeval.load import LIMIT, Source
from perfeval.load import read as parse
from perfeval.records import build
from perfeval.schema import examine

T = TypeVar("T")

UNREADABLE = Kind(
    "S303",
    Severity.ERROR,
    what=Text("无法读取：{reason}", "cannot be read: {reason}"),
    why=Text("报告引用了这个文件", "the report refers to this file"),
    cure=Text("核对路径；路径从报告文件所在的文件夹算起", "check the path; it starts at the report's own folder"),
)


def read(
    path: Path,
    schema: str,
    record: type[T],
    examined: Callable[[T], Iterable[Diagnostic]] = lambda _: (),
    files: Files = DISK,
) -> Result[T]:
    """The settings file as a record of the model, held against its schema and what else is ``examined``."""
    try:
        content = files.read(path, LIMIT + 1)
    except OSError as error:
        return Result(None, (Finding(str(path), Place(1, 1), "", UNREADABLE, {"reason": reason_of(error)}),))
    return cast("Result[T]", _read(content, str(path), schema, cast("Hashable", record), examined))


@lru_cache(maxsize=64)
def held(content: bytes, file: str, schema: str) -> Result[Source]:
    """The content of a settings file held against its schema: once, as long as it stays the same, for all of a run."""
    outcome = parse(content, file)
    source = outcome.value
    assert source is not None
    found = outcome.diagnostics
    if source.data is not None:
        found = (*found, *examine(source.data, schema))
    return Result(None if _refused(found) else source, tuple(map(source.locate, found)))


@lru_cache(maxsize=64)
def _read(
    content: bytes, file: str, schema: str, record: type[T], examined: Callable[[T], Iterable[Diagnostic]]
) -> Result[T]:
    """The record of what is held, made once as well."""
    read = held(content, file, schema)
    if read.value is None:
        return Result(None, read.findings)
    value = build(record, read.value.data)
    found = tuple(examined(value))
    return Result(None if _refused(found) else value, (*read.findings, *map(read.value.locate, found)))


def choose(name: str, known: Iterable[str]) -> Arguments:
    """The arguments for an unknown name: the names there are, and the nearest as a hint."""
    names = tuple(known)
    near = get_close_matches(name, names, 1)
    hint = Text(f"，是不是“{near[0]}”？", f"; did you mean “{near[0]}”?") if near else ""
    return {"name": name, "hint": hint, "known": Text("、".join(names), ", ".join(names))}


def _refused(found: Iterable[Diagnostic]) -> bool:
    return any(diagnostic.kind.severity is Severity.ERROR for diagnostic in found)
