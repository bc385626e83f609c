"""``perfeval new``: a report to begin with, the form of its tables, or what many reports share."""

from collections.abc import Iterable
from pathlib import Path

import click
import typer

from perfeval.cli.language import SYSTEM
from perfeval.cli.options import Language, LayoutName, OfWorkspace, Starter
from perfeval.cli.tell import stop
from perfeval.diagnostic import Finding, Kind, Lang, Place, Severity, Text
from perfeval.files import UNWRITABLE, about_file

EXISTS = Kind(
    "W103",
    Severity.ERROR,
    what=Text("文件已经存在", "the file exists already"),
    why=Text("新建不会覆盖已有的文件", "a starter never overwrites a file"),
    cure=Text("换一个文件名，或先移走原文件", "choose another name, or move the file away first"),
)


def new(
    file: Starter = None, layout: LayoutName = None, *, workspace: OfWorkspace = False, lang: Language = SYSTEM
) -> None:
    """Write the starter, and the schemas beside it for editors, where its first line looks for them."""
    if workspace:
        _write(*_workspace(file, layout, lang), ("workspace", "report"), lang)
    elif file is not None and file.suffix.lower() == ".xlsx":
        _write(file, _form(layout, lang), (), lang)
    else:
        _write(*_report(file, layout, lang), ("report",), lang)


def _workspace(given: Path | None, layout: str | None, lang: Lang) -> tuple[Path, Path]:
    """The file of the workspace in a folder, or as it is named, and its starter."""
    from perfeval.resources import folder
    from perfeval.workspace import NAME

    if layout is not None:
        words = Text("--workspace 不需要 --layout。", "--workspace takes no --layout.")
        raise click.UsageError(words.say(lang))
    file = given or Path()
    if file.name != NAME and file.suffix.lower() in {".yaml", ".yml"}:
        words = Text(f"文件名只能是 {NAME}。", f"the file has to be called {NAME}.")
        raise click.BadParameter(words.say(lang), param_hint="--workspace")
    return file if file.name == NAME else file / NAME, folder("templates") / "workspace.yaml"


def _report(file: Path | None, layout: str | None, lang: Lang) -> tuple[Path, Path]:
    """The department's file and the layout's starter."""
    from perfeval.layouts import UNKNOWN, folder_of, names
    from perfeval.settings import choose

    if file is None:
        raise click.UsageError("Missing argument 'DEPT.yaml'.")
    if layout is None:
        raise click.UsageError("Missing option '--layout'.")
    if layout not in names():
        choice = choose(layout, names())
        known = Text("（可用：{known}）。", " (known: {known}).")
        words = UNKNOWN.what.say(lang, choice) + known.say(lang, choice)
        raise click.BadParameter(words, param_hint="--layout")
    return file, folder_of(layout) / "starter.yaml"


def _form(layout: str | None, lang: Lang) -> bytes:
    """The empty tables of projects and indicators, which are alike in every layout."""
    from perfeval.tables.form import workbook

    if layout is not None:
        words = Text("新建 .xlsx 表格不需要 --layout。", "an .xlsx form takes no --layout.")
        raise click.UsageError(words.say(lang))
    return workbook()


def _write(file: Path, starter: Path | bytes, schemas: Iterable[str], lang: Lang) -> None:
    from perfeval.resources import folder
    from perfeval.write import write

    if file.exists():
        stop(Finding(str(file), Place(1, 1), "", EXISTS, {}), lang)
    beside = [folder("schemas") / f"{name}.schema.json" for name in schemas]
    for origin, target in ((starter, file), *((schema, file.with_name(schema.name)) for schema in beside)):
        try:
            write(origin if isinstance(origin, bytes) else origin.read_bytes(), target)
        except OSError as error:
            stop(about_file(UNWRITABLE, target, error), lang)
        typer.echo(Text(f"已生成：{target}", f"Written: {target}").say(lang))
