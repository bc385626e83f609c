"""What is told of a figure: formula, arithmetic, rounding, the tree to the lines of the file, uses, places of print."""

import json

import pytest
from explaining import DEPT, UNKNOWN, explained
from hypothesis import HealthCheck, given, settings

from perfeval.diagnostic import Lang, Text
from perfeval.reporters.explanation import data as derivations
from perfeval.reporters.explanation import text as explanation
from perfeval.reporters.explanation.tree import rows
from perfeval.trace.explained import Printed
from tools.any_report import Data, as_yaml, reports


def told(name: str, lang: Lang = "zh", text: str = DEPT) -> list[str]:
    return explanation.text(explained(text), name, lang).splitlines()


def test_a_figure_is_told_from_its_formula_down_to_the_lines_of_the_file() -> None:
    assert told("funds.execution_rate") == [
        "funds.execution_rate  资金预算执行率 = 85.00%",
        "  公式  执行数 ÷ 全年预算数 × 100%",
        "  依据  财预〔2020〕10号",
        "  算式  34 ÷ 40 × 100% = 85%，印作 85.00%",
        "  舍入  四舍五入到 2 位小数",
        "  来自",
        "  ├ funds.executed  资金执行数  34万元 = Σ 执行数",
        "  │ ├ dept.yaml:8:38  projects.1.executed   4万元  道路 执行数",
        "  │ └ dept.yaml:9:38  projects.2.executed  30万元  桥梁 执行数",
        "  └ funds.budget  资金全年预算数  40万元 = Σ 全年预算数",
        "    ├ dept.yaml:8:24  projects.1.budget  10万元  道路 全年预算",
        "    └ dept.yaml:9:24  projects.2.budget  30万元  桥梁 全年预算",
    ]


def test_the_same_is_told_in_english_with_the_keys_of_the_file() -> None:
    assert told("funds.balance", "en") == [
        "funds.balance  Funds: balance = 6万元",
        "  formula     adjusted budget − executed",
        "  arithmetic  40 − 34 = 6万元",
        "  rounding    none, printed exactly",
        "  from",
        "  ├ funds.budget  Funds: adjusted budget  40万元 = Σ adjusted budget",
        "  │ ├ dept.yaml:8:24  projects.1.budget  10万元  道路 budget",
        "  │ └ dept.yaml:9:24  projects.2.budget  30万元  桥梁 budget",
        "  └ funds.executed  Funds: executed  34万元 = Σ executed",
        "    ├ dept.yaml:8:38  projects.1.executed   4万元  道路 executed",
        "    └ dept.yaml:9:38  projects.2.executed  30万元  桥梁 executed",
        "  used by     funds.balance_capital",
    ]


def test_a_value_that_is_given_too_stands_beside_the_one_reckoned() -> None:
    lines = told("projects.1.balance")
    assert "  所在  dept.yaml:8:5" in lines
    assert "  所填  6万元  dept.yaml:8:61" in lines


def test_rows_that_count_are_named_with_what_decided_it() -> None:
    lines = told("projects.excellent.budget")
    first = lines.index("  来自") + 1
    assert lines[first : first + 6] == [
        "  ├ 取 1 项（共 2 项）  projects.1",
        "  │ ├ dept.yaml:8:48  projects.1.score       90分  道路 得分",
        "  │ ├ dept.yaml:9:5   projects.2.score       未填  桥梁 得分",
        "  │ ├ dept.yaml:9:5   projects.2.indicators     0  桥梁 项目绩效指标",
        "  │ └ dept.yaml:5:16  missing_score          skip  缺分处理",
        "  └ dept.yaml:8:24  projects.1.budget  10万元  道路 全年预算",
    ]


def test_a_step_that_is_no_figure_is_told_with_its_formula() -> None:
    assert "  └ 计分项目数  1个 = 计入汇总得分的项目个数" in told("projects.mean_score")


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("assets.total.change_rate", "  算式  30 ÷ 90 × 100% = 33.3333…%，印作 33.33%"),
        ("projects.total_score", "  舍入  四舍五入到 2 位小数"),
        ("projects.count", "  舍入  四舍五入到整数"),
        ("funds.budget", "  舍入  照原数，不舍入"),
    ],
)
def test_rounding_is_said_in_words_and_shown_where_it_changes_the_value(name: str, row: str) -> None:
    assert row in told(name)


@pytest.mark.parametrize("name", ["funds.budget_capital", "projects.1.grade", "funds.received", "department.score"])
def test_where_nothing_is_reckoned_there_is_no_arithmetic(name: str) -> None:
    assert not any(line.startswith("  算式") for line in told(name))


def test_a_figure_without_a_result_shows_what_was_left_out() -> None:
    lines = told("funds.received")
    assert lines[:3] == ["funds.received  资金到位数 = —", "  公式  Σ 到位数", "  来自"]
    assert "  ├ dept.yaml:8:5  projects.1.received  未填  道路 到位资金" in lines


def test_a_given_value_tells_where_it_stands_and_what_it_goes_into() -> None:
    assert told("projects.1.budget")[:4] == [
        "projects.1.budget  道路 全年预算 = 10万元",
        "  所在  dept.yaml:8:24",
        "  用于  funds.budget, projects.1.balance, projects.1.execution_rate, projects.1.arrival_rate,",
        "        projects.budget, projects.excellent.budget",
    ]


def test_a_value_that_was_left_out_can_be_asked_for() -> None:
    lines = told("projects.2.score")
    assert lines[:2] == ["projects.2.score  桥梁 得分 = 未填", "  所在  dept.yaml:9:5"]
    assert any(line.startswith("  决定  projects.unscored_count, projects.excellent.count") for line in lines)


def test_whole_numbers_have_their_unit_too() -> None:
    staff = DEPT + "staff: {in_post: 50, establishment: {administrative: 40, institutional: 20}}\n"
    lines = told("staff.establishment_total", text=staff)
    assert "  算式  40 + 20 = 60人" in lines
    assert told("staff.in_post", text=staff)[0] == "staff.in_post  人员情况 在职人数 = 50人"


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=10)
@given(reports())
def test_every_figure_and_value_of_any_report_can_be_explained(data: Data) -> None:
    one = explained(as_yaml(data))
    assert explanation.overview(one, "zh")
    for name in (*one.trace.facts.figures, *one.given):
        assert explanation.text(one, name, "zh").startswith(f"{name}  ")
        assert json.loads(derivations.as_json(one, name, "en"))["name"] == name


def test_what_is_neither_a_figure_nor_given_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        told("funds.budge")


def test_further_down_many_like_ones_are_told_by_the_first_and_the_last() -> None:
    many = DEPT + "".join(f"  - {{name: 其他{n}, budget: 1, executed: 1, score: 80}}\n" for n in range(6))
    assert "  │ └ 8 项：projects.1.executed … projects.8.executed" in told("funds.execution_rate", text=many)
    assert len([line for line in told("funds.budget", text=many) if ".budget" in line and "dept.yaml" in line]) == 8
    assert "    ├ 8 项：projects.1.score … projects.8.score" in told("projects.mean_score", text=many)
    assert "      Σ 全年预算数  ←  8 项：projects.1.budget … projects.8.budget" in overview("zh", many)


def overview(lang: Lang, text: str = DEPT) -> list[str]:
    return explanation.overview(explained(text), lang).splitlines()


def test_all_figures_stand_by_chapter_each_with_what_it_is_directly_made_of() -> None:
    lines = overview("zh")
    assert [line for line in lines if not line.startswith(" ")] == [
        "assets  资产情况",
        "funds  分来源资金",
        "projects  项目支出",
        "department  部门",
    ]
    first = lines.index("  funds.budget  资金全年预算数 = 40万元")
    assert lines[first + 1] == "      Σ 全年预算数  ←  projects.1.budget (8:24)，projects.2.budget (9:24)"
    assert "      Σ 到位数  ←  projects.1.received (未填)，projects.2.received (未填)" in lines
    assert "      项目个数  ←  取 1 项（共 2 项）" in lines
    assert "      汇总得分 ÷ 计分项目数  ←  projects.total_score，计分项目数" in lines
    figures = explained().trace.facts.figures
    assert [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "] == list(figures)


def test_all_figures_stand_by_chapter_in_english() -> None:
    lines = overview("en")
    assert lines[0] == "assets"
    assert "      Σ adjusted budget  ←  projects.1.budget (8:24), projects.2.budget (9:24)" in lines


def test_where_a_figure_is_printed_is_told_last() -> None:
    place = Printed("funds.budget", "40万元", Text("表 1 第 2 行", "table 1, row 2"), "合计【40万元】")
    other = Printed("funds.executed", "34万元", Text("表 1", "table 1"), "")
    lines = explanation.text(explained(DEPT, place, other), "funds.budget", "zh").splitlines()
    assert lines[-1] == "  印在  40万元  表 1 第 2 行  合计【40万元】"
    assert sum(line.startswith("  印在") for line in lines) == 1


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([], ""),
        ([0], "projects.1"),
        ([0, 1, 2], "projects.1-3"),
        ([0, 2, 3, 5], "projects.1, projects.3-4, projects.6"),
    ],
)
def test_neighbouring_rows_are_told_from_the_first_to_the_last(numbers: list[int], words: str) -> None:
    assert rows([("projects", number) for number in numbers]) == words


def test_rows_of_different_lists_are_no_neighbours() -> None:
    assert rows([("projects", 0), ("funds", 1)]) == "projects.1, funds.2"


def test_an_indicator_that_names_no_figure_shows_the_name_and_that_there_is_none() -> None:
    assert "  ├ funds.no  未填" in told("indicators.1.1.1.standard_score", text=UNKNOWN)
