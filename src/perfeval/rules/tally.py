"""Tallies: a number had in two ways, and how far rounding alone can put the two apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from perfeval.diagnostic import Pointer, Text
from perfeval.quantity import EXACT, decimals_of

FEN = 6
"""Decimals of 万元 that make 0.01 元: amounts so fine are exact."""

PRINTED = 2
"""Decimals that amounts of 万元 are printed with; fewer mean that the rest are zeros, not that it was rounded away."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What is called ``name``, as given and as ``others`` make it; ``tail`` is the gap that rounding explains.

    ``at_key`` points to the key instead of its value.
    """

    pointer: Pointer
    name: Text
    others: Text
    given: Decimal
    derived: Decimal
    tail: Decimal
    at_key: bool = False

    @property
    def gap(self) -> Decimal:
        """How far apart the two are, never below zero."""
        return abs(EXACT.subtract(self.given, self.derived))

    @property
    def is_wrong(self) -> bool:
        """Whether rounding does not explain the gap."""
        return self.gap > self.tail

    @property
    def is_rounded(self) -> bool:
        """Whether there is a gap that rounding explains."""
        return 0 < self.gap <= self.tail


def tail(parts: Sequence[Decimal]) -> Decimal:
    """How far rounding alone can put these numbers' sum off: half of the last digit printed, for each of them."""
    decimals = max((PRINTED, *map(decimals_of, parts)))
    return Decimal(0) if decimals >= FEN else Decimal(len(parts)).scaleb(-decimals) / 2
