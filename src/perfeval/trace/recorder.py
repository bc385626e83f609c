"""The tape that a calculation is replayed on: it writes down, in order, what every measure is made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeVar

from perfeval.diagnostic import Pointer
from perfeval.figures.figure import Measure
from perfeval.trace.operands import Given, Used
from perfeval.trace.watched import Chosen, pointer_of

S = TypeVar("S")
T = TypeVar("T")
V = TypeVar("V", bound=Decimal | str | None)


@dataclass(slots=True, eq=False)
class Taken:
    """One taking of a measure, with what it read and used."""

    measure: Measure[Any, Any]
    subject: object
    value: Decimal | str | None = None
    parts: "dict[Part, None]" = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Selected:
    """One choice of rows, with what the test read and used."""

    of: int = 0
    taken: tuple[Pointer, ...] = ()
    parts: "dict[Part, None]" = field(default_factory=dict)


Part = Taken | Selected | Given | Used


class Recorder:
    """Keeps the measures taken for themselves in ``figures``, one after another, each over all that is below it."""

    def __init__(self) -> None:
        self.figures: list[Taken] = []
        self._open: list[Taken | Selected] = []

    def measured(self, measure: Measure[S, V], subject: S) -> V:
        """Take a measure; inside another one it is a part of that."""
        entry = Taken(measure, subject)
        if self._open:
            self._note(entry)
        else:
            self.figures.append(entry)
        self._open.append(entry)
        value = measure.compute(subject)
        self._open.pop()
        entry.value = value
        return value

    def chosen(self, rows: Sequence[T], test: Callable[[T], bool]) -> tuple[T, ...]:
        """Choose rows; the choice becomes a part of whatever goes through them or counts them."""
        entry = Selected()
        self._open.append(entry)
        among = list(iter(rows))
        found = Chosen(filter(test, among))
        self._open.pop()
        entry.of = len(among)
        entry.taken = tuple(map(pointer_of, tuple.__iter__(found)))
        found.told = lambda: self._note(entry)
        return found

    def looked_up(self, name: str) -> None:
        """A figure is used by its name."""
        self._note(Used(name))

    def read(self, pointer: Pointer, value: object) -> None:
        """A given value is read."""
        self._note(Given(pointer, value))

    def _note(self, part: Part) -> None:
        """Once in every measure, and only inside one: the chapters read names for labels, too."""
        if self._open:
            self._open[-1].parts[part] = None
