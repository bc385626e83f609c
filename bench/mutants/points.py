"""The laws of points: weights, scores, grades."""

import re
from collections.abc import Iterator
from decimal import Decimal

from mutants.law import Broken, numbers_of, rising
from perfeval.figures import Facts
from perfeval.model import Indicator, Report
from perfeval.quantity import HUNDRED

AT_LEAST = re.compile(r">=\s*([0-9]*[1-9][0-9]*)%?$")


def scores_are_bounded(facts: Facts) -> Iterator[Broken]:
    for number, row in enumerate(facts.report.projects):
        if not rising(row.score, HUNDRED):
            yield "score ≤ 100", number
    for number, item in enumerate(_indicators(facts.report)):
        if not rising(item.score, item.weight):
            yield "score ≤ weight", number


def weights_add_up(facts: Facts) -> Iterator[Broken]:
    if facts.report.indicators and sum(item.weight for item in _indicators(facts.report)) != HUNDRED:
        yield "weights = 100", None
    for category in facts.report.indicators:
        groups = [(group.weight, [item.weight for item in group.items]) for group in category.groups]
        parts = [weight for _, weights in groups for weight in weights]
        for whole, weights in ((category.weight, parts), *groups):
            if whole is not None and whole != sum(weights):
                yield "weight = its parts", category.name


def score_of_the_execution_rate(facts: Facts) -> Iterator[Broken]:
    """What the standard gives for the rate, where an indicator takes its value from it."""
    rate = facts.figures.get("funds.execution_rate")
    if rate is None or not isinstance(rate.value, Decimal) or facts.standard.execution.step is None:
        return
    step = facts.standard.execution.step
    for item in _indicators(facts.report):
        share = min(HUNDRED, rate.value // step * step)
        if item.figure == rate.name and item.score != item.weight * share / HUNDRED:
            yield "score by execution rate", item.name


def score_of_the_target(facts: Facts) -> Iterator[Broken]:
    """What the actual value is worth of the weight, where at least so much was the target."""
    for item in _indicators(facts.report):
        target, numbers = AT_LEAST.match(item.target or ""), numbers_of(item.actual, item.score)
        if target and numbers:
            actual, score = numbers
            if score != item.weight * min(Decimal(1), actual / Decimal(target[1])):
                yield "score by target", item.name


def grades_by_score(facts: Facts) -> Iterator[Broken]:
    for number, row in enumerate(facts.report.projects):
        if row.grade is not None and isinstance(row.score, Decimal) and row.grade != _grade(facts, row.score):
            yield "grade by score", number


def _grade(facts: Facts, score: Decimal) -> str:
    return next(band.name for band in facts.standard.grades if score >= band.floor)


def _indicators(report: Report) -> list[Indicator]:
    return [item for category in report.indicators for group in category.groups for item in group.items]


LAWS = (
    scores_are_bounded,
    weights_add_up,
    score_of_the_execution_rate,
    score_of_the_target,
    grades_by_score,
)
