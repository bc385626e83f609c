"""The commands: each calls the pipeline, reports and exits."""

from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click
import typer

from perfeval.cli.language import SYSTEM
from perfeval.cli.language import in_system_language as _help
from perfeval.cli.options import File, Form, Format, Language, LayoutName, Output, SchemaName
from perfeval.diagnostic import Finding, Kind, Lang, Place, Severity, Text

UNWRITABLE = Kind(
    "W102",
    Severity.ERROR,
    what=Text("无法写入文件：{reason}", "the file cannot be written: {reason}"),
    why=Text("没有写成；原有的文件没有改动", "nothing was written; a file that was there is untouched"),
    cure=Text(
        "核对文件夹、权限和磁盘空间，或另选位置", "check folder, permissions and disk space, or choose another place"
    ),
)
EXISTS = Kind(
    "W103",
    Severity.ERROR,
    what=Text("文件已经存在", "the file exists already"),
    why=Text("新建不会覆盖已有的文件", "a starter never overwrites a file"),
    cure=Text("换一个文件名，或先移走原文件", "choose another name, or move the file away first"),
)

OTHER_FORMS = frozenset((".doc", ".dotx", ".html", ".md", ".odt", ".pdf", ".rtf", ".txt", ".wps"))
"""Suffixes by which a file is meant, not a folder."""

app = typer.Typer(
    help=_help(
        "由一个 YAML 文件生成部门整体支出绩效自评报告。",
        "From one YAML file to a department's performance self-evaluation report.",
    ),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.command(
    help=_help(
        "检查、计算并生成报告；有错误时不生成。", "Check, calculate and write the report; not with errors in it."
    )
)
def render(file: File, output: Output = None, lang: Language = SYSTEM) -> None:
    """Write the Word report; findings go to standard error."""
    from perfeval import pipeline
    from perfeval.write import safe_name, write

    if output is not None and output.suffix.lower() in OTHER_FORMS:
        words = Text(f"只能生成 .docx，不能生成 {output.suffix}", f"only .docx is written, not {output.suffix}")
        raise click.BadParameter(words.say(lang), param_hint="--output")
    result = pipeline.render(file)
    _tell(result.findings, lang)
    if result.value is None:
        typer.echo(Text("报告没有生成。", "No report was written.").say(lang), err=True)
        raise typer.Exit(_code(result.findings))
    target = output or Path()
    try:
        target = _target(output, safe_name(result.value.name) + result.value.suffix)
        write(result.value.content, target)
    except (OSError, UnicodeError) as error:
        _stop(pipeline.about_file(UNWRITABLE, target, error), lang)
    typer.echo(Text(f"已生成：{target}", f"Written: {target}").say(lang))


@app.command(help=_help("检查，不生成报告。", "Check without writing a report."))
def check(file: File, form: Format = Form.TEXT, lang: Language = SYSTEM) -> None:
    """Print every finding."""
    from perfeval import pipeline
    from perfeval.reporters import findings as reporter

    found = pipeline.check(file).findings
    typer.echo((reporter.as_json if form is Form.JSON else reporter.text)(found, lang))
    raise typer.Exit(_code(found))


@app.command(
    help=_help(
        "列出全部数据项：名称、数值、单位、说明、公式。",
        "List every derived figure: name, value, unit, label, formula.",
    )
)
def figures(file: File, form: Format = Form.TEXT, lang: Language = SYSTEM) -> None:
    """Print the figures; rules are not asked."""
    from perfeval import pipeline
    from perfeval.reporters import figures as reporter

    result = pipeline.figures(file)
    if result.value is None:
        _tell(result.findings, lang)
        raise typer.Exit(_code(result.findings))
    typer.echo((reporter.as_json if form is Form.JSON else reporter.text)(result.value, lang))


@app.command(
    help=_help("新建一个带注释、可直接生成报告的 YAML 文件。", "Write a commented starter file that renders as it is.")
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
        _stop(Finding(str(file), Place(1, 1), "", EXISTS, {}), lang)
    schema = file.with_name("report.schema.json")  # where the starter's first line looks for it
    for target, origin in ((file, folder_of(layout) / "starter.yaml"), (schema, folder("schemas") / schema.name)):
        try:
            write(origin.read_bytes(), target)
        except OSError as error:
            _stop(about_file(UNWRITABLE, target, error), lang)
        typer.echo(Text(f"已生成：{target}", f"Written: {target}").say(lang))


@app.command(help=_help("打印 JSON Schema。", "Print a JSON Schema."))
def schema(of: SchemaName = "report") -> None:
    """Print the contract of a report, a layout or a scoring standard."""
    from perfeval.resources import folder

    typer.echo((folder("schemas") / f"{of}.schema.json").read_text(encoding="utf-8"), nl=False)


@app.command(help=_help("列出内置的版式。", "List the built-in layouts."))
def layouts(lang: Language = SYSTEM) -> None:
    """Print name and description of each layout."""
    from perfeval.columns import padded, width
    from perfeval.layouts import describe, names

    longest = max(map(width, names()))
    for name in names():
        typer.echo(f"{padded(name, longest)}  {describe(name).say(lang)}")


def _target(output: Path | None, name: str) -> Path:
    """The file to write: as named, or under the report's own name in a folder."""
    if output is None:
        return Path(name)
    return output if output.suffix.lower() == ".docx" and not output.is_dir() else output / name


def _tell(findings: Iterable[Finding], lang: Lang) -> None:
    """Findings beside a result go to standard error."""
    from perfeval.reporters import findings as reporter

    found = tuple(findings)
    if found:
        typer.echo(reporter.text(found, lang), err=True)


def _stop(finding: Finding, lang: Lang) -> NoReturn:
    _tell((finding,), lang)
    raise typer.Exit(_code((finding,)))


def _code(findings: Iterable[Finding]) -> int:
    """2 where a file could not be read or written, 1 with errors, 0 with warnings and notes only."""
    errors = [finding.kind.code for finding in findings if finding.kind.severity is Severity.ERROR]
    if any(code.startswith("W") for code in errors):
        return 2
    return 1 if errors else 0
