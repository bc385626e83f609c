"""The forms of self-evaluation (自评表): what execution and indicators add up to, of a project or the department."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from perfeval.diagnostic import Pointer, Text
from perfeval.figures import indicators
from perfeval.figures.figure import Facts, Figure, Scope, figure, known, taken
from perfeval.figures.funds import ROW, row_execution_rate
from perfeval.figures.indicator_tables import Table, label_of, project_table
from perfeval.figures.regulations import PROJECT_EVALUATION
from perfeval.model import Project, ProjectFund
from perfeval.quantity import Unit, total
from perfeval.standards.scoring import score_by_execution

FUND_KINDS = {
    "appropriation": Text("当年财政拨款", "appropriation"),
    "carry_over": Text("上年结转资金", "carry-over"),
    "other": Text("其他资金", "other funds"),
}
EXECUTION_RATES = (indicators.EXECUTION_RATE, "budget.expenditure.completion_rate")
"""What execution may be scored by, beside the indicators or as one of them."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form before the scoring standard: its indicators, and the execution rate, which may be scored ``apart``."""

    table: Table
    apart: bool
    rate: Callable[[], Decimal | None]
    facts: Facts

    def of_indicators(self, measured: str) -> Decimal | None:
        """The sum of their weights or scores."""
        value = self.facts.value(f"{self.table.prefix}.{measured}")
        return value if isinstance(value, Decimal) else None


@dataclass(frozen=True, slots=True)
class OwnForm(Form):
    """The form of a project, which may have been given a score."""

    project: Project


@figure(
    "execution_weight",
    Text("预算执行率分值", "weight of execution"),
    Unit.SCORE,
    Text("单独计分的预算执行率的分值", "the weight of execution, where it is scored apart"),
    PROJECT_EVALUATION,
)
def execution_weight(form: Form) -> Decimal | None:
    return form.facts.report.execution_weight if form.apart else None


@figure(
    "execution_score",
    Text("预算执行率得分", "score of execution"),
    Unit.SCORE,
    Text("按预算执行率与评分标准算得", "from the execution rate and the scoring standard"),
    PROJECT_EVALUATION,
)
def execution_score(form: Form) -> Decimal | None:
    weight = execution_weight(form)
    if weight is None:
        return None
    rate = form.rate()
    return None if rate is None else score_by_execution(weight, rate, form.facts.standard)


@figure(
    "full_score",
    Text("满分", "full marks"),
    Unit.SCORE,
    Text("预算执行率分值 + Σ 三级指标分值", "weight of execution + Σ weights of the indicators"),
)
def full_score(form: Form) -> Decimal | None:
    weights = form.of_indicators("weight")
    return total((execution_weight(form), weights)) if form.apart else weights


@figure(
    "form_score",
    Text("自评表合计得分", "score of the form"),
    Unit.SCORE,
    Text("预算执行率得分 + Σ 三级指标得分", "score of execution + Σ scores of the indicators"),
)
def form_score(form: Form) -> Decimal | None:
    scores = form.of_indicators("score")
    return total((execution_score(form), scores)) if form.apart else scores


FORM = (execution_weight, execution_score, full_score, form_score)


@figure(
    "score",
    Text("自评得分", "score"),
    Unit.SCORE,
    Text("填报的得分；未填的为自评表合计得分", "as given, else the score of the form"),
)
def score(form: OwnForm) -> Decimal | None:
    given = form.project.score
    return form_score(form) if given is None else known(given)


def score_of(facts: Facts, number: int) -> Decimal | None:
    """The score of a project, counted from 0: as given, else as its own form has it."""
    project = facts.report.projects[number]
    if project.score is not None or not project.indicators:
        return known(project.score)
    value = facts.value(f"projects.{number + 1}.score")
    return value if isinstance(value, Decimal) else None


def place_of_score(facts: Facts, number: int) -> Pointer:
    """Where a project's score is given; the project where it follows from its form."""
    return ("projects", number) if facts.report.projects[number].score is None else ("projects", number, "score")


def apart(table: Table, facts: Facts) -> bool:
    """Whether execution is scored beside the indicators: it has a weight, and none of them takes its rate."""
    return facts.report.execution_weight is not None and not any(map(table.takes, EXECUTION_RATES))


def chapter(facts: Facts) -> Iterator[Figure]:
    """Of each project ``projects.<number>.*``: balance and rates, ``.funds.<kind>.*``, ``.indicators.*``, scores."""
    for number, project in enumerate(facts.report.projects):
        name, pointer = f"projects.{number + 1}", ("projects", number)
        label = label_of(project, number)
        yield from _funds(project, name, label, pointer)
        if project.indicators:
            table = project_table(project, number)
            yield from indicators.figures_of(table, facts)
            form = OwnForm(table, apart(table, facts), partial(row_execution_rate, project), facts, project)
            yield from taken((*FORM, score), Scope(name, label, form, pointer))


def _funds(project: Project, name: str, label: Text, pointer: Pointer) -> Iterator[Figure]:
    """Before the project's indicators, which may take their actual values from these."""
    yield from taken(ROW, Scope(name, label, project, pointer))
    for kind, called, fund in kinds_of(project):
        both = Text(label.zh + called.zh, f"{label.en} {called.en}")
        yield from taken((row_execution_rate,), Scope(f"{name}.funds.{kind}", both, fund, (*pointer, "funds", kind)))


def kinds_of(project: Project) -> Iterator[tuple[str, Text, ProjectFund]]:
    """The funds of a project by kind, as far as they are given, with what the kind is called."""
    for kind, called in FUND_KINDS.items():
        fund: ProjectFund | None = getattr(project.funds, kind, None)
        if fund is not None:
            yield kind, called, fund
