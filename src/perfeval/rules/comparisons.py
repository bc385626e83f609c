"""Comparisons with last year: what is given twice agrees, and the changes of the parts make up the whole change."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from perfeval.diagnostic import Pointer, Severity, Text
from perfeval.figures import Facts
from perfeval.figures.comparison import completed
from perfeval.model import BudgetSide, Comparison
from perfeval.printing import plain
from perfeval.quantity import decimals_of, difference, rounded
from perfeval.rules.rule import Violation, rule

_SIDES = ("revenue", "expenditure")
_PARTS = ("basic", "project")
_FIELDS = {"change": Text("增减额", "the change"), "change_rate": Text("增减率（%）", "the rate of change (%)")}


def _sides(facts: Facts) -> Iterator[tuple[Pointer, BudgetSide]]:
    for name in _SIDES:
        side: BudgetSide | None = getattr(facts.report.budget, name, None)
        if side is not None:
            yield ("budget", name), side


def _comparisons(facts: Facts) -> Iterator[tuple[Pointer, Comparison]]:
    owners: list[tuple[Pointer, object, tuple[str, ...]]] = [
        (("assets",), facts.report.assets, ("total", "liabilities", "net"))
    ]
    owners += [(pointer, side, _PARTS) for pointer, side in _sides(facts)]
    for pointer, owner, names in owners:
        for name in names:
            comparison: Comparison | None = getattr(owner, name, None)
            if comparison is not None:
                yield (*pointer, name), comparison


@rule(
    "K401",
    Severity.ERROR,
    what=Text(
        "{field}填报为 {given}，由其他各数算得 {derived}",
        "{field} is given as {given}; the other numbers make it {derived}",
    ),
    why=Text(
        "本年数、上年数、增减额、增减率中任两个决定其余",
        "of value, previous, change and rate any two decide the others",
    ),
    cure=Text("只留两个由程序补全，或改正写错的一个", "keep two of them, or correct the wrong one"),
)
def comparison_is_consistent(facts: Facts) -> Iterator[Violation]:
    for pointer, given in _comparisons(facts):
        for name, derived in _decided(given):
            stated: Decimal = getattr(given, name)
            if rounded(derived, decimals_of(stated)) != stated:
                shown = plain(rounded(derived, max(2, decimals_of(stated))))
                yield Violation((*pointer, name), {"field": _FIELDS[name], "given": plain(stated), "derived": shown})


def _decided(given: Comparison) -> Iterator[tuple[str, Decimal]]:
    """What else is given decides: the change only by both years (a printed rate is too coarse), the rate by any two."""
    change = difference(given.value, given.previous)
    if given.change is not None and change is not None:
        yield "change", change
    change_rate = completed(
        replace(given, change=given.change if change is None else change, change_rate=None)
    ).change_rate
    if given.change_rate is not None and change_rate is not None:
        yield "change_rate", change_rate


def _parts_gap(side: BudgetSide) -> tuple[Decimal, Decimal, Decimal, Decimal] | None:
    """The parts' changes added up, the whole change, their gap and the tail that rounding explains."""
    if side.previous is None or side.basic is None or side.project is None:
        return None
    basic, project = completed(side.basic).change, completed(side.project).change
    if basic is None or project is None:
        return None
    whole, parts = side.initial - side.previous, basic + project
    last_digit = Decimal(1).scaleb(-max(decimals_of(basic), decimals_of(project)))
    return parts, whole, abs(parts - whole), last_digit * len(_PARTS) / 2


_PARTS_WHAT = Text(
    "基本支出与项目支出的增减额合计 {parts} 万元，总的增减额是 {whole} 万元",
    "the changes of basic and project expenditure add up to {parts}, the whole change is {whole}",
)


@rule(
    "K402",
    Severity.ERROR,
    what=_PARTS_WHAT,
    why=Text(
        "部分之和应等于总数，差额超出四舍五入所能解释的范围",
        "parts make up the whole; rounding does not explain this gap",
    ),
    cure=Text("核对两部分的 change 与上年年初预算 previous", "check the parts' `change` and last year's `previous`"),
)
def parts_make_up_the_change(facts: Facts) -> Iterator[Violation]:
    for pointer, side in _sides(facts):
        gap = _parts_gap(side)
        if gap is not None and gap[2] > gap[3]:
            yield Violation((*pointer, "basic"), {"parts": plain(gap[0]), "whole": plain(gap[1])}, at_key=True)


@rule(
    "K403",
    Severity.NOTE,
    what=_PARTS_WHAT,
    why=Text("差额是四舍五入的尾差，可以不改", "the gap is a tail of rounding and may stay"),
    cure=Text("要消除尾差，写各部分到分的金额", "to remove it, give the parts to the 分"),
)
def parts_differ_by_rounding(facts: Facts) -> Iterator[Violation]:
    for pointer, side in _sides(facts):
        gap = _parts_gap(side)
        if gap is not None and 0 < gap[2] <= gap[3]:
            yield Violation((*pointer, "basic"), {"parts": plain(gap[0]), "whole": plain(gap[1])}, at_key=True)


RULES = (comparison_is_consistent, parts_make_up_the_change, parts_differ_by_rounding)
