"""What is stated elsewhere agrees: announced counts, and the figures expected under ``expect``."""

from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Arguments, Severity, Text
from perfeval.figures import Facts, Figure
from perfeval.model import UnitKind
from perfeval.printing import NO_RESULT, PRINT, plain
from perfeval.quantity import Unit, decimals_of, rounded
from perfeval.rules.rule import Violation, rule
from perfeval.settings import choose


@rule(
    "K501",
    Severity.ERROR,
    what=Text("写明{what} {given} 个，实际列出 {listed} 个", "{what} announced: {given}, listed: {listed}"),
    why=Text(
        "个数与清单必须一致，不一致说明有漏项或数错",
        "count and list must agree; if not, something is missing or miscounted",
    ),
    cure=Text(
        "删去这个数由程序清点，或补齐、改正清单",
        "leave the count out and it is counted for you, or correct the list",
    ),
    formula=Text("写明的科室、单位个数 = 列出的个数", "offices and affiliates announced = listed"),
    passes="duties: {offices: 1, units: [{name: 办公室, kind: office, text: 负责日常运转。}]}",
    fails="duties: {offices: 3, units: [{name: 办公室, kind: office, text: 负责日常运转。}]}",
)
def announced_units_are_listed(facts: Facts) -> Iterator[Violation]:
    duties = facts.report.duties
    if duties is None:
        return
    for kind, what, given in (
        (UnitKind.OFFICE, Text("内设科室", "offices"), duties.offices),
        (UnitKind.AFFILIATE, Text("下属单位", "affiliates"), duties.affiliates),
    ):
        listed = sum(unit.kind is kind for unit in duties.units)
        if given is not None and listed != given:
            yield Violation(("duties", f"{kind}s"), {"what": what, "given": str(given), "listed": str(listed)})


_UNITS = {Unit.PERCENT: "%", Unit.WORDS: ""}
"""How a unit follows its number, where not after a blank."""


def _agrees(expected: Decimal | str, figure: Figure) -> bool:
    """Whether the figure, rounded to the digits expected, is what was expected."""
    if isinstance(expected, Decimal) and isinstance(figure.value, Decimal):
        return rounded(figure.value, decimals_of(expected)) == expected
    return isinstance(expected, str) and expected == PRINT[figure.unit](figure.value)


@rule(
    "K502",
    Severity.ERROR,
    what=Text(
        "{label}（{name}）别处写的是 {expected}{unit}，算得 {derived}{unit}",
        "{label} ({name}) is expected to be {expected}{unit}, the data give {derived}{unit}",
    ),
    why=Text(
        "expect 里是系统或已印发的文稿中的数；不一致，说明数据和文稿有一处错",
        "it was printed elsewhere; either the data or that print is wrong",
    ),
    cure=Text(
        "查明哪一处是对的：改正数据，或改正 expect 并更正原文稿",
        "find out which is right; mend the data, or `expect` and the other print",
    ),
    formula=Text("expect 所写 = 算得的数据项", "what is expected = the figure"),
    passes="""\
funds: [{source: local, budget: 120, executed: 110}]
expect: {funds.execution_rate: 91.67}""",
    fails="""\
funds: [{source: local, budget: 120, executed: 110}]
expect: {funds.execution_rate: —}""",
)
def expected_figures_agree(facts: Facts) -> Iterator[Violation]:
    for name, expected in (facts.report.expect or {}).items():
        figure = facts.figures.get(name)
        if figure is not None and not _agrees(expected, figure):
            numbers = isinstance(expected, Decimal) and isinstance(figure.value, Decimal)
            arguments: Arguments = {
                "label": figure.label,
                "name": name,
                "expected": plain(expected) if isinstance(expected, Decimal) else expected,
                "derived": _shown(expected, figure),
                "unit": _UNITS.get(figure.unit, f" {figure.unit}") if numbers else "",
            }
            yield Violation(("expect", name), arguments)


def _shown(expected: Decimal | str, figure: Figure) -> str:
    """The figure with the digits it was expected with, at least those it is printed with."""
    if isinstance(expected, Decimal) and isinstance(figure.value, Decimal):
        printed = PRINT[figure.unit](figure.value).removesuffix("%")
        fine = rounded(figure.value, decimals_of(expected))
        return printed if len(printed) >= len(plain(fine)) else plain(fine)
    return PRINT[figure.unit](figure.value) or NO_RESULT


@rule(
    "K503",
    Severity.ERROR,
    what=Text("没有名为“{name}”的数据项{hint}", "there is no figure named “{name}”{hint}"),
    why=Text("名称写错，这一项就从未核对过", "a misspelt name means nothing is being checked"),
    cure=Text("用 perfeval figures 查看全部名称", "`perfeval figures` lists all names"),
    formula=Text("expect 中的名称都是数据项", "every name expected is a figure"),
    passes="""\
funds: [{source: local, budget: 120, executed: 110}]
expect: {funds.budget: 120}""",
    fails="""\
funds: [{source: local, budget: 120, executed: 110}]
expect: {funds.buget: 120}""",
)
def expected_figures_exist(facts: Facts) -> Iterator[Violation]:
    for name in facts.report.expect or {}:
        if name not in facts.figures:
            yield Violation(("expect", name), choose(name, facts.figures), at_key=True)


RULES = (announced_units_are_listed, expected_figures_agree, expected_figures_exist)
