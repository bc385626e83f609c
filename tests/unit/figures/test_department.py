"""The department's score, its cap, its grade."""

from decimal import Decimal
from typing import Any

import pytest

from perfeval.model import Indicator, MissingScore
from perfeval.printing import score as printed
from tools.small_reports import CAPS, Values, derived, indicators, project, report, scored, standard

NAMES = ("uncapped_score", "score", "grade", "result_use")


def department(found: Values) -> list[Any]:
    return [found[f"department.{name}"] for name in NAMES]


def of_score(score: str) -> list[Any]:
    item = Indicator(name="指标", weight=Decimal(100), score=Decimal(score))
    return department(derived(report(indicators=indicators(item))))


def test_the_score_is_the_mean_of_the_projects() -> None:
    found = derived(report(projects=scored("90", "70", None), missing_score=MissingScore.SKIP))
    assert department(found) == [80, 80, "良好", "予以支持"]


def test_the_indicators_stand_before_the_projects() -> None:
    item = Indicator(name="指标", weight=Decimal(100), score=Decimal(62))
    found = derived(report(projects=scored("90"), indicators=indicators(item)))
    assert department(found) == [62, 62, "一般", None]


def test_without_indicators_and_projects_there_is_no_department_figure() -> None:
    assert not any(name.startswith("department.") for name in derived(report()))


def test_without_a_mean_there_is_neither_score_nor_grade() -> None:
    assert department(derived(report(projects=scored("90", None)))) == [None] * 4


@pytest.mark.parametrize(
    ("score", "shown", "grade"),
    [
        ("85", "85", "优秀"),
        ("84.995", "85", "优秀"),
        ("84.99499", "84.99", "良好"),
        ("84.99", "84.99", "良好"),
        ("75", "75", "良好"),
        ("74.995", "75", "良好"),
        ("74.99", "74.99", "一般"),
        ("60", "60", "一般"),
        ("59.99", "59.99", "较差"),
        ("0", "0", "较差"),
    ],
)
def test_the_grade_never_contradicts_the_score_as_printed(score: str, shown: str, grade: str) -> None:
    _, exact, found, _ = of_score(score)
    assert exact == Decimal(score)
    assert printed(exact) == shown
    assert found == grade


@pytest.mark.parametrize(
    ("executed", "score", "grade"),
    [
        ("100", 95, "优秀"),
        ("80", 95, "优秀"),
        ("79.999999", 89, "优秀"),
        ("70", 89, "优秀"),
        ("69.99", 79, "良好"),
        ("60", 79, "良好"),
        ("59.99", 69, "一般"),
        ("50", 69, "一般"),
        ("49.99", 59, "较差"),
        ("0", 59, "较差"),
        ("—", 95, "优秀"),
    ],
)
def test_low_execution_caps_the_score_where_the_standard_says_so(executed: str, score: int, grade: str) -> None:
    one = report(projects=(project("100", executed, score="95"),))
    assert department(derived(one, standard(caps=CAPS)))[:3] == [95, score, grade]
    assert department(derived(one))[:3] == [95, 95, "优秀"]


def test_a_score_below_the_cap_stays() -> None:
    one = report(projects=(project("100", "0", score="40"),))
    assert department(derived(one, standard(caps=CAPS)))[:2] == [40, 40]
