"""Days: the dates that a text says, as far as it says them."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

_DAY = re.compile(
    r"(?<![0-9年.])(?:(?P<year>20[0-9]{2})\s*年\s*)?(?P<month>[0-9]{1,3})\s*月"
    r"(?:\s*(?P<day>[0-9]{1,3})\s*(?:日|号(?![楼线院文])))?"
)
_LEAP_YEAR = 2000
"""A day without a year may be 29 February."""


@dataclass(frozen=True, slots=True)
class SaidDay:
    """``text[start:end]``, a date of which the year or the day may be left out; there need not be such a day."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None

    @property
    def exists(self) -> bool:
        """Whether the calendar has it; a mere month (24月) may be something else."""
        if self.year is None and self.day is None:
            return True
        try:
            dt.date(self.year or _LEAP_YEAR, self.month, 1 if self.day is None else self.day)
        except ValueError:
            return False
        return True

    def is_(self, day: dt.date) -> bool:
        """Whether it can be this day."""
        return self.year in {None, day.year} and self.month == day.month and self.day in {None, day.day}

    def is_of_another_year(self, day: dt.date) -> bool:
        """Whether it is this day but for its year."""
        return (self.month, self.day) == (day.month, day.day) and self.year not in {None, day.year}


def days_in(words: str) -> Iterator[SaidDay]:
    """Every date in a text; those of an impossible year are left to whoever reads years."""
    for found in _DAY.finditer(words):
        year, month, day = (None if found[part] is None else int(found[part]) for part in ("year", "month", "day"))
        assert month is not None
        yield SaidDay(*found.span(), year, month, day)
