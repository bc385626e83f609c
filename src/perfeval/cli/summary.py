"""``perfeval summary``: the bureau's summary of its departments, as a Word report or a workbook."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
import typer

from perfeval.cli.language import SYSTEM
from perfeval.cli.options import Jobs, Language, Paths, Quiet, SummaryFile, SummaryLayout
from perfeval.cli.tell import exit_code, stop, tell
from perfeval.diagnostic import Lang, Result, Text
from perfeval.files import UNWRITABLE, about_file

if TYPE_CHECKING:
    from perfeval.summary import Summary

DOCUMENT, WORKBOOK = ".docx", ".xlsx"
NOBODY = Text("没有一个部门可以计入，没有生成汇总。", "No department can be summed up; nothing was written.")


def summary(
    paths: Paths = None,
    *,
    output: SummaryFile,
    layout: SummaryLayout = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
    lang: Language = SYSTEM,
) -> None:
    """Write the summary; what could not be read and what is doubtful goes to standard error."""
    from perfeval.cli.entries import entries
    from perfeval.cli.meant import meant
    from perfeval.summary import summarise
    from perfeval.summary.doubts import doubts, unread
    from perfeval.write import write

    _suit(output, layout, lang)
    about = meant(paths or (), lang)
    roster = () if about.workspace is None else about.workspace.roster
    made = summarise(entries(about.found.reports, jobs, lang, quiet=quiet), roster, is_selection=bool(paths))
    lacking = tuple(unread(made))
    tell((*lacking, *doubts(made)), lang)
    code = exit_code(lacking) or int(bool(made.unusable))
    if not made.departments:
        typer.echo(NOBODY.say(lang), err=True)
        raise typer.Exit(code or 1)
    written = _written(made, output, layout)
    tell(written.findings, lang)
    if written.value is None:
        raise typer.Exit(exit_code(written.findings))
    try:
        write(written.value, output)
    except (OSError, UnicodeError) as error:
        stop(about_file(UNWRITABLE, output, error), lang)
    typer.echo(_told(made, output, lang))
    raise typer.Exit(code)


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


def _written(made: "Summary", output: Path, layout: Path | None) -> Result[bytes]:
    """The content of the file, as its suffix asks for."""
    if output.suffix.lower() == WORKBOOK:
        from perfeval.summary.workbook import workbook

        return Result(workbook(made))
    from perfeval.summary.document import document

    return document(made, layout)


def _told(made: "Summary", output: Path, lang: Lang) -> str:
    """What was written, of how many departments, and who is not in it."""
    used, unusable = len(made.departments), len(made.unusable)
    words = Text(f"已生成：{output}（{used}个部门）", f"Written: {output} ({used} departments)")
    without = Text(
        f"\n{unusable}个文件有错误，没有计入；用 perfeval check 查看。",
        f"\n{unusable} with errors are not in it; see perfeval check.",
    )
    return words.say(lang) + (without.say(lang) if unusable else "")
