"""A report's words: figures in prose, the layout's sentences, the department's own in their place, and their faults."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfeval import pipeline
from perfeval.compose.prose import fill
from perfeval.context import Context
from perfeval.diagnostic import Finding, Result
from perfeval.pipeline import Composed
from perfeval.printing import FILTERS
from perfeval.word.fault import TemplateFault
from perfeval.word.sandbox import Sandbox
from perfeval.word.tagged import Tagged

HEAD = "layout: ./own\nstandard: mof-2020\nyear: 2025\ndepartment: {name: 某局}\n"
PROJECTS = """\
projects:
  - {name: 甲, budget: 8, executed: 2, score: 90, reason: 年末下达}
  - {name: 乙, budget: 2, executed: 2, score: 80}
"""
LAYOUT = """\
description: {zh: 说明, en: a form}
filename: "{{ report.department.name }}{{ year }}报告"
texts:
  intro: "预算{{ funds.budget | money }}万元。"
  line: {each: report.projects, text: "{{ number }}、{{ name }}：{{ execution_rate | percent }}"}
  closing: 特此报告。
"""


def check(tmp_path: Path, text: str, layout: str = LAYOUT, head: str = HEAD) -> Result[Composed]:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "layout.yaml").write_text(layout, encoding="utf-8")
    (tmp_path / "dept.yaml").write_text(head + text, encoding="utf-8")
    return pipeline.check(tmp_path / "dept.yaml")


def composed(tmp_path: Path, text: str, layout: str = LAYOUT) -> Context:
    result = check(tmp_path, text, layout)
    assert [found for found in result.findings if found.kind.severity == "error"] == []
    assert result.value is not None
    return result.value.context


def told(result: Result[Any]) -> Finding:
    assert result.value is None
    (finding,) = [found for found in result.findings if found.kind.severity == "error"]
    for words in (finding.kind.what, finding.kind.why, finding.kind.cure):
        assert words.say("zh", finding.arguments)
        assert words.say("en", finding.arguments)
    return finding


def pointed_at(finding: Finding) -> str:
    """What stands in the file where the finding points."""
    return finding.excerpt[finding.place.column - 1 :]


def test_figures_are_put_into_prose_by_name_and_filter(tmp_path: Path) -> None:
    text = PROJECTS + (
        "conclusion: 共{{ projects.count | count }}个项目，执行率{{ funds.execution_rate | percent }}。\n"
        "problems:\n  - 无标记的文字。\n  - 大写{{ funds.executed_capital }}\n"
    )
    report = composed(tmp_path, text)["report"]
    assert report["conclusion"] == "共2个项目，执行率40.00%。"
    assert report["problems"] == ["无标记的文字。", "大写人民币肆万元整"]


def test_prose_may_name_what_the_department_wrote_elsewhere(tmp_path: Path) -> None:
    text = PROJECTS + "conclusion: '{{ report.department.name }}，{{ report.projects[1].name }}，{{ year }}年。'\n"
    assert composed(tmp_path, text)["report"]["conclusion"] == "某局，乙，2025年。"


def test_the_title_is_the_layouts_file_name(tmp_path: Path) -> None:
    assert composed(tmp_path, PROJECTS)["title"] == "某局2025报告"


def test_the_layouts_sentences_are_written_once_or_for_every_row(tmp_path: Path) -> None:
    context = composed(tmp_path, PROJECTS)
    assert context["texts"] == {"intro": "预算10万元。", "closing": "特此报告。"}
    assert [project["line"] for project in context["report"]["projects"]] == ["1、甲：25.00%", "2、乙：100.00%"]


def test_a_department_overrides_sentences_for_the_report_and_for_rows(tmp_path: Path) -> None:
    text = PROJECTS + 'texts: {closing: "{{ year }}年毕。", line: "{{ name }}；"}\n'
    context = composed(tmp_path, text)
    assert context["texts"] == {"intro": "预算10万元。", "closing": "2025年毕。"}
    assert [project["line"] for project in context["report"]["projects"]] == ["甲；", "乙；"]


@pytest.mark.parametrize("each", ["report.goals.items", "report.projects", "report.evaluation.stages", "grades"])
def test_a_list_in_a_section_not_given_has_no_rows(tmp_path: Path, each: str) -> None:
    layout = LAYOUT.replace("each: report.projects", f"each: {each}")
    layout = layout.replace("{{ number }}、{{ name }}：{{ execution_rate | percent }}", "行")
    layout = layout.replace('"预算{{ funds.budget | money }}万元。"', "无")
    assert composed(tmp_path, "", layout)["texts"] == {"intro": "无", "closing": "特此报告。"}


@pytest.mark.parametrize(
    ("prose", "pointed", "line"),
    [
        (
            "conclusion: |-\n  第一行。\n\n  执行率为{{ funds.execution_rte | percent }}。\n",
            "{{ funds.execution_rte",
            11,
        ),
        ("conclusion: 执行率为{{ funds.execution_rte | percent }}。\n", "{{ funds.execution_rte", 8),
        ("problems:\n  - 一\n  - '甲{{ funds.execution_rte | percent }}'\n", "{{ funds.execution_rte", 10),
        (
            "duties:\n  themes:\n    - title: 题\n      text: 乙{{ funds.execution_rte }}\n",
            "{{ funds.execution_rte",
            11,
        ),
    ],
)
def test_an_unknown_figure_in_prose_is_told_where_it_stands_with_the_one_meant(
    tmp_path: Path, prose: str, pointed: str, line: int
) -> None:
    finding = told(check(tmp_path, PROJECTS + prose))
    assert (finding.kind.code, finding.place.line) == ("R112", line)
    assert pointed_at(finding).startswith(pointed)
    assert finding.arguments["nearest"] == "execution_rate"
    assert "execution_rate" in finding.kind.cure.say("zh", finding.arguments)


def test_each_faulty_text_is_told(tmp_path: Path) -> None:
    text = PROJECTS + "conclusion: 甲{{ no }}\nproblems: ['{{ fnds.budget | money }}', 好, '{{ funds.budget }}']\n"
    found = check(tmp_path, text).findings
    assert [(one.kind.code, pointed_at(one).lstrip("'")[:8]) for one in found] == [
        ("R112", "{{ no }}"),
        ("R112", "{{ fnds."),
        ("R114", "{{ funds"),
    ]


@pytest.mark.parametrize(
    ("prose", "code"),
    [
        ("{{ funds.budget | mony }}", "R111"),
        ("{{ funds.budget | money", "R111"),
        ("{{ funds.budget }}", "R114"),
        ("{{ report.assets.date | date }}", "R113"),
        ("{{ report.projects | money }}", "R113"),
        ("{{ year | date }}", "R113"),
    ],
)
def test_a_tag_that_cannot_be_printed_is_a_finding_and_no_crash(tmp_path: Path, prose: str, code: str) -> None:
    finding = told(check(tmp_path, f"{PROJECTS}assets: {{total: {{value: 1}}}}\nconclusion: '文{prose}'\n"))
    assert finding.kind.code == code
    assert pointed_at(finding).startswith(prose)


def test_prose_that_cannot_be_set_is_told_at_the_line_that_is_wrong(tmp_path: Path) -> None:
    prose = "  | 名称 | 金额 |\n  | --- | --- |\n  | 乙 | 2 | 万元 |\n"
    finding = told(check(tmp_path, f"{PROJECTS}conclusion: |-\n{prose}"))
    assert finding.place.line == 11
    assert pointed_at(finding) == "| 乙 | 2 | 万元 |"


@pytest.mark.parametrize("statement", ["{% if year %}甲{% endif %}", "{%- set x = 1 %}"])
def test_a_statement_in_prose_is_refused_where_it_stands(tmp_path: Path, statement: str) -> None:
    finding = told(check(tmp_path, f"{PROJECTS}conclusion: |-\n  一行\n  两{statement}\n"))
    assert (finding.kind.code, finding.place.line) == ("R203", 10)
    assert pointed_at(finding) == statement


def test_a_statement_in_the_departments_sentence_is_refused_too(tmp_path: Path) -> None:
    finding = told(check(tmp_path, PROJECTS + 'texts:\n  closing: "毕{% if year %}{% endif %}"\n'))
    assert (finding.kind.code, finding.place.line) == ("R203", 9)


def test_a_fault_in_a_sentence_for_rows_is_told_once(tmp_path: Path) -> None:
    finding = told(check(tmp_path, PROJECTS + "texts:\n  line: '{{ nmae }}'\n"))
    assert (finding.kind.code, finding.place.line) == ("R112", 9)
    assert finding.arguments["nearest"] == "name"


def test_a_sentence_the_layout_lacks_is_told_at_its_key_with_the_one_meant(tmp_path: Path) -> None:
    finding = told(check(tmp_path, PROJECTS + "texts:\n  closng: 毕。\n"))
    assert (finding.kind.code, finding.place.line) == ("R202", 9)
    assert pointed_at(finding) == "closng: 毕。"
    assert finding.kind.what.say("en", finding.arguments).endswith("has no sentence “closng”; did you mean “closing”?")
    assert finding.kind.cure.say("en", finding.arguments).endswith("intro, line, closing")


@pytest.mark.parametrize(
    ("old", "new", "code", "sentence"),
    [
        ("funds.budget", "funds.bugdet", "R112", "intro"),
        ("| money", "| mony", "R111", "intro"),
        ("{{ number }}", "{{ nubmer }}", "R112", "line"),
        ("{{ year }}", "{{ yaer }}", "R112", "filename"),
        ("report.projects", "report.projcets", "R112", "line"),
        ("report.projects", "indicator_row", "R112", "line"),
        ("report.projects", "report.projects.name", "R112", "line"),
        ("report.projects", "report.problems", "R113", "line"),
        ("report.projects", "report.department", "R113", "line"),
    ],
)
def test_a_fault_of_the_layout_is_told_at_the_reports_layout_and_names_the_sentence(
    tmp_path: Path, old: str, new: str, code: str, sentence: str
) -> None:
    finding = told(check(tmp_path, PROJECTS + "problems: [一个问题]\n", LAYOUT.replace(old, new)))
    assert finding.kind.code == code
    assert (finding.file, finding.place.line) == (str(tmp_path / "dept.yaml"), 1)
    assert pointed_at(finding) == "./own"
    assert f"layout “./own”, sentence {sentence}: " in finding.kind.what.say("en", finding.arguments)
    assert f"版式“./own”的语句 {sentence}：" in finding.kind.what.say("zh", finding.arguments)


@pytest.mark.parametrize(("given", "missing"), [(PROJECTS, "goals"), ("", "projects")])
def test_a_section_the_layout_requires_is_missed(tmp_path: Path, given: str, missing: str) -> None:
    layout = LAYOUT.replace("texts:", f"requires: [department, {missing}]\ntexts:").replace("funds.budget", "year")
    finding = told(check(tmp_path, given, layout))
    assert (finding.kind.code, finding.arguments["layout"]) == ("R201", "./own")
    assert finding.place.line == 1
    assert f"needs `{missing}`" in finding.kind.what.say("en", finding.arguments)


def test_a_mistake_in_the_own_standard_is_told_in_that_file_beside_the_reports_own(tmp_path: Path) -> None:
    (tmp_path / "points.yaml").write_text("title: 标准\n", encoding="utf-8")
    result = check(tmp_path, PROJECTS, head=HEAD.replace("mof-2020", "./points.yaml"))
    assert result.value is None
    assert {found.file for found in result.findings} == {str(tmp_path / "points.yaml")}


PIECES = st.sampled_from(
    [
        "甲",
        " ",
        "\n",
        "\r\n",
        "{",
        "}",
        "}}",
        "{#",
        "'",
        "{{ a }}",
        "{{- a }}",
        "{{ a -}}",
        "{{ n | money }}",
        "{{ '}}' }}",
    ]
)


def at_once(text: str, context: Context) -> object:
    """The text as one template, or what is wrong with it."""
    try:
        return Tagged.compile(text, FILTERS).render(context)
    except TemplateFault as fault:
        return fault.kind, fault.arguments


@given(st.lists(PIECES | st.text(max_size=2), max_size=9).map("".join).filter(lambda text: "{{" in text))
def test_prose_filled_tag_by_tag_is_what_it_is_filled_at_once(text: str) -> None:
    context = {"a": "乙", "n": Decimal("1.20")}
    filled = fill(text, ("conclusion",), context, Sandbox)
    if "{%" not in text:
        (found,) = filled.diagnostics or (None,)
        assert (filled.value if found is None else (found.kind, found.arguments)) == at_once(text, context)
