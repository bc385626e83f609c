"""Indicators: each under a group that fits it, and none of them twice."""

import re
from collections.abc import Iterator

from perfeval.diagnostic import Arguments, Severity, Text
from perfeval.figures import Facts
from perfeval.figures.indicator_tables import rows_of, tables_of
from perfeval.rules.rule import Violation, rule
from perfeval.standards.scoring import target_of

_SPENDING_RATE = re.compile(r"(?:资金|预算|经费).{0,4}(?:支付|执行|到位|拨付|支出)率|支付率$")
_SATISFACTION = re.compile(r"满意[度率]$")
_SAVING = re.compile(r"率|节|减|降|效益|回收")
_PUNCTUATION = re.compile(r"[\s，。；：、,;:（）()“”]+")


@rule(
    "K113",
    Severity.NOTE,
    what=Text(
        "指标“{name}”列在“{group}”下，一般属于{fitting}",
        "indicator “{name}” stands under “{group}”; it usually belongs to {fitting}",
    ),
    why=Text(
        "指标放错位置，同类指标就无从归集比较，复核时常被指出",
        "in the wrong place it cannot be compared with its like, and reviewers point it out",
    ),
    cure=Text("移到相应的二级指标下，或改正指标名称", "move it to the fitting group, or correct its name"),
    formula=Text(
        "支付率、到位率不是数量指标；满意度在满意度指标下",
        "rates of payment are no quantity; satisfaction has its own group",
    ),
    passes="indicators: [{name: 产出, groups: [{name: 数量指标, items: [{name: 培训, weight: 100, score: 100}]}]}]",
    fails="indicators: [{name: 产出, groups: [{name: 数量指标, items: [{name: 支付率, weight: 100, score: 100}]}]}]",
)
def indicator_is_under_a_fitting_group(facts: Facts) -> Iterator[Violation]:
    for pointer, _, category, group, item in rows_of(facts.report):
        if "数量" in group.name and _SPENDING_RATE.search(item.name):
            fitting = Text("预算执行率或时效指标", "execution or timeliness")
        elif _SATISFACTION.search(item.name) and "满意" not in category.name + group.name:
            fitting = Text("满意度指标", "satisfaction")
        else:
            continue
        arguments: Arguments = {"name": item.name, "group": group.name, "fitting": fitting}
        yield Violation((*pointer, "name"), arguments)


@rule(
    "K114",
    Severity.WARNING,
    what=Text(
        "成本指标“{name}”的年度指标值是“{target}”，成本越高得分越高",
        "cost indicator “{name}” has the target “{target}”: the more it costs, the more it scores",
    ),
    why=Text(
        "成本控制以不超过为目标，方向写反，得分也跟着算反", "costs are to be kept below; the score goes the wrong way"
    ),
    cure=Text(
        "改为“≤”；若考核的是节约，把它写进指标名称",
        "write `<=`; if saving is what counts, say so in the indicator's name",
    ),
    formula=Text("成本指标的年度指标值用 ≤", "a cost's target is an upper limit"),
    passes="indicators: [{name: 产出, groups: [{name: 成本指标, items: "
    "[{name: 培训费用, weight: 100, target: ≤ 20 万元, actual: 20, score: 100}]}]}]",
    fails="indicators: [{name: 产出, groups: [{name: 成本指标, items: "
    "[{name: 培训费用, weight: 100, target: ≥ 20 万元, actual: 20, score: 100}]}]}]",
)
def cost_is_to_be_kept_below(facts: Facts) -> Iterator[Violation]:
    for pointer, _, category, group, item in rows_of(facts.report):
        target = target_of(item.target)
        if "成本" not in category.name + group.name or _SAVING.search(item.name):
            continue
        if target is not None and target.forward:
            yield Violation((*pointer, "target"), {"name": item.name, "target": str(item.target)})


@rule(
    "K115",
    Severity.WARNING,
    what=Text("指标“{name}”前面已有一个", "there is an indicator “{name}” above"),
    why=Text("同一件事计两次分，权重就失真了", "one thing counted twice distorts the weights"),
    cure=Text("合并两个指标，或写明两者的区别", "merge the two, or say how they differ"),
    formula=Text("指标的名称互不相同", "no two indicators share their name"),
    passes="indicators: [{name: 产出, groups: [{name: 数量, items: "
    "[{name: 培训, weight: 50, score: 50}, {name: 演练, weight: 50, score: 50}]}]}]",
    fails="indicators: [{name: 产出, groups: [{name: 数量, items: "
    "[{name: 培训, weight: 50, score: 50}, {name: 培训, weight: 50, score: 50}]}]}]",
)
def no_indicator_is_there_twice(facts: Facts) -> Iterator[Violation]:
    """Two may well share criterion and target: “达到目标值得满分” is about any."""
    for table in tables_of(facts.report):
        seen: set[str] = set()
        for row in table.rows():
            name = _PUNCTUATION.sub("", row.item.name)
            if name in seen:
                yield Violation((*row.pointer, "name"), {"name": row.item.name})
            seen.add(name)


RULES = (indicator_is_under_a_fitting_group, cost_is_to_be_kept_below, no_indicator_is_there_twice)
