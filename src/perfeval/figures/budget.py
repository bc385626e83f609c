"""Revenue and expenditure: this year's budget against last year's, the adjusted budget and the final accounts."""

from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Text
from perfeval.figures.comparison import PART, Compared
from perfeval.figures.figure import Facts, Figure, Scope, figure, taken
from perfeval.figures.regulations import COMMON_INDICATORS
from perfeval.model import BudgetPart, BudgetSide
from perfeval.quantity import Unit, difference, rate


@figure(
    "change",
    Text("比上年增减额", "change"),
    Unit.MONEY,
    Text("年初预算 − 上年年初预算", "initial − last year's initial"),
)
def change(side: BudgetSide) -> Decimal | None:
    return difference(side.initial, side.previous)


@figure(
    "change_rate",
    Text("比上年增减率", "change rate"),
    Unit.PERCENT,
    Text(
        "（年初预算 − 上年年初预算）÷ 上年年初预算 × 100%",
        "(initial − last year's initial) ÷ last year's initial × 100%",
    ),
)
def change_rate(side: BudgetSide) -> Decimal | None:
    return rate(change(side), side.previous)


@figure("adjustment", Text("预算调整数", "adjustment"), Unit.MONEY, Text("全年预算 − 年初预算", "adjusted − initial"))
def adjustment(side: BudgetSide) -> Decimal | None:
    return difference(side.adjusted, side.initial)


@figure(
    "adjustment_rate",
    Text("预算调整率", "adjustment rate"),
    Unit.PERCENT,
    Text("（全年预算 − 年初预算）÷ 年初预算 × 100%", "(adjusted − initial) ÷ initial × 100%"),
    COMMON_INDICATORS,
)
def adjustment_rate(side: BudgetSide) -> Decimal | None:
    return rate(adjustment(side), side.initial)


@figure(
    "final_difference",
    Text("决算与年初预算差额", "final less initial"),
    Unit.MONEY,
    Text("决算 − 年初预算", "final accounts − initial budget"),
)
def final_difference(side: BudgetSide) -> Decimal | None:
    return difference(side.final, side.initial)


@figure(
    "final_difference_rate",
    Text("决算与年初预算差异率", "final less initial, rate"),
    Unit.PERCENT,
    Text("（决算 − 年初预算）÷ 年初预算 × 100%", "(final accounts − initial budget) ÷ initial budget × 100%"),
)
def final_difference_rate(side: BudgetSide) -> Decimal | None:
    return rate(final_difference(side), side.initial)


@figure(
    "completion_rate",
    Text("预算完成率", "completion rate"),
    Unit.PERCENT,
    Text("决算 ÷ 全年预算 × 100%", "final accounts ÷ adjusted budget × 100%"),
    COMMON_INDICATORS,
)
def completion_rate(side: BudgetSide | BudgetPart) -> Decimal | None:
    return rate(side.final, side.adjusted)


SIDE = (
    change, change_rate, adjustment, adjustment_rate, final_difference, final_difference_rate, completion_rate,
)  # fmt: skip
SIDES = {"revenue": Text("收入", "Revenue:"), "expenditure": Text("支出", "Expenditure:")}
PARTS = {"basic": Text("基本支出", "basic"), "project": Text("项目支出", "project")}


def chapter(facts: Facts) -> Iterator[Figure]:
    """``budget.<side>.*`` and, for each part given, ``budget.<side>.<part>.*``."""
    for name, label in SIDES.items():
        side: BudgetSide | None = getattr(facts.report.budget, name, None)
        if side is None:
            continue
        yield from taken(SIDE, Scope(f"budget.{name}", label, side, ("budget", name)))
        for part, part_label in PARTS.items():
            given: BudgetPart | None = getattr(side, part)
            if given is None:
                continue
            both = Text(label.zh + part_label.zh, f"{label.en} {part_label.en}")
            prefix, pointer = f"budget.{name}.{part}", ("budget", name, part)
            yield from taken(PART, Scope(prefix, both, Compared(given, side), pointer))
            if given.adjusted is not None:
                yield from taken((completion_rate,), Scope(prefix, both, given, pointer))
