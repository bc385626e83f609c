"""Basic and project expenditure: the two parts make up the whole, and their changes the whole change."""

from collections.abc import Iterator

from perfeval.diagnostic import Arguments, Pointer, Severity, Text
from perfeval.figures import Facts
from perfeval.model import BudgetSide, Comparison
from perfeval.printing import plain
from perfeval.quantity import EXACT, difference, total
from perfeval.rules.rule import Violation, rule
from perfeval.rules.tally import Tally, tail

_SIDES = ("revenue", "expenditure")
_PARTS = Text("基本支出与项目支出合计", "its parts together")


def sides(facts: Facts) -> Iterator[tuple[Pointer, BudgetSide]]:
    """Revenue and expenditure, where given."""
    for name in _SIDES:
        side: BudgetSide | None = getattr(facts.report.budget, name, None)
        if side is not None:
            yield ("budget", name), side


def _changed(part: Comparison) -> Comparison:
    """Value and change as far as they are given or follow exactly; a printed rate is too coarse for a sum."""
    value = part.value if part.value is not None else total((part.previous, part.change))
    change = part.change if part.change is not None else difference(part.value, part.previous)
    return Comparison(value=value, change=change)


def values(facts: Facts) -> Iterator[Tally]:
    """The initial budget beside the sum of its parts."""
    for pointer, side in sides(facts):
        if side.basic is None or side.project is None:
            continue
        basic, project = _changed(side.basic).value, _changed(side.project).value
        if basic is not None and project is not None:
            name = Text("年初预算", "the initial budget")
            both = EXACT.add(basic, project)
            yield Tally((*pointer, "basic"), name, _PARTS, side.initial, both, tail((basic, project)), at_key=True)


_LATER = {"adjusted": Text("全年预算", "the adjusted budget"), "final": Text("决算", "the final accounts")}


def later_values(facts: Facts) -> Iterator[Tally]:
    """The adjusted budget and the final accounts, each beside the sum of its parts."""
    for pointer, side in sides(facts):
        for field, name in _LATER.items():
            whole, basic, project = (getattr(one, field, None) for one in (side, side.basic, side.project))
            if whole is not None and basic is not None and project is not None:
                both = EXACT.add(basic, project)
                yield Tally((*pointer, "basic", field), name, _PARTS, whole, both, tail((basic, project)))


def changes(facts: Facts) -> Iterator[Tally]:
    """The whole change beside the sum of its parts' changes; silent where this year's parts are off as much already."""
    told = {tally.pointer: tally.gap for tally in values(facts) if tally.gap}
    for pointer, side in sides(facts):
        if side.previous is None or side.basic is None or side.project is None:
            continue
        basic, project = _changed(side.basic).change, _changed(side.project).change
        if basic is not None and project is not None:
            name = Text("年初预算比上年的增减额", "the change of the initial budget")
            parts = Text("基本支出与项目支出的增减额合计", "the changes of its parts together")
            whole, both = EXACT.subtract(side.initial, side.previous), EXACT.add(basic, project)
            tally = Tally((*pointer, "basic"), name, parts, whole, both, tail((basic, project)), at_key=True)
            if told.get(tally.pointer) != tally.gap:
                yield tally


_WHY = Text(
    "部分之和应等于总数，差额超出四舍五入所能解释的范围",
    "parts make up the whole; rounding does not explain this gap",
)


@rule(
    "K405",
    Severity.ERROR,
    what=Text(
        "基本支出与项目支出合计 {parts} 万元，{name}是 {whole} 万元",
        "basic and project expenditure add up to {parts}, {name} is {whole}",
    ),
    why=_WHY,
    cure=Text(
        "核对两部分的 value、adjusted、final 与总数 initial、adjusted、final",
        "check the parts' `value`, `adjusted`, `final` and the whole's `initial`, `adjusted`, `final`",
    ),
    formula=Text(
        "基本支出 + 项目支出 = 年初预算，全年预算、决算都是", "basic + project = initial budget, in all three"
    ),
    passes="budget: {expenditure: {initial: 1000, basic: {value: 600}, project: {value: 400}}}",
    fails="budget: {expenditure: {initial: 1000, basic: {value: 600}, project: {value: 480}}}",
)
def parts_make_up_the_budget(facts: Facts) -> Iterator[Violation]:
    yield from _wrong(values(facts))
    yield from _wrong(later_values(facts))


@rule(
    "K402",
    Severity.ERROR,
    what=Text(
        "基本支出与项目支出的增减额合计 {parts} 万元，总的增减额是 {whole} 万元",
        "the changes of basic and project expenditure add up to {parts}, the whole change is {whole}",
    ),
    why=_WHY,
    cure=Text("核对两部分的 change 与上年年初预算 previous", "check the parts' `change` and last year's `previous`"),
    formula=Text(
        "两部分增减额之和 = 年初预算 − 上年年初预算", "Σ changes of the parts = initial − last year's initial"
    ),
    passes="budget: {expenditure: {initial: 1000, previous: 950, basic: {change: 60}, project: {change: -10}}}",
    fails="budget: {expenditure: {initial: 1000, previous: 950, basic: {change: 60}, project: {change: 10}}}",
)
def parts_make_up_the_change(facts: Facts) -> Iterator[Violation]:
    yield from _wrong(changes(facts))


def _wrong(tallies: Iterator[Tally]) -> Iterator[Violation]:
    for tally in tallies:
        if tally.is_wrong:
            arguments: Arguments = {"name": tally.name, "parts": plain(tally.derived), "whole": plain(tally.given)}
            yield Violation(tally.pointer, arguments, at_key=tally.at_key)


RULES = (parts_make_up_the_budget, parts_make_up_the_change)
