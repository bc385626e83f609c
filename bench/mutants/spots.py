"""Where the numbers, dates and words of choice of a report's file stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import accumulate

from perfeval.diagnostic import Pointer
from perfeval.load import Source
from perfeval.model import FundSource, Level, Mark, MissingScore, UnitKind

CHOICES: Mapping[str, tuple[str, ...]] = {
    "source": tuple(FundSource), "level": tuple(Level), "kind": tuple(UnitKind), "missing_score": tuple(MissingScore),
}  # fmt: skip
"""The words of choice, by their key."""
FIXED = frozenset(("layout", "standard", "figure"))
"""Names of files and figures: what they say is no value of the report."""

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DATE = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
NUMBER_IN_WORDS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
TAG = re.compile(r"\{\{.*?\}\}", re.DOTALL)


class Sort(StrEnum):
    """What stands there."""

    NUMBER = "number"
    DATE = "date"
    WORD = "word"
    IN_WORDS = "number in words"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file's text, and what is written there; ``choices`` are the words that a word may be."""

    pointer: Pointer
    sort: Sort
    start: int
    end: int
    written: str
    choices: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The pointer without the numbers of rows: ``projects.*.budget``; the figures of ``expect`` are of one kind."""
        if self.pointer[0] == "expect":
            return "expect"
        return ".".join("*" if isinstance(step, int) else step for step in self.pointer)


def spots(source: Source, grades: tuple[str, ...]) -> Iterator[Spot]:
    """Every spot of a file that was read, in its order; ``grades`` are the words for grades."""
    starts = [0, *accumulate(map(len, source.text.splitlines(keepends=True)))]
    for pointer, span in source.values.items():
        value, start = source.value(pointer) if pointer else None, starts[span.row] + span.column
        key = str(pointer[-1]) if pointer else ""
        if isinstance(value, Decimal):
            written = _NUMBER.match(source.text, start)
            assert written is not None
            yield Spot(pointer, Sort.NUMBER, start, written.end(), written[0])
        elif not isinstance(value, str) or key in FIXED:
            continue
        elif choices := _choices(value, key, grades):
            yield Spot(pointer, Sort.WORD, start, start + len(value), value, choices)
        elif _DATE.fullmatch(value):
            yield Spot(pointer, Sort.DATE, start, start + len(value), value)
        else:
            yield from _in_words(source, pointer, value, starts, grades)


def _choices(value: str, key: str, grades: tuple[str, ...]) -> tuple[str, ...]:
    if value in tuple(Mark):
        return tuple(Mark)
    if value in CHOICES.get(key, ()):
        return CHOICES[key]
    return grades if value in grades and key.endswith("grade") else ()


def _in_words(
    source: Source, pointer: Pointer, value: str, starts: list[int], grades: tuple[str, ...]
) -> Iterator[Spot]:
    """The numbers in a text, but not those in the names of figures; and the grades in quotation marks."""
    blanked = TAG.sub(lambda tag: "　" * len(tag[0]), value)
    graded = re.compile(rf"{NUMBER_IN_WORDS.pattern}|(?<=“)(?:{'|'.join(grades)})(?=”)")
    for found in graded.finditer(blanked):
        place = source.location(pointer, offset=found.start()).place
        start = starts[place.line - 1] + place.column - 1
        start = source.text.find(found[0], start, start + len(found[0]) + 1)  # a quoted text begins with its quote
        if start >= 0:  # folded text has no places
            is_word = found[0] in grades
            sort, choices = (Sort.WORD, grades) if is_word else (Sort.IN_WORDS, ())
            yield Spot(pointer, sort, start, start + len(found[0]), found[0], choices)
