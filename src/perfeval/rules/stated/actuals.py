"""Actual values taken from figures: the figure exists, and it is the value that the indicator gives."""

from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Severity, Text
from perfeval.figures import Facts
from perfeval.figures.indicator_tables import OWN_FUNDS, indicators_of, meant, tables_of
from perfeval.printing import PRINT, plain
from perfeval.quantity import decimals_of, rounded
from perfeval.rules.rule import Violation, rule
from perfeval.settings import choose

_LATER = ("indicators.", "department.")
_OF_ALL = ("projects.", "funds.", *_LATER)
"""What an indicator cannot take: what is derived later; in a project's own form what is told of all projects."""


@rule(
    "K504",
    Severity.ERROR,
    what=Text(
        "指标“{indicator}”引用的数据项“{name}”不存在{hint}",
        "indicator “{indicator}” takes its value from “{name}”, which does not exist{hint}",
    ),
    why=Text(
        "名称写错，实际完成值就取不到，得分无从核对",
        "under a wrong name there is no actual value, and the score cannot be checked",
    ),
    cure=Text(
        "用 perfeval figures 查看全部名称；指标只能引用资金、项目、收支、人员等数据项，项目自己的指标引用 "
        "funds.execution_rate、funds.arrival_rate、funds.balance，取的是本项目的数",
        "`perfeval figures` lists all names; an indicator takes its value from funds, projects, budget, staff …, "
        "in a project's own form from `funds.execution_rate`, `funds.arrival_rate`, `funds.balance` of that project",
    ),
    formula=Text("figure 写的是已有的数据项", "`figure` names a figure that there is"),
    passes="""\
funds: [{source: local, budget: 120, executed: 120}]
indicators: [{name: 过程, groups: [{name: 预算, items:
  [{name: 执行率, weight: 100, figure: funds.execution_rate, score: 100}]}]}]""",
    fails="""\
funds: [{source: local, budget: 120, executed: 120}]
indicators: [{name: 过程, groups: [{name: 预算, items:
  [{name: 执行率, weight: 100, figure: funds.excution_rate, score: 100}]}]}]""",
)
def figures_of_indicators_exist(facts: Facts) -> Iterator[Violation]:
    of_department, of_project = (
        [name for name in facts.figures if not name.startswith(others)] for others in (_LATER, _OF_ALL)
    )
    of_project += OWN_FUNDS
    for pointer, _, item in indicators_of(facts):
        names = of_department if pointer[0] == "indicators" else of_project
        if item.figure is not None and item.figure not in names:
            yield Violation((*pointer, "figure"), {"indicator": item.name, **choose(item.figure, names)})


@rule(
    "K505",
    Severity.ERROR,
    what=Text(
        "指标“{indicator}”的实际完成值填报为 {given}，所引用的数据项 {figure} 是 {derived}",
        "indicator “{indicator}” gives {given} as its actual value; the figure it names, {figure}, is {derived}",
    ),
    why=Text("同一个实际完成值不能有两个数", "one actual value cannot be two numbers"),
    cure=Text(
        "删去 actual，由 figure 取数；或改正写错的一个",
        "leave `actual` out and let `figure` give it, or correct the wrong one",
    ),
    formula=Text("实际完成值 = 所引用的数据项", "actual value = the figure it is taken from"),
    passes="""\
funds: [{source: local, budget: 120, executed: 120}]
indicators: [{name: 过程, groups: [{name: 预算, items:
  [{name: 预算资金, weight: 100, figure: funds.budget, actual: 120, score: 100}]}]}]""",
    fails="""\
funds: [{source: local, budget: 120, executed: 120}]
indicators: [{name: 过程, groups: [{name: 预算, items:
  [{name: 预算资金, weight: 100, figure: funds.budget, actual: 130, score: 100}]}]}]""",
)
def actual_value_agrees_with_its_figure(facts: Facts) -> Iterator[Violation]:
    for table in tables_of(facts.report):
        for row in table.rows():
            named, given = facts.figures.get(meant(row.item.figure, table.prefix) or ""), row.item.actual
            if named is None or not isinstance(named.value, Decimal) or not isinstance(given, Decimal):
                continue
            if rounded(named.value, decimals_of(given)) != given:
                yield Violation(
                    (*row.pointer, "actual"),
                    {
                        "indicator": row.item.name,
                        "given": plain(given),
                        "figure": named.name,
                        "derived": PRINT[named.unit](named.value),
                    },
                )


RULES = (figures_of_indicators_exist, actual_value_agrees_with_its_figure)
