"""Amounts of a project or fund: balance, rate and order of its amounts, and nothing finer than the 分."""

from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Arguments, Pointer, Severity, Text
from perfeval.figures import Facts
from perfeval.figures.figure import known
from perfeval.figures.forms import kinds_of
from perfeval.figures.funds import Spending, row_balance, row_execution_rate
from perfeval.model import Mark
from perfeval.model.units import unit_of
from perfeval.printing import percent, plain, source_name
from perfeval.quantity import Unit, decimals_of, rounded
from perfeval.rules.rule import Violation, rule
from perfeval.rules.tally import FEN, Tally, tail

FIELDS = {
    "budget": Text("预算数", "budget"),
    "received": Text("到位数", "received"),
    "executed": Text("执行数", "executed"),
}
_IN_ORDER = (("executed", "budget"), ("executed", "received"), ("received", "budget"))
"""Pairs of which the first is not above the second; the gravest first."""

_DERIVED = Text("预算数减执行数", "budget less executed")


def balances(facts: Facts) -> Iterator[Tally]:
    """Each project's balance."""
    for number, project in enumerate(facts.report.projects):
        given, derived = known(project.balance), row_balance(project)
        if given is not None and derived is not None:
            name = Text(f"“{project.name}”的结余数", f"the balance of “{project.name}”")
            yield Tally(("projects", number, "balance"), name, _DERIVED, given, derived, tail((given, derived)))


@rule(
    "K301",
    Severity.ERROR,
    what=Text(
        "“{name}”的结余数填报为 {given} 万元，预算数减执行数是 {derived} 万元",
        "“{name}” gives a balance of {given}; budget less executed is {derived}",
    ),
    why=Text("结余数 = 预算数 − 执行数", "balance = budget − executed"),
    cure=Text(
        "删去 balance 由程序计算，或改正三个数中写错的一个",
        "leave `balance` out, or correct the wrong one of the three",
    ),
    formula=Text("结余数 = 预算数 − 执行数", "balance = budget − executed"),
    passes="projects: [{name: 维护费, budget: 120, executed: 110, balance: 10, score: 90}]",
    fails="projects: [{name: 维护费, budget: 120, executed: 110, balance: 20, score: 90}]",
)
def project_balance_agrees(facts: Facts) -> Iterator[Violation]:
    for tally in balances(facts):
        if tally.is_wrong:
            name = facts.report.projects[int(tally.pointer[1])].name
            yield Violation(tally.pointer, {"name": name, "given": plain(tally.given), "derived": plain(tally.derived)})


@rule(
    "K302",
    Severity.ERROR,
    what=Text(
        "“{name}”的预算执行率填报为 {given}%，执行数除以预算数是 {derived}",
        "“{name}” gives an execution rate of {given}%; executed ÷ budget is {derived}",
    ),
    why=Text("预算执行率 = 执行数 ÷ 全年预算数", "execution rate = executed ÷ adjusted budget"),
    cure=Text("删去 execution_rate 由程序计算，或改正写错的数", "leave `execution_rate` out, or correct what is wrong"),
    formula=Text("预算执行率 = 执行数 ÷ 全年预算数 × 100%", "execution rate = executed ÷ adjusted budget × 100%"),
    passes="projects: [{name: 维护费, budget: 120, executed: 110, execution_rate: 91.67, score: 90}]",
    fails="projects: [{name: 维护费, budget: 120, executed: 110, execution_rate: 97.61, score: 90}]",
)
def project_execution_rate_agrees(facts: Facts) -> Iterator[Violation]:
    for number, project in enumerate(facts.report.projects):
        given = project.execution_rate
        if given is None:
            continue
        derived = row_execution_rate(project)
        if derived is None or rounded(derived, decimals_of(given)) != given:
            arguments = {"name": project.name, "given": plain(given), "derived": percent(derived)}
            yield Violation(("projects", number, "execution_rate"), arguments)


@rule(
    "K306",
    Severity.WARNING,
    what=Text("“{name}”执行了 {executed} 万元，预算数却是“—”", "“{name}” executed {executed}, its budget is —"),
    why=Text(
        "没有预算的支出算不出执行率，合计的执行率和结余不含这一项",
        "without a budget there is no rate; the total rate and balance leave this project out",
    ),
    cure=Text("填写预算数 budget；没有预算的写“无”", "give the `budget`; write 无 where there was none"),
    formula=Text("执行数 > 0 的项目有预算数", "what was executed had a budget"),
    passes="projects: [{name: 维护费, budget: 120, executed: 110, score: 90}]",
    fails="projects: [{name: 维护费, budget: —, executed: 110, score: 90}]",
)
def execution_has_a_budget(facts: Facts) -> Iterator[Violation]:
    for number, project in enumerate(facts.report.projects):
        executed = known(project.executed)
        if project.budget is Mark.NOT_APPLICABLE and executed is not None and executed > 0:
            yield Violation(("projects", number, "budget"), {"name": project.name, "executed": plain(executed)})


def _unexplained(facts: Facts) -> Iterator[tuple[Pointer, str, Spending]]:
    """Projects without a reason; funds only where no projects are listed, for they are the same money."""
    for number, project in enumerate(facts.report.projects):
        if project.reason is None:
            yield ("projects", number), project.name, project
            balance = row_balance(project)
            kinds = kinds_of(project) if balance is None or balance >= 0 else ()  # what is over is told once
            for kind, called, part in kinds:
                yield ("projects", number, "funds", kind), f"{project.name}：{called.zh}", part
    if not facts.report.projects:
        for number, fund in enumerate(facts.report.funds):
            yield ("funds", number), source_name(fund.source), fund


@rule(
    "K308",
    Severity.WARNING,
    what=Text(
        "“{name}”的{more}{above} 万元，大于{less}{below} 万元",
        "“{name}”: {more} is {above}, above {less} at {below}",
    ),
    why=Text("钱先有预算，再到位，然后支出；超出的要说明来处", "money is budgeted, then received, then spent"),
    cure=Text(
        "改正写错的数；确有其事的，在项目的 reason 中说明",
        "correct the wrong number; where it is so, give the project's `reason`",
    ),
    formula=Text("执行数 ≤ 到位数 ≤ 预算数", "executed ≤ received ≤ budget"),
    passes="projects: [{name: 维护费, budget: 120, received: 115, executed: 110, score: 90}]",
    fails="projects: [{name: 维护费, budget: 120, received: 120, executed: 130, score: 90}]",
)
def amounts_are_in_order(facts: Facts) -> Iterator[Violation]:
    for pointer, name, row in _unexplained(facts):
        for more, less in _IN_ORDER:
            above, below = known(getattr(row, more, None)), known(getattr(row, less, None))
            if above is not None and below is not None and above > below:
                places: Arguments = {"name": name, "more": FIELDS[more], "less": FIELDS[less]}
                yield Violation((*pointer, more), {**places, "above": plain(above), "below": plain(below)})
                break


@rule(
    "K304",
    Severity.ERROR,
    what=Text("{given} 万元比“分”还细", "{given} 万元 is finer than 0.01 yuan"),
    why=Text(
        "万元保留六位小数就到分，再多的位数不是真实的钱",
        "six decimals of 万元 are one 分; more digits are no real money",
    ),
    cure=Text("查明原始金额，最多写六位小数", "look the amount up and give at most six decimals"),
    formula=Text("金额（万元）最多六位小数", "amounts (万元) have at most six decimals"),
    passes="funds: [{source: local, budget: 120.123456, executed: 110}]",
    fails="funds: [{source: local, budget: 120.1234567, executed: 110}]",
)
def money_is_whole_fen(facts: Facts) -> Iterator[Violation]:
    for pointer, value in facts.given:
        if isinstance(value, Decimal) and decimals_of(value) > FEN and unit_of(pointer) is Unit.MONEY:
            yield Violation(pointer, {"given": plain(value)})


RULES = (
    project_balance_agrees,
    project_execution_rate_agrees,
    execution_has_a_budget,
    amounts_are_in_order,
    money_is_whole_fen,
)
