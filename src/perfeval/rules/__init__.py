"""The rules: what must agree in a report. To add one, write a function and name it in its family's ``RULES``."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from perfeval.diagnostic import Diagnostic, Finding, Kind, Severity, Text
from perfeval.figures import Facts
from perfeval.load import Source
from perfeval.rules import (
    actuals,
    amounts,
    assets,
    budgets,
    comparisons,
    copied,
    criteria,
    dates,
    documents,
    execution,
    form,
    grades,
    indicators,
    parts,
    prose,
    reasons,
    said_dates,
    said_documents,
    scores,
    sources,
    staff,
    stated,
    tails,
    targets,
    thresholds,
    weights,
    wording,
    years,
)
from perfeval.rules.rule import AnyAcrossRule, Rule
from perfeval.rules.selection import ALL, FAMILIES, Selection
from perfeval.settings import choose

RULES: tuple[Rule, ...] = (
    *weights.RULES,
    *criteria.RULES,
    *thresholds.RULES,
    *indicators.RULES,
    *targets.RULES,
    *scores.RULES,
    *grades.RULES,
    *reasons.RULES,
    *amounts.RULES,
    *sources.RULES,
    *budgets.RULES,
    *parts.RULES,
    *comparisons.RULES,
    *assets.RULES,
    *tails.RULES,
    *staff.RULES,
    *stated.RULES,
    *actuals.RULES,
    *execution.RULES,
    *prose.RULES,
    *years.RULES,
    *wording.RULES,
    *form.RULES,
    *dates.RULES,
    *said_dates.RULES,
    *documents.RULES,
    *said_documents.RULES,
)


ACROSS: tuple[AnyAcrossRule, ...] = (*copied.ACROSS,)
"""What is compared between the reports of a run."""

AnyRule = Rule | AnyAcrossRule

OFF_UNKNOWN = Kind(
    "S309",
    Severity.ERROR,
    what=Text(
        "评分标准《{standard}》的 checks.off 写了不存在的规则 {name}{hint}",
        "standard “{standard}” puts off a rule that does not exist, {name}{hint}",
    ),
    why=Text("代码写错，本想停用的规则仍在检查", "under a wrong code the rule meant is still asked"),
    cure=Text("改正代码；perfeval rules 列出全部", "correct the code; `perfeval rules` lists all"),
)

EVERY: tuple[AnyRule, ...] = (*RULES, *ACROSS)
CODES = tuple(rule.kind.code for rule in EVERY)

R = TypeVar("R", Rule, AnyAcrossRule)


def asked(facts: Facts, selection: Selection = ALL) -> tuple[Rule, ...]:
    """The rules of a selection, without those that do not hold where the report is written."""
    return _asked(RULES, facts, selection)


def _asked(rules: Iterable[R], facts: Facts, selection: Selection) -> tuple[R, ...]:
    off = facts.standard.checks.off
    return tuple(rule for rule in rules if selection.takes(rule) and rule.kind.code not in off)


def misnamed_off(facts: Facts) -> Iterator[Diagnostic]:
    """Codes that the scoring standard puts off, though no rule is called so; told at the report's ``standard``."""
    for code in facts.standard.checks.off:
        if code not in CODES:
            yield Diagnostic(OFF_UNKNOWN, ("standard",), {"standard": facts.standard.title, **choose(code, CODES)})


def check(facts: Facts, selection: Selection = ALL) -> tuple[Diagnostic, ...]:
    """Every violation of the rules asked."""
    return tuple(
        Diagnostic(rule.kind, found.pointer, found.arguments, found.at_key, found.offset)
        for rule in asked(facts, selection)
        for found in rule.find(facts)
    )


Notes = Mapping[str, Any]
"""What the rules across reports have to know of one report, by their codes; it can be had from another process."""


def note(facts: Facts, source: Source, selection: Selection = ALL) -> Notes:
    """What is compared of a report, for the rules asked."""
    return {rule.kind.code: rule.note(facts, source) for rule in _asked(ACROSS, facts, selection)}


class Comparisons:
    """All comparisons of a run: takes the notes of its reports in their order; after the last it tells."""

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
    "Comparisons",
    "Notes",
    "Rule",
    "Selection",
    "asked",
    "check",
    "misnamed_off",
    "note",
]
