"""Tails of rounding: gaps between numbers that must agree, as small as rounding makes them."""

from collections.abc import Iterator

from perfeval.diagnostic import Arguments, Severity, Text
from perfeval.figures import Facts
from perfeval.printing import plain
from perfeval.rules.amounts import kinds, net_assets, rows, sources
from perfeval.rules.comparisons import changes, parts
from perfeval.rules.rule import Violation, rule
from perfeval.rules.tally import Tally


def _tallies(facts: Facts) -> Iterator[Tally]:
    yield from rows.balances(facts)
    yield from (tally for _, _, tally in sources.by_source(facts))
    yield from kinds.by_kind(facts)
    yield from net_assets.net_assets(facts)
    yield from changes.changes(facts)
    yield from parts.values(facts)
    yield from parts.later_values(facts)
    yield from parts.changes(facts)


@rule(
    "K403",
    Severity.NOTE,
    what=Text(
        "{name}为 {given} 万元，{others}为 {derived} 万元",
        "{name}: {given}; {others}: {derived}",
    ),
    why=Text("差额是四舍五入的尾差，可以不改", "the gap is a tail of rounding and may stay"),
    cure=Text("要消除尾差，写各数到分的金额", "to remove it, give the amounts to the 分"),
    formula=Text("尾差 ≤ 末位的一半 × 相加减的个数", "a tail ≤ half of the last digit × the numbers added up"),
    passes="assets: {total: {value: 500.12}, liabilities: {value: 200.05}, net: {value: 300.07}}",
    fails="assets: {total: {value: 500.12}, liabilities: {value: 200.05}, net: {value: 300.08}}",
)
def numbers_differ_by_rounding(facts: Facts) -> Iterator[Violation]:
    for tally in _tallies(facts):
        if tally.is_rounded:
            arguments: Arguments = {
                "name": tally.name,
                "others": tally.others,
                "given": plain(tally.given),
                "derived": plain(tally.derived),
            }
            yield Violation(tally.pointer, arguments, at_key=tally.at_key)


RULES = (numbers_differ_by_rounding,)
