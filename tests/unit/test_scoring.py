"""Points by the scoring standard: execution linear, in steps or by table; indicators forward, reverse, in words."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfeval.model import MissingScore
from perfeval.quantity import EXACT, rate
from perfeval.standards.scoring import achievement, score_by_execution, score_by_target, target_of
from perfeval.standards.standard import (
    Band,
    Execution,
    ExecutionMethod,
    Indicators,
    Qualitative,
    ReverseMethod,
    Share,
    Standard,
)

LINEAR = Execution(method=ExecutionMethod.LINEAR)
TENS = Execution(method=ExecutionMethod.STEPS, step=Decimal(10))
TABLE = Execution(
    method=ExecutionMethod.TABLE,
    table=tuple(Share(floor=Decimal(floor), share=Decimal(share)) for floor, share in ((95, 100), (90, 85), (60, 50))),
)
WORDS = tuple(
    Qualitative(word=word, share=Decimal(share)) for word, share in (("达成", 100), ("部分达成", 80), ("未达成", 60))
)


def standard(execution: Execution = LINEAR, reverse: ReverseMethod = ReverseMethod.LINEAR, **changes: Any) -> Standard:
    values: dict[str, Any] = {
        "grades": (Band(key="good", name="好", floor=Decimal(60)), Band(key="bad", name="差", floor=Decimal(0))),
        "indicators": Indicators(reverse=reverse, qualitative=WORDS),
    }
    return Standard(
        title="标准",
        source="文件",
        date=dt.date(2026, 1, 1),
        weights={},
        execution=execution,
        missing_score=MissingScore.ZERO,
        **{**values, **changes},
    )


@pytest.mark.parametrize(
    ("execution", "rates_and_points"),
    [
        (LINEAR, {"0": "0", "35.5": "3.55", "99.99": "9.999", "100": "10", "130": "10"}),
        (TENS, {"0": "0", "9.99": "0", "89.99": "8", "90": "9", "99.999999": "9", "100": "10", "119": "10"}),
        (
            TABLE,
            {"0": "0", "59.99": "0", "60": "5", "89.99": "5", "90": "8.5", "94.99": "8.5", "95": "10", "101": "10"},
        ),
    ],
)
def test_the_execution_rate_scores_by_the_method(execution: Execution, rates_and_points: dict[str, str]) -> None:
    for rate_text, points in rates_and_points.items():
        found = score_by_execution(Decimal(10), Decimal(rate_text), standard(execution))
        assert found == Decimal(points), rate_text


def test_a_step_not_quite_reached_is_not_reached_however_near() -> None:
    nearly = rate(Decimal("899999999999.999999"), Decimal(10) ** 12)
    assert nearly is not None
    assert score_by_execution(Decimal(10), nearly, standard(TENS)) == 8
    assert score_by_execution(Decimal(10), EXACT.subtract(Decimal(90), Decimal("1e-40")), standard(TENS)) == 8


@given(
    st.decimals(0, 100, places=1), st.decimals(0, 200, places=6), st.decimals(0, 200, places=6),
    st.sampled_from((LINEAR, TENS, TABLE)),
)  # fmt: skip
def test_more_execution_never_scores_less_nor_above_the_weight(
    weight: Decimal, one: Decimal, other: Decimal, execution: Execution
) -> None:
    low, high = (score_by_execution(weight, found, standard(execution)) for found in sorted((one, other)))
    assert 0 <= low <= high <= weight


@pytest.mark.parametrize(
    ("text", "value", "reverse"),
    [
        (">= 100%", "100", False),
        ("≥95%", "95", False),
        (">3场", "3", False),
        ("＞3", "3", False),
        ("= 1", "1", False),
        ("＝1", "1", False),
        (" 100 ", "100", False),
        ("12.5万元", "12.5", False),
        ("-5%", "-5", False),
        ("90%以上", "90", False),
        ("<= 5", "5", True),
        ("≤0.5%", "0.5", True),
        ("<3天", "3", True),
        ("＜3天", "3", True),
        ("5%以下", "5", True),
        ("20个工作日以内 ", "20", True),
    ],
)
def test_a_target_is_a_number_with_a_direction(text: str, value: str, *, reverse: bool) -> None:
    found = target_of(text)
    assert found is not None
    assert (found.value, found.reverse) == (Decimal(value), reverse)


@pytest.mark.parametrize(
    "text", [None, "", "长期有效", "不低于95%", "90%-95%", "2025年12月31日前", ">= 1,000", "1.2.3"]
)
def test_a_target_in_words_is_no_number(text: str | None) -> None:
    assert target_of(text) is None
    assert achievement(text, Decimal(5)) is None
    assert score_by_target(Decimal(10), text, Decimal(5), standard()) is None


@pytest.mark.parametrize(
    ("target", "actual", "linear", "inverse"),
    [
        (">= 100%", "100", "10", "10"),
        (">= 100%", "150", "10", "10"),
        (">= 100%", "85", "8.5", "8.5"),
        (">= 100%", "0", "0", "0"),
        (">= 100%", "-20", "0", "0"),
        ("= 4", "3", "7.5", "7.5"),
        ("= 4", "5", "10", "10"),
        ("4", "3", "7.5", "7.5"),
        ("<= 5", "5", "10", "10"),
        ("<= 5", "0", "10", "10"),
        ("<= 5", "8", "4", "6.25"),
        ("<= 5", "10", "0", "5"),
        ("<= 5", "12.5", "0", "4"),
        ("< 5", "8", "4", "6.25"),
        ("5以下", "8", "4", "6.25"),
        ("= 0", "0", "10", "10"),
        (">= 0", "5", "10", "10"),
        (">= 0", "-1", "0", "0"),
        ("= 0", "1", "0", "0"),
        ("<= 0", "0.01", "0", "0"),
        ("<= 0", "-1", "10", "10"),
        (">= -5", "-3", "10", "10"),
        (">= -5", "-6", None, None),
        ("<= -5", "-6", "10", "10"),
        ("<= -5", "-3", None, None),
    ],
)
def test_points_from_target_and_actual_value(target: str, actual: str, linear: str | None, inverse: str | None) -> None:
    for reverse, points in ((ReverseMethod.LINEAR, linear), (ReverseMethod.INVERSE, inverse)):
        found = score_by_target(Decimal(10), target, Decimal(actual), standard(reverse=reverse))
        assert found == (None if points is None else Decimal(points))


def test_without_an_actual_value_there_are_no_points() -> None:
    assert score_by_target(Decimal(10), ">= 5", None, standard()) is None


@pytest.mark.parametrize(("verdict", "points"), [("达成", 20), ("部分达成", 16), ("未达成", 12), ("基本达成", None)])
def test_a_verdict_in_words_is_worth_its_share(verdict: str, points: int | None) -> None:
    assert score_by_target(Decimal(20), "长期", verdict, standard()) == points
    bare = standard(indicators=Indicators(reverse=ReverseMethod.LINEAR))
    assert score_by_target(Decimal(20), "长期", verdict, bare) is None


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        (">= 80%", Decimal(100), 125),
        ("<= 5", Decimal(6), 120),
        ("= 0", Decimal(6), None),
        ("-5", Decimal(-3), None),
        (">= 80%", "达成", None),
        (">= 80%", None, None),
    ],
)
def test_achievement_is_actual_by_target(target: str, actual: Decimal | str | None, expected: int | None) -> None:
    assert achievement(target, actual) == expected


@given(
    st.decimals(0, 100, places=1),
    st.decimals("0.01", 1000, places=2),
    st.decimals(0, 5000, places=4),
    st.sampled_from((">=", "<=", "=", "")),
    st.sampled_from(ReverseMethod),
)
def test_points_never_leave_the_weight_and_a_target_just_met_gives_it_all(
    weight: Decimal, target: Decimal, actual: Decimal, sign: str, reverse: ReverseMethod
) -> None:
    by, text = standard(reverse=reverse), f"{sign} {target}"
    points = score_by_target(weight, text, actual, by)
    assert points is not None
    assert 0 <= points <= weight
    assert score_by_target(weight, text, target, by) == weight
