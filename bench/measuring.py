"""How every part of the bench takes its times and prints them.

Medians of interleaved rounds, so that a machine's drift hits all sides alike; ratios are what to quote.
"""

import gc
import statistics
import time
from collections.abc import Callable
from typing import TypeAlias

ROUNDS = 31

Side: TypeAlias = Callable[[], float]
"""Does its work once and tells the milliseconds it took."""


def timed(run: Callable[[], object]) -> Side:
    """What runs in this process, by its own clock."""

    def side() -> float:
        gc.collect()  # what one side leaves behind is not the other's to clear away
        start = time.perf_counter()
        run()
        return (time.perf_counter() - start) * 1000

    return side


def medians(*sides: Side, rounds: int = ROUNDS, warm_up: int = 1) -> list[float]:
    """The median of each, every side once in a round; the rounds of the warm-up are not counted."""
    for _ in range(warm_up):
        for side in sides:
            side()
    taken = [[side() for side in sides] for _ in range(rounds)]
    return [statistics.median(times) for times in zip(*taken, strict=True)]


def row(name: str, taken: float, more: str = "") -> None:
    print(f"{name:44s} {taken:9.2f} ms{more}")
