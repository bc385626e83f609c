"""Why libyaml could not read on, in the author's terms instead of its own."""

import re
from typing import Any

import yaml

from perfeval.diagnostic import Diagnostic, Kind, Place, Severity, Text
from perfeval.load.characters import SURROGATE
from perfeval.load.fault import Fault, fault
from perfeval.load.pairs import mistyped_pair
from perfeval.load.quoting import unquoted_value
from perfeval.load.refusals import DOCUMENTS
from perfeval.load.wording import shorten

SYNTAX = Kind(
    "L030",
    Severity.ERROR,
    what=Text("从这里起读不懂：{reason}", "cannot read on from here: {reason}"),
    why=Text("YAML 语法有误，后面的内容都没有读", "the YAML is wrong here; nothing after it was read"),
    cure=Text(
        "对照上一行检查缩进、引号、括号、冒号；文字里有符号就给整个值加引号",
        "check indentation, quotes, brackets and colons here and on the line above; quote text that has signs in it",
    ),
)
TAB = Kind(
    "L031",
    Severity.ERROR,
    what=Text("用制表符（Tab）缩进", "indented with a tab"),
    why=Text(
        "各编辑器里制表符宽窄不一，YAML 不许用它缩进",
        "a tab is as wide as each editor likes, so YAML forbids it in indentation",
    ),
    cure=Text("改成半角空格，每级两个", "use blanks, two for each level"),
)
QUOTE = Kind(
    "L032",
    Severity.ERROR,
    what=Text("引号 {mark} 没有收尾", "the quote {mark} is not closed"),
    why=Text("后面各行都被当成了这段文字", "all lines after it are taken for its text"),
    cure=Text("在这段文字末尾补上 {mark}", "put {mark} at the end of the text"),
)
BRACKET = Kind(
    "L033",
    Severity.ERROR,
    what=Text("括号 {mark}（第 {line} 行）里读不下去：{here}", "cannot read on within {mark} (line {line}): {here}"),
    why=Text(
        "各项之间要有半角逗号，末尾要有右括号", "items are separated by commas, and the bracket is closed at the end"
    ),
    cure=Text("补上逗号或 {close}", "put in the comma or {close}"),
)
ITEM = Kind(
    "L039",
    Severity.ERROR,
    what=Text("列表项的“-”位置不对", "the - of this item is in the wrong place"),
    why=Text(
        "同一列表的各项要对齐，并且各占一行、- 后空一格",
        "items of a list are aligned, each on its own line, with a blank after the -",
    ),
    cure=Text(
        "与同列表其他各项的 - 对齐；若是正文，给整个值加引号",
        "align it with the - of the other items; if it is text, put the whole value in quotes",
    ),
)
INDENTATION = Kind(
    "L040",
    Severity.ERROR,
    what=Text("“{line}”的缩进与上下行对不齐", "“{line}” is not aligned with the lines around it"),
    why=Text("YAML 靠缩进分层，对不齐就不知道它属于哪一级", "indentation tells YAML to which level a line belongs"),
    cure=Text(
        "与同级的键对齐；正文要比它的键多缩进",
        "align it with the keys of its level; text is indented more than its key",
    ),
)
LOOSE = Kind(
    "L041",
    Severity.ERROR,
    what=Text("“{line}”既不是“键: 值”，也不是“- 列表项”", "“{line}” is neither “key: value” nor “- item”"),
    why=Text("不知道这行文字属于哪个键", "it is unknown to which key this text belongs"),
    cure=Text(
        "是上面的正文，就比它的键多缩进；是键，就补上半角冒号和空格",
        "indent it more than its key if it is text; put a colon and a blank if it is a key",
    ),
)
ESCAPE = Kind(
    "L042",
    Severity.ERROR,
    what=Text("双引号里的“{escape}”不是有效的转义", "“{escape}” in double quotes is no valid escape"),
    why=Text("双引号里反斜杠 \\ 引出转义符", "in double quotes a backslash starts an escape"),
    cure=Text("要写反斜杠本身，改用单引号，或写成 \\\\", "for a backslash itself use single quotes, or type \\\\"),
)
WIDE_MARK = Kind(
    "L043",
    Severity.ERROR,
    what=Text("括号里用了全角标点 {mark}", "there is the full-width sign {mark} within brackets"),
    why=Text(
        'YAML 只认半角的 , : " [ ]，全角标点只是文字',
        'YAML knows half-width , : " [ ] only; the full-width ones are text',
    ),
    cure=Text(
        "改成半角标点；若是正文，给那一项加引号", "use the half-width sign; if it is text, put the item in quotes"
    ),
)

KEY = re.compile(r"""\s*[^\s:#"'\[\]{}][^:#]*:(?:\s|$)""")
OUT_OF_LINE = frozenset(
    (
        "did not find expected key",
        "did not find expected '-' indicator",
        "could not find expected ':'",
        "mapping values are not allowed in this context",
    )
)
"""What libyaml says of a line that it finds at a level where it cannot be."""

WIDE = re.compile("[，：；、“”「」［］｛｝]")
END = Text("文件到此结束", "the file ends")
OPENING = re.compile(r"[\[{]")
CLOSING = {"[": "]", "{": "}"}


def explain(lines: list[str], error: yaml.MarkedYAMLError, last: Any) -> Diagnostic:
    """The one finding for a parser's error; ``last`` is the event before it."""
    at = fault(lines, error, last)
    explanations = (
        tab,
        unclosed_quote,
        escape,
        wide_mark,
        unquoted_value,
        mistyped_pair,
        item,
        bracket,
        document,
        indentation,
    )
    return next((found for explanation in explanations if (found := explanation(at))), None) or unknown(at)


def tab(at: Fault) -> Diagnostic | None:
    """A tab in the indentation."""
    indentation = at.line[: len(at.line) - len(at.line.lstrip())]
    column = indentation.find("\t")
    return Diagnostic(TAB, Place(at.row + 1, column + 1)) if column >= 0 else None


def unclosed_quote(at: Fault) -> Diagnostic | None:
    """A quote open to the end of the file, or closed only by the next quote, lines below."""
    row, column, last = at.context_row, at.context_column, at.last
    if at.problem != "found unexpected end of stream":
        start, end = last.start_mark, last.end_mark
        if not isinstance(last, yaml.ScalarEvent) or last.style not in {"'", '"'}:
            return None
        row, column = start.line, start.column
        if not any(KEY.match(line) for line in at.lines[row + 1 : end.line + 1]):
            return None
    return Diagnostic(QUOTE, Place(row + 1, column + 1), {"mark": at.lines[row][column]})


def escape(at: Fault) -> Diagnostic | None:
    """A backslash that starts no escape, or half a character as one."""
    if at.context != "while parsing a quoted scalar":
        return None
    column = at.line.rfind("\\", 0, at.column + 1)
    place = Place(at.row + 1, column + 1)
    if half := re.match(r"\\u([Dd][89A-Fa-f][0-9A-Fa-f]{2})", at.line[column:]):
        return Diagnostic(SURROGATE, place, {"code": f"U+{half[1].upper()}"})
    return Diagnostic(ESCAPE, place, {"escape": at.line[column : column + 2]})


def wide_mark(at: Fault) -> Diagnostic | None:
    """Full-width punctuation within brackets: where the parser stopped, or last in the item before."""
    if not at.in_flow:
        return None
    start = max(at.line.rfind(mark, 0, at.column) for mark in ",[{") + 1
    found = WIDE.match(at.character) or next(reversed(list(WIDE.finditer(at.line[: at.column], start))), None)
    if found is None:
        return None
    column = at.column if found.string == at.character else found.start()
    return Diagnostic(WIDE_MARK, Place(at.row + 1, column + 1), {"mark": found[0]})


def item(at: Fault) -> Diagnostic | None:
    """A list item out of line, or on the line of its key."""
    if at.problem == "block sequence entries are not allowed in this context" or re.match(r"\s*-(?: |$)", at.line):
        column = at.column if at.character == "-" else at.line.index("-")
        return Diagnostic(ITEM, Place(at.row + 1, column + 1))
    return None


def bracket(at: Fault) -> Diagnostic | None:
    """A bracket not closed, or a comma missing in it."""
    if not at.in_flow:
        return None
    row, column = opening(at)
    mark = at.lines[row][column]
    arguments = {
        "mark": mark,
        "close": CLOSING[mark],
        "line": str(row + 1),
        "here": shorten(at.line if at.row > row else at.line[at.column :]) or END,
    }
    place = Place(row + 1, column + 1) if at.row > row else Place(at.row + 1, at.column + 1)
    return Diagnostic(BRACKET, place, arguments)


def opening(at: Fault) -> tuple[int, int]:
    """Where the bracket is that the parser was in: its context, or at the end of the file the last one opened."""
    row, column = at.context_row, at.context_column
    if row < len(at.lines) and at.lines[row][column : column + 1] in CLOSING:
        return row, column
    return max(
        (row, max(line.rfind("["), line.rfind("{"))) for row, line in enumerate(at.lines) if OPENING.search(line)
    )


def document(at: Fault) -> Diagnostic | None:
    """A line after the end of the document, ``...``."""
    above = at.lines[at.rows_in_doubt[-1]]
    return Diagnostic(DOCUMENTS, Place(at.row + 1, 1)) if above.startswith("...") else None


def indentation(at: Fault) -> Diagnostic | None:
    """A line that is in itself well-formed but out of line, or that is no pair at all."""
    if at.problem not in OUT_OF_LINE:
        return None
    row = at.context_row if at.problem == "could not find expected ':'" else at.row
    line = at.lines[row] if row < len(at.lines) else ""
    if not line.strip():
        return None
    kind = INDENTATION if KEY.match(line) else LOOSE
    return Diagnostic(kind, Place(row + 1, len(line) - len(line.lstrip()) + 1), {"line": shorten(line)})


def unknown(at: Fault) -> Diagnostic:
    """The parser's own words, where nothing better is known."""
    row = min(at.row, max(len(at.lines) - 1, 0))
    column = at.column if row == at.row else len(at.lines[row])
    return Diagnostic(SYNTAX, Place(row + 1, column + 1), {"reason": f"{at.context} {at.problem}".strip()})
