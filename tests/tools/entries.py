"""Entries of a summary, as small as a test wants them."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from perfeval.diagnostic import Severity
from perfeval.model import Level
from perfeval.summary.entry import Counted, Entry, Reported, Scale

SCALE = Scale(
    "甲标准",
    (("优", Decimal(90)), ("良", Decimal(80)), ("中", Decimal(60)), ("差", Decimal(0))),
    low_execution=Decimal(60),
    high_score=Decimal(75),
)
OTHER_SCALE = Scale("乙标准", (("好", Decimal(60)), ("差", Decimal(0))), Decimal(50), Decimal(70))
NAMESAKE = replace(OTHER_SCALE, title=SCALE.title)
"""Of the same title with other grades."""

WARNED = Counted("K801", Severity.WARNING, 1, 2)
WRONG = Counted("K301", Severity.ERROR, 3, 0)


def number(value: str | int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def reported(score: str | int | None = 90, **more: Any) -> Reported:
    """The figures of a department in order; what is given as text or number stands for its Decimal."""
    given: dict[str, Any] = {
        "level": Level.DISTRICT, "year": 2025, "scale": SCALE, "score": score, "grade": "优",
        "budget": 100, "received": 100, "executed": 90, "balance": 10, "execution_rate": 90, "projects": 4, **more,
    }  # fmt: skip
    plain = ("level", "year", "scale", "grade")
    figures: dict[str, Any] = {key: value if key in plain else number(value) for key, value in given.items()}
    return Reported(**figures)


def entry(name: str, score: str | int | None = 90, *, counted: tuple[Counted, ...] = (), **more: Any) -> Entry:
    """A department in order, in a file of its name."""
    return Entry(more.pop("file", f"{name}.yaml"), name, reported(score, **more), counted)


def refused(name: str | None, file: str = "") -> Entry:
    """A department whose errors keep it out."""
    return Entry(file or f"{name}.yaml", name, None, (WRONG,))
