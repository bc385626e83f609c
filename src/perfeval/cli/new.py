"""``perfeval new``: a report to begin with."""

import click
import typer

from perfeval.cli.language import SYSTEM
from perfeval.cli.options import File, Language, LayoutName
from perfeval.cli.tell import UNWRITABLE, stop
from perfeval.diagnostic import Finding, Kind, Place, Severity, Text

EXISTS = Kind(
    "W103",
    Severity.ERROR,
    what=Text("文件已经存在", "the file exists already"),
    why=Text("新建不会覆盖已有的文件", "a starter never overwrites a file"),
    cure=Text("换一个文件名，或先移走原文件", "choose another name, or move the file away first"),
)


def new(file: File, layout: LayoutName, lang: Language = SYSTEM) -> None:
    """Write the layout's starter, and the schema beside it for editors."""
    from perfeval.layouts import UNKNOWN, folder_of, names
    from perfeval.pipeline import about_file
    from perfeval.resources import folder
    from perfeval.settings import choose
    from perfeval.write import write

    if layout not in names():
        choice = choose(layout, names())
        known = Text("（可用：{known}）。", " (known: {known}).")
        words = UNKNOWN.what.say(lang, choice) + known.say(lang, choice)
        raise click.BadParameter(words, param_hint="--layout")
    if file.exists():
        stop(Finding(str(file), Place(1, 1), "", EXISTS, {}), lang)
    schema = file.with_name("report.schema.json")  # where the starter's first line looks for it
    for target, origin in ((file, folder_of(layout) / "starter.yaml"), (schema, folder("schemas") / schema.name)):
        try:
            write(origin.read_bytes(), target)
        except OSError as error:
            stop(about_file(UNWRITABLE, target, error), lang)
        typer.echo(Text(f"已生成：{target}", f"Written: {target}").say(lang))
