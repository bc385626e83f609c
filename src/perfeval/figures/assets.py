"""Assets: total, liabilities and net against last year; liability ratio."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from perfeval.diagnostic import Text
from perfeval.figures.comparison import COMPARISON, Compared, value
from perfeval.figures.figure import Facts, Figure, Scope, figure, taken
from perfeval.model import Comparison
from perfeval.quantity import Unit, difference, rate

Parts = Mapping[str, Compared]
"""The parts of the assets that are given, by name."""


def _value(parts: Parts, name: str) -> Decimal | None:
    return value(parts[name]) if name in parts else None


@figure(
    "net_value",
    Text("净资产（算得）", "net (derived)"),
    Unit.MONEY,
    Text("资产总额 − 负债总额", "assets − liabilities"),
)
def net_value(parts: Parts) -> Decimal | None:
    return difference(_value(parts, "total"), _value(parts, "liabilities"))


@figure(
    "liability_ratio",
    Text("资产负债率", "liability ratio"),
    Unit.PERCENT,
    Text("负债总额 ÷ 资产总额 × 100%", "liabilities ÷ assets × 100%"),
)
def liability_ratio(parts: Parts) -> Decimal | None:
    return rate(_value(parts, "liabilities"), _value(parts, "total"))


ASSETS = (net_value, liability_ratio)
LABELS = {
    "total": Text("资产总额", "Assets:"),
    "liabilities": Text("负债总额", "Liabilities:"),
    "net": Text("净资产", "Net assets:"),
}


def chapter(facts: Facts) -> Iterator[Figure]:
    """``assets.*``, and ``assets.total.*``, ``assets.liabilities.*``, ``assets.net.*`` where given."""
    assets = facts.report.assets
    if assets is None:
        return
    given: dict[str, Comparison | None] = {part: getattr(assets, part) for part in LABELS}
    parts = {part: Compared(comparison) for part, comparison in given.items() if comparison is not None}
    yield from taken(ASSETS, Scope("assets", Text("资产：", "Assets:"), parts, ("assets",)))
    for part, compared in parts.items():
        yield from taken(COMPARISON, Scope(f"assets.{part}", LABELS[part], compared, ("assets", part)))
