"""Projects: number, scores, grades and money, of all, of each grade and of each source."""

from decimal import Decimal

import pytest

from perfeval.figures import calculate
from perfeval.model import FundSource, MissingScore
from perfeval.quantity import EXACT
from perfeval.standards.standard import TAKEN_KEYS, Band
from tools.small_reports import derived, project, report, scored, standard


def summary(scores: tuple[str | None, ...], missing: MissingScore) -> tuple[object, ...]:
    found = derived(report(projects=scored(*scores), missing_score=missing))
    names = ("count", "unscored_count", "total_score", "mean_score", "highest_score", "lowest_score")
    return tuple(found[f"projects.{name}"] for name in names)


@pytest.mark.parametrize("missing", MissingScore)
def test_the_mean_of_scores_that_are_all_there(missing: MissingScore) -> None:
    assert summary(("90", "80.5", "70.5"), missing) == (
        3,
        0,
        241,
        EXACT.divide(Decimal(241), Decimal(3)),
        90,
        Decimal("70.5"),
    )


@pytest.mark.parametrize("absent", [None, "无"])
def test_a_missing_score_counts_as_zero_is_left_out_or_leaves_no_mean(absent: str | None) -> None:
    assert summary(("90", absent, "60"), MissingScore.ZERO) == (3, 1, 150, 50, 90, 60)
    assert summary(("90", absent, "60"), MissingScore.SKIP) == (3, 1, 150, 75, 90, 60)
    assert summary(("90", absent, "60"), MissingScore.ERROR) == (3, 1, None, None, 90, 60)


def test_a_project_marked_as_not_scored_stands_outside_whatever_is_said_of_missing_scores() -> None:
    for missing in MissingScore:
        assert summary(("90", "—", "60"), missing) == (3, 0, 150, 75, 90, 60)
    graded = derived(report(projects=scored("—")), standard(missing_score=MissingScore.ZERO))
    assert graded["projects.1.grade"] is None


def test_a_score_of_zero_is_a_score() -> None:
    for missing in MissingScore:
        assert summary(("90", "0"), missing) == (2, 0, 90, 45, 90, 0)


def test_where_nothing_is_scored_leaving_out_leaves_nothing() -> None:
    assert summary((None, "—"), MissingScore.SKIP) == (2, 1, None, None, None, None)
    assert summary((None, "—"), MissingScore.ZERO) == (2, 1, 0, 0, None, None)


def test_the_departments_choice_stands_before_the_standards() -> None:
    projects = scored("90", None)
    assert derived(report(projects=projects), standard(missing_score=MissingScore.ZERO))["projects.mean_score"] == 45
    chosen = report(projects=projects, missing_score=MissingScore.SKIP)
    assert derived(chosen, standard(missing_score=MissingScore.ZERO))["projects.mean_score"] == 90


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        ("100", "优秀"),
        ("85", "优秀"),
        ("84.995", "优秀"),
        ("84.9949", "良好"),
        ("84.99", "良好"),
        ("75", "良好"),
        ("74.995", "良好"),
        ("74.99", "一般"),
        ("60", "一般"),
        ("59.994", "较差"),
        ("0", "较差"),
    ],
)
def test_a_grade_is_that_of_the_score_as_printed(score: str, grade: str) -> None:
    found = derived(report(projects=scored(score)))
    assert found["projects.1.grade"] == grade
    names = {"优秀": "excellent", "良好": "good", "一般": "fair", "较差": "poor"}
    assert {name: found[f"projects.{key}.count"] for name, key in names.items()} == {
        name: int(name == grade) for name in names
    }


def test_the_use_of_the_result_follows_the_grade() -> None:
    found = derived(report(projects=scored("90", "65", None), missing_score=MissingScore.ZERO))
    assert [found[f"projects.{n}.result_use"] for n in (1, 2, 3)] == ["优先保障", None, "核减预算"]
    skipped = derived(report(projects=scored(None), missing_score=MissingScore.SKIP))
    assert (skipped["projects.1.grade"], skipped["projects.1.result_use"]) == (None, None)


def test_money_and_scores_by_grade() -> None:
    projects = (
        project("30", "30", "15", "90"),
        project("10", "0", "10", "86"),
        project("60", "6", "60", "60"),
        project("0", "0", "0", None),
    )
    found = derived(report(projects=projects, missing_score=MissingScore.ZERO))
    names = (
        "count", "budget", "received", "executed", "balance", "execution_rate", "arrival_rate", "share",
        "total_score", "mean_score", "highest_score", "lowest_score", "fully_executed_count", "not_begun_count",
    )  # fmt: skip
    by_grade = {
        key: [found[f"projects.{key}.{name}"] for name in names] for key in ("excellent", "good", "fair", "poor")
    }
    assert by_grade == {
        "excellent": [2, 40, 25, 30, 10, 75, Decimal("62.5"), 40, 176, 88, 90, 86, 1, 1],
        "good": [0, 0, 0, 0, 0, None, None, 0, None, None, None, None, 0, 0],
        "fair": [1, 60, 60, 6, 54, 10, 100, 60, 60, 60, 60, 60, 0, 0],
        "poor": [1, 0, 0, 0, 0, None, None, 0, 0, 0, None, None, 0, 0],
    }


def test_a_missing_score_that_is_skipped_is_in_no_grade() -> None:
    found = derived(report(projects=scored(None, "50"), missing_score=MissingScore.SKIP))
    assert found["projects.poor.count"] == 1


def test_scores_by_source() -> None:
    projects = (
        project("1", "1", score="90", source=FundSource.CENTRAL),
        project("1", "0", score="70", source=FundSource.CENTRAL),
        project("1", "1", score="55", source=FundSource.LOCAL),
        project("1", "1", score="1"),
    )
    found = derived(report(projects=projects))
    names = ("count", "mean_score", "highest_score", "lowest_score", "fully_executed_count", "not_begun_count")
    assert [found[f"projects.central.{name}"] for name in names] == [2, 80, 90, 70, 1, 1]
    assert [found[f"projects.local.{name}"] for name in names] == [1, 55, 55, 55, 1, 0]
    assert "projects.provincial.count" not in found


@pytest.mark.parametrize(
    ("budget", "executed", "full", "idle"),
    [
        ("10", "10", 1, 0),
        ("10", "10.000", 1, 0),
        ("10", "9.999999", 0, 0),
        ("10", "10.000001", 0, 0),
        ("10", "0", 0, 1),
        ("0", "0", 0, 0),
        ("—", "—", 0, 0),
        ("—", "0", 0, 0),
        ("10", "—", 0, 0),
        ("10", "无", 0, 0),
    ],
)
def test_fully_executed_and_not_begun_need_a_budget(budget: str, executed: str, full: int, idle: int) -> None:
    found = derived(report(projects=(project(budget, executed),)))
    assert (found["projects.fully_executed_count"], found["projects.not_begun_count"]) == (full, idle)


def test_no_grade_may_take_the_name_of_another_figure_of_projects() -> None:
    projects = tuple(project("1", "1", "1", "95", source) for source in FundSource)
    found = calculate(
        report(projects=projects), standard(grades=(Band(key="top", name="高", floor=Decimal(0)),))
    ).figures
    under_projects = {name.split(".")[1] for name in found if name.startswith("projects.")}
    assert {one for one in under_projects if not one.isdigit()} == {*TAKEN_KEYS, "top"}
