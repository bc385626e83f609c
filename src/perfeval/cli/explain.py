"""``perfeval explain``: what a figure is made of, down to the lines of the file."""

import re
from typing import TYPE_CHECKING

import click
import typer

from perfeval.cli.language import SYSTEM
from perfeval.cli.options import FigureName, File, Form, Format, Language
from perfeval.cli.tell import exit_code, tell
from perfeval.diagnostic import Lang, Text

if TYPE_CHECKING:
    from perfeval.trace.explained import Explained


def explain(file: File, name: FigureName = None, form: Format = Form.TEXT, lang: Language = SYSTEM) -> None:
    """Print one figure, or one value of the file, or all figures; rules are not asked."""
    from perfeval import pipeline
    from perfeval.reporters.explanation import data as derivations
    from perfeval.reporters.explanation import text as explanation

    result = pipeline.explain(file)
    if result.value is None:
        tell(result.findings, lang)
        raise typer.Exit(exit_code(result.findings))
    explained = result.value
    if name is not None:
        name = _untagged(name)
        _known(name, explained, lang)
    if form is Form.JSON:
        typer.echo(derivations.as_json(explained, name, lang))
    else:
        typer.echo(explanation.overview(explained, lang) if name is None else explanation.text(explained, name, lang))


def _untagged(name: str) -> str:
    """A path as ``explain`` has it, where a tag of prose is given: ``{{ report.projects[0].budget | money }}``."""
    path = name.strip("{} ").partition("|")[0].strip()
    return re.sub(r"\[([0-9]+)\]", lambda index: f".{int(index[1]) + 1}", path.removeprefix("report."))


def _known(name: str, explained: "Explained", lang: Lang) -> None:
    """Raises UsageError for what is neither a figure nor a value of the file."""
    from perfeval.settings import choose

    known = {**explained.trace.facts.figures, **explained.given}
    if name not in known:
        words = Text(
            "数据项和文件中都没有“{name}”{hint}（数据项见 perfeval figures）。",
            "there is no figure and no given value “{name}”{hint} (`perfeval figures` lists the figures).",
        )
        raise click.UsageError(words.say(lang, choose(name, known)))
