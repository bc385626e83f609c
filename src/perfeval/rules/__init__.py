"""The rules: what must agree in a report. To add one, write a function and name it in its family's ``RULES``."""

from perfeval.diagnostic import Diagnostic
from perfeval.figures import Facts
from perfeval.rules import amounts, comparisons, dates, prose, scores, stated, weights
from perfeval.rules.rule import Rule
from perfeval.rules.selection import ALL, FAMILIES, Selection

RULES: tuple[Rule, ...] = (
    *weights.RULES,
    *scores.RULES,
    *amounts.RULES,
    *comparisons.RULES,
    *stated.RULES,
    *prose.RULES,
    *dates.RULES,
)


CODES = tuple(rule.kind.code for rule in RULES)


def asked(facts: Facts, selection: Selection = ALL) -> tuple[Rule, ...]:
    """The rules of a selection, without those that do not hold where the report is written."""
    off = facts.standard.checks.off
    return tuple(rule for rule in RULES if selection.takes(rule) and rule.kind.code not in off)


def check(facts: Facts, selection: Selection = ALL) -> tuple[Diagnostic, ...]:
    """Every violation of the rules asked."""
    return tuple(
        Diagnostic(rule.kind, found.pointer, found.arguments, found.at_key, found.offset)
        for rule in asked(facts, selection)
        for found in rule.find(facts)
    )


__all__ = ["ALL", "CODES", "FAMILIES", "RULES", "Rule", "Selection", "asked", "check"]
