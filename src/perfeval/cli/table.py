"""What came of a pass, in the end: the table, and documents that nobody stands for any more."""

from collections import Counter
from pathlib import Path

import typer

from perfeval.batch.folder import Folder
from perfeval.batch.gone import left_behind
from perfeval.batch.placing import State
from perfeval.columns import padded, width
from perfeval.diagnostic import Finding, Lang, Text
from perfeval.files import UNWRITABLE, about_file

WARNINGS = "warnings"
"""Counted beside the states."""
HEADS = {
    State.WRITTEN: Text("已生成", "written"),
    State.UNCHANGED: Text("未变化", "unchanged"),
    State.REFUSED: Text("有错误", "with errors"),
    State.FAILED: Text("失败", "failed"),
}
"""The columns of the table."""
NOT_REACHED = Text("未处理", "not reached")
TOGETHER = Text("合计", "together")
LEFT = Text("没有部门对应这份报告了（--prune 删除）", "no department's report any more (--prune removes it)")
REMOVED = Text("没有部门对应这份报告了，已删除", "removed, for it is no department's report any more")


def tell_counts(counts: Counter[str], whole: int, lang: Lang) -> None:
    """The table, and what it leaves out."""
    reached = sum(counts[state] for state in State)
    cells = {head.say(lang): counts[state] for state, head in HEADS.items()}
    if reached < whole:
        cells[NOT_REACHED.say(lang)] = whole - reached
    cells[TOGETHER.say(lang)] = whole
    columns = [max(width(head), len(str(count))) + 2 for head, count in cells.items()]
    typer.echo("".join(padded(head, -wide) for head, wide in zip(cells, columns, strict=True)))
    typer.echo("".join(padded(str(count), -wide) for count, wide in zip(cells.values(), columns, strict=True)))
    if counts[WARNINGS]:
        number = counts[WARNINGS]
        typer.echo(
            Text(
                f"报告中另有 {number} 个警告，perfeval check 逐条列出。",
                f"The reports have {number} warnings; `perfeval check` lists them.",
            ).say(lang)
        )


def tell_left_behind(folder: Folder, lang: Lang, *, prune: bool) -> tuple[Finding, ...]:
    """Documents that no department stands for: named, and removed where that is asked for; why some could not be."""
    found = []
    for record in left_behind(folder):
        path = folder.path / record.target
        try:
            _remove(path, prune=prune)
        except OSError as error:
            found.append(about_file(UNWRITABLE, path, error))
        else:
            typer.echo(f"{path}: {(REMOVED if prune else LEFT).say(lang)}")
    return tuple(found)


def _remove(path: Path, *, prune: bool) -> None:
    if prune:
        path.unlink()
