"""Thresholds: the percentage that a criterion asks for is the indicator's target."""

import re
from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Severity, Text
from perfeval.figures import Facts
from perfeval.figures.indicator_tables import indicators_of
from perfeval.printing import plain
from perfeval.quantity import HUNDRED
from perfeval.rules.rule import Violation, rule
from perfeval.standards.scoring import target_of

_THRESHOLD = re.compile(
    r"(?P<sign>达到|不[低少小]于|大于等于|≥|>=)?\s*(?<![0-9.])(?P<number>-?[0-9]+(?:\.[0-9]+)?)\s*[%％]"
    r"(?P<least>\s*(?:及|[（(]含[）)])?以上)?"
)
_RELATIVE = re.compile(r"目标|指标值|计划|任务|年初|预算|同比|增长|提高|下降")
"""What a percentage may be of, so that it is not the target's own."""


@rule(
    "K116",
    Severity.WARNING,
    what=Text(
        "指标“{name}”的年度指标值是 {target}，评分标准写的是 {named}%",
        "the target of indicator “{name}” is {target}, its criterion asks for {named}%",
    ),
    why=Text(
        "按哪一个数评分，得分会不同；多半只改了一处",
        "the score depends on which is meant; most likely only one was brought up to date",
    ),
    cure=Text("改正 criterion 中的百分数，或改正 target", "correct the percentage in `criterion`, or `target`"),
    formula=Text("评分标准写明的百分数 = 年度指标值", "the percentage that the criterion asks for = target"),
    passes="indicators: [{name: 产出, groups: [{name: 数量, items: [{name: 合格率, "
    "criterion: 达到95%得100分，不足的酌情减分。, weight: 100, target: ≥ 95%, actual: 96, score: 100}]}]}]",
    fails="indicators: [{name: 产出, groups: [{name: 数量, items: [{name: 合格率, "
    "criterion: 达到90%得100分，不足的酌情减分。, weight: 100, target: ≥ 95%, actual: 96, score: 100}]}]}]",
)
def criterion_asks_for_the_target(facts: Facts) -> Iterator[Violation]:
    for pointer, _, item in indicators_of(facts):
        target, criterion = target_of(item.target), item.criterion or ""
        if target is None or target.reverse or not str(item.target).rstrip().endswith(("%", "％")):
            continue
        percentages = list(_THRESHOLD.finditer(criterion))
        named = [Decimal(found["number"]) for found in percentages]
        asked = [number for number, found in zip(named, percentages, strict=True) if found["sign"] or found["least"]]
        if asked and target.value not in named and not _may_be_relative(criterion, named, target.value):
            arguments = {"name": item.name, "target": str(item.target), "named": plain(max(asked))}
            yield Violation((*pointer, "criterion"), arguments)


def _may_be_relative(criterion: str, named: list[Decimal], target: Decimal) -> bool:
    """Whether the percentages may be of the target, as 100% is where all of it is meant."""
    return (HUNDRED in named and 0 < target < HUNDRED) or _RELATIVE.search(criterion) is not None


RULES = (criterion_asks_for_the_target,)
