"""Layouts: a folder with ``layout.yaml`` (wording) and ``report.docx`` (looks), built in or the department's own."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path

from perfeval.diagnostic import Diagnostic, Kind, Result, Severity, Text
from perfeval.files import DISK, Files
from perfeval.layouts.wording import Category, Chart, LayoutKind, RowText, Series, Wording
from perfeval.model import Report
from perfeval.resources import folder
from perfeval.settings import choose, read

__all__ = [
    "Category", "Chart", "Layout", "LayoutKind", "RowText", "Series", "Wording",
    "describe", "folder_of", "names", "read_layout",
]  # fmt: skip

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

OTHER_KIND = Kind(
    "S310",
    Severity.ERROR,
    what=Text("版式“{name}”是{of}的版式，不能用于{asked}", "layout “{name}” is for {of}, not for {asked}"),
    why=Text("两种文件的数据不同，语句和表格对不上", "the data of the two differ, and so do sentences and tables"),
    cure=Text("可用：{known}", "known: {known}"),
)

UNSETTLED = Kind(
    "S314",
    Severity.ERROR,
    what=Text("图“{name}”的分类没有说清", "it is not clear what the categories of chart “{name}” are"),
    why=Text("图要知道横轴上有哪几类、各取哪条数据", "a chart needs its categories and the record of each"),
    cure=Text(
        "写 each 和 category（列表的每行一类），或者写 categories（逐一列出）；只用其中一种",
        "give `each` and `category` (one for every row of a list), or `categories` (listed); one of the two",
    ),
)

NO_NAME = Kind(
    "S315",
    Severity.ERROR,
    what=Text("图的名称“{name}”不能写在模板里", "a chart cannot be called “{name}” in a template"),
    why=Text("模板以 charts.名称 引用图", "a template names a chart as charts.NAME"),
    cure=Text("名称只用字母、汉字、数字和下划线，不以数字开头", "use letters, digits and _, not a digit first"),
)

KINDS = {
    LayoutKind.REPORT: Text("部门报告", "a department's report"),
    LayoutKind.SUMMARY: Text("汇总报告", "a summary of departments"),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout that was read from ``files``; ``filename`` is another's pattern in place of its own."""

    name: str
    path: Path
    wording: Wording
    filename: str | None = None
    files: Files = DISK

    @property
    def template(self) -> Path:
        """The Word template."""
        return self.path / "report.docx"


def names(kind: LayoutKind = LayoutKind.REPORT) -> tuple[str, ...]:
    """The built-in layouts of a kind."""
    return tuple(name for name in _every_name() if _built_in_wording(name).kind is kind)


def folder_of(name: str) -> Path:
    """The folder of a built-in layout."""
    return folder("templates") / name


def describe(name: str) -> Text:
    """What a built-in layout is for."""
    return _built_in_wording(name).description


def read_layout(
    name: str, beside: Path, files: Files = DISK, kind: LayoutKind = LayoutKind.REPORT
) -> Result[Layout] | Diagnostic:
    """The layout of that name; a name with a slash is a folder, from the report's own folder ``beside``."""
    if "/" in name:
        found = _read(name, beside / name, files)
    elif name in _every_name():
        found = _built_in(name)
    else:
        return Diagnostic(UNKNOWN, ("layout",), choose(name, names(kind)))
    if found.value is None or found.value.wording.kind is kind:
        return found
    words = {"of": KINDS[found.value.wording.kind], "asked": KINDS[kind]}
    return Diagnostic(OTHER_KIND, ("layout",), {**choose(name, names(kind)), **words})


@cache
def _every_name() -> tuple[str, ...]:
    """The built-in layouts of all kinds; none of them is read for it."""
    return tuple(sorted(path.parent.name for path in folder("templates").glob("*/layout.yaml")))


def _built_in_wording(name: str) -> Wording:
    wording = read(folder_of(name) / "layout.yaml", "layout", Wording).value
    assert wording is not None
    return wording


@cache
def _built_in(name: str) -> Result[Layout]:
    """What comes with the package does not change while it runs."""
    return _read(name, folder_of(name), DISK)


def _read(name: str, path: Path, files: Files) -> Result[Layout]:
    wording = read(path / "layout.yaml", "layout", Wording, _unknown, files)
    layout = None if wording.value is None else Layout(name, path, _with_base(wording.value), files=files)
    return Result(layout, wording.findings)


def _unknown(wording: Wording) -> Iterator[Diagnostic]:
    """The layout that this one is based on is a built-in one, what it requires is a report's, its charts are clear."""
    known = [section.name for section in fields(Report)]
    for index, section in enumerate(wording.requires):
        if section not in known:
            yield Diagnostic(NO_SECTION, ("requires", index), choose(section, known))
    if wording.based_on is not None and wording.based_on not in names(wording.kind):
        yield Diagnostic(UNKNOWN, ("based_on",), choose(wording.based_on, names(wording.kind)))
    for name, chart in wording.charts.items():
        if not name.isidentifier():
            yield Diagnostic(NO_NAME, ("charts", name), {"name": name}, at_key=True)
        if not chart.is_settled:
            yield Diagnostic(UNSETTLED, ("charts", name), {"name": name})


def _with_base(wording: Wording) -> Wording:
    """The wording with the sentences and charts of the layout it is based on."""
    if wording.based_on is None:
        return wording
    base = _with_base(_built_in_wording(wording.based_on))
    return replace(wording, texts={**base.texts, **wording.texts}, charts={**base.charts, **wording.charts})
