"""All laws, asked without the rules: which of them does a report break? Those of days and posts are here."""

import datetime as dt
from collections.abc import Iterator
from itertools import chain, pairwise

from mutants import amounts, points
from mutants.law import Broken, Law, rising
from perfeval.figures import Facts


def broken(facts: Facts) -> frozenset[Broken]:
    """Every law that the report breaks, and where."""
    return frozenset(chain.from_iterable(law(facts) for law in LAWS))


def posts(facts: Facts) -> Iterator[Broken]:
    staff = facts.report.staff
    if staff is None or staff.establishment is None or staff.in_post is None:
        return
    given = [staff.establishment.administrative, staff.establishment.institutional]
    if None not in given and staff.in_post > sum(number for number in given if number is not None):
        yield "in post ≤ establishment", None


def days_in_order(facts: Facts) -> Iterator[Broken]:
    """The year's end, then the evaluation: its start, its stages one after another, none a year late."""
    report, evaluation = facts.report, facts.report.evaluation
    end = dt.date(report.year, 12, 31)
    if report.assets is not None and report.assets.date not in {None, end}:
        yield "assets at the year's end", None
    if evaluation is None:
        return
    days = [day for stage in evaluation.stages for day in (stage.start, stage.end) if day is not None]
    for number, (one, other) in enumerate(pairwise((end, *days))):
        if one > other:
            yield "days in order", number
    if not rising(end, evaluation.start, *days[:1]):
        yield "days in order", "start"
    if any(day is not None and day.year > report.year + 1 for day in (evaluation.start, *days)):
        yield "evaluation in the next year", None


LAWS: tuple[Law, ...] = (*amounts.LAWS, *points.LAWS, posts, days_in_order)
