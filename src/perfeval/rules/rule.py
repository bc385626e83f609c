"""What a rule is: how violations are found, in a report or between reports, with the words and examples beside it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from perfeval.diagnostic import Arguments, Finding, Kind, Pointer, Severity, Text
from perfeval.figures import Facts
from perfeval.load import Source

HEADER = """\
layout: indicator-scorecard
standard: shijiazhuang
year: 2025
department: {name: 示例局}
"""
"""What every example begins with; an example is the lines that follow."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A place that breaks a rule, and the numbers to be named."""

    pointer: Pointer
    arguments: Arguments = field(default_factory=dict)
    at_key: bool = False
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding and the function that finds it.

    ``formula`` is what must hold. ``passes`` and ``fails`` are examples, YAML lines that follow ``HEADER``: the first
    has no finding, the second this one. A rule ``on_request`` is asked only where its code is selected.
    """

    kind: Kind
    formula: Text
    passes: str
    fails: str
    find: Callable[[Facts], Iterable[Violation]]
    on_request: bool = False


def rule(
    code: str,
    severity: Severity,
    *,
    what: Text,
    why: Text,
    cure: Text,
    formula: Text,
    passes: str,
    fails: str,
    on_request: bool = False,
) -> Callable[[Callable[[Facts], Iterable[Violation]]], Rule]:
    """Make a function of the facts into a rule."""

    def named(find: Callable[[Facts], Iterable[Violation]]) -> Rule:
        return Rule(Kind(code, severity, what, why, cure), formula, passes, fails, find, on_request)

    return named


N = TypeVar("N")
N_contra = TypeVar("N_contra", contravariant=True)


class Between(Protocol[N_contra]):
    """Takes what was noted of each report, one after another; after the last it tells what it found."""

    def take(self, noted: N_contra) -> None: ...
    def findings(self) -> Iterable[Finding]: ...


@dataclass(frozen=True, slots=True)
class AcrossRule(Generic[N]):
    """A kind of finding between the reports of one run.

    ``note`` keeps of one report the little that has to be compared, a value that may come from another process;
    ``compare`` begins the comparison of a run. Its examples are those of a rule, for two reports: between them stands
    a line ``---``.
    """

    kind: Kind
    formula: Text
    passes: str
    fails: str
    note: Callable[[Facts, Source], N]
    compare: Callable[[], Between[N]]
    on_request: bool = False


AnyAcrossRule = AcrossRule[Any]


def files_of(example: str) -> tuple[str, ...]:
    """Both files of an example across reports, the second another department's."""
    headers = (HEADER, HEADER.replace("示例局", "样板局"))
    return tuple(header + lines for header, lines in zip(headers, example.split("---\n"), strict=True))
