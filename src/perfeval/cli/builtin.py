"""``perfeval schema`` and ``perfeval layouts``: what perfeval brings with it."""

import typer

from perfeval.cli.language import SYSTEM
from perfeval.cli.options import Language, SchemaName


def schema(of: SchemaName = "report") -> None:
    """Print the contract of a report, a workspace, a layout, a scoring standard or the findings as JSON."""
    from perfeval.resources import folder

    typer.echo((folder("schemas") / f"{of}.schema.json").read_text(encoding="utf-8"), nl=False)


def layouts(lang: Language = SYSTEM) -> None:
    """Print name and description of each layout."""
    from perfeval.columns import padded, width
    from perfeval.layouts import LayoutKind, describe, names

    every = [name for kind in LayoutKind for name in names(kind)]
    longest = max(map(width, every))
    for name in every:
        typer.echo(f"{padded(name, longest)}  {describe(name).say(lang)}")
