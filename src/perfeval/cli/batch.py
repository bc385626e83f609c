"""``perfeval render`` of many departments: the pass as people follow it, its table, its exit code."""

import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import typer

from perfeval.batch.batch import Outcome, State, make
from perfeval.batch.folder import BusyError, Folder, opened
from perfeval.batch.gone import left_behind
from perfeval.batch.plan import plan
from perfeval.batch.version import fingerprint
from perfeval.cli.meant import meant
from perfeval.cli.progress import Progress, progress
from perfeval.cli.tell import INTERRUPTED, coloured, stop
from perfeval.cli.workers import Asked, workers
from perfeval.columns import padded, width
from perfeval.diagnostic import Finding, Kind, Lang, Place, Severity, Text
from perfeval.files import UNWRITABLE, about_file
from perfeval.reporters.findings.text import block

WARNINGS = "warnings"
"""Counted beside the states."""

BUSY = Kind(
    "W107",
    Severity.ERROR,
    what=Text("另一个 perfeval 正在往这个文件夹里生成报告", "another perfeval is writing reports into this folder"),
    why=Text("两个同时写会互相覆盖，这一次什么也没有做", "two would replace each other's files; nothing was done"),
    cure=Text("等它结束后再运行，或另选输出文件夹", "wait until it ends, or choose another folder"),
)
HEADS = {
    State.WRITTEN: Text("已生成", "written"),
    State.UNCHANGED: Text("未变化", "unchanged"),
    State.REFUSED: Text("有错误", "with errors"),
    State.FAILED: Text("失败", "failed"),
}
"""The columns of the final table."""


def render_all(named: Sequence[Path], asked: Asked) -> None:
    """Make every department's report, tell of it, exit with what came of it."""
    about = meant(named, asked.lang)
    paths, output = about.found.reports, asked.output or about.output
    try:
        with opened(output) as folder:
            counts, is_whole = _pass(paths, folder, asked)
            _tell_counts(counts, len(paths), asked.lang)
            _tell_left_behind(folder, asked)
    except BusyError:
        stop(Finding(str(output), Place(1, 1), "", BUSY, {}), asked.lang)
    except OSError as error:
        stop(about_file(UNWRITABLE, output, error), asked.lang)
    code = 3 if counts[State.FAILED] else 1 if counts[State.REFUSED] else 0
    raise typer.Exit(code if is_whole else INTERRUPTED)


def _pass(paths: Sequence[Path], folder: Folder, asked: Asked) -> tuple[Counter[str], bool]:
    """How many came to which state, and whether nobody interrupted."""
    counts, told = Counter[str](), list[Finding]()
    steps = list(plan(paths, folder, fingerprint(trace=asked.trace), force=asked.force))
    to_make = sum(step.cause is not None for step in steps)
    with workers(to_make, asked) as order, progress(to_make, asked.lang, quiet=asked.quiet) as shown:
        try:
            with closing(make(steps, folder, order)) as outcomes:
                for outcome in outcomes:
                    has_failed = outcome.state in (State.REFUSED, State.FAILED)
                    counts.update({outcome.state: 1, WARNINGS: outcome.warnings})
                    _tell(outcome, told, shown, asked)
                    if outcome.cause is not None:
                        shown.advance(failed=has_failed)
                    if has_failed and asked.fail_fast:
                        break
        except KeyboardInterrupt:
            return counts, False
    return counts, True


def _tell(outcome: Outcome, told: list[Finding], shown: Progress, asked: Asked) -> None:
    """Why a report is made, if asked, and what forbids it; what is wrong in a file that many share is told once."""
    if asked.why and outcome.cause is not None:
        shown.say(f"{outcome.path}: {outcome.cause.say(asked.lang)}")
    for finding in outcome.findings:
        if finding.forbids and finding not in told:
            shown.say(block(finding, asked.lang, coloured=coloured(sys.stderr)))
            if finding.file != str(outcome.path):
                told.append(finding)


def _tell_counts(counts: Counter[str], whole: int, lang: Lang) -> None:
    """The final table, and what it leaves out."""
    reached = sum(counts[state] for state in State)
    cells = {head.say(lang): counts[state] for state, head in HEADS.items()}
    if reached < whole:
        cells[Text("未处理", "not reached").say(lang)] = whole - reached
    cells[Text("合计", "together").say(lang)] = whole
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


def _tell_left_behind(folder: Folder, asked: Asked) -> None:
    """Documents of departments that are gone: named, and removed where that is asked for."""
    for record in left_behind(folder):
        path = folder.path / record.target
        words = Text("部门已不在，报告还在（--prune 删除）", "its department is gone (--prune removes it)")
        if asked.prune:
            path.unlink()
            words = Text("部门已不在，报告已删除", "removed, for its department is gone")
        typer.echo(f"{path}: {words.say(asked.lang)}")
