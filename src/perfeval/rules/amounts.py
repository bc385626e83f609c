"""Amounts: what is given twice agrees, parts make up their whole, and nothing is finer than the 分."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from perfeval.diagnostic import Arguments, Severity, Text
from perfeval.figures import Facts
from perfeval.figures.figure import known, sum_of
from perfeval.figures.funds import FundRow, row_balance, row_execution_rate
from perfeval.model import FundSource, Mark
from perfeval.printing import money, percent, plain, source_name
from perfeval.quantity import decimals_of, rounded
from perfeval.rules.rule import Violation, rule

FEN = 6
"""Decimals of 万元 that make 0.01 元."""

_AMOUNTS = {
    "budget": Text("预算数", "budget"),
    "received": Text("到位数", "received"),
    "executed": Text("执行数", "executed"),
}

_NOT_MONEY = frozenset(("score", "weight", "actual", "execution_rate", "change_rate"))


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
)
def project_balance_agrees(facts: Facts) -> Iterator[Violation]:
    for number, project in enumerate(facts.report.projects):
        given, derived = known(project.balance), row_balance(project)
        if given is not None and derived is not None and given != derived:
            arguments = {"name": project.name, "given": plain(given), "derived": plain(derived)}
            yield Violation(("projects", number, "balance"), arguments)


@rule(
    "K302",
    Severity.ERROR,
    what=Text(
        "“{name}”的预算执行率填报为 {given}%，执行数除以预算数是 {derived}",
        "“{name}” gives an execution rate of {given}%; executed ÷ budget is {derived}",
    ),
    why=Text("预算执行率 = 执行数 ÷ 全年预算数", "execution rate = executed ÷ adjusted budget"),
    cure=Text("删去 execution_rate 由程序计算，或改正写错的数", "leave `execution_rate` out, or correct what is wrong"),
)
def project_execution_rate_agrees(facts: Facts) -> Iterator[Violation]:
    for number, project in enumerate(facts.report.projects):
        given, derived = project.execution_rate, row_execution_rate(project)
        if given is None:
            continue
        if derived is None or rounded(derived, decimals_of(given)) != given:
            arguments = {"name": project.name, "given": plain(given), "derived": percent(derived)}
            yield Violation(("projects", number, "execution_rate"), arguments)


@rule(
    "K303",
    Severity.ERROR,
    what=Text(
        "{source}的{field}填报为 {given} 万元，相应的项目合计 {derived} 万元，相差 {gap} 万元",
        "{source}: {field} is given as {given}; its projects add up to {derived}, {gap} apart",
    ),
    why=Text(
        "同一笔资金按来源和按项目两处列示，必须相等",
        "the same money is shown by source and by project: both must agree",
    ),
    cure=Text(
        "删去 funds 由项目汇总，或改正写错的数",
        "leave `funds` out and let the projects add up, or correct the wrong number",
    ),
)
def funds_agree_with_projects(facts: Facts) -> Iterator[Violation]:
    funds, projects = facts.report.funds, facts.report.projects
    if not funds or not projects:
        return
    sources: list[FundSource | None] = [*FundSource]
    if any(project.source is None for project in projects):
        sources = [None]  # not every project says where its money is from: only all of it can be compared
    for source in sources:
        places = [index for index, fund in enumerate(funds) if source in {None, fund.source}]
        rows = [project for project in projects if source in {None, project.source}]
        for field, name in _AMOUNTS.items():
            given, derived = _sum(field, [funds[index] for index in places]), _sum(field, rows)
            if given is not None and derived is not None and given != derived:
                arguments: Arguments = {
                    "source": Text("全部资金", "all funds") if source is None else Text(source_name(source), source),
                    "field": name, "given": plain(given), "derived": plain(derived), "gap": plain(abs(given - derived)),
                }  # fmt: skip
                yield Violation(("funds", places[0], field) if len(places) == 1 else ("funds",), arguments)


def _sum(field: str, rows: Sequence[FundRow]) -> Decimal | None:
    return sum_of(getattr(row, field) for row in rows)


@rule(
    "K306",
    Severity.WARNING,
    what=Text("“{name}”执行了 {executed} 万元，预算数却是“—”", "“{name}” executed {executed}, its budget is —"),
    why=Text(
        "没有预算的支出算不出执行率，合计的执行率和结余不含这一项",
        "without a budget there is no rate; the total rate and balance leave this project out",
    ),
    cure=Text("填写预算数 budget；没有预算的写 无", "give the `budget`; write 无 where there was none"),
)
def execution_has_a_budget(facts: Facts) -> Iterator[Violation]:
    for number, project in enumerate(facts.report.projects):
        executed = known(project.executed)
        if project.budget is Mark.NOT_APPLICABLE and executed is not None and executed > 0:
            yield Violation(("projects", number, "budget"), {"name": project.name, "executed": plain(executed)})


@rule(
    "K307",
    Severity.WARNING,
    what=Text(
        "有的项目写明了资金来源，“{name}”等 {count} 个没有写",
        "some projects name the source of their funds; {count} do not, “{name}” first",
    ),
    why=Text(
        "正文按来源列示资金，没有写来源的就不在其中，各来源之和小于总数",
        "the report lists funds by source; those without one are left out, and the sources do not add up",
    ),
    cure=Text("补上 source，或另写 funds 按来源列示", "give each `source`, or list `funds` by source"),
)
def every_project_has_a_source_or_none(facts: Facts) -> Iterator[Violation]:
    projects = facts.report.projects
    without = [number for number, project in enumerate(projects) if project.source is None]
    if without and len(without) < len(projects) and not facts.report.funds:
        arguments = {"name": projects[without[0]].name, "count": str(len(without))}
        yield Violation(("projects", without[0]), arguments)


@rule(
    "K304",
    Severity.ERROR,
    what=Text("{given} 万元比“分”还细", "{given} 万元 is finer than 0.01 yuan"),
    why=Text(
        "万元保留六位小数就到分，再多的位数不是真实的钱",
        "six decimals of 万元 are one 分; more digits are no real money",
    ),
    cure=Text("查明原始金额，最多写六位小数", "look the amount up and give at most six decimals"),
)
def money_is_whole_fen(facts: Facts) -> Iterator[Violation]:
    for pointer, value in facts.given:
        if (
            isinstance(value, Decimal)
            and decimals_of(value) > FEN
            and pointer[-1] not in _NOT_MONEY
            and pointer[0] != "expect"
        ):
            yield Violation(pointer, {"given": plain(value)})


@rule(
    "K305",
    Severity.ERROR,
    what=Text(
        "净资产填报为 {given} 万元，资产总额减负债总额是 {derived} 万元",
        "net assets are given as {given}; assets less liabilities are {derived}",
    ),
    why=Text("净资产 = 资产总额 − 负债总额", "net assets = assets − liabilities"),
    cure=Text("核对资产、负债、净资产三个数", "check assets, liabilities and net assets"),
)
def net_assets_agree(facts: Facts) -> Iterator[Violation]:
    net, derived = facts.figures.get("assets.net.value"), facts.figures.get("assets.net_value")
    if net is None or derived is None or net.value is None or derived.value in {None, net.value}:
        return
    yield Violation(("assets", "net"), {"given": money(net.value), "derived": money(derived.value)})


RULES = (
    project_balance_agrees,
    project_execution_rate_agrees,
    funds_agree_with_projects,
    money_is_whole_fen,
    net_assets_agree,
    execution_has_a_budget,
    every_project_has_a_source_or_none,
)
