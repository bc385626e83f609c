"""``perfeval rules``: the catalogue of what is checked."""

import sys

import click
import typer

from perfeval.cli.language import SYSTEM
from perfeval.cli.options import Form, Format, Language, RuleCode
from perfeval.cli.tell import coloured
from perfeval.cli.usage import no_rule


def rules(code: RuleCode = None, form: Format = Form.TEXT, lang: Language = SYSTEM) -> None:
    """Print every rule, or those of a family, on a line each; or one with its examples and what is found in them."""
    from perfeval.pipeline import try_rules
    from perfeval.reporters import catalogue
    from perfeval.rules import CODES, EVERY, Selection

    meant = [rule for rule in EVERY if rule.kind.code.startswith((code or "").upper())]
    if not meant:
        raise click.UsageError(no_rule(code or "", CODES, lang))
    rule = meant[0]
    if rule.kind.code != (code or "").upper():
        typer.echo((catalogue.as_json if form is Form.JSON else catalogue.text)(meant, lang))
        return
    found = try_rules(catalogue.files(rule, rule.fails), Selection((rule.kind.code,)))
    if form is Form.JSON:
        typer.echo(catalogue.one_as_json(rule, found, lang))
    else:
        typer.echo(catalogue.one_as_text(rule, found, lang, coloured=coloured(sys.stdout)))
