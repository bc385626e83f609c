"""``perfeval render``: the report as a Word file."""

from pathlib import Path

import click
import typer

from perfeval.cli.language import SYSTEM
from perfeval.cli.options import File, Language, Output, Trace
from perfeval.cli.tell import UNWRITABLE, exit_code, stop, tell
from perfeval.diagnostic import Text

OTHER_FORMS = frozenset((".doc", ".dotx", ".html", ".md", ".odt", ".pdf", ".rtf", ".txt", ".wps"))
"""Suffixes by which a file is meant, not a folder."""


def render(file: File, output: Output = None, trace: Trace = False, lang: Language = SYSTEM) -> None:  # noqa: FBT002
    """Write the Word report; findings go to standard error."""
    from perfeval import pipeline
    from perfeval.write import safe_name, write

    if output is not None and output.suffix.lower() in OTHER_FORMS:
        words = Text(f"只能生成 .docx，不能生成 {output.suffix}。", f"only .docx is written, not {output.suffix}.")
        raise click.BadParameter(words.say(lang), param_hint="--output")
    result = pipeline.render(file, trace=trace)
    tell(result.findings, lang)
    if result.value is None:
        typer.echo(Text("报告没有生成。", "No report was written.").say(lang), err=True)
        raise typer.Exit(exit_code(result.findings))
    target = output or Path()
    try:
        target = _target(output, safe_name(result.value.name) + result.value.suffix)
        write(result.value.content, target)
    except (OSError, UnicodeError) as error:
        stop(pipeline.about_file(UNWRITABLE, target, error), lang)
    typer.echo(Text(f"已生成：{target}", f"Written: {target}").say(lang))


def _target(output: Path | None, name: str) -> Path:
    """The file to write: as named, or under the report's own name in a folder."""
    if output is None:
        return Path(name)
    return output if output.suffix.lower() == ".docx" and not output.is_dir() else output / name
