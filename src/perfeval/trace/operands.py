"""What a figure comes from: given values, other figures, steps between, and choices of rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from perfeval.diagnostic import Pointer, Text
from perfeval.quantity import Unit


@dataclass(frozen=True, slots=True)
class Given:
    """A value that was read from the report; None where the department left it out. Of a list, how many it has."""

    pointer: Pointer
    value: object


@dataclass(frozen=True, slots=True)
class Used:
    """Another figure, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Step:
    """A result on the way that bears no name of its own, such as a sum over only those rows that can be compared."""

    label: Text
    value: Decimal | str | None
    unit: Unit
    formula: Text
    operands: "Operands"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of so many rows count, by their pointers, and what that was decided by."""

    of: int
    taken: tuple[Pointer, ...]
    operands: "Operands"


Operand: TypeAlias = Given | Used | Step | Choice
Operands: TypeAlias = tuple[Operand, ...]


def flat(operands: Operands) -> Iterator[Given | Used]:
    """The values and figures themselves, those of steps and choices among them."""
    yield from counted(operands)
    yield from deciding(operands)


def counted(operands: Operands) -> Iterator[Given | Used]:
    """The values and figures that are reckoned with, those of steps among them."""
    for operand in operands:
        if isinstance(operand, Step):
            yield from counted(operand.operands)
        elif not isinstance(operand, Choice):
            yield operand


def deciding(operands: Operands) -> Iterator[Given | Used]:
    """The values and figures that decide which rows count."""
    for operand in operands:
        if isinstance(operand, Step):
            yield from deciding(operand.operands)
        elif isinstance(operand, Choice):
            yield from flat(operand.operands)
