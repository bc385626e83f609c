"""What may listen to a calculation: a tape notes which measures, figures and choices every figure comes from."""

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from perfeval.figures.figure import Measure

S = TypeVar("S")
T = TypeVar("T")
V = TypeVar("V", bound="Decimal | str | None")


class Tape(Protocol):
    """Does what it is told of, and remembers it."""

    def measured(self, measure: "Measure[S, V]", subject: S) -> V:
        """A measure is taken of a subject."""

    def chosen(self, rows: Sequence[T], test: Callable[[T], bool]) -> tuple[T, ...]:
        """The rows that pass a test are chosen."""

    def looked_up(self, name: str) -> None:
        """The value of a figure is asked for."""


TAPE: ContextVar[Tape | None] = ContextVar("TAPE", default=None)
"""Who listens: nobody in an ordinary run."""


def chosen(rows: Sequence[T], test: Callable[[T], bool]) -> tuple[T, ...]:
    """The rows that pass a test. What the test reads decides which rows count, and is no part of their sum."""
    tape = TAPE.get()
    return tuple(filter(test, rows)) if tape is None else tape.chosen(rows, test)
