"""The summary as a Word document."""

import shutil
from pathlib import Path

from docx_text import lines, part, text
from expected import Expected
from perfeval.layouts import folder_of
from perfeval.summary import Summary, entry_of, summarise
from perfeval.summary.document import document
from tools.departments import write
from tools.entries import NAMESAKE, OTHER_SCALE, entry, refused

FIVE = Path(__file__).with_name("five-departments.txt")


def written(made: Summary) -> bytes:
    result = document(made)
    assert result.findings == ()
    assert result.value is not None
    return result.value


def said(made: Summary) -> str:
    return "\n".join(lines(written(made)))


def test_five_departments(tmp_path: Path, expected: Expected) -> None:
    paths = write(tmp_path, 5)
    spoilt = paths[1].read_text(encoding="utf-8").replace("score: 9,", "score: 11,")
    paths[1].write_text(spoilt, encoding="utf-8")
    made = summarise(map(entry_of, paths), ["青岚市长桥区教育局", "青岚市长桥区体育局"])
    expected.agrees(FIVE, said(made) + "\n")


def test_without_departments_nothing_is_said_of_them() -> None:
    told = said(summarise([refused("甲局")]))
    assert "[BodyText] 现将部门整体支出绩效自评情况汇总如下。本次共收到1个部门报告文件，其中0个" in told
    assert "None" not in told
    assert "部门得分排名表" not in told
    assert "没有提供应报部门名单，未核对缺报情况。未报送、未纳入汇总等情况见下表。" in told


def test_of_a_selection_it_is_told_that_nobody_was_looked_for() -> None:
    told = said(summarise([entry("甲局")], ["甲局", "乙局"], is_selection=True))
    assert "[BodyText] 本次只汇总指定的文件，没有与应报部门名单核对。\n" in told
    assert "乙局" not in told


def test_standards_of_one_title_are_told_apart() -> None:
    told = said(summarise([entry("甲局"), entry("乙局", grade="好", scale=NAMESAKE)]))
    assert "| 甲标准（优90分、良80分、中60分、差0分） | 优 |" in told
    assert "| 甲标准（好60分、差0分） | 好 |" in told
    assert "各部门使用的评分标准不同，分别统计。" in told


def test_a_layout_of_ones_own_may_have_a_chart(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(folder_of("bureau-summary"), tmp_path / "own"))
    wording = (folder / "layout.yaml").read_text(encoding="utf-8")
    assert wording.count("说明：“—”") == 1
    chart = (
        'charts: {ours: {title: 得分, each: departments, category: "{{ name }}", series: [{name: 得分, value: score}]}}'
    )
    wording = wording.replace("说明：“—”", "见图{{ charts.ours.number }}。说明：“—”") + chart
    (folder / "layout.yaml").write_text(wording, encoding="utf-8")
    made = document(summarise([entry("甲局"), entry("乙局")]), folder)
    assert made.value is not None, made.findings
    assert "见图1。说明：" in "\n".join(lines(made.value))


def test_what_is_not_known_is_a_dash_and_is_told() -> None:
    told = said(
        summarise(
            [
                entry("甲局", None, grade=None, budget=None, balance=None, execution_rate=None),
                entry("乙局", year=2024, scale=OTHER_SCALE, grade="好"),
            ]
        )
    )
    assert "| — | 甲局 | — | — | — | 90 | — | — | — |" in told
    assert "不计入合计，也不按零计算：全年预算数合计未计入1个部门，结余数合计未计入1个部门。" in told
    assert "[Title] 2024、2025年度部门整体支出绩效自评" in told
    assert "没有得分的列在最后" in told
    assert "各部门使用的评分标准不同，分别统计。" in told
    assert "自动检查没有提出意见。" in told
    assert "没有发现这些情形。" in told


def test_outliers_have_a_table() -> None:
    told = said(summarise([entry("甲局", execution_rate=50)]))
    assert "有关部门见下表。" in told
    assert (
        "| 甲局 | 预算执行率低于评分标准的界限而综合得分不低于高分线 | 执行率50.00%，界限60.00%；得分90，高分线75 |"
        in told
    )


def test_its_properties_name_no_department() -> None:
    core = part(written(summarise([entry("甲局")])), "docProps/core.xml")
    assert text(core) == ""
    assert [child.text for child in core] == ["2025年度部门整体支出绩效自评汇总报告", "zh-CN"]


def test_the_same_summary_gives_the_same_bytes() -> None:
    made = summarise([entry("甲局")])
    assert written(made) == written(made)


def own(folder: Path, texts: str, template: bytes | None = None) -> Path:
    (folder / "own").mkdir()
    (folder / "own" / "layout.yaml").write_text(
        f"kind: summary\nbased_on: bureau-summary\ndescription: {{zh: 我, en: own}}\nfilename: 汇总\ntexts: {texts}\n",
        encoding="utf-8",
    )
    (folder / "own" / "report.docx").write_bytes(template or (folder_of("bureau-summary") / "report.docx").read_bytes())
    return folder / "own"


def test_a_layout_of_ones_own_has_its_own_words(tmp_path: Path) -> None:
    made = document(summarise([entry("甲局")]), own(tmp_path, "{note: 本局说明。}"))
    assert made.value is not None
    assert "[BodyText] 本局说明。" in lines(made.value)


def test_a_fault_in_a_layout_is_told_at_its_folder(tmp_path: Path) -> None:
    made = document(summarise([entry("甲局")]), own(tmp_path, '{note: "{{ report.year }}"}'))
    assert made.value is None
    (finding,) = made.findings
    assert (finding.kind.code, finding.file) == ("R112", str(tmp_path / "own"))


def test_a_fault_in_a_template_is_told_there_too(tmp_path: Path) -> None:
    made = document(summarise([entry("甲局")]), own(tmp_path, "{note: 无}", b"no zip"))
    assert made.value is None
    assert [finding.kind.code for finding in made.findings] == ["R101"]
