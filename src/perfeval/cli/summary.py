"""``perfeval summary``: the bureau's summary of its departments, as a Word report or a workbook."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click
import typer

from perfeval.cli.language import SYSTEM
from perfeval.cli.options import Jobs, Language, Paths, SummaryFile, SummaryLayout
from perfeval.cli.tell import exit_code, stop, tell
from perfeval.diagnostic import Diagnostic, Finding, Lang, Place, Result, Text
from perfeval.files import UNWRITABLE, about_file

if TYPE_CHECKING:
    from perfeval.summary import Entry, Summary

DOCUMENT, WORKBOOK = ".docx", ".xlsx"


def summary(
    paths: Paths = None,
    *,
    output: SummaryFile,
    layout: SummaryLayout = None,
    jobs: Jobs = None,
    lang: Language = SYSTEM,
) -> None:
    """Write the summary; what is doubtful about it goes to standard error."""
    from perfeval.cli.meant import meant
    from perfeval.summary import summarise
    from perfeval.summary.doubts import doubts
    from perfeval.write import write

    _suit(output, layout, lang)
    about = meant(paths or (), lang)
    # Who is named here may be few of those on the list.
    roster = about.workspace.roster if about.workspace is not None and not paths else ()
    made = summarise(_entries(about.found.reports, jobs), roster or None)
    written = _workbook(made) if output.suffix.lower() == WORKBOOK else _document(made, layout)
    tell((*doubts(made), *written.findings), lang)
    if written.value is None:
        raise typer.Exit(exit_code(written.findings))
    try:
        write(written.value, output)
    except (OSError, UnicodeError) as error:
        stop(about_file(UNWRITABLE, output, error), lang)
    typer.echo(_told(made, output, lang))
    raise typer.Exit(1 if made.unusable else 0)


def _entries(paths: Sequence[Path], jobs: int | None) -> "Iterator[Entry]":
    """Each department's entry, in their order, by as many processes as they are worth."""
    from perfeval.batch.pool import Pool
    from perfeval.cli.workers import local
    from perfeval.summary.entry import entry_of, lost

    executors, ahead = local(len(paths), jobs)
    with closing(Pool(executors, entry_of, lost)) as pool:
        yield from (entry for _, entry in pool.in_order(paths, ahead))


def _suit(output: Path, layout: Path | None, lang: Lang) -> None:
    """Wrong usage where the file's suffix is none of the two, or a layout is named for a workbook."""
    if output.suffix.lower() not in (DOCUMENT, WORKBOOK):
        words = Text(
            f"只能生成 {DOCUMENT} 或 {WORKBOOK}，不能生成 {output.name}。",
            f"{DOCUMENT} or {WORKBOOK} is written, not {output.name}.",
        )
        raise click.BadParameter(words.say(lang), param_hint="--output")
    if layout is not None and output.suffix.lower() == WORKBOOK:
        words = Text(f"版式只用于 {DOCUMENT}。", f"a layout is for {DOCUMENT} only.")
        raise click.BadParameter(words.say(lang), param_hint="--layout")


def _workbook(made: "Summary") -> Result[bytes]:
    from perfeval.summary.workbook import workbook

    return Result(workbook(made))


def _document(made: "Summary", folder: Path | None) -> Result[bytes]:
    from perfeval.layouts import LayoutKind, read_layout
    from perfeval.summary.document import LAYOUT, document

    name = LAYOUT if folder is None else f"./{folder.name}"
    read = read_layout(name, Path() if folder is None else folder.parent, kind=LayoutKind.SUMMARY)
    if isinstance(read, Diagnostic):
        return Result(None, (Finding(str(folder), Place(1, 1), "", read.kind, read.arguments),))
    if read.value is None:
        return Result(None, read.findings)
    outcome = document(made, read.value)
    content = None if outcome.value is None else outcome.value.content
    return Result(content, (*read.findings, *outcome.findings))


def _told(made: "Summary", output: Path, lang: Lang) -> str:
    """What was written, of how many departments, and who is not in it."""
    used, unusable = len(made.departments), len(made.unusable)
    words = Text(f"已生成：{output}（{used}个部门）", f"Written: {output} ({used} departments)")
    without = Text(
        f"\n{unusable}个文件有错误，没有计入；用 perfeval check 查看。",
        f"\n{unusable} with errors are not in it; see perfeval check.",
    )
    return words.say(lang) + (without.say(lang) if unusable else "")
