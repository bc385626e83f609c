"""``perfeval watch``: one report, checked and written anew on every save, and shown in a browser if asked."""

import click
from typer.core import TyperCommand

from perfeval.cli.forms import forms_of
from perfeval.cli.language import SYSTEM
from perfeval.cli.options import File, Language, Output, Serve
from perfeval.diagnostic import Text
from perfeval.formats.document import Form


class ServeAlone(TyperCommand):
    """A command whose ``--serve`` may stand without a port; what follows it is a port only if it is a number."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        following = [*args[1:], ""]
        alone = [one == "--serve" and not after.isdecimal() for one, after in zip(args, following, strict=True)]
        return super().parse_args(ctx, [f"{one}=0" if bare else one for one, bare in zip(args, alone, strict=True)])


def watch(file: File, *, output: Output = None, serve: Serve = None, lang: Language = SYSTEM) -> None:
    """Write the Word report now and on every save, until Ctrl-C."""
    if file.exists() and not file.is_file():
        words = Text(f"要写一个文件，{file} 不是。", f"name one file: {file} is none.")
        raise click.BadParameter(words.say(lang), param_hint="DEPT.yaml")
    if forms_of((), output, lang) != (Form.DOCX,):
        words = Text("perfeval watch 只生成 .docx。", "perfeval watch writes .docx only.")
        raise click.BadParameter(words.say(lang), param_hint="--output")
    from perfeval.cli.watching import watch_one

    watch_one(file, output, serve, lang)
