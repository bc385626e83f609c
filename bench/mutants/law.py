"""What a law is: a relation that holds in a sound report. It tells where it is broken; an absent value breaks none."""

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import pairwise

from perfeval.figures import Facts

Broken = tuple[str, object]
"""The law's name, and where in the report it is broken."""

Law = Callable[[Facts], Iterable[Broken]]


def numbers_of(*values: object) -> tuple[Decimal, ...] | None:
    """The values, if all of them are numbers."""
    numbers = [value for value in values if isinstance(value, Decimal)]
    return tuple(numbers) if len(numbers) == len(values) else None


def rising(*values: object) -> bool:
    """Whether those that are given stand in order."""
    given = [value for value in values if isinstance(value, Decimal | dt.date)]
    return all(one <= other for one, other in pairwise(given))  # type: ignore[operator]  # of one kind in each call
