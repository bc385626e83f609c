"""``perfeval layout``: a layout of one's own, copied from one that is built in, and checked."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
import typer

from perfeval.cli.language import SYSTEM, in_system_language
from perfeval.cli.new import EXISTS
from perfeval.cli.options import AnnotatedCopy, BuiltIn, FindingsForm, InspectionForm, Language, LayoutFolder, NewLayout
from perfeval.cli.tell import exit_code, stop
from perfeval.diagnostic import Diagnostic, Finding, Lang, Place, Text
from perfeval.files import UNWRITABLE, about_file

if TYPE_CHECKING:
    from perfeval.inspection import Inspected

SCHEMAS = "../../schemas/"
"""Where the files of a built-in layout look for their schemas; a copy has these beside it."""
NEXT = {
    "report": Text(
        """\
接下来：
  用 Word 改 {folder}/report.docx 的样式和结构，在 {folder}/layout.yaml 里改语句
  perfeval layout check {folder}    检查模板里的标记
  在部门的 YAML 里写 layout: {folder}/（路径从该文件所在的文件夹算起）""",
        """\
Next:
  change looks and structure in {folder}/report.docx with Word, and wording in {folder}/layout.yaml
  perfeval layout check {folder}    checks the tags of the template
  write layout: {folder}/ in a department's YAML (the path starts at the folder of that file)""",
    ),
    "summary": Text(
        """\
接下来：
  用 Word 改 {folder}/report.docx 的样式和结构，在 {folder}/layout.yaml 里改语句
  perfeval layout check {folder}    检查模板里的标记
  perfeval summary 部门文件夹 -o 汇总.docx --layout {folder}""",
        """\
Next:
  change looks and structure in {folder}/report.docx with Word, and wording in {folder}/layout.yaml
  perfeval layout check {folder}    checks the tags of the template
  perfeval summary DEPARTMENTS -o summary.docx --layout {folder}""",
    ),
}

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@app.command(
    help=in_system_language(
        "复制一种内置的版式，在 Word 里改成自己的。", "Copy a built-in layout, to be made your own in Word."
    )
)
def new(folder: NewLayout, origin: BuiltIn = "project-ledger", lang: Language = SYSTEM) -> None:
    """Write the copy, with the schemas that its first lines name for editors."""
    from perfeval.layouts import LayoutKind, folder_of, names
    from perfeval.resources import folder as resources
    from perfeval.write import write

    kind = next((kind for kind in LayoutKind if origin in names(kind)), None)
    if kind is None:
        raise click.BadParameter(_unknown(origin, lang), param_hint="--from")
    if folder.exists():
        stop(Finding(str(folder), Place(1, 1), "", EXISTS, {}), lang)
    copies = {path.name: _copied(path, origin) for path in sorted(folder_of(origin).iterdir())}
    for schema in ("layout", "report") if "starter.yaml" in copies else ("layout",):
        copies[f"{schema}.schema.json"] = (resources("schemas") / f"{schema}.schema.json").read_bytes()
    for name, content in copies.items():
        try:
            write(content, folder / name)
        except OSError as error:
            stop(about_file(UNWRITABLE, folder / name, error), lang)
        typer.echo(Text(f"已生成：{folder / name}", f"Written: {folder / name}").say(lang))
    typer.echo(NEXT[kind].say(lang, {"folder": folder.as_posix()}))


def _copied(path: Path, origin: str) -> bytes:
    """A file of the layout as the copy has it: the schema beside it, and its starter of the layout it lies with."""
    content = path.read_bytes()
    if path.suffix != ".yaml":
        return content
    return content.replace(SCHEMAS.encode(), b"").replace(f"\nlayout: {origin} ".encode(), b"\nlayout: ./ ")


@app.command(
    help=in_system_language(
        "检查一种版式：模板里的每个标记和 layout.yaml 的每条语句，都对照可用的数据；不生成报告。",
        "Check a layout: every tag of the template and every sentence of layout.yaml against what there is to print.",
    )
)
def check(
    layout: LayoutFolder, form: InspectionForm = "text", annotate: AnnotatedCopy = None, lang: Language = SYSTEM
) -> None:
    """Print what is found; put it into a copy of the template as comments, too."""
    from perfeval.cli.check import told
    from perfeval.inspection import inspect, report_contexts
    from perfeval.layouts import LayoutKind
    from perfeval.reporters.findings.checked import Checked
    from perfeval.summary.examples import summary_contexts

    is_folder = layout.is_dir() or "/" in layout.as_posix()
    name = f"{layout.as_posix()}/" if is_folder else str(layout)
    found = inspect(name, {LayoutKind.REPORT: report_contexts, LayoutKind.SUMMARY: summary_contexts})
    if isinstance(found, Diagnostic):
        raise click.UsageError(_unknown(name, lang))
    if annotate is not None and found.parts:
        _annotate(found, annotate, lang)
    checked = Checked(found.findings, tuple(map(str, found.files)))
    typer.echo(told(checked, FindingsForm(form), lang))
    raise typer.Exit(exit_code(found.findings))


def _annotate(found: "Inspected", out: Path, lang: Lang) -> None:
    """Write the copy of the template; never over the template itself."""
    from perfeval.diagnostic import SEVERITIES
    from perfeval.word.notes import noted
    from perfeval.write import write

    if out.suffix.lower() != ".docx" or any(out.resolve() == file.resolve() for file in found.files):
        words = Text("要写成另一个 .docx 文件。", "it has to be another .docx file.")
        raise click.BadParameter(words.say(lang), param_hint="--annotate")
    notes = []
    for paragraph, one in found.notes:
        what, why, cure = (words.say(lang, one.arguments) for words in (one.kind.what, one.kind.why, one.kind.cure))
        notes.append((paragraph, (f"{one.kind.code} {SEVERITIES[one.kind.severity].say(lang)} {what}", why, cure)))
    try:
        write(noted(found.parts, notes), out)
    except OSError as error:
        stop(about_file(UNWRITABLE, out, error), lang)
    typer.echo(Text(f"已生成：{out}", f"Written: {out}").say(lang), err=True)


def _unknown(name: str, lang: Lang) -> str:
    """That no layout is called so, with those there are."""
    from perfeval.layouts import UNKNOWN, LayoutKind, names
    from perfeval.settings import choose

    choice = choose(name, [known for kind in LayoutKind for known in names(kind)])
    known = Text("（可用：{known}）。", " (known: {known}).")
    return UNKNOWN.what.say(lang, choice) + known.say(lang, choice)
