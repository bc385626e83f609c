"""Weights: indicators make up their groups, groups their categories, and all of them the hundred points."""

from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Severity, Text
from perfeval.figures import Facts
from perfeval.figures.forms import apart
from perfeval.figures.indicator_tables import Table, tables_of
from perfeval.printing import score
from perfeval.quantity import HUNDRED, total
from perfeval.rules.rule import Violation, rule

_WHY = Text(
    "分值是得分的上限，上下级分值不等，得分就无从核对",
    "weights are the ceilings of scores; where levels disagree no score can be checked",
)
_NOT_ADDED = Text(
    "（其中已有取自预算执行率的指标，execution_weight 不再另计）",
    " (one of them takes the execution rate, so `execution_weight` is not added)",
)


@rule(
    "K101",
    Severity.ERROR,
    what=Text("{name}的分值合计 {sum} 分{beside}，不是 100 分", "{name}' weights add up to {sum}{beside}, not 100"),
    why=Text("评价等级按百分制划分，总分不是 100 分就不能定级", "grades are bands of a hundred points"),
    cure=Text(
        "调整各三级指标的 weight，使合计为 100；预算执行率单独计分的，用 execution_weight 写明其分值",
        "adjust the indicators' `weight`; where execution is scored apart, give its `execution_weight`",
    ),
    formula=Text(
        "Σ 三级指标分值（+ 预算执行率分值）= 100", "Σ weights of the indicators (+ weight of execution) = 100"
    ),
    passes="indicators: [{name: 产出, groups: [{name: 数量, items: [{name: 甲, weight: 100, score: 100}]}]}]",
    fails="indicators: [{name: 产出, groups: [{name: 数量, items: [{name: 甲, weight: 90, score: 90}]}]}]",
)
def weights_add_up_to_hundred(facts: Facts) -> Iterator[Violation]:
    for table in tables_of(facts.report):
        weights = facts.figures[f"{table.prefix}.weight"].value
        execution, is_apart = facts.report.execution_weight, apart(table, facts)
        assert isinstance(weights, Decimal)
        full = total((weights, execution)) if is_apart else weights
        if full != HUNDRED:
            beside = Text(
                f"，连同预算执行率 {score(execution)} 分共 {score(full)} 分",
                f", with {score(execution)} for execution to {score(full)}",
            )
            added = "" if execution is None else beside if is_apart else _NOT_ADDED
            yield Violation(table.pointer, {"name": _whose(table), "sum": score(weights), "beside": added}, at_key=True)


def _whose(table: Table) -> Text:
    """The indicators of the table."""
    owner = table.owner
    return Text(f"{owner.zh}指标", f"{owner.en} the indicators") if owner.zh else Text("全部指标", "the indicators")


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
    for table in tables_of(facts.report):
        for c, category in enumerate(table.categories):
            derived = facts.figures[f"{table.prefix}.{c + 1}.weight"].value
            if category.weight is not None and category.weight != derived:
                arguments = {"name": category.name, "given": score(category.weight), "sum": score(derived)}
                yield Violation((*table.pointer, c, "weight"), arguments)


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
    for table in tables_of(facts.report):
        for c, category in enumerate(table.categories):
            for g, group in enumerate(category.groups):
                derived = facts.figures[f"{table.prefix}.{c + 1}.{g + 1}.weight"].value
                if group.weight is not None and group.weight != derived:
                    arguments = {"name": group.name, "given": score(group.weight), "sum": score(derived)}
                    yield Violation((*table.pointer, c, "groups", g, "weight"), arguments)


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
    """Of the department's indicators: those of a project are chosen after its kind."""
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
