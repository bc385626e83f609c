"""The comparison of a run: which passages of a report stood in another department's before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from perfeval.diagnostic import Finding, Kind, Severity, Text
from perfeval.rules.prose.copied.firsts import Firsts
from perfeval.rules.prose.copied.passages import Passage, Passages

COMMON = 5
"""Departments that may have a passage from each other. What more of them share was prescribed to all by the finance
bureau or by a law: to write it otherwise would be the mistake. A share of the run would not tell the two apart, for a
run may hold one county or a whole province."""

COPIED = Kind(
    "K613",
    Severity.WARNING,
    what=Text(
        "“{beginning}……”起的 {length} 个字，与另一个部门的报告一字不差",
        "{length} characters from “{beginning}…” on stand word for word in another department's report",
    ),
    why=Text(
        "各部门的职责、目标和问题各不相同，复核时会当作照抄",
        "no two departments have the same duties, goals and problems: reviewers take it for copied",
    ),
    cure=Text(
        "与“{department}”的 {file} 第 {line} 行对照，写成本部门自己的情况",
        "compare with line {line} of {file}, “{department}”, and write what this department did",
    ),
)


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
