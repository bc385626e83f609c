"""Traces figures to what was given, by replay: the calculator runs once more, over records that tell what is read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from perfeval.diagnostic import Pointer
from perfeval.figures import Facts, calculate
from perfeval.figures.tape import TAPE
from perfeval.model import Report
from perfeval.trace.operands import Choice, Given, Operands, Step, Used, counted, deciding
from perfeval.trace.recorder import Part, Recorder, Selected, Taken
from perfeval.trace.watched import watched

__all__ = ["Trace", "trace"]

Users = Mapping[Pointer | str, Iterable[str]]
"""By the pointer of a given value, or the name of a figure: the figures that it is a part of."""


@dataclass(frozen=True)
class Trace:
    """A report's facts, and of every figure what it is made of, in the order in which it is."""

    facts: Facts
    operands: Mapping[str, Operands]

    def used_by(self, subject: Pointer | str) -> tuple[str, ...]:
        """The figures that a given value or another figure is reckoned into, in the order of the report."""
        return tuple(self._counting.get(subject, ()))

    def decided_by(self, subject: Pointer | str) -> tuple[str, ...]:
        """The figures whose rows are chosen by a given value or another figure."""
        return tuple(self._choosing.get(subject, ()))

    @cached_property
    def _counting(self) -> Users:
        return _users(self.operands, counted)

    @cached_property
    def _choosing(self) -> Users:
        return _users(self.operands, deciding)


def _users(made_of: Mapping[str, Operands], parts: Callable[[Operands], Iterable[Given | Used]]) -> Users:
    users: dict[Pointer | str, dict[str, None]] = {}
    for name, operands in made_of.items():
        for one in parts(operands):
            users.setdefault(one.pointer if isinstance(one, Given) else one.name, {})[name] = None
    return users


def trace(facts: Facts) -> Trace:
    """What every figure of a report is made of."""
    recorder = Recorder()
    report: Report = watched(facts.report, recorder.read)
    token = TAPE.set(recorder)
    try:
        calculate(report, facts.standard)
    finally:
        TAPE.reset(token)
    named = dict(zip(facts.figures, recorder.figures, strict=True))
    names = {_identity(taken): name for name, taken in reversed(named.items())}
    return Trace(facts, {name: _operands(taken.parts, names) for name, taken in named.items()})


def _identity(taken: Taken) -> tuple[int, int]:
    """The same measure of the same subject is the same figure; the recorder keeps both alive."""
    return id(taken.measure), id(taken.subject)


def _operands(parts: Iterable[Part], names: Mapping[tuple[int, int], str]) -> Operands:
    """The parts as they are told: a measure that is a figure by its name, any other with its own parts."""
    return tuple(dict.fromkeys(_operand(part, names) for part in parts))


def _operand(part: Part, names: Mapping[tuple[int, int], str]) -> Given | Used | Step | Choice:
    if isinstance(part, Selected):
        return Choice(part.of, part.taken, _operands(part.parts, names))
    if not isinstance(part, Taken):
        return part
    name = names.get(_identity(part))
    if name is not None:
        return Used(name)
    measure = part.measure
    return Step(measure.label, part.value, measure.unit, measure.formula, _operands(part.parts, names))
