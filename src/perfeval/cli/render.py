"""``perfeval render``: a department's report as a Word file, or those of many departments in one pass."""

from pathlib import Path

import click
import typer

from perfeval.cli.language import SYSTEM
from perfeval.cli.options import (
    Cluster,
    FailFast,
    Force,
    Jobs,
    Language,
    Output,
    Paths,
    Prune,
    Quiet,
    SharedDisk,
    Trace,
    Why,
)
from perfeval.cli.tell import exit_code, stop, tell
from perfeval.diagnostic import Lang, Text
from perfeval.files import UNWRITABLE, about_file

OTHER_FORMS = frozenset((".doc", ".dotx", ".html", ".md", ".odt", ".pdf", ".rtf", ".txt", ".wps"))
"""Suffixes by which a file is meant, not a folder."""


def render(
    paths: Paths = None,
    *,
    output: Output = None,
    trace: Trace = False,
    jobs: Jobs = None,
    force: Force = False,
    why: Why = False,
    fail_fast: FailFast = False,
    prune: Prune = False,
    quiet: Quiet = False,
    cluster: Cluster = None,
    shared_disk: SharedDisk = False,
    lang: Language = SYSTEM,
) -> None:
    """Write the Word reports; findings go to standard error."""
    if output is not None and output.suffix.lower() in OTHER_FORMS:
        words = Text(f"只能生成 .docx，不能生成 {output.suffix}。", f"only .docx is written, not {output.suffix}.")
        raise click.BadParameter(words.say(lang), param_hint="--output")
    for_many: dict[str, object] = {
        "--jobs": jobs,
        "--force": force,
        "--why": why,
        "--fail-fast": fail_fast,
        "--prune": prune,
        "--cluster": cluster,
        "--shared-disk": shared_disk,
    }
    if paths and len(paths) == 1 and not paths[0].is_dir():
        if given := [option for option, value in for_many.items() if value]:
            words = Text(f"{'、'.join(given)} 只用于许多部门。", f"{', '.join(given)} is for many departments.")
            raise click.UsageError(words.say(lang))
        _one(paths[0], output, lang, trace=trace)
        return
    if output is not None and _is_docx(output):
        words = Text(
            "许多部门的报告要放进文件夹，不是一个 .docx。", "many reports go into a folder, not into one .docx."
        )
        raise click.BadParameter(words.say(lang), param_hint="--output")
    from perfeval.cli.batch import render_all
    from perfeval.cli.workers import Asked

    asked = Asked(
        output=output,
        trace=trace,
        jobs=jobs,
        force=force,
        why=why,
        fail_fast=fail_fast,
        prune=prune,
        quiet=quiet,
        cluster=cluster,
        shared_disk=shared_disk,
        lang=lang,
    )
    render_all(paths or [], asked)


def _one(file: Path, output: Path | None, lang: Lang, *, trace: bool) -> None:
    """The report of one department."""
    from perfeval import pipeline
    from perfeval.cli.meant import output_of
    from perfeval.write import file_name, write

    result = pipeline.render(file, trace=trace)
    tell(result.findings, lang)
    if result.value is None:
        typer.echo(Text("报告没有生成。", "No report was written.").say(lang), err=True)
        raise typer.Exit(exit_code(result.findings))
    target = output or output_of([file], lang)
    try:
        target = _target(target, file_name(result.value.name, result.value.suffix))
        write(result.value.content, target)
    except (OSError, UnicodeError) as error:
        stop(about_file(UNWRITABLE, target, error), lang)
    typer.echo(Text(f"已生成：{target}", f"Written: {target}").say(lang))


def _target(output: Path, name: str) -> Path:
    """The file to write: as named, or under the report's own name in a folder."""
    return output if _is_docx(output) else output / name


def _is_docx(output: Path) -> bool:
    """Whether one document is meant, not a folder."""
    return output.suffix.lower() == ".docx" and not output.is_dir()
