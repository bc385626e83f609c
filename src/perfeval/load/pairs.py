"""Lines that were meant as ``key: value`` but lack the half-width colon or the blank after it."""

import re

from perfeval.diagnostic import Diagnostic, Kind, Place, Severity, Text
from perfeval.load.fault import Fault
from perfeval.load.wording import shorten

WIDE_COLON = Kind(
    "L034",
    Severity.ERROR,
    what=Text(
        "“{written}”里的冒号是全角的",
        "the colon in “{written}” is full-width",
    ),
    why=Text(
        "YAML 只认半角冒号，这里整个成了一段文字，不是键和值",
        "YAML knows the half-width colon only: this is text, not a key and its value",
    ),
    cure=Text("改成 {fixed}", "type {fixed}"),
)
NO_BLANK = Kind(
    "L035",
    Severity.ERROR,
    what=Text("“{written}”的冒号后面缺半角空格", "“{written}” lacks a blank after its colon"),
    why=Text(
        "没有空格，YAML 把它整个当作一段文字，不是键和值",
        "without a blank YAML takes it for text, not for a key and its value",
    ),
    cure=Text("改成 {fixed}", "type {fixed}"),
)

PAIR = re.compile(
    r"(?P<lead>[ \t\u3000{]*(?:- +\{?)*)"
    r"(?P<key>[^\s:：\"'#\[\]{},，。；-][^\s:：\"'#\[\]{},，。；]*)"
    r"(?P<colon>：|:(?=[^ \t/]))[ \u3000]*(?P<value>.*)"
)


def pair(text: str, row: int, column: int = 0) -> Diagnostic | None:
    """The finding where a text that starts at a place (from 0) looks like a key and its value."""
    match = PAIR.match(text)
    if match is None:
        return None
    arguments = {
        "written": shorten(text.strip().removeprefix("- ")),
        "fixed": shorten(f"{match['key']}: {match['value']}".strip()),
    }
    kind = WIDE_COLON if match["colon"] == "：" else NO_BLANK
    return Diagnostic(kind, Place(row + 1, column + match.start("colon") + 1), arguments)


def mistyped_pair(fault: Fault) -> Diagnostic | None:
    """A line of this kind where the parser wanted a key."""
    if fault.in_flow or fault.context == "while scanning a quoted scalar":
        return None
    rows = (row for row in fault.rows_in_doubt if row < len(fault.lines))
    return next((found for row in rows if (found := pair(fault.lines[row], row))), None)
