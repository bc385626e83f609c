"""The department as a whole: its score, capped where the standard caps it, its grade and what follows from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from perfeval.diagnostic import Text
from perfeval.figures.figure import Facts, Figure, Scope, figure, taken
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
    "uncapped_score",
    Text("封顶前得分", "score before the cap"),
    Unit.SCORE,
    Text("有指标的为指标得分之和，否则为项目平均得分", "sum of the indicators' scores, else the projects' mean score"),
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


def chapter(facts: Facts) -> Iterator[Figure]:
    """``department.*`` where there are indicators or projects to score."""
    scored = "indicators.score" if facts.report.indicators else "projects.mean_score"
    if scored in facts.figures:
        yield from taken(DEPARTMENT, Scope("department", Text("部门", "Department:"), Assessed(scored, facts)))
