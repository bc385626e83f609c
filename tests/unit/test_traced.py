"""A report with its trace: which values have comments, what these say, where each value is printed, what stops it."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from perfeval import pipeline
from perfeval.trace.explained import Printed
from planted import REPORT, replaced
from raised import RAISED, own_layout, report
from tools.command import Run

LAYOUT = "description: {zh: 本局, en: ours}\nfilename: '{{ projects.count | count }}个项目'\n"
GIVEN = """\
layout: ./ours
standard: shijiazhuang
year: 2025
department: {name: 示例局}
projects:
  - {name: 甲, budget: 1, received: —, executed: 1, score: 90, grade: 优秀}
staff: {in_post: 7}
attachment: 3
"""


def template(*paragraphs: str) -> bytes:
    """A layout's template with these paragraphs."""
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def comments(content: bytes) -> list[str]:
    return [comment.text for comment in docx.Document(BytesIO(content)).comments]


def traced(path: Path) -> bytes:
    result = pipeline.render(path, trace=True)
    assert result.value is not None, result.findings
    return result.value.content


@pytest.mark.parametrize(
    ("tag", "printed", "comment"),
    [
        ("{{ funds.execution_rate | percent }}", "100.00%",
         "funds.execution_rate 资金预算执行率 = 执行数 ÷ 全年预算数 × 100% = 100.00%"),
        ("{{ report.projects[0].balance | money }}", "0",
         "projects.1.balance 项目1“甲”结余数 = 预算数 − 执行数 = 0万元，dept.yaml:6:5"),
        ("{{ projects.count | cn_number }}", "一", "projects.count 项目个数 = 项目个数 = 1个"),
        ("{{ department.grade }}", "优秀", "department.grade 部门综合评价等级 = 综合得分（两位小数）所在的等级区间 = 优秀"),
        ("{{ report.projects[0].budget | money }}", "1", "projects.1.budget 全年预算，dept.yaml:6:23"),
        ("{{ report.projects[0].received | money }}", "—", "projects.1.received 到位资金，dept.yaml:6:36"),
        ("{{ report.projects[0].grade }}", "优秀", "projects.1.grade 等级，dept.yaml:6:70"),
        ("{{ report.staff.in_post }}", "7", "staff.in_post 在职人数，dept.yaml:7:18"),
        ("{{ grades[0].low | score }}", "85", "评分标准 shijiazhuang：优秀从 85 分起"),
    ],
)  # fmt: skip
def test_a_comment_says_where_a_value_comes_from(tag: str, printed: str, comment: str, tmp_path: Path) -> None:
    own_layout(tmp_path, template(tag), LAYOUT)
    path = report(tmp_path, GIVEN)
    content = traced(path)
    assert docx.Document(BytesIO(content)).paragraphs[0].text == printed
    assert comments(content) == [comment]


@pytest.mark.parametrize("tag", [
    "{{ year }}年", "附件{{ report.attachment }}", "{{ report.projects[0].name }}", "{{ (funds.budget * 2) | money }}",
    "{{ report.projects[0].number }}", "{{ report.projects | length }}",
])  # fmt: skip
def test_what_is_no_value_of_its_own_has_no_comment(tag: str, tmp_path: Path) -> None:
    own_layout(tmp_path, template(tag), LAYOUT)
    found = docx.Document(BytesIO(traced(report(tmp_path, GIVEN))))
    assert found.paragraphs[0].text
    assert not [part.partname for part in found.part.package.iter_parts() if "comments" in part.partname]


def test_the_name_of_the_file_is_without_marks(tmp_path: Path) -> None:
    own_layout(tmp_path, template(), LAYOUT)
    result = pipeline.render(report(tmp_path, GIVEN), trace=True)
    assert result.value is not None
    assert result.value.name == "1个项目"


def test_an_error_leaves_no_document_with_a_trace_either(tmp_path: Path) -> None:
    path = report(tmp_path, replaced("balance: 10,", "balance: 20,"))
    result = pipeline.render(path, trace=True)
    assert result.value is None
    assert result.findings == pipeline.render(path).findings


@pytest.mark.parametrize("code", ["R103", "R112", "R204"])
def test_a_fault_of_the_template_is_told_as_without_a_trace(code: str, tmp_path: Path) -> None:
    RAISED[code](tmp_path)
    path = tmp_path / "dept.yaml"
    assert code in [finding.kind.code for finding in pipeline.render(path, trace=True).findings]
    assert pipeline.render(path, trace=True) == pipeline.render(path)


def test_the_command_writes_a_trace_only_if_asked(run: Run, dept: Path) -> None:
    assert run("render", dept, "--trace", "-o", "traced.docx").code == 0
    assert run("render", dept, "-o", "plain.docx").code == 0
    plain = pipeline.render(dept).value
    assert plain is not None
    assert Path("plain.docx").read_bytes() == plain.content
    assert Path("traced.docx").read_bytes() == traced(dept)
    assert "funds.execution_rate 资金预算执行率 = 执行数 ÷ 全年预算数 × 100% = 92.86%" in comments(traced(dept))


def printed_at(path: Path, name: str) -> tuple[Printed, ...]:
    result = pipeline.explain(path)
    assert result.value is not None
    return result.value.printed_at(name)


def test_an_explanation_lists_where_a_value_is_printed(dept: Path) -> None:
    texts = {one.place.zh: one.text for one in printed_at(dept, "projects.1.executed")}
    assert list(texts.values()) == ["110"]
    assert "表 2 第 2 行第 5 列" in next(iter(texts))
    sentence, cell = printed_at(dept, "funds.execution_rate"), printed_at(dept, "projects.execution_rate")
    assert [one.text for one in (*sentence, *cell)] == ["92.86%", "92.86%"]
    assert "预算执行率为【92.86%】" in sentence[0].around


@pytest.mark.parametrize("change", ["layout: ./nowhere", "layout: project-leger"])
def test_what_cannot_be_composed_is_explained_without_places(change: str, tmp_path: Path) -> None:
    path = report(tmp_path, REPORT.replace("layout: indicator-scorecard", change))
    assert printed_at(path, "funds.execution_rate") == ()
