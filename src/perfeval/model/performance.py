"""What the department set out to do and did: goals, evaluation, funds, projects, indicators."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from perfeval.model.values import Amount, FundSource, Prose


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
class Indicator:
    """三级指标: criterion, weight (分值), target, actual value, score; ``figure`` names the actual value."""

    name: str
    criterion: str | None = None
    weight: Decimal
    target: str | None = None
    actual: Decimal | str | None = None
    figure: str | None = None
    score: Amount | None = None
    reason: Prose | None = None


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
class ProjectFund:
    """One kind of a project's funds: 年初预算, 全年预算, 执行, in 万元."""

    initial: Amount | None = None
    budget: Amount
    executed: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFunds:
    """项目资金 by kind: 当年财政拨款, 上年结转资金, 其他资金."""

    appropriation: ProjectFund | None = None
    carry_over: ProjectFund | None = None
    other: ProjectFund | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """项目支出: initial and adjusted budget, received, executed (万元), score (分); what its own form says beside.

    Balance, rate and grade only to be checked.
    """

    name: str
    implementing_unit: str | None = None
    source: FundSource | None = None
    initial: Amount | None = None
    budget: Amount
    received: Amount | None = None
    executed: Amount
    balance: Amount | None = None
    execution_rate: Decimal | None = None
    score: Amount | None = None
    grade: str | None = None
    result_use: str | None = None
    reason: Prose | None = None
    goal: Prose | None = None
    result: Prose | None = None
    funds: ProjectFunds | None = None
    indicators: tuple[IndicatorCategory, ...] = ()
