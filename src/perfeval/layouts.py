"""Layouts: a folder with ``layout.yaml`` (wording) and ``report.docx`` (looks), built in or the department's own."""

from dataclasses import dataclass
from pathlib import Path

from perfeval.diagnostic import Diagnostic, Kind, Severity, Text
from perfeval.resources import folder
from perfeval.settings import Setting, choose, read

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a layout is for, in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowText:
    """A sentence written once for each row of a list of the context."""

    each: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """``layout.yaml``: the title, the output's name, the sections required and the standard sentences."""

    title: str
    description: Description
    filename: str
    requires: tuple[str, ...] = ()
    texts: dict[str, str | RowText]


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
    return Text(wording.description.zh, wording.description.en)


def read_layout(name: str, beside: Path) -> Setting[Layout] | Diagnostic:
    """The layout of that name; a name with a slash is a folder, from the report's own folder ``beside``."""
    if "/" not in name and name not in names():
        return Diagnostic(UNKNOWN, ("layout",), choose(name, names()))
    path = beside / name if "/" in name else folder_of(name)
    wording = read(path / "layout.yaml", "layout", Wording)
    return Setting(None if wording.value is None else Layout(name, path, wording.value), wording.findings)
