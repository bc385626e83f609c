"""Departments that want a second look, each with the rule and the numbers that say so."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from perfeval.printing import percent, score
from perfeval.quantity import EXACT
from perfeval.summary.ranking import Ranked

FEWEST = 5
"""Among fewer departments nobody is far from the others."""
TIMES, LEAST = Decimal(3), Decimal(10)
"""So many times the usual distance, and so many points, lie beyond what differs between ordinary departments."""

LOW = "预算执行率低于评分标准的界限"
LOW_AND_HIGH = "预算执行率低于评分标准的界限而综合得分不低于高分线"
FAR = "{name}与各部门中位数之差超过{least}{unit}，且超过绝对离差中位数的{times}倍"
FAR_SCORE = FAR.format(name="综合得分", least=LEAST, unit="分", times=TIMES)
FAR_RATE = FAR.format(name="预算执行率", least=LEAST, unit="个百分点", times=TIMES)
RULES = (LOW, LOW_AND_HIGH, FAR_SCORE, FAR_RATE)


@dataclass(frozen=True, slots=True)
class Outlier:
    """A department, the rule that names it, and the numbers."""

    department: Ranked
    rule: str
    numbers: str


def outliers(departments: Sequence[Ranked]) -> Iterator[Outlier]:
    """By rule, the departments in the order of their ranks."""
    for department in departments:
        yield from _little_executed(department)
    yield from _far(FAR_SCORE, departments, [one.reported.score for one in departments], score)
    yield from _far(FAR_RATE, departments, [one.reported.execution_rate for one in departments], percent)


def _little_executed(department: Ranked) -> Iterator[Outlier]:
    reached, scored, scale = department.reported.execution_rate, department.reported.score, department.reported.scale
    if reached is None or reached >= scale.low_execution:
        return
    numbers = f"执行率{percent(reached)}，界限{percent(scale.low_execution)}"
    if scored is None or scored < scale.high_score:
        yield Outlier(department, LOW, numbers)
    else:
        yield Outlier(department, LOW_AND_HIGH, f"{numbers}；得分{score(scored)}，高分线{score(scale.high_score)}")


def _far(
    rule: str, departments: Iterable[Ranked], values: Sequence[Decimal | None], written: Callable[[Decimal], str]
) -> Iterator[Outlier]:
    """The distance is measured in the median of all distances, which a few strange values do not move."""
    known = [value for value in values if value is not None]
    if len(known) < FEWEST:
        return
    middle = _median(known)
    spread = _median([_distance(value, middle) for value in known])
    ordinary = max(LEAST, EXACT.multiply(TIMES, spread))
    for department, value in zip(departments, values, strict=True):
        if value is not None and _distance(value, middle) > ordinary:
            numbers = f"该部门{written(value)}，中位数{written(middle)}，绝对离差中位数{written(spread)}"
            yield Outlier(department, rule, numbers)


def _distance(one: Decimal, other: Decimal) -> Decimal:
    return EXACT.abs(EXACT.subtract(one, other))


def _median(values: Sequence[Decimal]) -> Decimal:
    ordered, half = sorted(values), len(values) // 2
    if len(values) % 2:
        return ordered[half]
    return EXACT.divide(EXACT.add(ordered[half - 1], ordered[half]), Decimal(2))
