"""The mistakes that are made in typing and copying, each as edits of the text at one spot."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from mutants.spots import Sort, Spot

DIRECTIONS = {"增加": "减少", "减少": "增加", "增幅": "降幅", "降幅": "增幅"}
LATER = dt.timedelta(days=40)
_UNIT = re.compile(r"万元?|[%％分年月日个人号条项名]")
_MEASURED = ("万元", "%", "％", "分")


@dataclass(frozen=True, slots=True)
class Edit:
    """What is written in place of ``text[start:end]``."""

    start: int
    end: int
    instead: str


@dataclass(frozen=True, slots=True)
class Mutant:
    """One alteration at one spot; two edits where two values change places."""

    spot: Spot
    alteration: str
    edits: tuple[Edit, ...]

    def applied(self, text: str) -> str:
        """The altered text."""
        for edit in sorted(self.edits, key=lambda edit: -edit.start):
            text = text[: edit.start] + edit.instead + text[edit.end :]
        return text


def last_digit(written: str) -> str | None:
    """One up; a nine goes one down, so that nothing is carried."""
    digit = int(written[-1])
    return written[:-1] + str(digit - 1 if digit == 9 else digit + 1)  # noqa: PLR2004 (the last digit there is)


def times_ten(written: str) -> str | None:
    """The point a place to the right."""
    whole, _, fraction = written.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    moved = (whole + (fraction[:1] or "0")).lstrip("0") or "0"
    return sign + moved + (f".{fraction[1:]}" if len(fraction) > 1 else "")


def swapped_digits(written: str) -> str | None:
    """The first two neighbouring digits that differ, unless a zero would lead the number."""
    first = next(index for index, sign in enumerate(written) if sign.isdigit())
    for place, (one, other) in enumerate(pairwise(written)):
        if one.isdigit() and other.isdigit() and one != other and (place, other) != (first, "0"):
            return written[:place] + other + one + written[place + 2 :]
    return None


def sign(written: str) -> str | None:
    """Less for more."""
    return written[1:] if written.startswith("-") else f"-{written}"


def year_before(written: str) -> str | None:
    return f"{int(written[:4]) - 1}{written[4:]}"


def forty_days_later(written: str) -> str | None:
    return (dt.date.fromisoformat(written) + LATER).isoformat()


ONE_SPOT: Mapping[Sort, Mapping[str, Callable[[str], str | None]]] = {
    Sort.NUMBER: {"last digit": last_digit, "× 10": times_ten, "digits swapped": swapped_digits, "sign": sign},
    Sort.IN_WORDS: {"last digit": last_digit, "× 10": times_ten, "digits swapped": swapped_digits},
    Sort.DATE: {"year − 1": year_before, "day + 40": forty_days_later},
    Sort.WORD: {},
}


def mutants(spots: Sequence[Spot], text: str) -> Iterator[Mutant]:
    """Every mutant that says something else than the file did."""
    for index, spot in enumerate(spots):
        for mutant in _of_spot(spot, spots[index + 1 :], text):
            if any(_differs(text[edit.start : edit.end], edit.instead) for edit in mutant.edits):
                yield mutant


def _of_spot(spot: Spot, later: Sequence[Spot], text: str) -> Iterator[Mutant]:
    for name, alter in ONE_SPOT[spot.sort].items():
        instead = alter(spot.written)
        if instead is not None:
            yield Mutant(spot, name, (Edit(spot.start, spot.end, instead),))
    if spot.sort is Sort.WORD:
        following = spot.choices[(spot.choices.index(spot.written) + 1) % len(spot.choices)]
        yield Mutant(spot, "next word", (Edit(spot.start, spot.end, following),))
        return
    if spot.sort is Sort.IN_WORDS:
        yield from _turned(spot, text)
    neighbour = next(_neighbours(spot, later, text), None)
    if neighbour is not None:
        taken = Edit(spot.start, spot.end, neighbour.written)
        given = Edit(neighbour.start, neighbour.end, spot.written)
        swap = spot.sort is Sort.DATE
        yield Mutant(spot, "swapped with next" if swap else "neighbour's value", (taken, given) if swap else (taken,))


def _turned(spot: Spot, text: str) -> Iterator[Mutant]:
    """The sign of a number in words is the word before it; where there is none, a measured number gets a sign."""
    start = spot.start - 2
    if (word := text[start : spot.start]) in DIRECTIONS:
        yield Mutant(spot, "sign", (Edit(start, spot.start, DIRECTIONS[word]),))
    elif text.startswith(_MEASURED, spot.end):
        yield Mutant(spot, "sign", (Edit(spot.start, spot.end, f"-{spot.written}"),))


def _neighbours(spot: Spot, later: Iterable[Spot], text: str) -> Iterator[Spot]:
    """What follows and may be taken for it: the next row's, the same key's elsewhere, or in a text the same unit's."""
    alike = [other for other in later if other.sort is spot.sort]
    if spot.sort is Sort.DATE:
        yield from alike
    elif spot.sort is Sort.IN_WORDS:
        unit = unit_after(text, spot.end)
        yield from (other for other in alike if other.pointer == spot.pointer and unit_after(text, other.end) == unit)
    else:
        yield from (other for other in alike if other.kind == spot.kind)
        yield from (other for other in alike if other.pointer[-1] == spot.pointer[-1])


def unit_after(text: str, end: int) -> str:
    """The unit that follows a number; none where no unit does."""
    found = _UNIT.match(text, end)
    return "" if found is None else found[0]


def _differs(old: str, new: str) -> bool:
    try:
        return Decimal(old) != Decimal(new)
    except ArithmeticError:
        return old != new
