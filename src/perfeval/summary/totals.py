"""What all departments have together: each total with the words for how it is made and for how many it is unknown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from perfeval.diagnostic import Text
from perfeval.figures.figure import Figure, Measure, Scope, figure, taken
from perfeval.quantity import EXACT, Unit, rate, total
from perfeval.summary.entry import Reported

Departments = Sequence[Reported]


@dataclass(frozen=True, slots=True)
class Total:
    """A figure of all departments that have what it needs; ``without`` is the number of those that have not."""

    figure: Figure
    without: int

    @property
    def key(self) -> str:
        """The last part of its name."""
        return self.figure.name.rpartition(".")[2]


def _given(departments: Departments, name: str) -> list[Decimal]:
    return [value for one in departments if (value := getattr(one, name)) is not None]


def _sum(name: str) -> Callable[[Departments], Decimal | None]:
    """What is not known of one department is no zero: it is left out, and counted as left out."""
    return lambda departments: total(given) if (given := _given(departments, name)) else None


budget = figure(
    "budget",
    Text("全年预算数合计", "adjusted budget"),
    Unit.MONEY,
    Text("各部门全年预算数之和", "sum of the departments' adjusted budgets"),
)(_sum("budget"))
received = figure(
    "received",
    Text("到位数合计", "received"),
    Unit.MONEY,
    Text("各部门到位数之和", "sum of what the departments received"),
)(_sum("received"))
executed = figure(
    "executed",
    Text("执行数合计", "executed"),
    Unit.MONEY,
    Text("各部门执行数之和", "sum of what the departments executed"),
)(_sum("executed"))
balance = figure(
    "balance",
    Text("结余数合计", "balance"),
    Unit.MONEY,
    Text("各部门结余数之和", "sum of the departments' balances"),
)(_sum("balance"))
projects = figure(
    "projects",
    Text("项目个数合计", "projects"),
    Unit.PROJECTS,
    Text("各部门项目个数之和", "sum of the departments' numbers of projects"),
)(_sum("projects"))


@figure(
    "execution_rate",
    Text("总体预算执行率", "execution rate"),
    Unit.PERCENT,
    Text(
        "执行数之和 ÷ 全年预算数之和 × 100%（两数齐备的部门）",
        "Σ executed ÷ Σ adjusted budget × 100% (departments that have both)",
    ),
)
def execution_rate(departments: Departments) -> Decimal | None:
    both = [one for one in departments if one.budget is not None and one.executed is not None]
    return rate(executed(both), budget(both))


@figure(
    "mean_score",
    Text("平均得分", "mean score"),
    Unit.SCORE,
    Text("各部门综合得分之和 ÷ 有得分的部门数", "sum of the scores ÷ number of departments that have one"),
)
def mean_score(departments: Departments) -> Decimal | None:
    scores = _given(departments, "score")
    summed = total(scores)
    return EXACT.divide(summed, Decimal(len(scores))) if scores and summed is not None else None


@figure(
    "highest_score",
    Text("最高得分", "highest score"),
    Unit.SCORE,
    Text("各部门综合得分中的最高分", "the best of the departments' scores"),
)
def highest_score(departments: Departments) -> Decimal | None:
    return max(_given(departments, "score"), default=None)


@figure(
    "lowest_score",
    Text("最低得分", "lowest score"),
    Unit.SCORE,
    Text("各部门综合得分中的最低分", "the lowest of the departments' scores"),
)
def lowest_score(departments: Departments) -> Decimal | None:
    return min(_given(departments, "score"), default=None)


MEASURES: tuple[tuple[Measure[Departments, Decimal | None], tuple[str, ...]], ...] = (
    (budget, ("budget",)),
    (received, ("received",)),
    (executed, ("executed",)),
    (balance, ("balance",)),
    (execution_rate, ("budget", "executed")),
    (projects, ("projects",)),
    (mean_score, ("score",)),
    (highest_score, ("score",)),
    (lowest_score, ("score",)),
)
"""Each with what it needs of a department."""


def totals(departments: Departments) -> Iterator[Total]:
    """Every total, in the order in which a summary tells them."""
    for measure, needed in MEASURES:
        (made,) = taken((measure,), Scope("totals", Text("", ""), departments))
        yield Total(made, sum(any(getattr(one, name) is None for name in needed) for one in departments))
