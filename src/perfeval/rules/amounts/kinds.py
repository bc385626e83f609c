"""Funds of a project by kind: together they are the project's."""

from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Arguments, Severity, Text
from perfeval.figures import Facts
from perfeval.figures.figure import known
from perfeval.figures.forms import kinds_of
from perfeval.model import Amount, Mark
from perfeval.printing import plain
from perfeval.quantity import total
from perfeval.rules.rule import Violation, rule
from perfeval.rules.tally import Tally, tail

_FIELDS = {
    "initial": Text("年初预算数", "initial budget"),
    "budget": Text("全年预算数", "adjusted budget"),
    "executed": Text("执行数", "executed"),
}
_TOGETHER = Text("各项资金合计", "its funds together")


def by_kind(facts: Facts) -> Iterator[Tally]:
    """Each amount of a project beside the sum of its kinds of funds; of those known, where they alone are too much."""
    for number, project in enumerate(facts.report.projects):
        funds = [fund for _, _, fund in kinds_of(project)]
        for field, amount in _FIELDS.items():
            parts = [getattr(fund, field) for fund in funds]
            numbers = [part for part in map(known, parts) if part is not None]
            given, derived = _number(getattr(project, field)), total(numbers)
            if given is None or derived is None or not funds:
                continue
            name = Text(f"“{project.name}”的{amount.zh}", f"“{project.name}”: {amount.en}")
            tally = Tally(("projects", number, field), name, _TOGETHER, given, derived, tail([*numbers, given]))
            if None not in parts or (tally.is_wrong and derived > given):
                yield tally


def _number(amount: Amount | None) -> Decimal | None:
    """What the whole of a project is held to be: 无 is nothing, and — cannot be compared."""
    return Decimal(0) if amount is Mark.NONE else known(amount)


@rule(
    "K315",
    Severity.ERROR,
    what=Text(
        "{name}填报为 {given} 万元，各项资金合计 {derived} 万元，相差 {gap} 万元",
        "{name} is given as {given}; its kinds of funds add up to {derived}, {gap} apart",
    ),
    why=Text(
        "自评表的年度资金总额等于财政拨款、结转资金、其他资金之和",
        "on the form the total is the sum of appropriation, carry-over and other funds",
    ),
    cure=Text("改正项目的金额或 funds 中写错的数", "correct the project's amount, or the wrong one of its `funds`"),
    formula=Text("项目资金 = Σ 各项资金", "funds of a project = Σ its kinds of funds"),
    passes="""\
projects:
  - name: 维护费
    budget: 120
    executed: 110
    score: 90
    funds: {appropriation: {budget: 100, executed: 90}, carry_over: {budget: 20, executed: 20}}""",
    fails="""\
projects:
  - name: 维护费
    budget: 120
    executed: 110
    score: 90
    funds: {appropriation: {budget: 100, executed: 90}, carry_over: {budget: 30, executed: 20}}""",
)
def kinds_of_funds_make_up_the_project(facts: Facts) -> Iterator[Violation]:
    for tally in by_kind(facts):
        if tally.is_wrong:
            arguments: Arguments = {
                "name": tally.name,
                "given": plain(tally.given),
                "derived": plain(tally.derived),
                "gap": plain(tally.gap),
            }
            yield Violation(tally.pointer, arguments)


RULES = (kinds_of_funds_make_up_the_project,)
