"""The arithmetic of a figure: the numbers it is made of with their sign, given only where it yields the value."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from perfeval.figures import Figure
from perfeval.quantity import EXACT, difference, rate, total
from perfeval.trace import Trace
from perfeval.trace.operands import Choice, Operand, Used

Pair = Callable[[Decimal, Decimal], Decimal | None]


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """``numbers`` with ``sign`` between them (+, −, ÷), as a percentage or not; one number by itself is the value."""

    numbers: tuple[Decimal, ...]
    sign: str
    percentage: bool = False


def _quotient(dividend: Decimal, divisor: Decimal) -> Decimal | None:
    return None if divisor == 0 else EXACT.divide(dividend, divisor)


PAIRS: tuple[tuple[str, bool, Pair], ...] = (("÷", True, rate), ("÷", False, _quotient), ("−", False, difference))
"""Sign, whether a percentage, and what two numbers give; the first that a formula has is its last operation."""

SUM = ("Σ", "+", "和")
"""Signs and words of formulas that add up."""


def arithmetic_of(trace: Trace, figure: Figure) -> Arithmetic | None:
    """How the operands give the figure by its formula; None where it is no sum, difference or quotient of them."""
    worth = [_worth(trace, operand) for operand in trace.operands[figure.name]]
    numbers = tuple(number for number in worth if isinstance(number, Decimal))
    if not isinstance(figure.value, Decimal) or not numbers:
        return None
    if len(numbers) == 1 and numbers[0] == figure.value:
        return Arithmetic(numbers, "")
    if len(numbers) == 2:  # noqa: PLR2004
        for sign, percentage, pair in PAIRS:
            if sign in figure.formula.zh and pair(*numbers) == figure.value:
                return Arithmetic(numbers, sign, percentage)
    adds = any(sign in figure.formula.zh for sign in SUM)
    return Arithmetic(numbers, "+") if adds and total(numbers) == figure.value else None


def _worth(trace: Trace, operand: Operand) -> object:
    """What an operand is worth: a Decimal; words, a mark or None where it is no number. A choice is worth nothing."""
    if isinstance(operand, Used):
        figures = trace.facts.figures
        return figures[operand.name].value if operand.name in figures else None
    if isinstance(operand, Choice):
        return None
    return Decimal(operand.value) if isinstance(operand.value, int) else operand.value
