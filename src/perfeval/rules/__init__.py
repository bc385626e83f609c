"""The rules: what must agree in a report. To add one, write a function and name it in its family's ``RULES``."""

from perfeval.diagnostic import Diagnostic
from perfeval.figures import Facts
from perfeval.rules import amounts, comparisons, dates, prose, scores, stated, weights
from perfeval.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *weights.RULES,
    *scores.RULES,
    *amounts.RULES,
    *comparisons.RULES,
    *stated.RULES,
    *prose.RULES,
    *dates.RULES,
)


def check(facts: Facts) -> tuple[Diagnostic, ...]:
    """Every violation of every rule."""
    return tuple(
        Diagnostic(rule.kind, found.pointer, found.arguments, found.at_key, found.offset)
        for rule in RULES
        for found in rule.find(facts)
    )


__all__ = ["RULES", "Rule", "check"]
