"""Who else in a file knows what stands at a spot, and so contradicts an alteration of it; the rules are not asked."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from functools import cache

from mutants.alterations import Mutant, unit_after
from mutants.law import Broken
from mutants.laws import broken
from mutants.spots import NUMBER_IN_WORDS, Sort, Spot
from mutants.subjects import Subject, facts_of
from perfeval.diagnostic import Pointer
from perfeval.figures import Facts
from perfeval.model import Prose
from perfeval.model.units import unit_of
from perfeval.quantity import Unit, decimals_of, rounded

YEAR = "年"
UNITS = {"万元": "万元", "万": "万元", "%": "%", "％": "%", "分": "分"}
"""The units of measured numbers as texts write them: what is merely counted (个, 人) may be equal by chance."""
NOT_A_WITNESS = frozenset(("score",))
"""A criterion says what the weight is; what was scored may be equal to any number in it."""


class Witness(StrEnum):
    """See the package's words."""

    EXPECT = "expect"
    CONTRACT = "contract"
    LAW = "law"
    TEXT = "text"
    DATA = "data"


def witness(subject: Subject, mutant: Mutant) -> Witness | None:
    """The first witness there is of what the mutant alters."""
    if subject.typed_out:
        return Witness.DATA if subject.holds_data(mutant.spot) else None
    return _repeating(subject, mutant.spot) or _contradicting(subject, mutant)


def _repeating(subject: Subject, spot: Spot) -> Witness | None:
    """What says the same in other words."""
    if spot.pointer[0] == "expect":
        return Witness.EXPECT
    if spot.sort is Sort.IN_WORDS and _says_the_year(subject, spot):
        return Witness.DATA
    return Witness.TEXT if _year_is_said(subject, spot) or _printed_beside(subject, spot) else None


def _contradicting(subject: Subject, mutant: Mutant) -> Witness | None:
    """What does not go with the altered value."""
    facts = facts_of(mutant.applied(subject.text))
    if facts is None:
        return Witness.CONTRACT
    if any(_contradicted(facts)):
        return Witness.EXPECT
    return Witness.LAW if broken(facts) - _broken_unaltered(subject) else None


@cache
def _broken_unaltered(subject: Subject) -> frozenset[Broken]:
    return broken(subject.facts)


def _contradicted(facts: Facts) -> Iterator[bool]:
    """For every figure that is expected, whether it would be printed otherwise; the unaltered file has none such."""
    for name, expected in (facts.report.expect or {}).items():
        value = facts.figures[name].value if name in facts.figures else None
        if isinstance(value, Decimal) and isinstance(expected, Decimal):
            yield rounded(value, decimals_of(expected)) != expected
        else:
            yield value != expected


def _says_the_year(subject: Subject, spot: Spot) -> bool:
    """Whether it is the report's year in prose; names and numbers of documents have years of their own."""
    said = spot.written == str(subject.facts.report.year) and unit_after(subject.text, spot.end) == YEAR
    return said and isinstance(dict(subject.facts.given)[spot.pointer], Prose)


def _year_is_said(subject: Subject, spot: Spot) -> bool:
    """Whether it is the report's year, and prose says it."""
    said = f"{spot.written}{YEAR}"
    return spot.pointer == ("year",) and any(
        isinstance(text, Prose) and said in text for _, text in subject.facts.given
    )


def _printed_beside(subject: Subject, spot: Spot) -> bool:
    """Whether the number stands beside it in the same record in the same unit, one of the two in words."""
    measured = _unit(subject, spot)
    if measured is None:
        return False
    number, in_words = Decimal(spot.written), spot.sort is Sort.IN_WORDS
    record = spot.pointer[:-1]
    for pointer, value in _record(subject, record):
        if pointer != spot.pointer and pointer[-1] not in NOT_A_WITNESS:
            if isinstance(value, str) and (number, measured) in _measured(value):
                return True
            if in_words and isinstance(value, Decimal) and (value, measured) == (number, unit_of(pointer)):
                return True
    return False


def _record(subject: Subject, record: Pointer) -> Iterator[tuple[Pointer, object]]:
    """The values that stand beside each other; at the root there is no such thing."""
    for pointer, value in subject.facts.given if record else ():
        if pointer[:-1] == record:
            yield pointer, value


def _unit(subject: Subject, spot: Spot) -> str | None:
    if spot.sort is Sort.IN_WORDS:
        return UNITS.get(unit_after(subject.text, spot.end))
    unit = unit_of(spot.pointer) if spot.sort is Sort.NUMBER and spot.pointer[-1] not in NOT_A_WITNESS else None
    return unit.value if unit in {Unit.MONEY, Unit.PERCENT, Unit.SCORE} else None


def _measured(text: str) -> set[tuple[Decimal, str]]:
    """The numbers in a text with their units."""
    return {
        (Decimal(found[0]), UNITS[unit])
        for found in NUMBER_IN_WORDS.finditer(text)
        if (unit := unit_after(text, found.end())) in UNITS
    }
