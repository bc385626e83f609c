"""``perfeval figures``: every derived figure."""

import typer

from perfeval.cli.language import SYSTEM
from perfeval.cli.options import File, Form, Format, Language
from perfeval.cli.tell import exit_code, tell


def figures(file: File, form: Format = Form.TEXT, lang: Language = SYSTEM) -> None:
    """Print the figures; rules are not asked."""
    from perfeval import pipeline
    from perfeval.reporters import figures as reporter

    result = pipeline.figures(file)
    if result.value is None:
        tell(result.findings, lang)
        raise typer.Exit(exit_code(result.findings))
    typer.echo((reporter.as_json if form is Form.JSON else reporter.text)(result.value, lang))
