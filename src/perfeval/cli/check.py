"""``perfeval check``: every finding about files and folders."""

import sys
from collections.abc import Iterable

import click
import typer

from perfeval.cli.language import SYSTEM
from perfeval.cli.options import FindingsForm, FindingsFormat, Ignore, Language, Paths, Select, Strict
from perfeval.cli.tell import coloured, exit_code
from perfeval.cli.usage import no_rule
from perfeval.diagnostic import Lang
from perfeval.reporters.findings.checked import Checked


def check(
    paths: Paths = None,
    *,
    form: FindingsFormat = FindingsForm.TEXT,
    select: Select = None,
    ignore: Ignore = None,
    strict: Strict = False,
    lang: Language = SYSTEM,
) -> None:
    """Print every finding."""
    from perfeval import pipeline
    from perfeval.cli.meant import meant
    from perfeval.files import DISK
    from perfeval.rules import Selection
    from perfeval.workspace import read_workspace

    selection = Selection(_codes("--select", select or (), lang), _codes("--ignore", ignore or (), lang))
    found = meant(paths or (), lang).found
    shared = (finding for path in found.workspaces for finding in read_workspace(path, DISK).findings)
    checked = Checked(
        (*shared, *pipeline.check_all(found.reports, selection)),
        tuple(map(str, (*found.workspaces, *found.reports))),
        tuple(map(str, found.passed_over)),
    )
    typer.echo(told(checked, form, lang))
    raise typer.Exit(exit_code(checked.findings, strict=strict))


def told(checked: Checked, form: FindingsForm, lang: Lang) -> str:
    """What was found, in the form asked for, by the one reporter that is imported."""
    match form:
        case FindingsForm.TEXT:
            from perfeval.reporters.findings.text import text

            return text(checked, lang, coloured=coloured(sys.stdout))
        case FindingsForm.JSON:
            from perfeval.reporters.findings.data import as_json

            return as_json(checked, lang)
        case FindingsForm.GITHUB:
            from perfeval.reporters.findings.github import as_annotations

            return as_annotations(checked, lang)
        case FindingsForm.SARIF:
            from perfeval.reporters.findings.sarif import as_sarif

            return as_sarif(checked, lang)
        case FindingsForm.WAIVERS:
            from perfeval.reporters.findings.waivers import as_waivers

            return as_waivers(checked.findings, lang)


def _codes(option: str, given: Iterable[str], lang: Lang) -> tuple[str, ...]:
    """The codes and beginnings of codes that were given; wrong usage where no rule has them."""
    from perfeval.rules import CODES, FAMILIES

    codes = tuple(code.strip().upper() for codes in given for code in codes.split(","))
    for code in codes:
        if not code or not any(known.startswith(code) for known in CODES):
            raise click.BadParameter(no_rule(code, (*CODES, *FAMILIES), lang), param_hint=option)
    return codes
