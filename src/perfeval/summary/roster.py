"""Who was to report and who did: names held against a list, names that come twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

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
    """A department from which there is more than one file."""

    name: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attendance:
    """The list against what came: who is ``missing``, and who is there without being on it (``surplus``)."""

    missing: tuple[Missing, ...]
    surplus: tuple[str, ...]


def attendance(roster: Sequence[str], entries: Iterable[Entry]) -> Attendance:
    """Both in their own order; a file with errors has come, too."""
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
    files: dict[str, list[str]] = {}
    for entry in entries:
        if entry.name is not None:
            files.setdefault(entry.name, []).append(entry.file)
    return tuple(Repeated(name, tuple(of_one)) for name, of_one in files.items() if len(of_one) > 1)
