"""The report as a whole."""

from dataclasses import dataclass
from decimal import Decimal

from perfeval.model.department import Assets, Budget, Department, Document, Duties, OfficialExpenses, Staff
from perfeval.model.performance import Evaluation, Fund, Goals, IndicatorCategory, Project
from perfeval.model.values import MissingScore, Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A finding that is right as it stands: its code, its place, what it found, why it is accepted and by whom."""

    code: str
    at: str
    found: dict[str, Decimal | str] | None = None
    reason: str
    by: str


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
    execution_weight: Decimal | None = None
    indicators: tuple[IndicatorCategory, ...] = ()
    results: Prose | None = None
    conclusion: Prose | None = None
    grade: str | None = None
    problems: tuple[Prose, ...] = ()
    measures: tuple[Prose, ...] = ()
    texts: dict[str, str] | None = None
    expect: dict[str, Decimal | str] | None = None
    waivers: tuple[Waiver, ...] = ()
