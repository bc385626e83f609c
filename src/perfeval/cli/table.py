"""What came of a pass, in the end: the table, and documents that nobody stands for any more."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import typer

from perfeval.batch.folder import Folder
from perfeval.batch.gone import left_behind
from perfeval.batch.placing import State
from perfeval.columns import padded, width
from perfeval.diagnostic import Finding, Lang, Text
from perfeval.files import UNWRITABLE, about_file
from perfeval.formats.document import Form

WARNINGS = "warnings"
"""Counted beside the states."""
HEADS = {
    State.WRITTEN: Text("已生成", "written"),
    State.UNCHANGED: Text("未变化", "unchanged"),
    State.REFUSED: Text("有错误", "with errors"),
    State.FAILED: Text("失败", "failed"),
}
"""The columns of the table."""
WITHOUT_REPORT = (State.REFUSED, State.FAILED)
FORM = Text("形式", "form")
NOT_REACHED = Text("未处理", "not reached")
TOGETHER = Text("合计", "together")
LEFT = Text("没有部门对应这份报告了（--prune 删除）", "no department's report any more (--prune removes it)")
REMOVED = Text("没有部门对应这份报告了，已删除", "removed, for it is no department's report any more")


def reached(counts: Counter[str]) -> int:
    """How many departments it is known of what became of them."""
    return sum(counts[state] for state in State)


def tell_counts(counts: Mapping[Form, Counter[str]], whole: int, lang: Lang) -> None:
    """The table, a line for each form where there are several, and what it leaves out."""
    is_whole = all(reached(each) == whole for each in counts.values())
    heads = [*HEADS.values(), *(() if is_whole else (NOT_REACHED,)), TOGETHER]
    lines = [[head.say(lang) for head in heads]]
    for each in counts.values():
        left = () if is_whole else (whole - reached(each),)
        lines.append([str(count) for count in (*(each[state] for state in HEADS), *left, whole)])
    if len(counts) > 1:
        lines = [[first, *line] for first, line in zip((FORM.say(lang), *counts), lines, strict=True)]
    columns = [max(map(width, column)) + 2 for column in zip(*lines, strict=True)]
    for line in lines:
        typer.echo("".join(padded(cell, -wide) for cell, wide in zip(line, columns, strict=True)))
    number = counts[Form.DOCX][WARNINGS]
    if number:
        typer.echo(
            Text(
                f"报告中另有 {number} 个警告，perfeval check 逐条列出。",
                f"Warnings in the reports: {number}; `perfeval check` lists them.",
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
