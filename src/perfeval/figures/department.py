"""The department as a whole: its score, capped where the standard caps it, its grade and what follows from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from perfeval.diagnostic import Text
from perfeval.figures.figure import Facts, Figure, Scope, figure, taken
from perfeval.figures.forms import FORM, Form, apart
from perfeval.figures.indicator_tables import department_table
from perfeval.quantity import Unit


@dataclass(frozen=True, slots=True)
class Assessed:
    """The department before its scoring standard; ``scored`` names the figure that the score comes from."""

    scored: str
    facts: Facts

    def number(self, name: str) -> Decimal | None:
        """The value of a figure, where it is a number."""
        value = self.facts.value(name)
        return value if isinstance(value, Decimal) else None


@figure(
    "execution_rate",
    Text("预算执行率", "execution rate"),
    Unit.PERCENT,
    Text(
        "支出决算 ÷ 全年预算 × 100%；没有填报的为全部资金的预算执行率",
        "final accounts ÷ adjusted budget × 100%; where these are not given, that of all funds",
    ),
)
def execution_rate(assessed: Assessed) -> Decimal | None:
    of_all = assessed.number("budget.expenditure.completion_rate")
    return assessed.number("funds.execution_rate") if of_all is None else of_all


@figure(
    "uncapped_score",
    Text("封顶前得分", "score before the cap"),
    Unit.SCORE,
    Text(
        "有指标的为指标得分之和（预算执行率单独计分的为自评表合计得分），否则为项目平均得分",
        "sum of the indicators' scores (with that of execution, if scored apart), else the projects' mean score",
    ),
)
def uncapped_score(assessed: Assessed) -> Decimal | None:
    return assessed.number(assessed.scored)


@figure(
    "score",
    Text("综合得分", "score"),
    Unit.SCORE,
    Text(
        "封顶前得分；标准规定按执行率封顶的不超过上限",
        "the score before the cap, at most the cap for the execution rate",
    ),
)
def score(assessed: Assessed) -> Decimal | None:
    before, standard = uncapped_score(assessed), assessed.facts.standard
    cap = standard.cap(assessed.number("funds.execution_rate")) if standard.caps else None
    return before if before is None or cap is None else min(before, cap)


@figure(
    "grade",
    Text("综合评价等级", "grade"),
    Unit.WORDS,
    Text("综合得分（两位小数）所在的等级区间", "the band of the score at two decimals"),
)
def grade(assessed: Assessed) -> str | None:
    value = score(assessed)
    return None if value is None else assessed.facts.standard.band(value).name


@figure(
    "result_use",
    Text("评价结果应用", "use of the result"),
    Unit.WORDS,
    Text("评价等级对应的结果应用", "what the standard prescribes for the grade"),
)
def result_use(assessed: Assessed) -> str | None:
    value = score(assessed)
    return None if value is None else assessed.facts.standard.band(value).result_use


DEPARTMENT = (uncapped_score, score, grade, result_use)


NAME = Text("部门", "Department:")


def chapter(facts: Facts) -> Iterator[Figure]:
    """``department.*`` where there are indicators or projects to score; of a form where execution has a weight."""
    report, scored = facts.report, "indicators.score" if facts.report.indicators else "projects.mean_score"
    if report.indicators and report.execution_weight is not None:
        scored = "department.form_score"
        yield from _form(facts)
    if scored in facts.figures:
        yield from taken(DEPARTMENT, Scope("department", NAME, Assessed(scored, facts)))


def _form(facts: Facts) -> Iterator[Figure]:
    """What the department's own form adds up to."""
    table, whole = department_table(facts.report), Assessed("indicators.score", facts)
    form = Form(table, apart(table, facts), partial(execution_rate, whole), facts)
    yield from taken((execution_rate,), Scope("department", NAME, whole))
    yield from taken(FORM, Scope("department", NAME, form))
