"""Assets: total, liabilities and net against last year; liability ratio."""

from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Text
from perfeval.figures.comparison import COMPARISON, Compared, completed
from perfeval.figures.figure import Facts, Figure, Scope, figure, taken
from perfeval.model import Assets, Comparison
from perfeval.quantity import Unit, difference, rate


def _value(comparison: Comparison | None) -> Decimal | None:
    return None if comparison is None else completed(comparison).value


@figure(
    "net_value",
    Text("净资产（算得）", "net (derived)"),
    Unit.MONEY,
    Text("资产总额 − 负债总额", "assets − liabilities"),
)
def net_value(assets: Assets) -> Decimal | None:
    return difference(_value(assets.total), _value(assets.liabilities))


@figure(
    "liability_ratio",
    Text("资产负债率", "liability ratio"),
    Unit.PERCENT,
    Text("负债总额 ÷ 资产总额 × 100%", "liabilities ÷ assets × 100%"),
)
def liability_ratio(assets: Assets) -> Decimal | None:
    return rate(_value(assets.liabilities), _value(assets.total))


ASSETS = (net_value, liability_ratio)
PARTS = {
    "total": Text("资产总额", "Assets:"),
    "liabilities": Text("负债总额", "Liabilities:"),
    "net": Text("净资产", "Net assets:"),
}


def chapter(facts: Facts) -> Iterator[Figure]:
    """``assets.*``, and ``assets.total.*``, ``assets.liabilities.*``, ``assets.net.*`` where given."""
    assets = facts.report.assets
    if assets is None:
        return
    yield from taken(ASSETS, Scope("assets", Text("资产：", "Assets:"), assets, ("assets",)))
    for part, label in PARTS.items():
        comparison: Comparison | None = getattr(assets, part)
        if comparison is not None:
            yield from taken(
                COMPARISON, Scope(f"assets.{part}", label, Compared(completed(comparison)), ("assets", part))
            )
