"""The forms of a report that are asked for, by their names or by the suffix of the file that is to be written."""

from collections.abc import Sequence
from pathlib import Path

import click

from perfeval.diagnostic import Lang, Text
from perfeval.formats.document import Form

SUFFIXES = {form.suffix: form for form in Form}
FOREIGN = frozenset((".doc", ".dotx", ".htm", ".jpg", ".png", ".rtf", ".wps"))
"""Suffixes by which a file is meant that cannot be had."""


def forms_of(asked: Sequence[str], output: Path | None, lang: Lang) -> tuple[Form, ...]:
    """The forms that are asked for, or that a file is named for; a file takes one, and its own."""
    forms = _named(asked, lang)
    suffix = "" if output is None else output.suffix.lower()
    if output is not None and suffix in FOREIGN:
        can = list(SUFFIXES)
        words = Text(
            f"只能生成 {'、'.join(can)}，不能生成 {output.suffix}。",
            f"{', '.join(can)} are written, not {output.suffix}.",
        )
        raise click.BadParameter(words.say(lang), param_hint="--output")
    named = SUFFIXES[suffix] if output is not None and is_file(output) else None
    if not forms:
        return (named or Form.DOCX,)
    if output is not None and named is not None and forms != (named,):
        words = Text(
            f"{output.name} 只能是一份 {named}；要几种形式，就写文件夹。",
            f"{output.name} can be one {named} only: name a folder for several forms.",
        )
        raise click.BadParameter(words.say(lang), param_hint="--output")
    return forms


def _named(asked: Sequence[str], lang: Lang) -> tuple[Form, ...]:
    """Each form once, in the order of the names."""
    names = {name.strip().lower(): name for part in asked for name in part.split(",")}
    known = [form.value for form in Form]
    for name, written in names.items():
        if name not in known:
            words = Text(f"没有“{written}”这种形式，可以写：", f"there is no form “{written}”: choose of ").say(lang)
            raise click.BadParameter(words + ", ".join(known), param_hint="--format")
    return tuple(Form(name) for name in names)


def is_file(output: Path) -> bool:
    """Whether one document is meant, not a folder."""
    return output.suffix.lower() in SUFFIXES and not output.is_dir()
