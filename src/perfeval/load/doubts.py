"""What YAML accepts but the author hardly meant: text cut off by ``#``, lines run together, full-width punctuation."""

import re
from collections.abc import Iterator

from perfeval.diagnostic import Diagnostic, Kind, Place, Severity, Text
from perfeval.load.pairs import pair
from perfeval.load.syntax import ITEM
from perfeval.load.wording import quoted, shorten

CUT = Kind(
    "L050",
    Severity.WARNING,
    what=Text(
        "值到“{value}”为止，后面的“{rest}”被当作注释",
        "the value ends at “{value}”; “{rest}” is taken for a comment",
    ),
    why=Text(
        "空格后的 # 开始注释，报告里就没有这些字",
        "a # after a blank starts a comment, so these words would be missing from the report",
    ),
    cure=Text(
        "是正文，就给整个值加引号：{fixed}；是注释，就在 # 后空一格",
        "if it is text, put the whole value in quotes: {fixed}; if it is a comment, put a blank after the #",
    ),
)
WIDE = Kind(
    "L051",
    Severity.WARNING,
    what=Text("值里的 {mark} 是全角标点：{value}", "the value has the full-width sign {mark} in it: {value}"),
    why=Text(
        "YAML 只认半角标点，这里仍是一段文字，没有分成几项",
        "YAML knows half-width punctuation only: this is one text, not several items",
    ),
    cure=Text(
        '分隔各项用半角逗号 , 引号用半角 " ，括号用半角 [ ]；确是正文，就加半角引号',
        'separate items with , and quote with " and bracket with [ ]; if it is text, put it in half-width quotes',
    ),
)

TEXT_AFTER_HASH = re.compile(" #[0-9０-９一-鿿《“〔]")
CHINESE = re.compile("[一-鿿]")
WIDE_COMMA = re.compile("[，；]")
WRAPPED = re.compile("[“「『‘＂][^“「『‘＂]*[”」』’＂]|[［｛].*[］｝]")
ITEM_BEGIN = re.compile(r"\s*(-)")
KEY_BEGIN = re.compile(r"\s*[A-Za-z_]+[:：]")


def cut(value: str, line: str, row: int, end: int) -> Iterator[Diagnostic]:
    """A plain Chinese value, ``end`` its end column from 0, with `` #`` and, without a blank, text after it."""
    if TEXT_AFTER_HASH.match(line, end) and CHINESE.search(value):
        rest = line[end:].rstrip()
        arguments = {
            "value": shorten(value),
            "rest": shorten(rest),
            "fixed": shorten(quoted(value + rest)),
        }
        yield Diagnostic(CUT, Place(row + 1, end + 2), arguments)


def run_together(lines: list[str], row: int, end: int) -> Iterator[Diagnostic]:
    """Lines after the first of a plain value that look like an item or a key of their own; rows from 0."""
    for number, line in enumerate(lines[row + 1 : end + 1], start=row + 1):
        if match := ITEM_BEGIN.match(line):
            yield Diagnostic(ITEM, Place(number + 1, match.start(1) + 1))
        elif KEY_BEGIN.match(line) and (found := pair(line, number)):
            yield found


def wide_marks(value: str, row: int, column: int) -> Iterator[Diagnostic]:
    """Full-width commas, quotes or brackets where a list was hardly meant as text; the place counts from 0."""
    found = WRAPPED.fullmatch(value) or WIDE_COMMA.search(value)
    if found:
        arguments = {"mark": found[0][0], "value": shorten(value)}
        yield Diagnostic(WIDE, Place(row + 1, column + found.start() + 1), arguments)
