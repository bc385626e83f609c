"""Values that YAML cannot read unless they stand in quotes, each with the line as it should be."""

import re

from perfeval.diagnostic import Diagnostic, Kind, Place, Severity, Text
from perfeval.load.fault import Fault
from perfeval.load.wording import quoted, shorten

CURE = Text("给整个值加引号：{fixed}", "put the whole value in quotes: {fixed}")
TRAILING = Kind(
    "L036",
    Severity.ERROR,
    what=Text("“{part}”后面还有“{rest}”", "“{part}” is followed by “{rest}”"),
    why=Text(
        "以引号或方括号开头的值到右引号、右括号就结束了",
        "a value that starts with a quote or a bracket ends where that is closed",
    ),
    cure=CURE,
)
RESERVED = Kind(
    "L037",
    Severity.ERROR,
    what=Text("值“{value}”以 {mark} 开头", "the value “{value}” starts with {mark}"),
    why=Text("这个符号在值的开头是 YAML 的语法", "at the start of a value this sign is YAML's own"),
    cure=CURE,
)
COLON = Kind(
    "L038",
    Severity.ERROR,
    what=Text("值“{value}”里有冒号加空格", "the value “{value}” has a colon and a blank in it"),
    why=Text("YAML 把它当作又一个键，一行只能有一个", "YAML takes that for one more key, and a line has only one"),
    cure=CURE,
)

CLOSED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^\[\]]*\]|\{.*\})$""")
KEY_BEFORE = re.compile(r"[^\s:{},\[]+: +$")
VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:]+: +)?")
NEXT_KEY = re.compile(r"[^\s,:]+:(?: |$)")
END = re.compile(r"\s+#|\s*$")
END_IN_FLOW = re.compile(r"[,\]}]|\s+#|\s*$")

SIGNS = frozenset(
    f"while {doing}"
    for doing in (
        "scanning a block scalar",
        "scanning a directive",
        "scanning an alias",
        "scanning an anchor",
        "scanning a tag",
        "parsing a tag",
        "parsing a node",
    )
)
"""What libyaml was doing where the sign at the start of the value misled it."""

MISPLACED = frozenset(
    (
        "found character that cannot start any token",
        "did not find expected node content",
        "mapping keys are not allowed in this context",
    )
)
"""What libyaml says of a sign that starts no value."""


def unquoted_value(fault: Fault) -> Diagnostic | None:
    """A value that needs quotes, where the parser stumbled over it."""
    return reserved(fault) or colon(fault) or trailing(fault)


def reserved(fault: Fault) -> Diagnostic | None:
    """A value that starts with a sign of YAML's own: ``% @ ` > | * & ! ? , ] }``."""
    row, start = fault.row, fault.column
    if fault.context in SIGNS:
        row, start = fault.context_row, fault.context_column
    elif fault.problem not in MISPLACED:
        return None
    line = fault.lines[row] if row < len(fault.lines) else ""
    if line.startswith("{%", start - 1):
        start -= 1
    value = extent(fault, row, start, start + 1)
    if not value.strip():
        return None
    return finding(RESERVED, line, row, start, value, mark=value[0])


def braces(line: str, row: int, start: int) -> Diagnostic:
    """A value that starts with ``{{``, which YAML takes for two mappings; its place counts from 0."""
    inside = within_brackets(line, start)
    close = line.find("}}", start) if inside else line.rfind("}}")
    match = (END_IN_FLOW if inside else END).search(line, max(start, close + 2))
    value = line[start : match.start()] if match else line[start:]
    return finding(RESERVED, line, row, start, value, mark="{{")


def colon(fault: Fault) -> Diagnostic | None:
    """A plain value with a second colon in it."""
    line = fault.line
    if fault.in_flow and fault.character == ":":
        start = max(line.rfind(mark, 0, fault.column) + len(mark) for mark in (": ", ", ", "{", "["))
    elif fault.problem == "mapping values are not allowed in this context":
        match = VALUE.match(line)
        start = match.end() if match and ":" in match[0] else fault.column
    else:
        return None
    if start >= fault.column:
        return None
    value = extent(fault, fault.row, start, fault.column)
    return finding(COLON, line, fault.row, start, value)


def trailing(fault: Fault) -> Diagnostic | None:
    """A value that goes on after its closing quote or bracket."""
    before = fault.line[: fault.column].rstrip()
    match = CLOSED.search(before)
    rest = fault.line[fault.column :]
    if match is None or not rest.strip() or rest[0] in "，、；":
        return None
    # In brackets a new key or a quote after a blank tells of a missing comma instead.
    if fault.in_flow and len(before) < fault.column and (NEXT_KEY.match(rest) or rest[0] in "\"'"):
        return None
    value = extent(fault, fault.row, match.start(), fault.column)
    part, more = shorten(match[0]), shorten(value[len(match[0]) :])
    return finding(TRAILING, fault.line, fault.row, match.start(), value, part=part, rest=more)


def extent(fault: Fault, row: int, start: int, beyond: int) -> str:
    """The text of a value: past ``beyond``, to a comment or the line's end; in brackets to the next of ``, ] }``."""
    line = fault.lines[row] if row < len(fault.lines) else ""
    match = (END_IN_FLOW if fault.in_flow or within_brackets(line, start) else END).search(line, beyond)
    return line[start : match.start()] if match else line[start:]


def within_brackets(line: str, column: int) -> bool:
    """Whether a bracket that the line opens is still open at a column."""
    before = line[:column]
    return before.count("[") + before.count("{") > before.count("]") + before.count("}")


def finding(kind: Kind, line: str, row: int, start: int, value: str, **arguments: str) -> Diagnostic:
    """The finding with the corrected value, after its key where that stands on the same line."""
    key = KEY_BEFORE.search(line[:start])
    fixed = (key[0] if key else "") + quoted(value)
    return Diagnostic(kind, Place(row + 1, start + 1), {**arguments, "value": shorten(value), "fixed": shorten(fixed)})
