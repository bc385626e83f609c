"""Which reports a command is about: those that are named, else those of the workspace."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import typer

from perfeval.cli.tell import exit_code, tell
from perfeval.diagnostic import Lang, Text
from perfeval.files import DISK
from perfeval.search import Found, search
from perfeval.workspace import Workspace, workspace_of

NOTHING = Text(
    "没有指定文件或文件夹，这里也没有 perfeval.yaml。",
    "no file or folder is named, and there is no perfeval.yaml here.",
)


@dataclass(frozen=True, slots=True)
class Meant:
    """The reports, and the workspace of the folder they were looked for in, if it has one."""

    found: Found
    workspace: Workspace | None

    @property
    def output(self) -> Path:
        """Where documents go that are told no place."""
        return Path() if self.workspace is None or self.workspace.output is None else self.workspace.output


def meant(named: Sequence[Path], lang: Lang) -> Meant:
    """The reports in files and folders, by default the workspace's; wrong usage where a folder has none."""
    start = Path() if not named else named[0] if named[0].is_dir() else named[0].parent
    read = workspace_of(start, DISK)
    if read.value is None and read.findings and not named:
        tell(read.findings, lang)
        raise typer.Exit(exit_code(read.findings))
    if not named and read.value is None:
        raise click.UsageError(NOTHING.say(lang))
    found = search(named or (read.value.departments if read.value else ()))
    if found.without:
        folders = Text("、", ", ").say(lang).join(map(str, found.without))
        words = Text(f"文件夹里没有报告：{folders}。", f"there is no report in the folder: {folders}.")
        raise click.UsageError(words.say(lang))
    return Meant(found, read.value)
