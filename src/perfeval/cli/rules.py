"""``perfeval rules``: the catalogue of what is checked."""

import sys

import click
import typer

from perfeval.cli.language import SYSTEM
from perfeval.cli.options import Form, Format, Language, RuleCode
from perfeval.cli.tell import coloured
from perfeval.cli.usage import no_rule


def rules(code: RuleCode = None, form: Format = Form.TEXT, lang: Language = SYSTEM) -> None:
    """Print every rule on a line, or one with its examples and what is found in them."""
    from perfeval.pipeline import try_rules
    from perfeval.reporters import catalogue
    from perfeval.rules import CODES, EVERY, Selection

    if code is None:
        typer.echo((catalogue.as_json if form is Form.JSON else catalogue.text)(EVERY, lang))
        return
    rule = next((rule for rule in EVERY if rule.kind.code == code), None)
    if rule is None:
        raise click.UsageError(no_rule(code, CODES, lang))
    found = try_rules(catalogue.files(rule, rule.fails), Selection((code,)))
    if form is Form.JSON:
        typer.echo(catalogue.one_as_json(rule, found, lang))
    else:
        typer.echo(catalogue.one_as_text(rule, found, lang, coloured=coloured(sys.stdout)))
