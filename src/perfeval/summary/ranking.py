"""The departments in the order of their scores."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from perfeval.quantity import DECIMALS, Unit, rate, rounded, total
from perfeval.summary.entry import Entry, Reported
from perfeval.summary.scales import titles


@dataclass(frozen=True, slots=True)
class Ranked:
    """A department in its place; ``rank`` is None without a score, ``share`` its part of all budgets in percent.

    ``standard`` is what its scoring standard is called among those of the others.
    """

    rank: int | None
    name: str
    file: str
    reported: Reported
    standard: str
    share: Decimal | None


def ranked(entries: Iterable[Entry]) -> tuple[Ranked, ...]:
    """Those that have figures, best first; equal scores share a rank, departments without one stand last as they came.

    Scores are compared as they are printed and graded, at two decimals.
    """
    usable = [(entry, entry.reported) for entry in entries if entry.reported is not None]
    scored = sorted((one for one in usable if one[1].score is not None), key=lambda one: _printed(one[1]), reverse=True)
    ranks: dict[Decimal, int] = {}
    for place, (_, reported) in enumerate(scored, 1):
        ranks.setdefault(_printed(reported), place)
    whole = total(one.budget for _, one in usable if one.budget is not None)
    called = titles(reported.scale for _, reported in usable)
    return tuple(
        Ranked(
            None if reported.score is None else ranks[_printed(reported)],
            entry.name or entry.file,
            entry.file,
            reported,
            called[reported.scale],
            rate(reported.budget, whole),
        )
        for entry, reported in (*scored, *(one for one in usable if one[1].score is None))
    )


def _printed(reported: Reported) -> Decimal:
    assert reported.score is not None
    return rounded(reported.score, DECIMALS[Unit.SCORE])
