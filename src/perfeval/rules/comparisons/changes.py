"""Comparisons with last year: of value, previous, change and rate any two decide the others; no year is below zero."""

from collections.abc import Iterator
from dataclasses import replace

from perfeval.diagnostic import Arguments, Pointer, Severity, Text
from perfeval.figures import Facts
from perfeval.figures.comparison import completed
from perfeval.model import Comparison
from perfeval.printing import plain
from perfeval.quantity import decimals_of, difference, rounded
from perfeval.rules.comparisons.parts import sides
from perfeval.rules.rule import Violation, rule
from perfeval.rules.tally import Tally, tail

_CHANGE = Text("增减额", "the change")
_RATE = Text("增减率（%）", "the rate of change (%)")
_YEARS = Text("本年数减上年数", "this year less last year")
_CHANGED = Text("增减额除以上年数", "change ÷ last year")
_PARTS = ("basic", "project")
_ASSETS = ("total", "liabilities", "net")


def _comparisons(facts: Facts) -> Iterator[tuple[Pointer, Comparison]]:
    owners: list[tuple[Pointer, object, tuple[str, ...]]] = [(("assets",), facts.report.assets, _ASSETS)]
    owners += [(pointer, side, _PARTS) for pointer, side in sides(facts)]
    for pointer, owner, names in owners:
        for name in names:
            comparison: Comparison | None = getattr(owner, name, None)
            if comparison is not None:
                yield (*pointer, name), comparison


def changes(facts: Facts) -> Iterator[Tally]:
    """Each change that is given beside both years; a printed rate is too coarse to decide it."""
    for pointer, given in _comparisons(facts):
        derived = difference(given.value, given.previous)
        if given.change is None or given.value is None or given.previous is None or derived is None:
            continue
        if rounded(derived, decimals_of(given.change)) != given.change:
            explained = tail((given.value, given.previous, given.change))
            yield Tally((*pointer, "change"), _CHANGE, _YEARS, given.change, derived, explained)


def _rates(facts: Facts) -> Iterator[Tally]:
    """Each rate that is given beside the one that any two of the others decide."""
    for pointer, given in _comparisons(facts):
        change = difference(given.value, given.previous)
        others = replace(given, change=given.change if change is None else change, change_rate=None)
        derived = completed(others).change_rate
        if given.change_rate is None or derived is None:
            continue
        if rounded(derived, decimals_of(given.change_rate)) != given.change_rate:
            shown = rounded(derived, max(2, decimals_of(given.change_rate)))
            yield Tally((*pointer, "change_rate"), _RATE, _CHANGED, given.change_rate, shown, tail(()))


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
    formula=Text(
        "增减额 = 本年数 − 上年数，增减率 = 增减额 ÷ 上年数 × 100%",
        "change = value − previous, rate = change ÷ previous × 100%",
    ),
    passes="assets: {total: {value: 500, previous: 480, change: 20, change_rate: 4.17}}",
    fails="assets: {total: {value: 500, previous: 480, change: 20, change_rate: 4.71}}",
)
def comparison_is_consistent(facts: Facts) -> Iterator[Violation]:
    for tally in (*changes(facts), *_rates(facts)):
        if tally.is_wrong:
            arguments: Arguments = {"field": tally.name, "given": plain(tally.given), "derived": plain(tally.derived)}
            yield Violation(tally.pointer, arguments)


@rule(
    "K404",
    Severity.ERROR,
    what=Text("{year}算得 {amount} 万元，小于零", "{year} comes to {amount}, below zero"),
    why=Text(
        "资产、负债和支出不会小于零，多半是增减的正负号写反了",
        "assets, liabilities and expenditure are never below zero; most likely a change has the wrong sign",
    ),
    cure=Text("核对 value、previous、change 的数和正负号", "check `value`, `previous` and `change` and their signs"),
    formula=Text("资产、负债、支出的本年数和上年数 ≥ 0", "assets, liabilities, expenditure ≥ 0 in both years"),
    passes="assets: {total: {value: 500, change: -600}}",
    fails="assets: {total: {value: 500, change: 600}}",
)
def no_year_is_below_zero(facts: Facts) -> Iterator[Violation]:
    for pointer, given in _comparisons(facts):
        if pointer == ("assets", "net"):
            continue  # more may be owed than owned
        whole = completed(given)
        for year, amount in (
            (Text("本年数", "this year's amount"), whole.value),
            (Text("上年数", "last year's amount"), whole.previous),
        ):
            if amount is not None and amount < 0:
                yield Violation(pointer, {"year": year, "amount": plain(amount)})
                break


RULES = (comparison_is_consistent, no_year_is_below_zero)
