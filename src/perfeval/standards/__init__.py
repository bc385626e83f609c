"""Scoring standards: data files of this folder by name, or a department's own by path."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from perfeval.diagnostic import Diagnostic, Kind, Result, Severity, Text
from perfeval.files import DISK, Files
from perfeval.quantity import HUNDRED
from perfeval.resources import folder
from perfeval.settings import choose, read
from perfeval.standards.standard import TAKEN_KEYS, Standard

__all__ = ["NAMES", "Standard", "read_standard"]

NAMES = tuple(sorted(path.stem for path in folder("standards").glob("*.yaml")))

UNKNOWN = Kind(
    "S301",
    Severity.ERROR,
    what=Text("没有名为“{name}”的评分标准{hint}", "there is no scoring standard “{name}”{hint}"),
    why=Text("等级、执行率得分都由评分标准决定", "grades and execution scores come from the scoring standard"),
    cure=Text(
        "可用：{known}；或写自有标准文件的路径（以 .yaml 结尾）",
        "known: {known}; or the path of a file of your own (ending in .yaml)",
    ),
)

ORDER = Kind(
    "S304",
    Severity.ERROR,
    what=Text("{floor} 不低于前一档的 {before}", "{floor} is not below the step before it, {before}"),
    why=Text(
        "各档从高到低逐一比较，次序颠倒就会落到错误的一档",
        "steps are tried from the highest down; out of order, a value falls on the wrong one",
    ),
    cure=Text("按 floor 从高到低排列，不重复", "order them by `floor`, highest first, each only once"),
)

TAKEN = Kind(
    "S306",
    Severity.ERROR,
    what=Text("等级代号 {key} 已有别的含义", "the grade's key {key} means something else already"),
    why=Text(
        "数据项按代号命名，如 projects.{key}.count，一个名称只能指一个数",
        "figures are named by it, as in projects.{key}.count, and a name stands for one figure",
    ),
    cure=Text("换一个代号，如 excellent", "choose another key, such as excellent"),
)


BOTTOM = Kind(
    "S307",
    Severity.ERROR,
    what=Text("最后一级从 {floor} 分起，不是 0 分", "the last grade begins at {floor}, not at 0"),
    why=Text("更低的得分就没有等级", "a lower score would have no grade"),
    cure=Text("把最后一级的 floor 写成 0", "give the last grade a `floor` of 0"),
)

WEIGHTS = Kind(
    "S308",
    Severity.ERROR,
    what=Text("一级指标分值合计 {sum} 分，不是 100 分", "the weights add up to {sum}, not 100"),
    why=Text("评价等级按百分制划分", "grades are bands of a hundred points"),
    cure=Text("调整 weights，使合计为 100", "adjust `weights` so that they add up to 100"),
)


def read_standard(name: str, beside: Path, files: Files = DISK) -> Result[Standard] | Diagnostic:
    """The standard of that name; a name ending in ``.yaml`` is a path from the report's folder ``beside``."""
    if name.endswith(".yaml"):
        return read(beside / name, "standard", Standard, _faults, files)
    if name in NAMES:
        return _built_in(name)
    return Diagnostic(UNKNOWN, ("standard",), choose(name, NAMES))


@cache
def _built_in(name: str) -> Result[Standard]:
    """What comes with the package does not change while it runs."""
    return read(folder("standards") / f"{name}.yaml", "standard", Standard, _faults)


def _faults(standard: Standard) -> Iterator[Diagnostic]:
    """What would make a wrong grade: weights that are no hundred, steps that do not go down, keys that are taken."""
    weights = sum(standard.weights.values())
    if weights != HUNDRED:
        yield Diagnostic(WEIGHTS, ("weights",), {"sum": str(weights)}, at_key=True)
    lowest = standard.grades[-1].floor
    if lowest != 0:
        yield Diagnostic(BOTTOM, ("grades", len(standard.grades) - 1, "floor"), {"floor": str(lowest)})
    for pointer, rows in ((("grades",), standard.grades), (("execution", "table"), standard.execution.table)):
        floors = [row.floor for row in rows]
        for index, (before, floor) in enumerate(pairwise(floors), 1):
            if floor >= before:
                yield Diagnostic(ORDER, (*pointer, index, "floor"), {"floor": str(floor), "before": str(before)})
    taken = set(TAKEN_KEYS)
    for index, band in enumerate(standard.grades):
        if band.key in taken:
            yield Diagnostic(TAKEN, ("grades", index, "key"), {"key": band.key})
        taken.add(band.key)
