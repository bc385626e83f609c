"""Assets: net assets are what is owned less what is owed, this year and last."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from perfeval.diagnostic import Arguments, Pointer, Severity, Text
from perfeval.figures import Facts
from perfeval.figures.comparison import completed
from perfeval.model import Comparison
from perfeval.printing import plain
from perfeval.quantity import EXACT, HUNDRED
from perfeval.rules.rule import Violation, rule
from perfeval.rules.tally import Tally, tail

_Year = Literal["value", "previous"]
_NAMES: dict[_Year, Text] = {
    "value": Text("净资产", "net assets"),
    "previous": Text("上年净资产", "last year's net assets"),
}
_DERIVED = Text("资产总额减负债总额", "assets less liabilities")


def _amount(given: Comparison, year: _Year) -> tuple[Decimal, Decimal] | None:
    """An amount of this or last year, and how far it may be off where it follows from a printed rate."""
    whole = completed(given)
    stated, other = (given.value, given.previous) if year == "value" else (given.previous, given.value)
    amount = whole.value if year == "value" else whole.previous
    if amount is None or (stated is None and other is None):
        return None
    if stated is not None or given.change is not None:
        return amount, Decimal(0)
    assert given.change_rate is not None
    assert whole.previous is not None
    growth = EXACT.add(HUNDRED, given.change_rate)
    if growth == 0:
        return None
    rough = EXACT.multiply(abs(whole.previous), tail((given.change_rate,)))
    return amount, EXACT.divide(rough, min(HUNDRED, growth))


def _net(total: Comparison, liabilities: Comparison, net: Comparison, year: _Year) -> Tally | None:
    owned, owed, left = _amount(total, year), _amount(liabilities, year), _amount(net, year)
    if owned is None or owed is None or left is None:
        return None
    derived = EXACT.subtract(owned[0], owed[0])
    rough = owned[1] + owed[1] + left[1]
    pointer: Pointer = ("assets", "net") if year == "value" or net.previous is None else ("assets", "net", "previous")
    tally = Tally(pointer, _NAMES[year], _DERIVED, left[0], derived, tail((owned[0], owed[0], left[0])) + rough)
    return None if rough and tally.is_rounded else tally  # what a rate hides is not to be told


def net_assets(facts: Facts) -> Iterator[Tally]:
    """Net assets beside assets less liabilities, of this year; of last year unless this year's are wrong."""
    assets = facts.report.assets
    if assets is None or assets.total is None or assets.liabilities is None or assets.net is None:
        return
    years: tuple[_Year, ...] = ("value", "previous")
    for year in years:
        tally = _net(assets.total, assets.liabilities, assets.net, year)
        if tally is not None:
            yield tally
            if tally.is_wrong:
                return


@rule(
    "K305",
    Severity.ERROR,
    what=Text(
        "{name}填报为 {given} 万元，资产总额减负债总额是 {derived} 万元",
        "{name} are given as {given}; assets less liabilities are {derived}",
    ),
    why=Text("净资产 = 资产总额 − 负债总额", "net assets = assets − liabilities"),
    cure=Text("核对资产、负债、净资产三个数", "check assets, liabilities and net assets"),
    formula=Text("净资产 = 资产总额 − 负债总额，本年、上年都是", "net assets = assets − liabilities, in both years"),
    passes="assets: {total: {value: 500}, liabilities: {value: 200}, net: {value: 300}}",
    fails="assets: {total: {value: 500}, liabilities: {value: 200}, net: {value: 310}}",
)
def net_assets_agree(facts: Facts) -> Iterator[Violation]:
    for tally in net_assets(facts):
        if tally.is_wrong:
            arguments: Arguments = {"name": tally.name, "given": plain(tally.given), "derived": plain(tally.derived)}
            yield Violation(tally.pointer, arguments)


RULES = (net_assets_agree,)
