"""Who was to report and who did: names held against a list, names that come twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum

from perfeval.summary.entry import Entry

LIKENESS = 0.85
"""A slip of the pen; two offices of one district have most characters in common, too."""
MOST_COMPARED = 100_000
"""Pairs of names; a list that fits so few is another list, not one with slips of the pen."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A department of the list from which there is no report; ``near`` is a name not on the list that may be its."""

    name: str
    near: str | None


@dataclass(frozen=True, slots=True)
class Repeated:
    """A department from which there is more than one file; ``used`` of them have no errors, and all of these count."""

    name: str
    files: tuple[str, ...]
    used: int


@dataclass(frozen=True, slots=True)
class Attendance:
    """The list against what came: who is ``missing``, and who is there without being on it (``surplus``)."""

    missing: tuple[Missing, ...]
    surplus: tuple[str, ...]


class Unchecked(Enum):
    """Why nobody is known to be missing, as documents say it."""

    NO_ROSTER = "没有提供应报部门名单，未核对缺报情况"
    SELECTION = "本次只汇总指定的文件，没有与应报部门名单核对"


def attendance(roster: Sequence[str], entries: Iterable[Entry], *, is_selection: bool) -> Attendance | Unchecked:
    """Both in their own order; a file with errors has come, too. Of a selection most would seem to be missing."""
    if not roster:
        return Unchecked.NO_ROSTER
    if is_selection:
        return Unchecked.SELECTION
    listed = dict.fromkeys(name.strip() for name in roster)
    seen = dict.fromkeys(entry.name for entry in entries if entry.name is not None)
    surplus = tuple(name for name in seen if name not in listed)
    absent = [name for name in listed if name not in seen]
    candidates = surplus if len(absent) * len(surplus) <= MOST_COMPARED else ()
    return Attendance(tuple(Missing(name, _near(name, candidates)) for name in absent), surplus)


def _near(name: str, candidates: Sequence[str]) -> str | None:
    return next(iter(get_close_matches(name, candidates, 1, LIKENESS)), None)


def repeated(entries: Iterable[Entry]) -> tuple[Repeated, ...]:
    """The departments that more than one file names."""
    by_name: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.name is not None:
            by_name.setdefault(entry.name, []).append(entry)
    return tuple(
        Repeated(name, tuple(one.file for one in of_one), sum(one.reported is not None for one in of_one))
        for name, of_one in by_name.items()
        if len(of_one) > 1
    )
