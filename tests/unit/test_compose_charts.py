"""What a layout's charts show: numbers as they are, numbered as they are shown, nothing where there is nothing."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from perfeval import pipeline
from perfeval.compose import compose
from perfeval.context import Context
from perfeval.diagnostic import Finding, Result
from perfeval.formats.origins import with_origins
from perfeval.load import load
from perfeval.pipeline import Composed
from perfeval.word.marks import BEGIN, Traced, unmarked
from perfeval.word.tracing import Tracing

REPORT = """\
layout: ./own
standard: mof-2020
year: 2025
department: {name: 某局}
budget:
  revenue: {initial: 2024.99, previous: 1706.83, final: 2465.03}
projects:
  - {name: 甲 & <乙>, budget: 8.000001, executed: 2, score: 90, source: central}
  - {name: 丙, budget: 2, executed: "—", score: 80, source: local}
"""
LAYOUT = """\
description: {zh: 说明, en: a form}
filename: 报告
charts:
  projects:
    title: "{{ year }}年项目执行情况"
    unit: 万元
    each: report.projects
    category: "{{ number }} {{ name }}"
    series:
      - {name: "{{ year }}年预算", value: budget}
      - {name: 执行, value: executed}
  budget:
    title: 预算
    categories:
      - {name: 收入, row: report.budget.revenue}
      - {name: 支出, row: report.budget.expenditure}
    series:
      - {name: 上年, value: previous}
      - {name: 全年, value: adjusted}
"""


def check(folder: Path, layout: str = LAYOUT, report: str = REPORT) -> Result[Composed]:
    (folder / "own").mkdir()
    (folder / "own" / "layout.yaml").write_text(layout, encoding="utf-8")
    (folder / "dept.yaml").write_text(report, encoding="utf-8")
    return pipeline.check(folder / "dept.yaml")


def charts(folder: Path, layout: str = LAYOUT, report: str = REPORT) -> Context:
    result = check(folder, layout, report)
    assert result.value is not None, [(found.kind.code, found.arguments) for found in result.findings]
    found: Context = result.value.context["charts"]
    return found


def told(folder: Path, old: str, new: str) -> Finding:
    assert LAYOUT.count(old) == 1
    (finding,) = [one for one in check(folder, LAYOUT.replace(old, new)).findings if one.kind.severity == "error"]
    return finding


def test_a_chart_has_the_exact_numbers_of_its_rows(tmp_path: Path) -> None:
    assert charts(tmp_path)["projects"] == {
        "number": 1,
        "title": "2025年项目执行情况",
        "unit": "万元",
        "description": "图1 2025年项目执行情况（万元）：1 甲 & <乙>，2025年预算 8.000001、执行 2；2 丙，2025年预算 2、执行 —。",
        "categories": ["1 甲 & <乙>", "2 丙"],
        "series": [
            {"name": "2025年预算", "values": [Decimal("8.000001"), Decimal(2)]},
            {"name": "执行", "values": [Decimal(2), None]},
        ],
    }


def test_listed_categories_without_a_record_and_series_without_a_value_are_left_out(tmp_path: Path) -> None:
    chart = charts(tmp_path)["budget"]
    assert chart["categories"] == ["收入"]
    assert chart["series"] == [{"name": "上年", "values": [Decimal("1706.83")]}]
    assert (chart["unit"], chart["description"]) == (None, "图2 预算：收入，上年 1706.83。")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"{{ year }}年项目执行情况"', '"{% if year == 2024 %}情况{% endif %}"'),
        ("each: report.projects", "each: report.indicators"),
        ("each: report.projects", "each: report.duties.units"),
        ("value: budget}\n      - {name: 执行, value: executed", "value: received"),
    ],
)  # fmt: skip
def test_a_chart_with_nothing_to_show_is_none_and_takes_no_number(old: str, new: str, tmp_path: Path) -> None:
    assert old in LAYOUT
    found = charts(tmp_path, LAYOUT.replace(old, new, 1))
    assert found["projects"] is None
    assert found["budget"]["number"] == 1


def test_zeros_alone_are_nothing_to_show_but_zeros_beside_numbers_are_shown(tmp_path: Path) -> None:
    zeros = REPORT.replace("budget: 8.000001, executed: 2", "budget: 0, executed: 0")
    assert charts(tmp_path, report=zeros)["projects"]["series"][0]["values"] == [Decimal(0), Decimal(2)]
    (tmp_path / "more").mkdir()
    assert charts(tmp_path / "more", report=zeros.replace("budget: 2", "budget: 0"))["projects"] is None


@pytest.mark.parametrize(("unit", "printed"), [("%", "8.00%"), ("分", "8"), ("个", "8"), ("亩", "8.000001")])
def test_numbers_are_told_as_their_unit_is_printed(unit: str, printed: str, tmp_path: Path) -> None:
    description = charts(tmp_path, LAYOUT.replace("unit: 万元", f'unit: "{unit}"'))["projects"]["description"]
    assert f"，2025年预算 {printed}、" in description


@pytest.mark.parametrize(
    ("unit", "value"), [("%", "67.67"), ("分", "67.67"), ("个", "68"), ("万元", "67.666667"), ("元/人", "67.666667")]
)
def test_a_number_that_never_ends_is_as_fine_as_its_unit_is_printed(unit: str, value: str, tmp_path: Path) -> None:
    layout = LAYOUT.replace("unit: 万元", f'unit: "{unit}"').replace("value: budget", "value: execution_rate")
    report = REPORT.replace("budget: 8.000001, executed: 2", "budget: 3, executed: 2.03")
    chart = charts(tmp_path, layout, report)["projects"]
    assert str(chart["series"][0]["values"][0]) == value
    assert f"，2025年预算 {value}" in chart["description"]


def test_line_breaks_in_names_become_blanks(tmp_path: Path) -> None:
    layout = LAYOUT.replace("name: 执行,", 'name: "执\\n行\\t数",').replace(
        "title: 预算", "title: |-\n      预\n      算"
    )
    found = charts(tmp_path, layout)
    assert found["projects"]["series"][1]["name"] == "执 行 数"
    assert found["budget"]["title"] == "预 算"


def test_prose_and_sentences_may_name_a_chart_by_its_number(tmp_path: Path) -> None:
    layout = f'{LAYOUT}texts: {{intro: "如图{{{{ charts.budget.number }}}}所示"}}\n'
    result = check(tmp_path, layout, REPORT + 'conclusion: "见图{{ charts.projects.number }}"\n')
    assert result.value is not None
    assert result.value.context["texts"]["intro"] == "如图2所示"
    assert result.value.context["report"]["conclusion"] == "见图1"


@pytest.mark.parametrize(
    ("old", "new", "code", "zh"),
    [
        (
            "each: report.projects", "each: report.projcts",
            "R112", "版式“./own”的图 projects：标记 report.projcts 用了不存在的名称 projcts",
        ),
        (
            "row: report.budget.revenue", "row: report.budget.revenu",
            "R112", "版式“./own”的图 budget：标记 report.budget.revenu 用了不存在的名称 revenu",
        ),
        (
            "value: previous", "value: previus",
            "R112", "版式“./own”的图 budget：标记 previus 用了不存在的名称 previus",
        ),
        (
            "value: executed", "value: name",
            "R113", "版式“./own”的图 projects：标记 name 做了不允许或无法完成的运算：文字不是数字",
        ),
        (
            "each: report.projects", "each: report.budget",
            "R113", "版式“./own”的图 projects：标记 report.budget 做了不允许或无法完成的运算：一组值",
        ),
        (
            "{{ number }} {{ name }}", "{{ nmae }}",
            "R112", "版式“./own”的图 projects：标记 {{ nmae }} 用了不存在的名称 nmae",
        ),
        (
            "title: 预算", 'title: "{{ report.budget.revenue.initial }}"',
            "R114", "版式“./own”的图 budget：标记 {{ report.budget.revenue.initial }} 直接输出了数字，没有说明写法",
        ),
    ],
)  # fmt: skip
def test_a_fault_names_the_chart_and_what_is_wrong(old: str, new: str, code: str, zh: str, tmp_path: Path) -> None:
    finding = told(tmp_path, old, new)
    assert (finding.kind.code, finding.place.line) == (code, 1)
    assert finding.kind.what.say("zh", finding.arguments) == zh


def test_of_a_traced_chart_only_the_title_has_marks(tmp_path: Path) -> None:
    layout = LAYOUT.replace("title: 预算", 'title: "{{ projects.count | count }}个项目的预算"')
    layout = layout.replace("{{ number }} {{ name }}", "{{ score | score }}分")
    result, source = check(tmp_path, layout).value, load(tmp_path / "dept.yaml").value
    assert result is not None
    assert source is not None
    known, _ = with_origins(result.facts, source)
    context = compose(known, result.layout, Tracing).value
    assert context is not None
    found: Any = context["charts"]
    assert BEGIN in found["budget"]["title"]
    assert unmarked(found["budget"].pop("title")) == "2个项目的预算"
    assert BEGIN not in str(found)
    assert found["projects"]["categories"] == ["90分", "80分"]
    values = [value for chart in found.values() for series in chart["series"] for value in series["values"]]
    assert not any(isinstance(value, Traced) for value in values)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("如图1、见图 2 和图3所示。", ["3"]),
        ("图0所示", ["0"]),
        ("地图3幅，如图所示，见图{{ charts.budget.number }}，图12平方米", []),
    ],
)
def test_a_figure_that_is_not_there_is_told_where_the_text_names_it(
    words: str, told: list[str], tmp_path: Path
) -> None:
    result = check(tmp_path, report=f"{REPORT}conclusion: {words}\n")
    assert result.value is not None
    found = [finding for finding in result.findings if finding.kind.code == "R205"]
    assert [finding.arguments["number"] for finding in found] == told
    assert [(finding.place.line, finding.arguments["count"]) for finding in found] == [(10, "2")] * len(told)


def test_a_layout_without_charts_may_have_figures_of_its_own(tmp_path: Path) -> None:
    layout = LAYOUT.partition("charts:")[0]
    found = check(tmp_path, layout, f"{REPORT}conclusion: 如图3所示\n").findings
    assert "R205" not in [finding.kind.code for finding in found]
