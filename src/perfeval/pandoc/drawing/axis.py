"""The axis of a chart's values: round numbers from at most zero to at least zero."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

STEPS = 5
ROUND = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Axis:
    """The values at its two ends, and the step from one mark to the next."""

    low: Decimal
    high: Decimal
    step: Decimal

    @classmethod
    def over(cls, values: list[Decimal]) -> "Axis":
        """One on which all values have a place."""
        low, high = min([Decimal(), *values]), max([Decimal(), *values])
        rough = (high - low) / STEPS or Decimal(1)
        power = Decimal(10) ** rough.adjusted()
        step = next(size * power for size in ROUND if size * power >= rough)
        if all(value == value.to_integral_value() for value in values):
            step = max(step, Decimal(1))  # of things that are counted there is no half
        below = (low / step).to_integral_value(ROUND_FLOOR)
        above = (high / step).to_integral_value(ROUND_CEILING) or Decimal(1 if not below else 0)
        return cls(below * step, above * step, step)

    @property
    def marks(self) -> list[Decimal]:
        """The values at its marks."""
        return [self.low + self.step * number for number in range(int((self.high - self.low) / self.step) + 1)]

    def share(self, value: Decimal) -> float:
        """How far up a value is, from 0 to 1: geometry alone may be inexact."""
        return float((value - self.low) / (self.high - self.low))


def printed(mark: Decimal) -> str:
    """A mark in digits, without zeros that say nothing."""
    return f"{mark.normalize():f}"
