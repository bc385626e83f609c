"""What of a drawn chart would keep the sample's data is refused; what old versions of Word would show instead goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from chart_documents import ALTERNATIVE, RELATIONS, C, chart_of, drawn, put, refer, series_of, shown
from docx.oxml import parse_xml
from test_charts import ONE, TWO, compiled, filled, names_in
from word_documents import document, part, refusal

from tools import structure

if TYPE_CHECKING:
    from pathlib import Path

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
CX = "http://schemas.microsoft.com/office/drawing/2014/chartex"
CELL = "<c:strRef><c:f>数据!$F$9</c:f><c:strCache><c:ptCount val='1'/><c:pt idx='0'><c:v>旧</c:v></c:pt></c:strCache></c:strRef>"
BARS = (
    '<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:plus><c:numRef><c:f>数据!$F$9</c:f></c:numRef>'
    "</c:plus></c:errBars><c:cat>"
)
RANGE = (
    '<c:extLst><c:ext uri="{02D57815}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    "<c15:datalabelsRange><c15:f>数据!$F$9</c15:f></c15:datalabelsRange></c:ext></c:extLst></c:ser>"
)
TITLE = "<c:chart><c:title><c:tx>{}</c:tx></c:title>"
TYPED = "<c:rich><a:bodyPr/><a:p>{}</a:p></c:rich>"


def changed(old: str, new: str, kind: str = "column") -> tuple[str, bytes]:
    """A chart with one series, after a change to its XML."""
    xml, book = drawn(kind, {})
    assert xml.count(old) == 1
    return xml.replace(old, new), book


def doubled(made: Any) -> None:
    """Puts the last drawing into an alternative, and once more into what old versions of Word show."""
    run = made.paragraphs[-1].runs[-1]._r
    drawing = run[-1]
    both = parse_xml(
        f'<mc:AlternateContent xmlns:mc="{MC}" xmlns:wps="{WPS}"><mc:Choice Requires="wps"/><mc:Fallback/>'
        "</mc:AlternateContent>"
    )
    run.replace(drawing, both)
    both[0].append(drawing)
    both[1].append(parse_xml(drawing.xml))


@pytest.mark.parametrize(
    ("drawing", "said"),
    [
        (lambda: changed("<c:chart>", TITLE.format(CELL)), "图的标题、数据标签或误差线取自样例的单元格（数据!$F$9）"),
        (lambda: changed("<c:cat>", BARS), "图的标题、数据标签或误差线取自样例的单元格（数据!$F$9）"),
        (lambda: changed("</c:ser>", RANGE), "图的标题、数据标签或误差线取自样例的单元格（数据!$F$9）"),
        (
            lambda: changed("<c:chart>", TITLE.format(TYPED.format("<a:r><a:t>{{ ye</a:t></a:r><a:r><a:t>ar }}</a:t></a:r>"))),
            "图里写了标记 {{ year }}，图内的标记不会替换",
        ),
    ],
)  # fmt: skip
def test_what_would_keep_the_sample_is_told(drawing: Any, said: str, tmp_path: Path) -> None:
    code, zh, _ = refusal(lambda: filled(drawing(), ONE, tmp_path))
    assert code == "R131"
    assert f"：{said}" in zh


def test_a_typed_title_stays(tmp_path: Path) -> None:
    drawing = changed("<c:chart>", TITLE.format(TYPED.format("<a:r><a:t>各年预算</a:t></a:r>")))
    assert "各年预算" in "".join(map(str, chart_of(filled(drawing, ONE, tmp_path)).itertext()))


def test_a_stock_chart_is_told_whatever_the_data(tmp_path: Path) -> None:
    code, zh, _ = refusal(lambda: filled(drawn("stock", {}, {}, {}), ONE, tmp_path))
    assert (code, zh.partition("：")[2]) == ("R131", "股价图只能有三个或四个系列")


def test_a_workbook_that_is_referred_to_and_not_there_is_told(tmp_path: Path) -> None:
    made = document("正文")
    put(made, "c", *drawn())
    chart = next(one for one in made.part.package.iter_parts() if one.partname == "/word/charts/chart1.xml")
    chart.rels.pop("rId1")
    assert refusal(lambda: compiled(made, tmp_path))[1].endswith("找不到它的数据工作簿")


@pytest.mark.parametrize("drawing", [f'<cx:chart xmlns:cx="{CX}"/>', '<pic:pic xmlns:pic="urn:pic"/>'])
def test_what_is_no_chart_though_it_bears_the_name_of_one_is_told(drawing: str, tmp_path: Path) -> None:
    made = document("正文")
    refer(made, "c", "rId99")
    (chart,) = made.element.iter(f"{C}chart")
    chart.getparent().replace(chart, parse_xml(drawing))
    code, zh, _ = refusal(lambda: compiled(made, tmp_path))
    assert (code, zh.partition("：")[2]) == ("R131", "它不是图表，或是瀑布图这类新式图表")


def test_a_chart_in_a_header_is_told_with_its_place(tmp_path: Path) -> None:
    made = document("正文")
    refer(made.sections[0].header, "c", "rId1")
    assert refusal(lambda: compiled(made, tmp_path)) == (
        "R135",
        "版式“示范”的页眉第 2 段（“”）：图“c”画在正文之外",
        "layout “示范”, header, paragraph 2 (“”): chart “c” is drawn outside the body",
    )


def test_a_chart_of_no_name_may_stand_in_a_header(tmp_path: Path) -> None:
    made = document("正文")
    refer(made.sections[0].header, "组织结构图", "rId1")
    assert compiled(made, tmp_path).charts.drawn == ()


def alternatives(docx: bytes) -> list[str]:
    return [found.get("descr", "") for found in part(docx).iter(ALTERNATIVE)]


def test_of_a_chart_with_an_alternative_for_old_versions_only_the_chart_stays(tmp_path: Path) -> None:
    made = document("正文")
    put(made, "c", *drawn())
    doubled(made)
    out = compiled(made, tmp_path).render({"charts": {"c": TWO}})
    assert shown(series_of(chart_of(out))[1], "val") == {0: "2465.03"}
    assert alternatives(out) == [TWO["description"]]
    assert list(part(out).iter(f"{{{MC}}}Fallback")) == []


@pytest.mark.unsound_template("a picture without its part")
def test_other_alternatives_stay(tmp_path: Path) -> None:
    made = document("正文")
    refer(made, "组织结构图", "rId99")
    doubled(made)
    put(made, "c", *drawn())
    assert alternatives(compiled(made, tmp_path).render({"charts": {"c": TWO}})) == [
        "组织结构图", "组织结构图", TWO["description"],
    ]  # fmt: skip


MENTION = '见 r:id="{0}"、<c:chart r:id="{0}"/>'


def relation_of(made: Any) -> str:
    (relation,) = [one.rId for one in made.part.rels.values() if one.reltype.endswith("/chart")]
    return str(relation)


@pytest.mark.parametrize("shown_when", ["charts.c", "charts.c and flag"])
@pytest.mark.parametrize("data", [None, TWO])
def test_words_that_look_like_a_reference_are_none(data: Any, shown_when: str, tmp_path: Path) -> None:
    made = document("{{ words }}", f"{{%p if {shown_when} %}}")
    put(made, "c", *drawn())
    made.add_paragraph("{%p endif %}")
    words = MENTION.format(relation_of(made))
    path = tmp_path / "made.docx"
    path.write_bytes(compiled(made, tmp_path).render({"charts": {"c": data}, "flag": False, "words": words}))
    kept = data is not None and shown_when == "charts.c"
    assert ("word/charts/chart1.xml" in names_in(path.read_bytes())) is kept
    assert structure.faults(path) == []


def test_a_reference_of_another_prefix_is_one(tmp_path: Path) -> None:
    made = document("正文")
    put(made, "c", *drawn())
    (chart,) = made.element.iter(f"{C}chart")
    (relation,) = chart.values()
    chart.getparent().replace(
        chart, parse_xml(f'<chart xmlns="{C[1:-1]}" xmlns:rel="{RELATIONS}" rel:id="{relation}"/>')
    )
    out = compiled(made, tmp_path).render({"charts": {"c": TWO}})
    assert shown(series_of(chart_of(out))[1], "val") == {0: "2465.03"}
