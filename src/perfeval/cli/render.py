"""``perfeval render``: a department's report as a document, or those of many departments in one pass."""

from collections.abc import Sequence
from pathlib import Path

import click
import typer

from perfeval.cli.forms import forms_of, is_file
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
from perfeval.diagnostic import Lang, Result, Text
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
    forms = forms_of(format or (), output, lang)
    if trace and forms != (Form.DOCX,):
        raise click.UsageError(Text("--trace 只用于 docx。", "--trace is for docx alone.").say(lang))
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
        _one(paths[0], output, forms, lang, trace=trace)
        return
    if output is not None and is_file(output):
        words = Text(
            f"许多部门的报告要放进文件夹，不是一个 {output.suffix}。",
            f"many reports go into a folder, not into one {output.suffix}.",
        )
        raise click.BadParameter(words.say(lang), param_hint="--output")
    from perfeval.cli.batch import render_all
    from perfeval.cli.workers import Asked

    asked = Asked(
        output=output,
        forms=forms,
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


def _one(file: Path, output: Path | None, forms: Sequence[Form], lang: Lang, *, trace: bool) -> None:
    """The report of one department; what cannot be had in one form does not keep back the others."""
    from perfeval import pipeline
    from perfeval.cli.meant import output_of
    from perfeval.write import file_name, write

    result = pipeline.render(file, trace=trace)
    tell(result.findings, lang)
    if result.value is None:
        typer.echo(Text("报告没有生成。", "No report was written.").say(lang), err=True)
        raise typer.Exit(exit_code(result.findings))
    made = _in_forms(result.value, forms, file)
    tell(made.findings, lang)
    folder = output or output_of([file], lang)
    for document in made.value or ():
        target = folder
        try:
            target = folder if is_file(folder) else folder / file_name(document.name, document.suffix)
            write(document.content, target)
        except (OSError, UnicodeError) as error:
            stop(about_file(UNWRITABLE, target, error), lang)
        typer.echo(Text(f"已生成：{target}", f"Written: {target}").say(lang))
    raise typer.Exit(exit_code(made.findings))


def _in_forms(document: Document, forms: Sequence[Form], file: Path) -> Result[tuple[Document, ...]]:
    """Only who asks for other forms pays for the import of what makes them."""
    if tuple(forms) == (Form.DOCX,):
        return Result((document,))
    from perfeval.formats.turning import in_forms

    return in_forms(document, forms, str(file))
