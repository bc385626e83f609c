"""Budgets: revenue and expenditure balance, and no part is larger than the department's whole."""

from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Arguments, Severity, Text
from perfeval.figures import Facts
from perfeval.figures.official_expenses import ITEMS
from perfeval.model import BudgetSide, OfficialExpense
from perfeval.printing import plain
from perfeval.quantity import difference
from perfeval.rules.rule import Violation, rule

_BUDGETS = {
    "previous": Text("上年年初预算", "last year's initial budget"),
    "initial": Text("年初预算", "initial budget"),
    "adjusted": Text("全年预算", "adjusted budget"),
}
_BUDGET, _ACCOUNTS = Text("预算", "the budget"), Text("决算", "the final accounts")


@rule(
    "K310",
    Severity.WARNING,
    what=Text(
        "{budget}：收入 {revenue} 万元，支出 {expenditure} 万元，相差 {gap} 万元",
        "{budget}: revenue {revenue}, expenditure {expenditure}, {gap} apart",
    ),
    why=Text("部门预算收支平衡", "a department's budget balances"),
    cure=Text(
        "改正写错的数；收入中漏了上年结转的，补上",
        "correct the wrong number; revenue includes what was carried over from last year",
    ),
    formula=Text("收入预算 = 支出预算", "budgeted revenue = budgeted expenditure"),
    passes="budget: {revenue: {initial: 1000}, expenditure: {initial: 1000}}",
    fails="budget: {revenue: {initial: 1000}, expenditure: {initial: 1080}}",
)
def budget_balances(facts: Facts) -> Iterator[Violation]:
    budget = facts.report.budget
    if budget is None or budget.revenue is None or budget.expenditure is None:
        return
    told: set[Decimal] = {Decimal(0)}  # one gap carried through the year is told once
    for field, name in _BUDGETS.items():
        revenue, expenditure = getattr(budget.revenue, field), getattr(budget.expenditure, field)
        gap = difference(revenue, expenditure)
        if gap is not None and gap not in told:
            told.add(gap)
            arguments: Arguments = {
                "budget": name, "revenue": plain(revenue), "expenditure": plain(expenditure), "gap": plain(abs(gap)),
            }  # fmt: skip
            yield Violation(("budget", "expenditure", field), arguments)


def _whole_budget(side: BudgetSide) -> Decimal:
    """The adjusted budget; where it is not given it was at least the initial one and what was spent of it."""
    return side.adjusted if side.adjusted is not None else max(side.initial, side.final or side.initial)


@rule(
    "K313",
    Severity.WARNING,
    what=Text(
        "项目资金的{part} {funds} 万元，大于部门全部支出的{whole} {expenditure} 万元",
        "{part} of the projects is {funds}, above {whole} of the department's whole expenditure at {expenditure}",
    ),
    why=Text(
        "项目支出是部门支出的一部分；口径不同而不说明，前后两个总数互相矛盾",
        "projects are a part of it; two totals on different bases contradict each other unless that is said",
    ),
    cure=Text(
        "改正写错的数，或补上全年预算 adjusted；口径确实不同的，在正文中说明",
        "correct the wrong number, or give the `adjusted` budget; explain in the report where the bases differ",
    ),
    formula=Text("项目预算 ≤ 部门支出预算，项目执行 ≤ 支出决算", "projects ≤ expenditure, in budget and accounts"),
    passes="""\
budget: {expenditure: {initial: 1000, adjusted: 1100}}
funds: [{source: local, budget: 420, executed: 400}]""",
    fails="""\
budget: {expenditure: {initial: 1000, adjusted: 1100}}
funds: [{source: local, budget: 1420, executed: 1400}]""",
)
def projects_are_part_of_expenditure(facts: Facts) -> Iterator[Violation]:
    side = None if facts.report.budget is None else facts.report.budget.expenditure
    if side is None:
        return
    for part, field, whole, name in (
        (Text("预算", "the budget"), "funds.budget", _whole_budget(side), _BUDGET),
        (Text("执行数", "the execution"), "funds.executed", side.final, _ACCOUNTS),
    ):
        figure = facts.figures.get(field)
        if figure is not None and isinstance(figure.value, Decimal) and whole is not None and figure.value > whole:
            arguments: Arguments = {
                "part": part,
                "funds": plain(figure.value),
                "whole": name,
                "expenditure": plain(whole),
            }
            yield Violation(("budget", "expenditure"), arguments, at_key=True)
            return  # the same two bases: told once


@rule(
    "K314",
    Severity.NOTE,
    what=Text("{item}决算 {final} 万元，超过预算 {budget} 万元", "{item} {final} spent, above the budget of {budget}"),
    why=Text(
        "“三公”经费只减不增，超出预算要说明原因",
        "official expenses are held down: going above the budget is asked about",
    ),
    cure=Text("核对两个数；确已超出的，在 text 中说明原因", "check both; where it is so, say why in `text`"),
    formula=Text("“三公”经费决算 ≤ 预算，或有说明", "official expenses ≤ their budget, or explained"),
    passes="official_expenses: {reception: {budget: 4, final: 3.2}}",
    fails="official_expenses: {reception: {budget: 4, final: 4.2}}",
)
def official_expenses_keep_to_budget(facts: Facts) -> Iterator[Violation]:
    expenses = facts.report.official_expenses
    if expenses is None or expenses.text is not None:
        return
    for name, label in ITEMS.items():
        item: OfficialExpense | None = getattr(expenses, name)
        if item is not None and item.final is not None and item.budget is not None and item.final > item.budget:
            arguments: Arguments = {"item": label, "final": plain(item.final), "budget": plain(item.budget)}
            yield Violation(("official_expenses", name), arguments)


@rule(
    "K316",
    Severity.WARNING,
    what=Text(
        "各项目的{part}合计 {projects} 万元，大于部门项目支出的{whole} {expenditure} 万元",
        "{part} of the projects adds up to {projects}, above {whole} of the department's project expenditure "
        "at {expenditure}",
    ),
    why=Text(
        "所列项目是部门项目支出的一部分；口径不同而不说明，两处互相矛盾",
        "the projects are a part of it; on different bases the two contradict each other unless that is said",
    ),
    cure=Text("改正写错的数；口径确实不同的，在正文中说明", "correct the wrong number; explain where the bases differ"),
    formula=Text("Σ 项目 ≤ 部门项目支出", "Σ projects ≤ the department's project expenditure"),
    passes="""\
budget: {expenditure: {initial: 1000, project: {value: 600, adjusted: 620, final: 600}}}
projects: [{name: 维护费, budget: 620, executed: 600, score: 90}]""",
    fails="""\
budget: {expenditure: {initial: 1000, project: {value: 600, adjusted: 620, final: 600}}}
projects: [{name: 维护费, budget: 720, executed: 600, score: 90}]""",
)
def projects_are_part_of_project_expenditure(facts: Facts) -> Iterator[Violation]:
    side = None if facts.report.budget is None else facts.report.budget.expenditure
    if side is None or side.project is None or any(projects_are_part_of_expenditure.find(facts)):
        return  # above all expenditure, they are above a part of it as well: told once
    for part, field, whole, name in (
        (Text("全年预算数", "the adjusted budget"), "projects.budget", side.project.adjusted, _BUDGET),
        (Text("执行数", "the execution"), "projects.executed", side.project.final, _ACCOUNTS),
    ):
        derived = facts.figures.get(field)
        if derived is not None and isinstance(derived.value, Decimal) and whole is not None and derived.value > whole:
            arguments: Arguments = {
                "part": part,
                "projects": plain(derived.value),
                "whole": name,
                "expenditure": plain(whole),
            }
            yield Violation(("budget", "expenditure", "project"), arguments, at_key=True)
            return


RULES = (
    budget_balances,
    projects_are_part_of_expenditure,
    official_expenses_keep_to_budget,
    projects_are_part_of_project_expenditure,
)
