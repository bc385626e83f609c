"""Layouts: a folder with ``layout.yaml`` (wording) and ``report.docx`` (looks), built in or the department's own."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path

from perfeval.diagnostic import Diagnostic, Kind, Result, Severity, Text
from perfeval.files import DISK, Files
from perfeval.model import Report
from perfeval.resources import folder
from perfeval.settings import choose, read

UNKNOWN = Kind(
    "S302",
    Severity.ERROR,
    what=Text("没有名为“{name}”的版式{hint}", "there is no layout “{name}”{hint}"),
    why=Text("版式决定报告的结构、措辞和样式", "the layout gives the report its structure, wording and looks"),
    cure=Text(
        "可用：{known}；或写自有版式文件夹的路径（含 /）",
        "known: {known}; or the path of a folder of your own (with a /)",
    ),
)

NO_SECTION = Kind(
    "S305",
    Severity.ERROR,
    what=Text("报告文件里没有名为“{name}”的部分{hint}", "a report has no section “{name}”{hint}"),
    why=Text("名称写错，就无从要求报告必须写这一部分", "under a wrong name nothing can be required of a report"),
    cure=Text("可用：{known}", "known: {known}"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowText:
    """A sentence written once for each row of a list of the context."""

    each: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """``layout.yaml``: what it is for, the output's name, the sections required and the standard sentences.

    ``based_on`` is a built-in layout, whose sentences hold where this one has none of the name.
    """

    description: Text
    filename: str
    requires: tuple[str, ...] = ()
    based_on: str | None = None
    texts: dict[str, str | RowText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout that was read."""

    name: str
    path: Path
    wording: Wording

    @property
    def template(self) -> Path:
        """The Word template."""
        return self.path / "report.docx"


def names() -> tuple[str, ...]:
    """The built-in layouts."""
    return tuple(sorted(path.parent.name for path in folder("templates").glob("*/layout.yaml")))


def folder_of(name: str) -> Path:
    """The folder of a built-in layout."""
    return folder("templates") / name


def describe(name: str) -> Text:
    """What a built-in layout is for."""
    wording = read(folder_of(name) / "layout.yaml", "layout", Wording).value
    assert wording is not None
    return wording.description


def read_layout(name: str, beside: Path, files: Files = DISK) -> Result[Layout] | Diagnostic:
    """The layout of that name; a name with a slash is a folder, from the report's own folder ``beside``."""
    if "/" in name:
        return _read(name, beside / name, files)
    if name not in names():
        return Diagnostic(UNKNOWN, ("layout",), choose(name, names()))
    return _built_in(name)


@cache
def _built_in(name: str) -> Result[Layout]:
    """What comes with the package does not change while it runs."""
    return _read(name, folder_of(name), DISK)


def _read(name: str, path: Path, files: Files) -> Result[Layout]:
    wording = read(path / "layout.yaml", "layout", Wording, _unknown, files)
    layout = None if wording.value is None else Layout(name, path, _with_base(wording.value))
    return Result(layout, wording.findings)


def _unknown(wording: Wording) -> Iterator[Diagnostic]:
    """The layout that this one is based on is a built-in one, and the sections it requires are a report's."""
    known = [section.name for section in fields(Report)]
    for index, section in enumerate(wording.requires):
        if section not in known:
            yield Diagnostic(NO_SECTION, ("requires", index), choose(section, known))
    if wording.based_on is not None and wording.based_on not in names():
        yield Diagnostic(UNKNOWN, ("based_on",), choose(wording.based_on, names()))


def _with_base(wording: Wording) -> Wording:
    """The wording with the sentences of the layout it is based on."""
    if wording.based_on is None:
        return wording
    base = read(folder_of(wording.based_on) / "layout.yaml", "layout", Wording).value
    assert base is not None
    return replace(wording, texts={**_with_base(base).texts, **wording.texts})
