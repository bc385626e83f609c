"""A project's own form: the score given is what its execution and its indicators add up to."""

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


RULES = (project_score_is_that_of_its_form,)
