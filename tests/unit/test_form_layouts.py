"""The layouts of the forms: what they show of a report that says little, or says it otherwise."""

from pathlib import Path

from tools import word_text
from tools.examples import rendered

HEAD = "layout: {}\nstandard: mof-2020\nyear: 2025\ndepartment: {{name: 示例局}}\n"
ITEM = "{name: 覆盖率, weight: 90, target: '>= 95%', actual: 95}"
INDICATORS = f"indicators: [{{name: 产出指标, groups: [{{name: 数量指标, items: [{ITEM}]}}]}}]\n"
FUNDS = "funds: [{source: central, budget: 60, executed: 60}, {source: local, budget: 40, executed: 35}]\n"


def tables(folder: Path, layout: str, lines: str) -> list[list[list[str]]]:
    """The tables of the document."""
    path = folder / "dept.yaml"
    path.write_text(HEAD.format(layout) + lines, encoding="utf-8")
    return word_text.tables(rendered(path))


def test_a_project_that_says_little_has_a_form_with_blanks(tmp_path: Path) -> None:
    lines = "projects: [{name: 维护费, budget: 10, executed: 9, score: 92}]\n"
    funds, indicators = tables(tmp_path, "project-forms", lines)
    assert funds[1] == ["主管部门", "示例局", "实施单位", "示例局"]
    assert funds[3:7] == [
        ["", "年度资金总额", "", "10", "9", "", "90.00%", ""],
        ["", "其中：当年财政拨款", "", "", "", "—", "", "—"],
        ["", "　　　上年结转资金", "", "", "", "—", "", "—"],
        ["", "　　　其他资金", "", "", "", "—", "", "—"],
    ]
    assert funds[-1] == ["", "", ""]
    assert indicators[1:] == [["总分", "", "92", ""]]


def test_marks_and_zero_stay_what_they_are(tmp_path: Path) -> None:
    lines = "missing_score: skip\nprojects: [{name: 维护费, initial: 无, budget: —, executed: 0, score: —}]\n"
    funds, indicators = tables(tmp_path, "project-forms", lines)
    assert funds[3] == ["", "年度资金总额", "无", "—", "0", "", "—", ""]
    assert indicators[-1] == ["总分", "", "—", ""]


def test_the_score_that_a_project_is_given_stands_where_execution_is_not_scored_apart(tmp_path: Path) -> None:
    items = ITEM.replace("90", "100")
    lines = f"projects: [{{name: 维护费, budget: 10, executed: 9, {INDICATORS.replace(ITEM, items).strip()}}}]\n"
    funds, indicators = tables(tmp_path, "project-forms", lines)
    assert funds[3][5:] == ["", "90.00%", ""]
    assert indicators[1:] == [
        ["绩效指标", "产出指标", "数量指标", "覆盖率", "≥95%", "95%", "100", "100", ""],
        ["总分", "100", "100", ""],
    ]


def test_the_departments_funds_stand_by_source_where_its_expenditure_is_not_given(tmp_path: Path) -> None:
    funds, indicators = tables(tmp_path, "department-form", f"execution_weight: 10\n{FUNDS}{INDICATORS}")
    assert funds[2:5] == [
        ["", "年度资金总额", "", "100", "95", "10", "95.00%", "9.5"],
        ["", "中央资金", "", "60", "60", "—", "100.00%", "—"],
        ["", "本级资金", "", "40", "35", "—", "87.50%", "—"],
    ]
    assert [row[0] for row in funds[5:]] == ["年度总体\n目标", ""]
    assert indicators[-2:] == [["总分", "100", "99.5", ""], ["自评等级", "优"]]


def test_a_department_without_funds_has_a_form_all_the_same(tmp_path: Path) -> None:
    funds, indicators = tables(tmp_path, "department-form", INDICATORS.replace("90", "100"))
    assert [row[0] for row in funds] == ["部门名称", "年度部门\n整体支出\n资金\n（万元）", "年度总体\n目标", ""]
    assert indicators[-2] == ["总分", "100", "100", ""]


def test_attachment_and_number_stand_before_the_first_form_alone(tmp_path: Path) -> None:
    path = tmp_path / "dept.yaml"
    projects = "".join(f"  - {{name: {name}, budget: 10, executed: 9, score: 92}}\n" for name in ("甲项", "乙项"))
    path.write_text(HEAD.format("project-forms") + f"attachment: 2\nprojects:\n{projects}", encoding="utf-8")
    said = [paragraph.text for paragraph in word_text.paragraphs(rendered(path))]
    assert said[:2] == ["附件2", "项目支出绩效自评表"]
    assert (said.count("附件2"), said.count("项目支出绩效自评表")) == (1, 2)


def test_a_project_says_its_reason_below_the_total(tmp_path: Path) -> None:
    lines = "projects: [{name: 维护费, budget: 10, executed: 5, score: 62, reason: 质量保证金未到付款期}]\n"
    _, indicators = tables(tmp_path, "project-forms", lines)
    assert indicators[1:] == [["总分", "", "62", ""], ["说明", "质量保证金未到付款期"]]


def test_a_missing_score_is_printed_as_it_counts(tmp_path: Path) -> None:
    project = f"projects: [{{name: 维护费, budget: 0, executed: 0, {INDICATORS.strip()}}}]\n"
    _, indicators = tables(tmp_path, "project-forms", f"missing_score: zero\nexecution_weight: 10\n{project}")
    assert indicators[-1] == ["总分", "100", "0", "未评分，按零分计"]
    _, indicators = tables(tmp_path, "project-forms", f"missing_score: skip\nexecution_weight: 10\n{project}")
    assert indicators[-1] == ["总分", "100", "", ""]


def test_a_project_prints_its_own_rate_where_an_indicator_takes_that_of_its_funds(tmp_path: Path) -> None:
    items = f"{ITEM}, {{name: 执行率, weight: 10, target: '>= 100%', figure: funds.execution_rate, reason: 冬季停工}}"
    late = f"{{name: 改造, budget: 10, executed: 6, {INDICATORS.replace(ITEM, items).strip()}}}"
    lines = f"projects: [{late}, {{name: 维护费, budget: 90, executed: 90, score: 95}}]\n"
    indicators = tables(tmp_path, "project-forms", lines)[1]
    assert indicators[2][3:] == ["执行率", "≥100%", "60%", "10", "6", "冬季停工"]


def test_whatever_is_given_of_expenditure_is_printed(tmp_path: Path) -> None:
    given = "budget: {expenditure: {initial: 10, adjusted: 20, basic: {value: 4, final: 5}, project: {adjusted: 12}}}\n"
    items = INDICATORS.replace("90", "100")
    funds, _ = tables(tmp_path, "department-form", given + items)
    assert funds[2:5] == [
        ["", "年度资金总额", "10", "20", "", "", "—", ""],
        ["", "其中：基本支出", "4", "", "5", "—", "—", "—"],
        ["", "　　　项目支出", "", "12", "", "—", "—", "—"],
    ]
    funds, _ = tables(tmp_path, "department-form", given + FUNDS + items)
    assert [row[1] for row in funds[2:5]] == ["年度资金总额", "中央资金", "本级资金"]


def test_a_report_says_what_execution_adds_to_its_indicators(tmp_path: Path) -> None:
    path = tmp_path / "dept.yaml"
    path.write_text(HEAD.format("indicator-scorecard") + f"execution_weight: 10\n{FUNDS}{INDICATORS}", encoding="utf-8")
    said = "".join(paragraph.text for paragraph in word_text.paragraphs(rendered(path)))
    assert "得90分。预算执行率单独计分，满分10分，得9.5分，与指标得分合计99.5分。" in said
