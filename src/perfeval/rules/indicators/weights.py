"""Weights: indicators make up their groups, groups their categories, and all of them the hundred points."""

from collections.abc import Iterator

from perfeval.diagnostic import Severity, Text
from perfeval.figures import Facts
from perfeval.printing import score
from perfeval.quantity import HUNDRED
from perfeval.rules.rule import Violation, rule

_WHY = Text(
    "分值是得分的上限，上下级分值不等，得分就无从核对",
    "weights are the ceilings of scores; where levels disagree no score can be checked",
)


@rule(
    "K101",
    Severity.ERROR,
    what=Text("全部指标的分值合计 {sum} 分，不是 100 分", "the indicators' weights add up to {sum}, not 100"),
    why=Text("评价等级按百分制划分，总分不是 100 分就不能定级", "grades are bands of a hundred points"),
    cure=Text("调整各三级指标的 weight，使合计为 100", "adjust the indicators' `weight` so that they add up to 100"),
    formula=Text("Σ 三级指标分值 = 100", "Σ weights of the indicators = 100"),
    passes="indicators: [{name: 产出, groups: [{name: 数量, items: [{name: 甲, weight: 100, score: 100}]}]}]",
    fails="indicators: [{name: 产出, groups: [{name: 数量, items: [{name: 甲, weight: 90, score: 90}]}]}]",
)
def weights_add_up_to_hundred(facts: Facts) -> Iterator[Violation]:
    total = facts.figures.get("indicators.weight")
    if total is not None and total.value != HUNDRED:
        yield Violation(("indicators",), {"sum": score(total.value)}, at_key=True)


@rule(
    "K102",
    Severity.ERROR,
    what=Text(
        "一级指标“{name}”写明 {given} 分，所含指标合计 {sum} 分",
        "category “{name}” is given {given} points, its indicators add up to {sum}",
    ),
    why=_WHY,
    cure=Text(
        "改正这一分值或所含三级指标的 weight；不写一级指标的 weight 则自动合计",
        "correct this weight or those of its indicators; leave it out and it is added up for you",
    ),
    formula=Text("一级指标分值 = Σ 所含三级指标分值", "weight of a category = Σ weights of its indicators"),
    passes="indicators: [{name: 产出, weight: 100, groups: [{name: 数量, "
    "items: [{name: 甲, weight: 100, score: 100}]}]}]",
    fails="indicators: [{name: 产出, weight: 90, groups: [{name: 数量, "
    "items: [{name: 甲, weight: 100, score: 100}]}]}]",
)
def category_weight_is_sum(facts: Facts) -> Iterator[Violation]:
    for c, category in enumerate(facts.report.indicators):
        derived = facts.figures[f"indicators.{c + 1}.weight"].value
        if category.weight is not None and category.weight != derived:
            arguments = {"name": category.name, "given": score(category.weight), "sum": score(derived)}
            yield Violation(("indicators", c, "weight"), arguments)


@rule(
    "K103",
    Severity.ERROR,
    what=Text(
        "二级指标“{name}”写明 {given} 分，所含指标合计 {sum} 分",
        "group “{name}” is given {given} points, its indicators add up to {sum}",
    ),
    why=_WHY,
    cure=Text(
        "改正这一分值或所含三级指标的 weight；不写二级指标的 weight 则自动合计",
        "correct this weight or those of its indicators; leave it out and it is added up for you",
    ),
    formula=Text("二级指标分值 = Σ 所含三级指标分值", "weight of a group = Σ weights of its indicators"),
    passes="indicators: [{name: 产出, groups: [{name: 数量, weight: 100, "
    "items: [{name: 甲, weight: 100, score: 100}]}]}]",
    fails="indicators: [{name: 产出, groups: [{name: 数量, weight: 90, "
    "items: [{name: 甲, weight: 100, score: 100}]}]}]",
)
def group_weight_is_sum(facts: Facts) -> Iterator[Violation]:
    for c, category in enumerate(facts.report.indicators):
        for g, group in enumerate(category.groups):
            derived = facts.figures[f"indicators.{c + 1}.{g + 1}.weight"].value
            if group.weight is not None and group.weight != derived:
                arguments = {"name": group.name, "given": score(group.weight), "sum": score(derived)}
                yield Violation(("indicators", c, "groups", g, "weight"), arguments)


@rule(
    "K104",
    Severity.NOTE,
    what=Text(
        "一级指标“{name}”共 {sum} 分，评分标准《{standard}》规定 {prescribed} 分",
        "category “{name}” has {sum} points, the standard “{standard}” prescribes {prescribed}",
    ),
    why=Text("财政部门按统一权重汇总比较各部门", "the bureau compares departments on the same weights"),
    cure=Text(
        "如当地另有规定可不改，否则按评分标准调整",
        "leave it if your place rules otherwise; else follow the standard",
    ),
    formula=Text("一级指标分值 = 评分标准规定的分值", "weight of a category = as the standard prescribes"),
    passes="indicators: [{name: 产出, groups: [{name: 数量, items: [{name: 甲, weight: 100, score: 100}]}]}]",
    fails="indicators: [{name: 产出指标, groups: [{name: 数量, items: [{name: 甲, weight: 100, score: 100}]}]}]",
)
def category_weight_is_prescribed(facts: Facts) -> Iterator[Violation]:
    for c, category in enumerate(facts.report.indicators):
        prescribed = facts.standard.weights.get(category.name)
        derived = facts.figures[f"indicators.{c + 1}.weight"].value
        if prescribed is not None and derived != prescribed and category.weight in {None, derived}:
            yield Violation(
                ("indicators", c, "name"),
                {
                    "name": category.name,
                    "sum": score(derived),
                    "standard": facts.standard.title,
                    "prescribed": score(prescribed),
                },
            )


RULES = (weights_add_up_to_hundred, category_weight_is_sum, group_weight_is_sum, category_weight_is_prescribed)
