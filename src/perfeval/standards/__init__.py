"""Scoring standards: data files of this folder by name, or a department's own by path."""

from pathlib import Path

from perfeval.diagnostic import Diagnostic, Kind, Severity, Text
from perfeval.resources import folder
from perfeval.settings import Setting, choose, read
from perfeval.standards.standard import Standard

__all__ = ["NAMES", "Standard", "read_standard"]

NAMES = tuple(sorted(path.stem for path in folder("standards").glob("*.yaml")))

UNKNOWN = Kind(
    "S301",
    Severity.ERROR,
    what=Text("没有名为“{name}”的评分标准{hint}", "there is no scoring standard “{name}”{hint}"),
    why=Text("等级、执行率得分都由评分标准决定。", "Grades and execution scores come from the scoring standard."),
    cure=Text(
        "可用：{known}；或写自有标准文件的路径（以 .yaml 结尾）。",
        "Known: {known}; or the path of a file of your own (ending in .yaml).",
    ),
)


def read_standard(name: str, beside: Path) -> Setting[Standard] | Diagnostic:
    """The standard of that name; a name ending in ``.yaml`` is a path from the report's folder ``beside``."""
    if name.endswith(".yaml"):
        return read(beside / name, "standard", Standard)
    if name in NAMES:
        return read(folder("standards") / f"{name}.yaml", "standard", Standard)
    return Diagnostic(UNKNOWN, ("standard",), choose(name, NAMES))
