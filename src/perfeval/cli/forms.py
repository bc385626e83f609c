"""The forms of a report that are asked for, and the file that each goes into."""

from collections.abc import Sequence
from pathlib import Path

import click

from perfeval.diagnostic import Lang, Text
from perfeval.formats.document import Document, Form

SUFFIXES = {form.suffix: form for form in Form}
FOREIGN = frozenset((".doc", ".dotx", ".htm", ".jpg", ".markdown", ".png", ".rtf", ".wps", ".xls", ".xlsx", ".xml"))
"""Suffixes by which a file is meant that cannot be had."""


def forms_of(asked: Sequence[str], output: Path | None, lang: Lang) -> tuple[Form, ...]:
    """The forms that are asked for, or that a file is named for; a file takes one, and its own."""
    forms = _named(asked, lang)
    if output is None or output.is_dir():
        return forms or (Form.DOCX,)
    suffix = output.suffix.lower()
    own = SUFFIXES.get(suffix)
    if suffix in FOREIGN:
        known = list(SUFFIXES)
        words = Text(
            f"只能生成 {'、'.join(known)}，不能生成 {output.suffix}。",
            f"{', '.join(known)} are written, not {output.suffix}.",
        )
    elif own is None or forms in ((), (own,)):
        return forms or (own or Form.DOCX,)
    elif len(forms) == 1:
        words = Text(
            f"{output.name} 不是 {forms[0]}：改一改扩展名，或不写 --format。",
            f"{output.name} is no {forms[0]}: change its suffix, or leave --format out.",
        )
    else:
        words = Text(
            f"{output.name} 只能是一份 {own}；要几种形式，就写文件夹。",
            f"{output.name} can be one {own} only: name a folder for several forms.",
        )
    raise click.BadParameter(words.say(lang), param_hint="--output")


def _named(asked: Sequence[str], lang: Lang) -> tuple[Form, ...]:
    """Each form once, in the order of the names."""
    names = {name.strip().lower(): name for part in asked for name in part.split(",")}
    known = [form.value for form in Form]
    for name, written in names.items():
        if name not in known:
            words = Text(
                f"没有“{written}”这种形式，可以写 {'、'.join(known)}。",
                f"there is no form “{written}”: choose of {', '.join(known)}.",
            )
            raise click.BadParameter(words.say(lang), param_hint="--format")
    return tuple(Form(name) for name in names)


def is_file(output: Path) -> bool:
    """Whether one document is meant, not a folder."""
    return output.suffix.lower() in SUFFIXES and not output.is_dir()


def target_of(document: Document, output: Path) -> Path:
    """Where a document goes: to the file that is named, else into the folder under its own name. Raises OSError."""
    from perfeval.write import file_name

    return output if is_file(output) else output / file_name(document.name, document.suffix)
