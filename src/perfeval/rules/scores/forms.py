"""Forms of self-evaluation: a score given is what the form adds up to, and execution scored apart has a rate."""

from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Severity, Text
from perfeval.figures import Facts
from perfeval.figures.figure import known
from perfeval.printing import plain, score
from perfeval.quantity import DECIMALS, Unit, decimals_of, rounded
from perfeval.rules.rule import Violation, rule


@rule(
    "K212",
    Severity.ERROR,
    what=Text(
        "项目“{name}”的得分填为 {given} 分，自评表各项得分合计 {derived} 分",
        "project “{name}” is given a score of {given}; its form adds up to {derived}",
    ),
    why=Text("自评表的总分是预算执行率得分与各指标得分之和", "the total of a form is what its rows add up to"),
    cure=Text(
        "删去项目的 score 由程序合计，或改正写错的得分",
        "leave the project's `score` out, or correct the wrong score",
    ),
    formula=Text("项目得分 = 预算执行率得分 + Σ 指标得分", "score of a project = execution + Σ its indicators"),
    passes="""\
execution_weight: 10
projects:
  - name: 培训
    budget: 10
    executed: 10
    score: 100
    indicators: [{name: 产出, groups: [{name: 数量, items: [{name: 期数, weight: 90, score: 90}]}]}]""",
    fails="""\
execution_weight: 10
projects:
  - name: 培训
    budget: 10
    executed: 10
    score: 98
    indicators: [{name: 产出, groups: [{name: 数量, items: [{name: 期数, weight: 90, score: 90}]}]}]""",
)
def project_score_is_that_of_its_form(facts: Facts) -> Iterator[Violation]:
    """As printed: on the form both stand with the digits of a score."""
    for number, project in enumerate(facts.report.projects):
        given, derived = known(project.score), facts.figures.get(f"projects.{number + 1}.form_score")
        if given is None or derived is None or not isinstance(derived.value, Decimal):
            continue
        if given != rounded(derived.value, max(DECIMALS[Unit.SCORE], decimals_of(given))):
            arguments = {"name": project.name, "given": plain(given), "derived": score(derived.value)}
            yield Violation(("projects", number, "score"), arguments)


@rule(
    "K213",
    Severity.ERROR,
    what=Text(
        "预算执行率单独计 {weight} 分，却没有可用来计算部门执行率的金额",
        "execution is scored apart, {weight} points, and no amounts give the department's execution rate",
    ),
    why=Text(
        "缺这一项得分，部门的总分和等级就无从得出", "without this score the department has neither total nor grade"
    ),
    cure=Text(
        "在 budget.expenditure 中填 adjusted 与 final，或填 funds 的金额；不单独计分的，删去 execution_weight",
        "give `adjusted` and `final` of `budget.expenditure`, or the amounts of `funds`; "
        "leave `execution_weight` out where execution is not scored apart",
    ),
    formula=Text("预算执行率单独计分的，有部门预算执行率", "where execution is scored apart the department has a rate"),
    passes="""\
execution_weight: 10
funds: [{source: local, budget: 10, executed: 10}]
indicators: [{name: 产出, groups: [{name: 数量, items: [{name: 期数, weight: 90, score: 90}]}]}]""",
    fails="""\
execution_weight: 10
indicators: [{name: 产出, groups: [{name: 数量, items: [{name: 期数, weight: 90, score: 90}]}]}]""",
)
def execution_of_the_department_is_scored(facts: Facts) -> Iterator[Violation]:
    weight, derived = facts.figures.get("department.execution_weight"), facts.figures.get("department.execution_score")
    if weight is not None and weight.value is not None and derived is not None and derived.value is None:
        yield Violation(("execution_weight",), {"weight": score(weight.value)})


RULES = (project_score_is_that_of_its_form, execution_of_the_department_is_scored)
