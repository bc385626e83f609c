"""Form: numbers typed by hand before paragraphs and titles are unbroken, and not printed twice."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from perfeval.audit import texts_of
from perfeval.diagnostic import Pointer, Severity, Text
from perfeval.figures import Facts
from perfeval.printing import cn_number
from perfeval.rules.rule import Violation, rule

_HANZI = "[一二三四五六七八九十]{1,3}"
_MARK = re.compile(
    rf"[ \t　]*(?:\*\*)?(?:(?P<hanzi>{_HANZI})、(?![一二三四五六七八九十0-9])|[（(](?P<hanzi_in_brackets>{_HANZI})[)）]"
    r"|(?P<digits>[0-9]{1,2})(?:[、．](?![0-9])|\.(?![0-9 \t]))|[（(](?P<digits_in_brackets>[0-9]{1,2})[)）])"
)
_RANKS = ("hanzi", "hanzi_in_brackets", "digits", "digits_in_brackets")
"""The levels of official documents, highest first; ``1. `` with a blank begins a list, which is numbered for us."""

_NUMBERS = {cn_number(number): number for number in range(1, 100)}


@dataclass(frozen=True, slots=True)
class _Mark:
    """A number typed at the beginning of a line: its level, its value, how it is written and where."""

    rank: int
    number: int
    written: str
    offset: int


def _mark(line: str, offset: int) -> _Mark | None:
    """The number that a line begins with; None where it has none or one that nobody can read."""
    match = _MARK.match(line)
    if match is None or match.lastgroup is None:
        return None
    number = match[match.lastgroup]
    value = int(number) if number.isdigit() else _NUMBERS.get(number, 0)
    written = match[0].strip(" \t　*")
    return _Mark(_RANKS.index(match.lastgroup), value, written, offset + match[0].index(written)) if value else None


def _marks(text: str) -> Iterator[_Mark]:
    offset = 0
    for line in text.split("\n"):
        mark = _mark(line, offset)
        if mark is not None:
            yield mark
        offset += len(line) + 1


def _breaks(text: str) -> Iterator[tuple[_Mark, _Mark]]:
    """Each number that does not follow from the one before it, with that one.

    A list may begin anew at one; what stands first in a text may have any number, for it may go on from elsewhere.
    """
    within: list[_Mark] = []  # the numbers under which we are, outermost first
    for mark in _marks(text):
        at = next((level for level, above in enumerate(within) if above.rank == mark.rank), None)
        if at is not None:
            last = within[at]
            if mark.number != last.number + 1 and (mark.number != 1 or last.number == 1):
                yield mark, last
            within[at:] = [mark]
        elif mark.number == 1 or not within:
            within.append(mark)
        elif mark.rank < min(above.rank for above in within):
            within = [mark]  # the text began in the midst of a part, and this is the next part
        else:
            last = within[-1]
            yield mark, last
            if mark.number == last.number + 1:  # 2、 between 一、 and 三、 stands for 二、
                within[-1] = replace(mark, rank=last.rank)
            else:
                within.append(mark)


@rule(
    "K651",
    Severity.NOTE,
    what=Text("编号“{before}”之后是“{mark}”", "number “{before}” is followed by “{mark}”"),
    why=Text(
        "手写的编号中断、重复或混用，读者会以为有缺漏", "numbers typed by hand that jump, repeat or mix look like a gap"
    ),
    cure=Text(
        "改正编号；或改用“1. ”（点后空一格）开头的列表，由程序编号",
        "correct the number, or write a list with `1. ` (a blank behind the point), which is numbered for you",
    ),
    formula=Text("编号逐级连续：一、（一）1.（1）", "numbers go up by one on each level: 一、（一）1.（1）"),
    passes='conclusion: "一、健全制度。\\n\\n二、加强培训。"',
    fails='conclusion: "一、健全制度。\\n\\n三、加强培训。"',
)
def numbering_is_unbroken(facts: Facts) -> Iterator[Violation]:
    for pointer, text in texts_of(facts):
        for mark, before in _breaks(text):
            yield Violation(pointer, {"mark": mark.written, "before": before.written}, offset=mark.offset)


@rule(
    "K652",
    Severity.NOTE,
    what=Text(
        "手写了编号“{mark}”（这样的共 {count} 处），版式还会再编一次号",
        "the number “{mark}” was typed by hand ({count} such), and the layout numbers it once more",
    ),
    why=Text(
        "编号由版式统一生成，手写的会印成“（1）（一）……”，层次就乱了",
        "the layout numbers all titles; one typed by hand is printed behind it, and the levels are a muddle",
    ),
    cure=Text("删去手写的编号", "drop the number typed by hand"),
    formula=Text("标题和逐条列出的问题、措施不手写编号", "titles, problems and measures carry no number of their own"),
    passes="goals: {items: [{title: 改善环境, goal: 空气质量好转。}]}",
    fails="goals: {items: [{title: （一）改善环境, goal: 空气质量好转。}]}",
)
def titles_are_numbered_once(facts: Facts) -> Iterator[Violation]:
    """One finding for each list: who numbers one title by hand numbers them all."""
    for pointers in _numbered_by_the_layout(facts):
        marked = [(pointer, mark) for pointer, title in pointers if (mark := _mark(title, 0)) is not None]
        for pointer, mark in marked[:1]:
            yield Violation(pointer, {"mark": mark.written, "count": str(len(marked))}, offset=mark.offset)


def _numbered_by_the_layout(facts: Facts) -> Iterator[Sequence[tuple[Pointer, str]]]:
    """What the layouts number: titles, and lists of more than one problem or measure; each list with its pointers."""
    report = facts.report
    if report.duties is not None:
        yield [(("duties", "units", at, "name"), unit.name) for at, unit in enumerate(report.duties.units)]
        yield [(("duties", "themes", at, "title"), theme.title) for at, theme in enumerate(report.duties.themes)]
    if report.goals is not None:
        yield [(("goals", "items", at, "title"), item.title) for at, item in enumerate(report.goals.items)]
    if report.evaluation is not None:
        yield [(("evaluation", "stages", at, "title"), s.title) for at, s in enumerate(report.evaluation.stages)]
    for key, entries in (("problems", report.problems), ("measures", report.measures)):
        if len(entries) > 1:
            yield [((key, at), entry) for at, entry in enumerate(entries)]


RULES = (numbering_is_unbroken, titles_are_numbered_once)
