"""The forms of self-evaluation: execution scored apart, its sum with the indicators, of projects and the department."""

from dataclasses import replace
from decimal import Decimal

import pytest

from perfeval.figures import calculate
from perfeval.model import (
    Budget,
    BudgetPart,
    BudgetSide,
    Indicator,
    Mark,
    MissingScore,
    Project,
    ProjectFund,
    ProjectFunds,
    Report,
)
from perfeval.standards.standard import Execution, ExecutionMethod
from perfeval.trace import trace
from perfeval.trace.operands import Given, Used
from tools.small_reports import Values, derived, indicators, number, project, report, standard

TEN = Decimal(10)


def indicator(weight: str, score: str | None, figure: str | None = None) -> Indicator:
    given = None if score is None else number(score)
    return Indicator(name="指标", weight=Decimal(weight), score=given, figure=figure)


def own(executed: str, *items: Indicator, score: str | None = None, budget: str = "100") -> Project:
    """A project with a form of its own."""
    return replace(project(budget, executed, score=score), indicators=indicators(*items))


def found(one: Project, weight: Decimal | None = TEN) -> Values:
    return derived(report(projects=(one,), execution_weight=weight))


def form(values: Values) -> tuple[object, ...]:
    names = ("execution_weight", "execution_score", "full_score", "form_score", "score")
    return tuple(values[f"projects.1.{name}"] for name in names)


FULL = (indicator("60", "58"), indicator("30", "29.5"))


@pytest.mark.parametrize(
    ("one", "weight", "expected"),
    [
        (own("95", *FULL), TEN, (10, 9, 100, Decimal("96.5"), Decimal("96.5"))),
        (own("0", *FULL), TEN, (10, 0, 100, Decimal("87.5"), Decimal("87.5"))),
        # execution is not scored apart: no weight is given, or an indicator takes the rate
        (own("95", *FULL), None, (None, None, 90, Decimal("87.5"), Decimal("87.5"))),
        (
            own("95", indicator("90", "90"), indicator("10", "9", "funds.execution_rate")),
            TEN,
            (None, None, 100, 99, 99),
        ),
        # the score given stands beside what the form adds up to; a mark is no score
        (own("95", *FULL, score="96"), TEN, (10, 9, 100, Decimal("96.5"), 96)),
        (own("95", *FULL, score="—"), TEN, (10, 9, 100, Decimal("96.5"), None)),
        # without a rate or with a score missing there is no sum
        (own("0", *FULL, budget="0"), TEN, (10, None, 100, None, None)),
        (own("95", indicator("60", "58"), indicator("30", None)), TEN, (10, 9, 100, None, None)),
    ],
)
def test_the_form_of_a_project(one: Project, weight: Decimal | None, expected: tuple[object, ...]) -> None:
    assert form(found(one, weight)) == expected


def test_a_project_takes_its_own_rates_whatever_all_projects_execute() -> None:
    item = replace(indicator("10", None, "funds.execution_rate"), target=">= 100%")
    arrived = replace(indicator("10", None, "funds.arrival_rate"), target=">= 100%")
    late = replace(own("60", indicator("80", "80"), item, arrived), received=Decimal(90))
    values = derived(report(projects=(project("900", "900", score="90"), late)))
    assert values["funds.execution_rate"] == 96
    assert values["projects.2.indicators.1.1.2.score"] == 6
    assert values["projects.2.indicators.1.1.3.score"] == 9
    made = traced(report(projects=(late,)))
    assert "projects.1.execution_rate" in made["projects.1.indicators.1.1.2.standard_score"]


def test_execution_is_scored_as_the_standard_says() -> None:
    linear = standard(execution=Execution(method=ExecutionMethod.LINEAR))
    one = report(projects=(own("95.5", *FULL),), execution_weight=TEN)
    assert derived(one, linear)["projects.1.execution_score"] == Decimal("9.55")


def test_a_project_without_indicators_has_no_form() -> None:
    names = found(project("100", "95", score="90"))
    assert not [name for name in names if name.startswith("projects.1.") and "score" in name]


def test_the_indicators_of_a_project_have_the_figures_of_any_indicators() -> None:
    names = found(own("95", *FULL))
    assert names["projects.1.indicators.1.1.2.lost"] == Decimal("0.5")
    assert names["projects.1.indicators.1.1.score"] == names["projects.1.indicators.score"] == Decimal("87.5")
    assert "indicators.score" not in names


def test_the_score_of_a_form_counts_as_one_that_is_given() -> None:
    values = derived(report(projects=(own("95", *FULL), project("1", "1", score="85.5")), execution_weight=TEN))
    assert values["projects.mean_score"] == values["department.score"] == 91
    assert values["projects.unscored_count"] == 0
    assert (values["projects.1.grade"], values["projects.excellent.count"]) == ("优秀", 2)
    assert (values["projects.highest_score"], values["projects.lowest_score"]) == (Decimal("96.5"), Decimal("85.5"))


@pytest.mark.parametrize("missing", MissingScore)
def test_a_form_without_a_sum_is_a_missing_score(missing: MissingScore) -> None:
    projects = (own("0", *FULL, budget="0"), project("1", "1", score="80"))
    values = derived(report(projects=projects, execution_weight=TEN, missing_score=missing))
    assert values["projects.unscored_count"] == 1
    expected = {MissingScore.ZERO: 40, MissingScore.SKIP: 80, MissingScore.ERROR: None}
    assert values["projects.mean_score"] == expected[missing]


def test_each_kind_of_funds_has_its_rate() -> None:
    funds = ProjectFunds(
        appropriation=ProjectFund(budget=Decimal(80), executed=Decimal(60)),
        other=ProjectFund(budget=Mark.NONE, executed=Decimal(0)),
    )
    values = found(replace(project("80", "60"), funds=funds))
    assert values["projects.1.funds.appropriation.execution_rate"] == 75
    assert values["projects.1.funds.other.execution_rate"] is None
    assert "projects.1.funds.carry_over.execution_rate" not in values


def of_department(**sections: object) -> Values:
    return derived(report(indicators=indicators(*FULL), **sections))


EXPENDITURE = BudgetSide(
    initial=Decimal(90),
    adjusted=Decimal(100),
    final=Decimal(95),
    basic=BudgetPart(value=Decimal(50), adjusted=Decimal(60), final=Decimal(57)),
    project=BudgetPart(value=Decimal(40)),
)


def test_the_department_is_scored_with_its_execution() -> None:
    values = of_department(budget=Budget(expenditure=EXPENDITURE), execution_weight=TEN)
    names = ("execution_rate", "execution_score", "full_score", "form_score", "score", "grade")
    expected = (95, 9, 100, Decimal("96.5"), Decimal("96.5"), "优秀")
    assert tuple(values[f"department.{name}"] for name in names) == expected


def test_execution_of_the_department_is_that_of_its_funds_where_its_expenditure_is_not_given() -> None:
    values = of_department(projects=(project("100", "85"),), execution_weight=TEN)
    assert (values["department.execution_rate"], values["department.execution_score"]) == (85, 8)
    assert of_department(execution_weight=TEN)["department.score"] is None


@pytest.mark.parametrize("taken", ["funds.execution_rate", "budget.expenditure.completion_rate"])
def test_execution_of_the_department_is_scored_once(taken: str) -> None:
    items = indicators(indicator("90", "90"), indicator("10", "9", taken))
    one = report(indicators=items, budget=Budget(expenditure=EXPENDITURE), execution_weight=TEN)
    values = derived(one)
    names = ("execution_weight", "execution_score", "full_score", "score")
    assert tuple(values[f"department.{name}"] for name in names) == (None, None, 100, 99)


def test_without_a_weight_of_execution_the_department_is_scored_by_its_indicators_alone() -> None:
    values = of_department(budget=Budget(expenditure=EXPENDITURE))
    assert values["department.score"] == Decimal("87.5")
    assert "department.execution_score" not in values


def test_a_part_of_expenditure_has_its_rate_where_its_year_is_given() -> None:
    values = of_department(budget=Budget(expenditure=EXPENDITURE))
    assert values["budget.expenditure.basic.completion_rate"] == 95
    assert "budget.expenditure.project.completion_rate" not in values


def traced(given: Report) -> dict[str, set[str]]:
    """The figures and the names of given values that a figure is made of."""
    made = trace(calculate(given, standard())).operands
    return {
        name: {
            str(one.pointer[-1]) if isinstance(one, Given) else one.name
            for one in operands
            if isinstance(one, Given | Used)
        }
        for name, operands in made.items()
    }


def test_the_score_of_a_form_is_traced_to_its_parts() -> None:
    made = traced(report(projects=(own("95", *FULL),), execution_weight=TEN))
    assert made["projects.1.score"] == {"score", "projects.1.form_score"}
    assert made["projects.1.form_score"] == {"projects.1.execution_score", "projects.1.indicators.score"}
    assert made["projects.1.execution_score"] == {"projects.1.execution_weight", "projects.1.execution_rate"}
    assert made["projects.1.execution_weight"] == {"execution_weight"}
    assert "projects.1.score" in made["projects.total_score"]
