"""Which reports a command is about: those that are named, else those of the workspace."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import typer

from perfeval.cli.tell import exit_code, tell
from perfeval.diagnostic import Finding, Lang, Result, Text
from perfeval.files import DISK, Files
from perfeval.search import Found, search
from perfeval.workspace import Workspace, unfit, workspace_of

NOTHING = Text(
    "没有指定文件或文件夹，这里也没有 perfeval.yaml。",
    "no file or folder is named, and there is no perfeval.yaml here.",
)
MANY = Text(
    "这些部门属于不同的 perfeval.yaml，请用 --output 指定放报告的文件夹。",
    "these departments are of several perfeval.yaml: say with --output where the documents go.",
)


@dataclass(frozen=True, slots=True)
class Meant:
    """The reports, and the workspace of the folder they were looked for in, if it has one."""

    found: Found
    workspace: Workspace | None


def meant(named: Sequence[Path], lang: Lang) -> Meant:
    """The reports in files and folders, by default the workspace's; wrong usage where a folder has none."""
    read = workspace_of(_folder(named[0]) if named else Path(), DISK)
    found = search(named) if named else _of_workspace(read, lang)
    if found.without:
        folders = Text("、", ", ").say(lang).join(map(str, found.without))
        words = Text(f"文件夹里没有报告：{folders}。", f"there is no report in the folder: {folders}.")
        raise click.UsageError(words.say(lang))
    return Meant(found, read.value)


def _of_workspace(read: Result[Workspace], lang: Lang) -> Found:
    """The reports that the workspace names; wrong usage where there is none."""
    _heed(read.findings, lang)
    if read.value is None:
        raise click.UsageError(NOTHING.say(lang))
    found = search(read.value.departments)
    _heed(tuple(unfit(read.value, found.reports)), lang)
    return found


def output_of(named: Sequence[Path], lang: Lang, files: Files = DISK) -> Path:
    """Where documents go that are told no place: where the workspace puts them, else into the current folder."""
    read = [workspace_of(folder, files).value for folder in {_folder(path): None for path in named} or [Path()]]
    folders = {Path() if one is None or one.output is None else one.output: None for one in read}
    if len(folders) > 1:
        raise click.UsageError(MANY.say(lang))
    return next(iter(folders))


def _folder(path: Path) -> Path:
    return path if path.is_dir() else path.parent


def _heed(findings: Sequence[Finding], lang: Lang) -> None:
    """What is wrong in the workspace ends the command."""
    if findings:
        tell(findings, lang)
        raise typer.Exit(exit_code(findings))
