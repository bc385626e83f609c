"""Where only funds are listed, a low rate is explained by the report's own words."""

import pytest

from perfeval import pipeline
from perfeval.rules import Selection
from perfeval.rules.rule import HEADER

FUNDS = "funds: [{source: local, budget: 400, executed: 100}]\n"


def codes(lines: str) -> list[str]:
    return [found.kind.code for found in pipeline.try_rules({"dept.yaml": HEADER + lines}, Selection(("K8",)))]


@pytest.mark.parametrize("lines", ["results: 项目冬季停工，支付顺延。", "problems: [制度不全。, 预算执行偏慢。]"])
def test_a_low_rate_of_all_funds_is_explained_where_the_report_speaks_of_it(lines: str) -> None:
    assert codes(FUNDS + lines) == []


@pytest.mark.parametrize("lines", ["", "results: 各项工作完成。", "problems: [制度不全。]"])
def test_a_low_rate_of_all_funds_is_doubted_where_nothing_speaks_of_it(lines: str) -> None:
    assert codes(FUNDS + lines) == ["K801"]


def test_projects_are_asked_each_and_their_sum_is_not() -> None:
    assert codes("projects: [{name: 改造, budget: 400, executed: 100, reason: 冬季停工}]\n") == []
