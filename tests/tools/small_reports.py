"""Small reports to derive figures from."""

import datetime as dt
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from perfeval.figures import calculate
from perfeval.model import (
    Amount,
    Assets,
    Budget,
    BudgetPart,
    BudgetSide,
    Comparison,
    Department,
    Duties,
    DutyUnit,
    Establishment,
    Fund,
    FundSource,
    Indicator,
    IndicatorCategory,
    IndicatorGroup,
    Mark,
    MissingScore,
    OfficialExpense,
    OfficialExpenses,
    Project,
    ProjectFund,
    ProjectFunds,
    Prose,
    Report,
    Staff,
    UnitKind,
)
from perfeval.standards.standard import (
    Band,
    Cap,
    Execution,
    ExecutionMethod,
    Indicators,
    Qualitative,
    ReverseMethod,
    Standard,
)

CAPS = tuple(
    Cap(below=Decimal(below), score=Decimal(score)) for below, score in ((80, 89), (70, 79), (60, 69), (50, 59))
)


Values = dict[str, Any]
"""Values of figures by name; Any, so that an exact Decimal may be held against a plain number."""


def standard(**changes: Any) -> Standard:
    """优秀 from 85, 良好 from 75, 一般 from 60; execution in steps of ten; missing scores refused."""
    values: dict[str, Any] = {
        "title": "标准",
        "source": "文件",
        "date": dt.date(2026, 1, 1),
        "weights": {"产出指标": Decimal(100)},
        "grades": (
            Band(key="excellent", name="优秀", floor=Decimal(85), result_use="优先保障"),
            Band(key="good", name="良好", floor=Decimal(75), result_use="予以支持"),
            Band(key="fair", name="一般", floor=Decimal(60)),
            Band(key="poor", name="较差", floor=Decimal(0), result_use="核减预算"),
        ),
        "execution": Execution(method=ExecutionMethod.STEPS, step=Decimal(10)),
        "indicators": Indicators(
            reverse=ReverseMethod.LINEAR,
            qualitative=(
                Qualitative(word="达成", share=Decimal(100)),
                Qualitative(word="部分达成", share=Decimal(80)),
                Qualitative(word="未达成", share=Decimal(60)),
            ),
        ),
        "missing_score": MissingScore.ERROR,
    }
    return Standard(**{**values, **changes})


def report(**sections: Any) -> Report:
    return Report(
        layout="project-ledger", standard="shijiazhuang", year=2025, department=Department(name="某局"), **sections
    )


def derived(given: Report, by: Standard | None = None) -> Values:
    """The value of every figure by its name."""
    return {name: figure.value for name, figure in calculate(given, by or standard()).figures.items()}


def number(text: str) -> Amount:
    return Mark(text) if text in {"—", "无"} else Decimal(text)


def project(
    budget: str, executed: str, received: str | None = None, score: str | None = None, source: FundSource | None = None
) -> Project:
    return Project(
        name="项目",
        budget=number(budget),
        executed=number(executed),
        received=None if received is None else number(received),
        score=None if score is None else number(score),
        source=source,
    )


def scored(*scores: str | None) -> tuple[Project, ...]:
    """Projects of one 万元, half of it executed."""
    return tuple(project("1", "0.5", score=score) for score in scores)


def indicators(*items: Indicator) -> tuple[IndicatorCategory, ...]:
    """All of them in one group of one category."""
    return (IndicatorCategory(name="产出指标", groups=(IndicatorGroup(name="数量指标", items=items),)),)


MONEY = st.decimals(0, 10**12, places=6)
CHANGES = st.decimals(-(10**9), 10**9, places=6)
AMOUNTS: st.SearchStrategy[Amount] = st.one_of(MONEY, st.just(Decimal(0)), st.sampled_from(Mark))
SCORES: st.SearchStrategy[Amount] = st.one_of(st.decimals(0, 100, places=3), st.sampled_from(Mark))
NAMES = st.sampled_from(("甲", "乙"))
COUNTS = st.none() | st.integers(0, 100)


def optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


COMPARISONS = st.builds(
    Comparison,
    value=optional(CHANGES),
    previous=optional(CHANGES),
    change=optional(CHANGES),
    change_rate=optional(st.decimals(-1000, 1000, places=2)),
)
PARTS = st.builds(
    BudgetPart,
    value=optional(CHANGES),
    previous=optional(CHANGES),
    change=optional(CHANGES),
    adjusted=optional(MONEY),
    final=optional(MONEY),
)
SIDES = st.builds(
    BudgetSide,
    initial=MONEY,
    adjusted=optional(MONEY),
    final=optional(MONEY),
    previous=optional(MONEY),
    basic=optional(PARTS),
    project=optional(PARTS),
)
EXPENSES = st.builds(OfficialExpense, budget=optional(MONEY), final=optional(MONEY), previous=optional(MONEY))
FUNDS = st.builds(
    Fund, source=st.sampled_from(FundSource), budget=AMOUNTS, executed=AMOUNTS, received=optional(AMOUNTS)
)
INDICATORS = st.builds(
    Indicator,
    name=NAMES,
    weight=st.decimals(0, 100, places=1),
    target=optional(st.sampled_from((">= 100%", "<= 5", "= 0", "-3", "长期", "5%以下"))),
    actual=optional(st.decimals(-10, 200, places=2) | st.sampled_from(("达成", "好"))),
    figure=optional(st.sampled_from(("funds.execution_rate", "staff.vacancies", "duties.nothing"))),
    score=optional(SCORES),
)
CATEGORIES = st.builds(
    IndicatorCategory,
    name=NAMES,
    groups=st.lists(
        st.builds(IndicatorGroup, name=NAMES, items=st.lists(INDICATORS, min_size=1, max_size=2).map(tuple)),
        min_size=1,
        max_size=2,
    ).map(tuple),
)
PROJECT_FUNDS = st.builds(ProjectFund, initial=optional(AMOUNTS), budget=AMOUNTS, executed=AMOUNTS)
PROJECTS = st.builds(
    Project,
    name=NAMES,
    budget=AMOUNTS,
    executed=AMOUNTS,
    received=optional(AMOUNTS),
    score=optional(SCORES),
    source=optional(st.sampled_from(FundSource)),
    initial=optional(AMOUNTS),
    funds=optional(st.builds(ProjectFunds, appropriation=optional(PROJECT_FUNDS), other=optional(PROJECT_FUNDS))),
    indicators=st.lists(CATEGORIES, max_size=1).map(tuple),
)
REPORTS = st.builds(
    report,
    duties=optional(
        st.builds(
            Duties,
            units=st.lists(
                st.builds(DutyUnit, name=NAMES, kind=st.sampled_from(UnitKind), text=st.just(Prose("职责"))), max_size=3
            ).map(tuple),
        )
    ),
    staff=optional(
        st.builds(
            Staff,
            establishment=optional(st.builds(Establishment, administrative=COUNTS, institutional=COUNTS)),
            in_post=COUNTS,
        )
    ),
    assets=optional(
        st.builds(Assets, total=optional(COMPARISONS), liabilities=optional(COMPARISONS), net=optional(COMPARISONS))
    ),
    budget=optional(st.builds(Budget, revenue=optional(SIDES), expenditure=optional(SIDES))),
    official_expenses=optional(
        st.builds(
            OfficialExpenses,
            travel_abroad=optional(EXPENSES),
            vehicle_purchase=optional(EXPENSES),
            vehicle_operation=optional(EXPENSES),
            reception=optional(EXPENSES),
        )
    ),
    funds=st.lists(FUNDS, max_size=3).map(tuple),
    projects=st.lists(PROJECTS, max_size=4).map(tuple),
    missing_score=optional(st.sampled_from(MissingScore)),
    execution_weight=optional(st.just(Decimal(10))),
    indicators=st.lists(CATEGORIES, max_size=2).map(tuple),
)
STANDARDS = st.builds(
    standard,
    caps=st.sampled_from(((), CAPS)),
    missing_score=st.sampled_from(MissingScore),
    indicators=st.builds(Indicators, reverse=st.sampled_from(ReverseMethod)),
)
"""Reports and standards of every shape the schema lets through."""
