"""What a rule is: a function that finds violations, with the words and the examples for them beside it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from perfeval.diagnostic import Arguments, Kind, Pointer, Severity, Text
from perfeval.figures import Facts

HEADER = """\
layout: indicator-scorecard
standard: shijiazhuang
year: 2025
department: {name: 示例局}
"""
"""What every example begins with; an example is the lines that follow."""


_NOT_SAID = Text("", "")


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
    formula: Text = _NOT_SAID,
    passes: str = "",
    fails: str = "",
    on_request: bool = False,
) -> Callable[[Callable[[Facts], Iterable[Violation]]], Rule]:
    """Make a function of the facts into a rule."""

    def named(find: Callable[[Facts], Iterable[Violation]]) -> Rule:
        return Rule(Kind(code, severity, what, why, cure), formula, passes, fails, find, on_request)

    return named
