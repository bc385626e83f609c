"""``perfeval render`` of many departments: the pass as people follow it, and its exit code."""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

import typer

from perfeval.batch.folder import BusyError, Folder, opened
from perfeval.batch.making import make
from perfeval.batch.placing import Made, State
from perfeval.batch.plan import plan
from perfeval.batch.version import fingerprint
from perfeval.cli.asked import Asked
from perfeval.cli.interruption import interruption
from perfeval.cli.meant import meant, output_of
from perfeval.cli.progress import Progress, progress
from perfeval.cli.table import WARNINGS, WITHOUT_REPORT, reached, tell_counts, tell_left_behind
from perfeval.cli.tell import INTERRUPTED, coloured, exit_code, stop, tell
from perfeval.cli.turning import turn_all
from perfeval.cli.workers import workers
from perfeval.diagnostic import Finding, Kind, Lang, Place, Severity, Text
from perfeval.files import UNWRITABLE, about_file
from perfeval.formats.document import Form
from perfeval.reporters.findings.text import block
from perfeval.run import Once

BUSY = Kind(
    "W107",
    Severity.ERROR,
    what=Text("另一个 perfeval 正在往这个文件夹里生成报告", "another perfeval is writing reports into this folder"),
    why=Text("两个同时写会互相覆盖，这一次什么也没有做", "two would replace each other's files; nothing was done"),
    cure=Text("等它结束后再运行，或另选输出文件夹", "wait until it ends, or choose another folder"),
)


def render_all(named: Sequence[Path], asked: Asked) -> None:
    """Make every department's report in every form, tell of it, exit with what came of it."""
    paths = meant(named, asked.lang).found.reports
    output = asked.output or output_of(named, asked.lang)
    with ExitStack() as stack:
        is_interrupted = stack.enter_context(interruption())
        folder = _opened(output, stack, asked.lang)
        counts = {Form.DOCX: Counter[str]()}
        current = _pass(paths, folder, asked, counts[Form.DOCX], is_interrupted)
        without = {state: counts[Form.DOCX][state] for state in WITHOUT_REPORT}
        others = [form for form in asked.forms if form is not Form.DOCX]
        for form in others if reached(counts[Form.DOCX]) == len(paths) else ():
            counts[form] = turn_all(form, current, folder, asked, is_interrupted)
            counts[form].update(without)
        is_whole = all(reached(each) == len(paths) for each in counts.values())
        tell_counts(counts, len(paths), asked.lang)
        left = tell_left_behind(folder, asked.lang, prune=asked.prune) if is_whole else ()
    tell(left, asked.lang)
    states = sum(counts.values(), Counter())
    code = 3 if states[State.FAILED] else 1 if states[State.REFUSED] else exit_code(left)
    raise typer.Exit(code if is_whole or asked.fail_fast else INTERRUPTED)


def _opened(output: Path, stack: ExitStack, lang: Lang) -> Folder:
    """The folder for the pass; why it cannot be had ends the command."""
    try:
        return stack.enter_context(opened(output))
    except BusyError:
        stop(Finding(str(output), Place(1, 1), "", BUSY, {}), lang)
    except (OSError, UnicodeError) as error:
        stop(about_file(UNWRITABLE, output, error), lang)


def _pass(
    paths: Sequence[Path], folder: Folder, asked: Asked, counts: Counter[str], is_interrupted: Callable[[], bool]
) -> list[Path]:
    """The departments whose Word document is that of now; ``counts`` is told what became of each."""
    once, current = Once(), []
    steps = list(plan(paths, folder, fingerprint(trace=asked.trace), force=asked.force))
    to_make = sum(step.cause is not None for step in steps)
    with (
        workers(to_make, asked) as order,
        progress(to_make, asked.lang, quiet=asked.quiet) as shown,
        closing(make(steps, folder, order, lambda: is_interrupted() or (asked.fail_fast and _failed(counts)))) as each,
    ):
        for made in each:
            counts.update({made.state: 1, WARNINGS: made.warnings})
            _tell(made, once, shown, asked)
            if made.state not in WITHOUT_REPORT:
                current.append(made.path)
            if made.cause is not None:
                shown.advance(failed=made.state in WITHOUT_REPORT)
    return current


def _failed(counts: Counter[str]) -> bool:
    return any(counts[state] for state in WITHOUT_REPORT)


def _tell(made: Made, once: Once, shown: Progress, asked: Asked) -> None:
    """Why a report is made, if asked, and what forbids it."""
    if asked.why and made.cause is not None:
        shown.say(f"{made.path}: {made.cause.say(asked.lang)}")
    for finding in once.of(made.findings, str(made.path)):
        if finding.forbids:
            shown.say(block(finding, asked.lang, coloured=coloured(sys.stderr)))
