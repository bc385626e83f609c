"""What a rule is: a function that finds violations, with the words for them beside it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from perfeval.diagnostic import Arguments, Kind, Pointer, Severity, Text
from perfeval.figures import Facts


@dataclass(frozen=True, slots=True)
class Violation:
    """A place that breaks a rule, and the numbers to be named."""

    pointer: Pointer
    arguments: Arguments = field(default_factory=dict)
    at_key: bool = False
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding and the function that finds it."""

    kind: Kind
    find: Callable[[Facts], Iterable[Violation]]


def rule(
    code: str, severity: Severity, *, what: Text, why: Text, cure: Text
) -> Callable[[Callable[[Facts], Iterable[Violation]]], Rule]:
    """Make a function of the facts into a rule."""

    def named(find: Callable[[Facts], Iterable[Violation]]) -> Rule:
        return Rule(Kind(code, severity, what, why, cure), find)

    return named
