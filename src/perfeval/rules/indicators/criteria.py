"""Criteria: the points named in an indicator's criterion are those of its weight and of the standard."""

import re
from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Severity, Text
from perfeval.figures import Facts
from perfeval.figures.indicator_tables import indicators_of
from perfeval.figures.indicators import EXECUTION_RATE
from perfeval.printing import plain, score
from perfeval.rules.rule import Violation, rule
from perfeval.standards.scoring import score_by_execution

_POINTS = re.compile(
    r"(?:[得计记]|满分为?(?!\s*100\s*分))\s*(?P<points>-?[0-9]+(?:\.[0-9]+)?)\s*分(?!值|钟|以|及|[（(]含)"
)
_BY_PIECE = re.compile(r"[每各][^，。；：,;:]*[得计记]\s*[0-9]")
_STEP = re.compile(
    r"(?<![0-9.])(?P<low>[0-9]+(?:\.[0-9]+)?)\s*[%％]?"
    r"(?:\s*[-－—–~～至到]\s*(?P<high>[0-9]+(?:\.[0-9]+)?)\s*[%％]?)?"
    r"\s*的?\s*[得计记]\s*(?P<points>[0-9]+(?:\.[0-9]+)?)\s*分"
)
_BEYOND = ("于", "足", "过", "<", "＜", ">", "＞")
"""Words before a rate that leave the rate itself out: 低于, 不足, 超过."""


def _named(criterion: str) -> list[Decimal]:
    """The points that a criterion names; none where it counts by the piece (每次得1分), for then nobody knows."""
    if _BY_PIECE.search(criterion):
        return []
    return [Decimal(match["points"]) for match in _POINTS.finditer(criterion)]


def _make_up(points: list[Decimal], weight: Decimal) -> bool:
    """Whether some of the points named add up to the weight, as full marks or as parts of them."""
    sums = {Decimal(0)}
    for each in points:
        sums |= {reached + each for reached in sums if reached + each <= weight}
    return weight in sums


@rule(
    "K111",
    Severity.WARNING,
    what=Text(
        "指标“{name}”的分值是 {weight} 分，评分标准中写的满分是 {named} 分",
        "indicator “{name}” weighs {weight} points, its criterion gives {named} for full marks",
    ),
    why=Text(
        "评分标准与分值不符，得分就没有依据；多半是调整分值后没有改评分标准",
        "a score has no ground where criterion and weight differ; most likely only one of them was brought up to date",
    ),
    cure=Text("改正 criterion 中的分数，或改正 weight", "correct the points in `criterion`, or `weight`"),
    formula=Text("评分标准写明的满分 = 分值", "full marks named in the criterion = weight"),
    passes="indicators: [{name: 产出, groups: [{name: 数量, items: "
    "[{name: 培训, criterion: 达到20人得100分，不足的酌情减分。, weight: 100, score: 100}]}]}]",
    fails="indicators: [{name: 产出, groups: [{name: 数量, items: "
    "[{name: 培训, criterion: 达到20人得15分，不足的酌情减分。, weight: 100, score: 100}]}]}]",
)
def criterion_names_the_weight(facts: Facts) -> Iterator[Violation]:
    for pointer, _, item in indicators_of(facts):
        named = _named(item.criterion or "")
        if named and not _make_up(named, item.weight):
            arguments = {"name": item.name, "weight": plain(item.weight), "named": plain(max(named))}
            yield Violation((*pointer, "criterion"), arguments)


@rule(
    "K112",
    Severity.WARNING,
    what=Text(
        "指标“{name}”写明执行率 {rate}% 得 {named} 分，按评分标准《{standard}》得 {derived} 分",
        "indicator “{name}” gives {named} points for an execution rate of {rate}%; “{standard}” gives {derived}",
    ),
    why=Text(
        "预算执行率怎样得分由评分标准规定，各部门一致",
        "how an execution rate becomes points is the standard's to say, alike for all departments",
    ),
    cure=Text(
        "改正 criterion 中的分档；当地确按此分档的，写进自己的评分标准",
        "correct the steps in `criterion`; where your place has these, write a standard of your own",
    ),
    formula=Text("评分标准写明的分档 = 按分值算得的分档", "steps named in the criterion = steps of the standard"),
    passes="indicators: [{name: 预算执行, groups: [{name: 执行率, items: "
    "[{name: 预算执行率, criterion: 100%得100分，90%～99%得90分。, weight: 100, figure: funds.execution_rate, "
    "score: 100}]}]}]\nfunds: [{source: local, budget: 10, executed: 10}]",
    fails="indicators: [{name: 预算执行, groups: [{name: 执行率, items: "
    "[{name: 预算执行率, criterion: 100%得100分，90%～99%得95分。, weight: 100, figure: funds.execution_rate, "
    "score: 100}]}]}]\nfunds: [{source: local, budget: 10, executed: 10}]",
)
def steps_are_those_of_the_standard(facts: Facts) -> Iterator[Violation]:
    for pointer, _, item in indicators_of(facts):
        text = item.criterion or ""
        if item.figure != EXECUTION_RATE or not _make_up(_named(text), item.weight):
            continue  # where full marks are wrong already, every step is
        wrong = next(_wrong_steps(text, item.weight, facts), None)
        if wrong is not None:
            yield Violation((*pointer, "criterion"), {"name": item.name, "standard": facts.standard.title, **wrong})


def _wrong_steps(criterion: str, weight: Decimal, facts: Facts) -> Iterator[dict[str, str]]:
    """The rates in a criterion whose points are not the standard's, at either end of a step."""
    for step in _STEP.finditer(criterion):
        if criterion[: step.start()].endswith(_BEYOND):
            continue
        points = Decimal(step["points"])
        for end in (step["low"], step["high"]):
            derived = None if end is None else score_by_execution(weight, Decimal(end), facts.standard)
            if derived is not None and derived != points:
                yield {"rate": end, "named": plain(points), "derived": score(derived)}


RULES = (criterion_names_the_weight, steps_are_those_of_the_standard)
