"""Characters that no report may carry: XML cannot hold them, or a reader cannot see what they do."""

import re
from collections.abc import Iterator
from itertools import islice

from perfeval.diagnostic import Diagnostic, Kind, Place, Severity, Text

CURE = Text("删去它，再照样打一遍这处文字", "delete it and type the text anew")
CONTROL = Kind(
    "L010",
    Severity.ERROR,
    what=Text("有控制字符 {code}", "there is a control character {code}"),
    why=Text(
        "Word 文件装不下它，多半是从别处粘贴带来的", "a Word file cannot hold it; it mostly comes with pasted text"
    ),
    cure=CURE,
)
SURROGATE = Kind(
    "L011",
    Severity.ERROR,
    what=Text("有半个字符 {code}（代理码位）", "there is half a character, {code} (a surrogate)"),
    why=Text("它单独不成字，任何文件都装不下", "alone it is no character, and no file can hold it"),
    cure=Text("直接写那个字，不用 \\u 转义", "type the character itself instead of a \\u escape"),
)
NONCHARACTER = Kind(
    "L012",
    Severity.ERROR,
    what=Text("有非字符 {code}", "there is a non-character {code}"),
    why=Text("Unicode 规定它永不作为文字，Word 会拒收", "Unicode reserves it for no text ever, and Word refuses it"),
    cure=CURE,
)
BIDI = Kind(
    "L013",
    Severity.ERROR,
    what=Text("有看不见的文字方向控制符 {code}", "there is an invisible direction control {code}"),
    why=Text(
        "它能把显示的文字和数字前后颠倒，看到的不是写下的",
        "it can turn text and figures around, so that what is seen is not what is written",
    ),
    cure=CURE,
)
MARK = Kind(
    "L014",
    Severity.ERROR,
    what=Text("文件中间有看不见的字节顺序标记 U+FEFF", "there is an invisible byte order mark U+FEFF inside the file"),
    why=Text(
        "它只能在文件最开头；在键里会让键认不出来",
        "it belongs to the very start of a file; within a key it makes the key unknown",
    ),
    cure=Text("删去它（常见于把几个文件拼在一起）", "delete it (it is common where files were put together)"),
)

CLASSES = {
    CONTROL: "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f",
    SURROGATE: "\ud800-\udfff",
    NONCHARACTER: "\ufdd0-\ufdef"
    + "".join(chr(plane | end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)),
    BIDI: "\u202a-\u202e\u2066-\u2069",
    MARK: "\ufeff",
}
REFUSED = re.compile("[" + "".join(CLASSES.values()) + "]")
# Characters beyond the first plane are rare in a report, and a class that tells them apart is eight times slower.
PLAIN = re.compile(
    "[^" + "".join(filter(lambda each: each < "\U00010000", "".join(CLASSES.values()))) + "\U00010000-\U0010ffff]*"
)
ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
SHORT = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "e": "\x1b"}
MOST = 100
"""A binary file shall not give a million findings."""


def fit(text: str) -> bool:
    """Whether a text is free of refused characters."""
    return PLAIN.fullmatch(text) is not None or REFUSED.search(text) is None


def clean(text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text with U+FFFD for every refused character, and a finding for each (the first hundred)."""
    if fit(text):
        return text, ()
    cleaned = REFUSED.sub("\ufffd", text)
    return cleaned, tuple(islice(refusals(text, cleaned), MOST))


def refusals(text: str, cleaned: str) -> Iterator[Diagnostic]:
    """A finding for each refused character, on lines as the YAML parser counts them in the cleaned text."""
    start = 0
    for row, line in enumerate(cleaned.splitlines(keepends=True), start=1):
        for match in REFUSED.finditer(text, start, start + len(line)):
            yield refusal(match[0], Place(row, match.start() - start + 1))
        start += len(line)


def escaped(raw: str, row: int, column: int) -> Iterator[Diagnostic]:
    """A finding for each refused character written as an escape in a double-quoted scalar.

    ``raw`` is its source text; ``row`` and ``column`` are where that begins, counted from 0.
    """
    for match in ESCAPE.finditer(raw):
        *digits, letter = match.groups()
        point = next((int(number, 16) for number in digits if number), None)
        character = SHORT.get(letter, "") if point is None else chr(point)
        if REFUSED.search(character):
            before = raw[: match.start()].splitlines()
            # The opening quote stands before every escape, so there is a line.
            offset = column if len(before) == 1 else 0
            yield refusal(character, Place(row + len(before), offset + len(before[-1]) + 1))


def refusal(character: str, place: Place) -> Diagnostic:
    """The finding for one refused character."""
    kind = next(kind for kind, characters in CLASSES.items() if re.match(f"[{characters}]", character))
    return Diagnostic(kind, place, {"code": f"U+{ord(character):04X}"})
