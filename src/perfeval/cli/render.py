"""``perfeval render``: a department's report as a document, or those of many departments in one pass."""

from collections.abc import Sequence
from pathlib import Path

import click
import typer

from perfeval.cli.asked import Asked
from perfeval.cli.forms import forms_of, is_file, target_of
from perfeval.cli.language import SYSTEM
from perfeval.cli.options import (
    Cluster,
    FailFast,
    Force,
    Forms,
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
from perfeval.diagnostic import Result, Text
from perfeval.files import UNWRITABLE, about_file
from perfeval.formats.document import Document, Form


def render(
    paths: Paths = None,
    *,
    output: Output = None,
    format: Forms = None,  # noqa: A002 (the option's name)
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
    """Write the reports; findings go to standard error."""
    asked = Asked(
        output=output,
        forms=forms_of(format or (), output, lang),
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
    if trace and asked.forms != (Form.DOCX,):
        raise click.UsageError(Text("--trace 只用于 docx。", "--trace is for docx alone.").say(lang))
    if paths and len(paths) == 1 and not paths[0].is_dir():
        if asked.for_many:
            given = asked.for_many
            words = Text(f"{'、'.join(given)} 只用于许多部门。", f"{', '.join(given)} is for many departments.")
            raise click.UsageError(words.say(lang))
        _one(paths[0], asked)
        return
    if output is not None and is_file(output):
        words = Text(
            f"许多部门的报告要放进文件夹，不是一个 {output.suffix}。",
            f"many reports go into a folder, not into one {output.suffix}.",
        )
        raise click.BadParameter(words.say(lang), param_hint="--output")
    from perfeval.cli.batch import render_all

    render_all(paths or [], asked)


def _one(file: Path, asked: Asked) -> None:
    """The report of one department; what cannot be had in one form does not keep back the others."""
    from perfeval import pipeline
    from perfeval.cli.meant import output_of
    from perfeval.write import write

    report = pipeline.render(file, trace=asked.trace)
    made = Result(()) if report.value is None else _in_forms(report.value, asked.forms, file)
    findings = (*report.findings, *made.findings)
    tell(findings, asked.lang)
    if report.value is None:
        typer.echo(Text("报告没有生成。", "No report was written.").say(asked.lang), err=True)
        raise typer.Exit(exit_code(findings))
    output = asked.output or output_of([file], asked.lang)
    for document in made.value or ():
        target = output
        try:
            target = target_of(document, output)
            write(document.content, target)
        except (OSError, UnicodeError) as error:
            stop(about_file(UNWRITABLE, target, error), asked.lang)
        typer.echo(Text(f"已生成：{target}", f"Written: {target}").say(asked.lang))
    raise typer.Exit(exit_code(findings))


def _in_forms(document: Document, forms: Sequence[Form], file: Path) -> Result[tuple[Document, ...]]:
    """Only who asks for other forms pays for the import of what makes them."""
    if tuple(forms) == (Form.DOCX,):
        return Result((document,))
    from perfeval.formats.turning import in_forms

    return in_forms(document, forms, str(file))
