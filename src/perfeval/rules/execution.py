"""Execution: little spent wants a reason, and the more so where the score is high."""

import re
from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Arguments, Severity, Text
from perfeval.figures import Facts
from perfeval.figures.forms import place_of_score, score_of
from perfeval.printing import percent, plain
from perfeval.rules.rule import Violation, rule

_SPEAKS_OF_EXECUTION = re.compile("执行|支付|支出|拨付|结余")


def _unexplained(facts: Facts) -> Iterator[tuple[int, Decimal, bool]]:
    """Projects below the line without a reason: number, rate, whether the score is high; each is told once."""
    checks = facts.standard.checks
    for number, project in enumerate(facts.report.projects):
        rate = facts.figures[f"projects.{number + 1}.execution_rate"].value
        if project.reason is None and isinstance(rate, Decimal) and rate < checks.low_execution:
            score = score_of(facts, number)
            yield number, rate, score is not None and score >= checks.high_score


@rule(
    "K801",
    Severity.WARNING,
    what=Text(
        "{name}的预算执行率只有 {rate}，低于 {line}%，没有说明原因",
        "{name}: only {rate} was executed, below {line}%, and no reason is given",
    ),
    why=Text("执行率低要说明原因，否则复核时会被退回", "a low rate without a reason is asked about on review"),
    cure=Text(
        "核对 executed；在项目的 reason 中说明原因，没有列项目的在 results 或 problems 中说明",
        "check `executed`; give the project's `reason`, or where none are listed say why in `results` or `problems`",
    ),
    formula=Text("预算执行率低的有原因", "a low execution rate has a reason"),
    passes="projects: [{name: 改造, budget: 300, executed: 20, score: 70, reason: 冬季停工}]",
    fails="projects: [{name: 改造, budget: 300, executed: 20, score: 70}]",
)
def low_execution_has_a_reason(facts: Facts) -> Iterator[Violation]:
    line = facts.standard.checks.low_execution
    for number, rate, is_high in _unexplained(facts):
        if not is_high:
            name = f"“{facts.report.projects[number].name}”"
            arguments = {"name": name, "rate": percent(rate), "line": plain(line)}
            yield Violation(("projects", number, "executed"), arguments)
    whole = facts.figures.get("funds.execution_rate")
    if facts.report.projects or whole is None or not isinstance(whole.value, Decimal) or whole.value >= line:
        return
    if not any(map(_SPEAKS_OF_EXECUTION.search, (facts.report.results or "", *facts.report.problems))):
        whole_arguments: Arguments = {
            "name": Text("全部资金", "all funds"),
            "rate": percent(whole.value),
            "line": plain(line),
        }
        yield Violation(("funds",), whole_arguments, at_key=True)


@rule(
    "K802",
    Severity.WARNING,
    what=Text(
        "“{name}”的预算执行率只有 {rate}，却得 {score} 分，没有说明原因",
        "“{name}” scores {score} with only {rate} executed, and no reason is given",
    ),
    why=Text(
        "钱没有花出去而得分高，说不出原因，复核时会被扣回",
        "a high score where little was spent is asked about on review",
    ),
    cure=Text(
        "核对 executed 与 score；属实的，在 reason 中说明",
        "check `executed` and `score`; give a `reason` where it is so",
    ),
    formula=Text("预算执行率低的得分不高，或有原因", "a low execution rate has no high score, or a reason"),
    passes="projects: [{name: 改造, budget: 300, executed: 20, score: 90, reason: 已完工，等待结算审计}]",
    fails="projects: [{name: 改造, budget: 300, executed: 20, score: 90}]",
)
def low_execution_has_no_high_score(facts: Facts) -> Iterator[Violation]:
    for number, rate, is_high in _unexplained(facts):
        if is_high:
            project = facts.report.projects[number]
            score = score_of(facts, number)
            assert score is not None
            arguments = {"name": project.name, "rate": percent(rate), "score": plain(score)}
            yield Violation(place_of_score(facts, number), arguments)


RULES = (low_execution_has_a_reason, low_execution_has_no_high_score)
