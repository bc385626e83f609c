"""Funds: budget, receipt, execution and balance of all funds, of each source, of each project."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, TypeVar

from perfeval.diagnostic import Text
from perfeval.figures.figure import Facts, Figure, Measure, Scope, figure, known, sum_of, taken
from perfeval.figures.keeping import once
from perfeval.figures.regulations import PROJECT_EVALUATION
from perfeval.figures.tape import chosen
from perfeval.model import Amount, Fund, FundSource, Mark, Project
from perfeval.printing import capital, source_name
from perfeval.quantity import Unit, difference, rate

Sourced = TypeVar("Sourced", bound=Fund | Project)
ALL = Text("资金", "Funds:")
SOURCE_LABELS = {source: Text(source_name(source), f"{source.value.capitalize()} funds:") for source in FundSource}


class Spending(Protocol):
    """Anything with a budget and its execution, in 万元."""

    @property
    def budget(self) -> Amount: ...
    @property
    def executed(self) -> Amount: ...


class FundRow(Spending, Protocol):
    """The same with receipts."""

    @property
    def received(self) -> Amount | None: ...


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows, and all the rows where these are not all; ``compared`` where some could not be and are left out."""

    rows: Sequence[FundRow]
    whole: "Part | None" = None
    compared: bool = False

    def comparing(self, amount: str) -> "Part":
        """The rows where the budget and an amount apply: one marked — has nothing to be compared with."""
        void = Mark.NOT_APPLICABLE
        applicable = chosen(self.rows, lambda row: row.budget is not void and getattr(row, amount) is not void)
        return self if applicable == self.rows else Part(applicable, self.whole, compared=True)

    def sum(self, amount: str) -> Decimal | None:
        """The total of an amount. No rows add up to zero, but to nothing where none could be compared."""
        if self.compared and not self.rows:
            return None
        return sum_of(getattr(row, amount) for row in self.rows)


@once
def _spending(part: Part) -> Part:
    return part.comparing("executed")


@figure("budget", Text("全年预算数", "adjusted budget"), Unit.MONEY, Text("Σ 全年预算数", "Σ adjusted budget"))
@once
def budget(part: Part) -> Decimal | None:
    return part.sum("budget")


@figure("received", Text("到位数", "received"), Unit.MONEY, Text("Σ 到位数", "Σ received"))
@once
def received(part: Part) -> Decimal | None:
    return part.sum("received")


@figure("executed", Text("执行数", "executed"), Unit.MONEY, Text("Σ 执行数", "Σ executed"))
@once
def executed(part: Part) -> Decimal | None:
    return part.sum("executed")


@figure("balance", Text("结余数", "balance"), Unit.MONEY, Text("全年预算数 − 执行数", "adjusted budget − executed"))
def balance(part: Part) -> Decimal | None:
    rows = _spending(part)
    return difference(budget(rows), executed(rows))


@figure(
    "execution_rate",
    Text("预算执行率", "execution rate"),
    Unit.PERCENT,
    Text("执行数 ÷ 全年预算数 × 100%", "executed ÷ adjusted budget × 100%"),
    PROJECT_EVALUATION,
)
def execution_rate(part: Part) -> Decimal | None:
    rows = _spending(part)
    return rate(executed(rows), budget(rows))


@figure(
    "arrival_rate",
    Text("到位率", "arrival rate"),
    Unit.PERCENT,
    Text("到位数 ÷ 全年预算数 × 100%", "received ÷ adjusted budget × 100%"),
    PROJECT_EVALUATION,
)
def arrival_rate(part: Part) -> Decimal | None:
    rows = part.comparing("received")
    return rate(received(rows), budget(rows))


@figure(
    "share",
    Text("占比", "share"),
    Unit.PERCENT,
    Text("全年预算数 ÷ 全部全年预算数 × 100%", "adjusted budget ÷ total adjusted budget × 100%"),
)
def share(part: Part) -> Decimal | None:
    return rate(budget(part), budget(part.whole or part))


SUMS = (budget, received, executed, balance, execution_rate, arrival_rate)
PARTS = (*SUMS, share)


def _in_capitals(amount: Measure[Part, Decimal | None]) -> Measure[Part, str | None]:
    """The same amount as it is written in words on forms (大写), in 元."""
    named = figure(
        f"{amount.key}_capital",
        Text(f"{amount.label.zh}（大写）", f"{amount.label.en} in words"),
        Unit.WORDS,
        Text(f"{amount.label.zh}以元为单位大写", f"{amount.label.en}, written out in 元"),
        "《支付结算办法》附件一《正确填写票据和结算凭证的基本规定》",
    )
    return named(lambda part: capital(amount(part)) or None)


CAPITALS = (_in_capitals(budget), _in_capitals(executed), _in_capitals(balance))


@figure("balance", Text("结余数", "balance"), Unit.MONEY, Text("预算数 − 执行数", "budget − executed"))
def row_balance(row: FundRow) -> Decimal | None:
    return difference(known(row.budget), known(row.executed))


@figure(
    "execution_rate",
    Text("预算执行率", "execution rate"),
    Unit.PERCENT,
    Text("执行数 ÷ 预算数 × 100%", "executed ÷ budget × 100%"),
    PROJECT_EVALUATION,
)
@once
def row_execution_rate(row: Spending) -> Decimal | None:
    return rate(known(row.executed), known(row.budget))


@figure(
    "arrival_rate",
    Text("到位率", "arrival rate"),
    Unit.PERCENT,
    Text("到位数 ÷ 预算数 × 100%", "received ÷ budget × 100%"),
    PROJECT_EVALUATION,
)
def row_arrival_rate(row: FundRow) -> Decimal | None:
    return rate(known(row.received), known(row.budget))


ROW = (row_balance, row_execution_rate, row_arrival_rate)


def from_source(rows: Sequence[Sourced], source: FundSource) -> tuple[Sourced, ...]:
    """The rows whose money comes from one source."""
    return chosen(rows, lambda row: row.source is source)


def chapter(facts: Facts) -> Iterator[Figure]:
    """``funds.*`` in all, ``funds.<source>.*`` for each source present: of the funds where given, else the projects."""
    rows: Sequence[Fund | Project] = facts.report.funds or facts.report.projects
    if not rows:
        return
    whole = Part(rows)
    yield from taken((*SUMS, *CAPITALS), Scope("funds", ALL, whole))
    for source, label in SOURCE_LABELS.items():
        of_source = from_source(rows, source)
        if of_source:
            yield from taken(PARTS, Scope(f"funds.{source}", label, Part(of_source, whole)))
