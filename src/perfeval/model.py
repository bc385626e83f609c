"""What a department wrote, as frozen records; nothing here is computed. The schema says the same in Chinese."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Prose(str):
    """Markdown text of the department; may name figures in ``{{ }}``."""

    __slots__ = ()


class Mark(StrEnum):
    """A word in a number's place; absent (None), zero and these two stay four different things."""

    NOT_APPLICABLE = "—"
    NONE = "无"


Amount = Decimal | Mark
"""万元, or a mark."""


class UnitKind(StrEnum):
    """Whether a unit is one of the department's own offices or affiliated to it."""

    OFFICE = "office"
    AFFILIATE = "affiliate"


class FundSource(StrEnum):
    """Which level of government the money comes from; local is the department's own level."""

    CENTRAL = "central"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"
    LOCAL = "local"


class MissingScore(StrEnum):
    """How a project without a score enters the mean."""

    ZERO = "zero"
    SKIP = "skip"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """部门: its names, its level of government and, in prose, its institutional standing (机构情况)."""

    name: str
    short_name: str | None = None
    level: str | None = None
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
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """资产, 负债 and 净资产 at a date, in 万元."""

    date: dt.date | None = None
    total: Comparison | None = None
    liabilities: Comparison | None = None
    net: Comparison | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetSide:
    """Revenue or expenditure: 年初预算, 全年预算, 决算, last year's initial budget, and its two parts, in 万元."""

    initial: Decimal
    adjusted: Decimal | None = None
    final: Decimal | None = None
    previous: Decimal | None = None
    basic: Comparison | None = None
    project: Comparison | None = None
    reason: str | None = None
    final_reason: str | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalItem:
    """One itemised goal (分项绩效目标) with the indicators it is measured by, in words."""

    title: str
    goal: Prose
    indicators: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals:
    """部门整体支出绩效目标."""

    overall: Prose | None = None
    items: tuple[GoalItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A dated stage of the self-evaluation."""

    title: str
    start: dt.date | None = None
    end: dt.date | None = None
    text: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """自评工作开展情况."""

    organization: Prose | None = None
    method: Prose | None = None
    start: dt.date | None = None
    stages: tuple[Stage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fund:
    """Funds of one source, where the projects do not carry their source: 预算, 到位, 执行, in 万元."""

    source: FundSource
    budget: Amount
    received: Amount | None = None
    executed: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """项目支出: adjusted budget, received, executed (万元), score (分); balance, rate and grade only to be checked."""

    name: str
    source: FundSource | None = None
    budget: Amount
    received: Amount | None = None
    executed: Amount
    balance: Amount | None = None
    execution_rate: Decimal | None = None
    score: Amount | None = None
    grade: str | None = None
    result_use: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """三级指标: criterion, weight (分值), target, actual value, score; ``figure`` names the actual value."""

    name: str
    criterion: str | None = None
    weight: Decimal
    target: str | None = None
    actual: Decimal | str | None = None
    figure: str | None = None
    score: Amount | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorGroup:
    """二级指标; a weight given here must be the sum of its indicators."""

    name: str
    weight: Decimal | None = None
    items: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorCategory:
    """一级指标; a weight given here must be the sum of its groups."""

    name: str
    weight: Decimal | None = None
    groups: tuple[IndicatorGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One department's report of one year, as written in its YAML file."""

    layout: str
    standard: str
    year: int
    department: Department
    attachment: int | None = None
    basis: tuple[Document, ...] = ()
    duties: Duties | None = None
    staff: Staff | None = None
    assets: Assets | None = None
    budget: Budget | None = None
    official_expenses: OfficialExpenses | None = None
    goals: Goals | None = None
    evaluation: Evaluation | None = None
    funds: tuple[Fund, ...] = ()
    projects: tuple[Project, ...] = ()
    missing_score: MissingScore | None = None
    indicators: tuple[IndicatorCategory, ...] = ()
    results: Prose | None = None
    conclusion: Prose | None = None
    grade: str | None = None
    problems: tuple[Prose, ...] = ()
    measures: tuple[Prose, ...] = ()
    texts: dict[str, str] | None = None
    expect: dict[str, Decimal | str] | None = None
