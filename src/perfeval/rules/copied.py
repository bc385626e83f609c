"""Prose that stands word for word in the reports of two departments."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate

from perfeval.audit.texts import BLANK, own_words, unquoted
from perfeval.diagnostic import Finding, Kind, Place, Pointer, Severity, Text
from perfeval.figures import Facts
from perfeval.load import Source
from perfeval.model import Department, Prose
from perfeval.rules.firsts import Firsts
from perfeval.rules.rule import AcrossRule

LONG = 60
"""Letters and hanzi of a passage that two departments do not write alike by chance."""

COMMON = 5
"""Departments that may have a passage from each other. What more of them share was prescribed to all by the finance
bureau or by a law: to write it otherwise would be the mistake. A share of the run would not tell the two apart, for a
run may hold one county or a whole province."""

SHOWN = 16
"""Characters of the passage that the message quotes."""

_SENTENCE = re.compile(r"[^\s。！？；!?;][^。！？；!?;]*")
_NO_WORDS = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """Whole sentences in a row, no more than make it long; ``start`` and ``end`` count the letters of its value."""

    digest: int
    start: int
    end: int
    pointer: Pointer
    place: Place
    excerpt: str
    beginning: str


@dataclass(frozen=True, slots=True)
class Passages:
    """The long passages of one report, one from each sentence that is followed by enough others."""

    file: str
    department: str
    passages: tuple[Passage, ...]


def passages(facts: Facts, source: Source) -> Passages:
    """What is compared of a report: its prose, but for blanks, digits, punctuation and the department's own names."""
    department = facts.report.department
    prose = ((pointer, text) for pointer, text in facts.given if isinstance(text, Prose) and len(text) >= LONG)
    found = (passage for pointer, text in prose for passage in _passages(text, department, pointer, source))
    return Passages(source.file, department.name, tuple(found))


def _passages(text: Prose, department: Department, pointer: Pointer, source: Source) -> Iterator[Passage]:
    sentences = list(_SENTENCE.finditer(_without_names(text, department)))
    letters = [_NO_WORDS.sub("", sentence.group()) for sentence in sentences]
    ends = list(accumulate(map(len, letters)))
    whole = "".join(letters)
    for sentence, own, end in zip(sentences, letters, ends, strict=True):
        start = end - len(own)
        last = bisect_left(ends, start + LONG)
        if last == len(ends):
            return
        if own:
            place = source.place(pointer, offset=sentence.start())
            beginning = " ".join(text[sentence.start() : sentence.start() + SHOWN].split())
            digest = _digest(whole[start : ends[last]])
            yield Passage(digest, start, ends[last], pointer, place, source.lines[place.line - 1], beginning)


def _without_names(text: str, department: Department) -> str:
    """The text with blanks for the department's names, and for titles, quotations and figures: no words of its own."""
    text = unquoted(own_words(text))
    for name in filter(None, (department.name, department.short_name)):
        text = text.replace(name, BLANK * len(name))
    return text


def _digest(words: str) -> int:
    """A number from 1 to 2⁶⁴ − 1, the same in every process, as ``hash`` is not."""
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest()) or 1


@dataclass(frozen=True, slots=True)
class _Copy:
    """A passage, and the report and line where it stood before."""

    passage: Passage
    report: int
    other: int
    line: int


class Copies:
    """The comparison of a run: of every passage where it stood first, and of copied ones who has them."""

    def __init__(self) -> None:
        self._reports: list[tuple[str, str]] = []
        self._firsts = Firsts()
        self._sharing: dict[int, set[str]] = {}
        self._copies: list[_Copy] = []

    def take(self, noted: Passages) -> None:
        """Compare the passages of a report with those of the reports before it."""
        report = len(self._reports)
        self._reports.append((noted.file, noted.department))
        for passage in noted.passages:
            first = self._firsts.first(passage.digest, report << 32 | passage.place.line)
            if first is not None:
                self._compare(_Copy(passage, report, first >> 32, first & 0xFFFFFFFF))

    def _compare(self, copy: _Copy) -> None:
        """Keep a copy from another department, while it may not be common to many."""
        there, here = self._reports[copy.other][1], self._reports[copy.report][1]
        if there == here:
            return
        sharing = self._sharing.setdefault(copy.passage.digest, {there})
        if len(sharing) <= COMMON:
            sharing.add(here)
            self._copies.append(copy)

    def findings(self) -> Iterator[Finding]:
        """One for all the copied sentences in a row, at the first of them."""
        copies = (copy for copy in self._copies if len(self._sharing[copy.passage.digest]) <= COMMON)
        for first, last in _in_a_row(copies):
            file, department = self._reports[first.other]
            passage = first.passage
            arguments = {
                "beginning": passage.beginning, "length": str(last.passage.end - passage.start),
                "department": department, "file": file, "line": str(first.line),
            }  # fmt: skip
            here = self._reports[first.report][0]
            yield Finding(here, passage.place, passage.excerpt, COPIED, arguments, passage.pointer)


def _in_a_row(copies: Iterable[_Copy]) -> Iterator[tuple[_Copy, _Copy]]:
    """First and last of the copies that overlap or touch in one value and come from one report."""
    first = last = None
    for copy in copies:
        if first is None or last is None or not _follows(copy, last):
            if first is not None and last is not None:
                yield first, last
            first = copy
        last = copy
    if first is not None and last is not None:
        yield first, last


def _follows(copy: _Copy, before: _Copy) -> bool:
    return (
        (copy.report, copy.other, copy.passage.pointer) == (before.report, before.other, before.passage.pointer)
        and copy.passage.start <= before.passage.end
    )  # fmt: skip


COPIED = Kind(
    "K613",
    Severity.WARNING,
    what=Text(
        "“{beginning}……”起的 {length} 个字，与“{department}”的报告一字不差",
        "{length} characters from “{beginning}…” on stand word for word in the report of “{department}”",
    ),
    why=Text(
        "各部门的职责、目标和问题各不相同，复核时会当作照抄",
        "no two departments have the same duties, goals and problems: reviewers take it for copied",
    ),
    cure=Text(
        "与 {file} 第 {line} 行对照，写成本部门自己的情况",
        "compare with line {line} of {file}, and write what this department did",
    ),
)

_PASSAGE = "conclusion: 组织编制辖区道路养护计划，按季度检查路面、桥梁和排水设施，发现病害及时登记、及时处置；{}\n"
_OWN = "汛期前完成全部雨水口的清掏，汛期中安排专人值守低洼路段。"
_OTHERS = "冬季组织除雪铲冰，备足融雪物资，重点保障学校、医院周边的通行。"

ACROSS = (
    AcrossRule(
        COPIED,
        formula=Text("各部门的文字各自写成", "every department writes its own prose"),
        passes=f"{_PASSAGE.format(_OWN)}---\n{_PASSAGE.format(_OTHERS)}",
        fails="---\n".join([_PASSAGE.format(_OWN)] * 2),
        note=passages,
        compare=Copies,
    ),
)
