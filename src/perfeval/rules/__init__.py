"""The rules: what must agree in a report, a folder for each family. To add one, name it in its module's ``RULES``."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from perfeval.diagnostic import Diagnostic, Finding
from perfeval.figures import Facts
from perfeval.load import Source
from perfeval.rules import amounts, comparisons, dates, execution, indicators, prose, scores, stated
from perfeval.rules.rule import AnyAcrossRule, Rule
from perfeval.rules.selection import ALL, FAMILIES, Selection, misnamed_off

RULES: tuple[Rule, ...] = (
    *indicators.RULES,
    *scores.RULES,
    *amounts.RULES,
    *comparisons.RULES,
    *stated.RULES,
    *prose.RULES,
    *dates.RULES,
    *execution.RULES,
)
"""By family, in the order of their codes."""

ACROSS: tuple[AnyAcrossRule, ...] = prose.ACROSS
"""What is compared between the reports of a run."""

AnyRule = Rule | AnyAcrossRule

EVERY: tuple[AnyRule, ...] = (*RULES, *ACROSS)
CODES = tuple(rule.kind.code for rule in EVERY)

R = TypeVar("R", Rule, AnyAcrossRule)


def asked(facts: Facts, selection: Selection = ALL) -> tuple[Rule, ...]:
    """The rules of a selection, without those that do not hold where the report is written."""
    return _asked(RULES, facts, selection)


def _asked(rules: Iterable[R], facts: Facts, selection: Selection) -> tuple[R, ...]:
    off = facts.standard.checks.off
    return tuple(rule for rule in rules if selection.takes(rule) and rule.kind.code not in off)


def check(facts: Facts, selection: Selection = ALL) -> tuple[Diagnostic, ...]:
    """Every violation of the rules asked, and every code that the standard puts off though no rule is called so."""
    return (
        *misnamed_off(facts.standard, CODES),
        *(
            Diagnostic(rule.kind, found.pointer, found.arguments, found.at_key, found.offset)
            for rule in asked(facts, selection)
            for found in rule.find(facts)
        ),
    )


Notes = Mapping[str, Any]
"""What the rules across reports have to know of one report, by their codes; it can be had from another process."""


def note(facts: Facts, source: Source, selection: Selection = ALL) -> Notes:
    """What is compared of a report, for the rules asked."""
    return {rule.kind.code: rule.note(facts, source) for rule in _asked(ACROSS, facts, selection)}


class BetweenReports:
    """All that is compared between the reports of a run: takes their notes in order; after the last it tells."""

    def __init__(self) -> None:
        self._comparisons = {rule.kind.code: rule.compare() for rule in ACROSS}

    def take(self, notes: Notes) -> None:
        for code, noted in notes.items():
            self._comparisons[code].take(noted)

    def findings(self) -> Iterator[Finding]:
        for comparison in self._comparisons.values():
            yield from comparison.findings()


__all__ = [
    "ACROSS",
    "ALL",
    "CODES",
    "EVERY",
    "FAMILIES",
    "RULES",
    "AnyRule",
    "BetweenReports",
    "Notes",
    "Rule",
    "Selection",
    "asked",
    "check",
    "note",
]
