"""What a derived figure is: a measure (label, unit, formula, source of the rule) taken of a subject."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar

from perfeval.diagnostic import Pointer, Text
from perfeval.figures.tape import TAPE
from perfeval.model import Amount, Mark, Report
from perfeval.quantity import Unit, total
from perfeval.standards.standard import Standard
from perfeval.tree import Given

S_contra = TypeVar("S_contra", contravariant=True)
V_co = TypeVar("V_co", bound=Decimal | str | None, covariant=True)
S = TypeVar("S")
V = TypeVar("V", bound=Decimal | str | None)


_NOTHING = Text("", "")


class Figure(NamedTuple):
    """A derived figure. ``value`` is unrounded, None where there is no result (division by zero, no data).

    ``pointer`` is the record of the YAML file that the figure describes, None for a set of records. ``subject`` and
    ``measured`` are the two parts of its label, put together when somebody asks.
    """

    name: str
    subject: Text
    value: Decimal | str | None
    unit: Unit
    formula: Text
    source: str
    pointer: Pointer | None
    measured: Text = _NOTHING

    @property
    def label(self) -> Text:
        """What it is called: its subject, and what is measured of it."""
        subject, measured = self.subject, self.measured
        return Text(f"{subject.zh}{measured.zh}", f"{subject.en} {measured.en}".strip())


Figures = Mapping[str, Figure]


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What is known of a report: what was given, the scoring standard, and the figures that follow.

    A chapter of the calculator sees the figures of the chapters before it, everyone later sees them all. ``given`` is
    every value that the report gives, walked once for all who look through them.
    """

    report: Report
    standard: Standard
    figures: Figures
    given: Given

    def value(self, name: str) -> Decimal | str | None:
        """The value of the figure of that name; None where there is no such figure as well."""
        if (tape := TAPE.get()) is not None:
            tape.looked_up(name)
        named = self.figures.get(name)
        return None if named is None else named.value


@dataclass(frozen=True, slots=True)
class Scope(Generic[S]):
    """A subject to be measured, and how its figures are named."""

    prefix: str
    label: Text
    subject: S
    pointer: Pointer | None = None


@dataclass(frozen=True, slots=True)
class Measure(Generic[S_contra, V_co]):
    """How one figure is derived; called on a subject it gives the value."""

    key: str
    label: Text
    unit: Unit
    formula: Text
    source: str
    compute: Callable[[S_contra], V_co]

    def __call__(self, subject: S_contra) -> V_co:
        tape = TAPE.get()
        return self.compute(subject) if tape is None else tape.measured(self, subject)


def figure(
    key: str, label: Text, unit: Unit, formula: Text, source: str = ""
) -> Callable[[Callable[[S], V]], Measure[S, V]]:
    """Make a function of a subject into a measure; ``source`` names the regulation behind the formula."""

    def measure(compute: Callable[[S], V]) -> Measure[S, V]:
        return Measure(key, label, unit, formula, source, compute)

    return measure


def taken(measures: Iterable[Measure[S, Decimal | str | None]], scope: Scope[S]) -> Iterator[Figure]:
    """The figures that the measures give for one scope."""
    prefix, label, subject, pointer = scope.prefix, scope.label, scope.subject, scope.pointer
    tape = TAPE.get()
    for m in measures:
        value = m.compute(subject) if tape is None else tape.measured(m, subject)
        yield Figure(f"{prefix}.{m.key}", label, value, m.unit, m.formula, m.source, pointer, m.label)


def known(value: Amount | None) -> Decimal | None:
    """The number, where there is one: a mark (— or 无) counts for nothing in arithmetic."""
    return value if isinstance(value, Decimal) else None


def sum_of(values: Iterable[Amount | None]) -> Decimal | None:
    """The total of amounts: 无 adds nothing, — is passed over; one absent value leaves no total, nor does — alone."""
    listed = list(values)
    numbers = [value for value in listed if value is None or isinstance(value, Decimal)]
    if listed and not numbers and Mark.NONE not in listed:
        return None
    return total(numbers)
