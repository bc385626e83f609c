"""Reasons: points lost want one, and so does a result far above its target."""

from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Severity, Text
from perfeval.figures import Facts
from perfeval.figures.indicator_tables import indicators_of
from perfeval.model import Indicator
from perfeval.printing import percent, plain, score
from perfeval.rules.rule import Violation, rule
from perfeval.standards.scoring import target_of


def _overachieved(facts: Facts, name: str, item: Indicator) -> Decimal | None:
    """The achievement rate, where it is so high that it wants a reason; less is never more."""
    target, achieved = target_of(item.target), facts.figures[f"{name}.achievement_rate"].value
    if target is None or target.reverse or not isinstance(achieved, Decimal):
        return None
    return achieved if achieved >= facts.standard.checks.overachieved else None


@rule(
    "K207",
    Severity.WARNING,
    what=Text(
        "指标“{name}”完成目标的 {achieved}，达到 {limit}% 以上而没有说明原因",
        "indicator “{name}” reached {achieved} of its target, {limit}% or more, and no reason is given",
    ),
    why=Text(
        "远超目标多半是目标定得过低，财政部门要求说明",
        "a target so far exceeded was most likely set too low; the bureau asks for an explanation",
    ),
    cure=Text(
        "在 reason 中说明原因，或核对 target、actual 的数和单位",
        "say why in `reason`, or check the numbers and units of `target` and `actual`",
    ),
    formula=Text(
        "实际完成值 ÷ 年度指标值 < 评分标准 checks.overachieved，否则说明原因",
        "actual ÷ target < `checks.overachieved` of the standard, or a reason is given",
    ),
    passes="indicators: [{name: 产出, groups: [{name: 数量, items: "
    "[{name: 培训, weight: 100, target: ≥ 20 人, actual: 25, score: 100}]}]}]",
    fails="indicators: [{name: 产出, groups: [{name: 数量, items: "
    "[{name: 培训, weight: 100, target: ≥ 20 人, actual: 26, score: 100}]}]}]",
)
def overachievement_is_explained(facts: Facts) -> Iterator[Violation]:
    limit = facts.standard.checks.overachieved
    for pointer, name, item in indicators_of(facts):
        achieved = _overachieved(facts, name, item)
        if achieved is not None and item.reason is None:
            arguments = {"name": item.name, "achieved": percent(achieved), "limit": plain(limit)}
            yield Violation((*pointer, "target"), arguments)


@rule(
    "K208",
    Severity.WARNING,
    what=Text(
        "指标“{name}”满分 {weight} 分，扣 {lost} 分，没有说明原因",
        "indicator “{name}” loses {lost} of {weight} points, and no reason is given",
    ),
    why=Text(
        "自评表要求逐项分析偏差原因；扣分而不说明，复核时要退回补正",
        "the form wants a reason for every deviation; without one the report is sent back",
    ),
    cure=Text(
        "在 reason 中说明扣分原因和改进措施；已达到目标的，核对 score",
        "say in `reason` why, and what is done about it; if the target was met, check `score`",
    ),
    formula=Text("得分 = 分值，否则说明原因", "score = weight, or a reason is given"),
    passes="indicators: [{name: 产出, groups: [{name: 数量, items: "
    "[{name: 培训, weight: 100, score: 95, reason: 一期延后}]}]}]",
    fails="indicators: [{name: 产出, groups: [{name: 数量, items: [{name: 培训, weight: 100, score: 95}]}]}]",
)
def lost_points_are_explained(facts: Facts) -> Iterator[Violation]:
    for pointer, name, item in indicators_of(facts):
        lost = facts.figures[f"{name}.lost"].value
        if not isinstance(lost, Decimal) or lost <= 0 or item.reason is not None:
            continue
        if _overachieved(facts, name, item) is None:  # there the same reason is asked for already
            at = (*pointer, "score") if item.score is not None else pointer
            yield Violation(at, {"name": item.name, "weight": plain(item.weight), "lost": score(lost)})


RULES = (overachievement_is_explained, lost_points_are_explained)
