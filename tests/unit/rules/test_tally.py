"""What rounding can explain: half of the last digit for each number, and nothing of amounts given to the 分."""

from decimal import Decimal

import pytest

from perfeval import pipeline
from perfeval.rules import Selection
from perfeval.rules.rule import HEADER
from perfeval.rules.tally import tail


@pytest.mark.parametrize(
    ("parts", "explained"),
    [
        (["378.32", "-60.17"], "0.01"),
        (["500", "200.5", "300"], "0.015"),
        (["500", "200.1234"], "0.0001"),
        (["57940.242491", "26.4"], "0"),
        ([], "0"),
    ],
)
def test_a_tail_is_half_of_the_finest_digit_for_each_number(parts: list[str], explained: str) -> None:
    assert tail([Decimal(part) for part in parts]) == Decimal(explained)


@pytest.mark.parametrize(
    ("balance", "code"), [("10.21", None), ("10.22", "K403"), ("10.20", "K403"), ("10.23", "K301"), ("10.19", "K301")]
)
def test_a_gap_is_an_error_a_tail_or_nothing(balance: str, code: str | None) -> None:
    lines = f"projects: [{{name: 维护费, budget: 120.33, executed: 110.12, balance: {balance}, score: 90}}]\n"
    found = pipeline.try_rules({"dept.yaml": HEADER + lines}, Selection(("K3", "K4")))
    assert [finding.kind.code for finding in found] == ([] if code is None else [code])
