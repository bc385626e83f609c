"""Texts, numbers and empty values."""

import re
from decimal import Decimal

from perfeval.load import refusals
from perfeval.load.characters import REFUSED, escaped, fit
from perfeval.load.doubts import cut, run_together, wide_marks
from perfeval.load.folding import unfold
from perfeval.load.notes import Event, Notes
from perfeval.load.wording import shorten

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
EMPTY = frozenset({"", "~", "null"})
DIGITS = 24
"""More digits than any amount has; Decimal's own arithmetic keeps 28."""


def scalar(event: Event, style: str, notes: Notes, *, one_line: bool, in_list: bool) -> str | Decimal | None:
    """The value of a scalar; ``style`` is its style, empty for a plain one."""
    value: str = event.value
    if not style:
        if value in EMPTY:
            return None
        if NUMBER.fullmatch(value):
            return number(event, notes)
        doubt(event, notes, one_line=one_line, in_list=in_list)
    elif style == '"':
        value = quoted(event, notes)
    return value if one_line or style == "|" else unfold(value, notes.raw(event))


def number(event: Event, notes: Notes) -> Decimal | None:
    """A plain number, exactly."""
    value: str = event.value
    if len(value) > DIGITS and sum(map(str.isdigit, value)) > DIGITS:
        notes.report(refusals.NUMBER, event, number=shorten(value), limit=str(DIGITS))
        return None
    return Decimal(value)


def doubt(event: Event, notes: Notes, *, one_line: bool, in_list: bool) -> None:
    """Keep what is doubtful about a plain text."""
    value, start, end = event.value, event.start_mark, event.end_mark
    if notes.text.startswith(" #", end.index):
        notes.keep(cut(value, notes.lines[end.line], end.line, end.column))
    if in_list or value[0] in "［｛":
        notes.keep(wide_marks(value, start.line, start.column))
    if not one_line:
        notes.keep(run_together(notes.lines, start.line, end.line))


def quoted(event: Event, notes: Notes) -> str:
    """A text in double quotes; characters refused in it can only have come as escapes."""
    value: str = event.value
    if not fit(value):
        notes.keep(escaped(notes.raw(event), event.start_mark.line, event.start_mark.column))
        value = REFUSED.sub("\ufffd", value)
    return value


def check_name(name: str, event: Event, notes: Notes) -> bool:
    """Whether an unquoted key is in order; refused are an empty one, a merge key, and a blank that is not YAML's."""
    if name in EMPTY:
        notes.report(refusals.KEY, event)
    elif name == "<<":
        notes.report(refusals.MERGE, event)
    elif name != name.strip():
        notes.report(refusals.BLANK, event, key=name.strip())
    else:
        return True
    return False
