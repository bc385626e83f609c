"""What the department is and has: its duties, staff, assets, revenue and expenditure."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from perfeval.model.values import Level, Prose, UnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """部门: its names, its level of government and, in prose, its institutional standing (机构情况)."""

    name: str
    short_name: str | None = None
    level: Level | None = None
    institution: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document relied on (依据文件)."""

    title: str
    number: str | None = None
    issuers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyUnit:
    """An office or affiliate and its duties (科室及下属单位职责)."""

    name: str
    kind: UnitKind
    text: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Duties by subject (按主题写的职责)."""

    title: str
    text: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties:
    """部门职责, by unit or by theme; ``offices`` and ``affiliates`` are the counts announced elsewhere."""

    text: Prose | None = None
    units: tuple[DutyUnit, ...] = ()
    themes: tuple[Theme, ...] = ()
    offices: int | None = None
    affiliates: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Establishment:
    """编制: posts approved, in persons."""

    administrative: int | None = None
    institutional: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """人员, in persons; ``veteran_retired`` is 离休."""

    establishment: Establishment | None = None
    in_post: int | None = None
    retired: int | None = None
    veteran_retired: int | None = None
    text: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A value of this year against last year's: any two of value, previous, change and rate complete it.

    Money in 万元, ``change_rate`` in percentage points.
    """

    value: Decimal | None = None
    previous: Decimal | None = None
    change: Decimal | None = None
    change_rate: Decimal | None = None
    reason: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """资产, 负债 and 净资产 at a date, in 万元."""

    date: dt.date | None = None
    total: Comparison | None = None
    liabilities: Comparison | None = None
    net: Comparison | None = None
    text: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetPart(Comparison):
    """Basic or project expenditure: the initial budget against last year's; 全年预算 and 决算 as well, in 万元."""

    adjusted: Decimal | None = None
    final: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetSide:
    """Revenue or expenditure: 年初预算, 全年预算, 决算, last year's initial budget, and its two parts, in 万元."""

    initial: Decimal
    adjusted: Decimal | None = None
    final: Decimal | None = None
    previous: Decimal | None = None
    basic: BudgetPart | None = None
    project: BudgetPart | None = None
    reason: Prose | None = None
    final_reason: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """部门收支预决算."""

    revenue: BudgetSide | None = None
    expenditure: BudgetSide | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialExpense:
    """One of the 三公 expenses: budget, final accounts, last year's final accounts, in 万元."""

    budget: Decimal | None = None
    final: Decimal | None = None
    previous: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialExpenses:
    """“三公”经费: travel abroad, purchase and running of vehicles, reception of guests."""

    travel_abroad: OfficialExpense | None = None
    vehicle_purchase: OfficialExpense | None = None
    vehicle_operation: OfficialExpense | None = None
    reception: OfficialExpense | None = None
    text: Prose | None = None
