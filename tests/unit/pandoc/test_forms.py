"""Small documents in every form: what becomes of titles, names of tables, merged cells, pictures."""

import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from unittest.mock import patch
from zipfile import ZIP_STORED, ZipFile

import psutil
import pytest
from lxml import etree

from perfeval import pandoc
from perfeval.diagnostic import Outcome
from perfeval.pandoc.convert import FAILED, NO_PANDOC, converted
from perfeval.word.places import W
from raised import docx
from tools.charted import COLUMNS, chart_part, series, with_chart

pytestmark = pytest.mark.unsound_template("the few parts that pandoc reads")

NAMES = {
    "Title": "Title", "BodyText": "Body Text", "TableCaption": "表题", "TableUnit": "表格单位", "FigureCaption": "图题",
    "Mark": "附件标识", "Heading1": "heading 1", "Low": "明细表格文字",
}  # fmt: skip
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/></w:style>' for id_, name in NAMES.items()
)


def line(style: str, words: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def cell(words: str, properties: str = "", aligned: str = "center") -> str:
    lines = "<w:br/>".join(f"<w:t>{one}</w:t>" for one in words.split("\n"))
    return f'<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:pPr><w:jc w:val="{aligned}"/></w:pPr><w:r>{lines}</w:r></w:p></w:tc>'


def row(*cells: str, head: bool = False) -> str:
    return f"<w:tr><w:trPr>{'<w:tblHeader/>' if head else ''}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, columns: int) -> str:
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f'<w:tbl><w:tblPr><w:tblW w:w="{2000 * columns}" w:type="dxa"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


RESTART, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
MERGED = table(
    row(cell("评价指标", '<w:gridSpan w:val="2"/>'), cell("自评\n得分", RESTART), head=True),
    row(cell("一级"), cell("二级"), cell("", GO_ON), head=True),
    row(cell("产出指标\n（50分）", RESTART), cell("数量", aligned="left"), cell("15", aligned="right")),
    row(cell("", GO_ON), cell("质量", aligned="left"), cell("9.50", aligned="right")),
    row(cell("合计", '<w:gridSpan w:val="2"/>'), cell("24.50", aligned="right")),
    columns=3,
)


def document(*blocks: str) -> bytes:
    main = f'<w:document xmlns:w="{W[1:-1]}"><w:body>{"".join(blocks)}</w:body></w:document>'
    return docx(main, {"word/styles.xml": f'<w:styles xmlns:w="{W[1:-1]}">{STYLES}</w:styles>', **RELATED})


RELATED = {
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
}


def made(form: Callable[[bytes], Outcome[bytes]], *blocks: str) -> str:
    outcome = form(document(*blocks))
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value.decode()


def test_the_lines_of_a_title_are_one_heading_above_all_others() -> None:
    blocks = (line("Title", "示例局"), line("Title", "2025年度报告"), line("Heading1", "情况"))
    assert made(pandoc.markdown, *blocks) == "# 示例局2025年度报告\n\n## 情况\n"
    page = made(pandoc.html, *blocks)
    assert re.search(r"<h1>\s*示例局<br />\s*2025年度报告\s*</h1>", page)
    assert "<title>示例局2025年度报告</title>" in page
    assert re.search(r"<h2 [^>]*>情况</h2>", page)


def test_a_title_behind_something_else_is_one_too() -> None:
    found = made(pandoc.markdown, line("Mark", "附件3"), line("Title", "报告"), line("BodyText", "正文"))
    assert found == "附件3\n\n# 报告\n\n正文\n"


def test_the_name_and_the_unit_of_a_table_are_its_caption() -> None:
    blocks = (line("TableCaption", "得分表"), line("TableUnit", "单位：万元"), MERGED)
    page = made(pandoc.html, *blocks)
    assert re.search(r'<caption>得分表　<span class="unit">单位：万元</span></caption>', page)
    assert page.count("单位：万元") == 1
    assert made(pandoc.markdown, *blocks).startswith("**得分表　单位：万元**\n\n| ")
    assert made(pandoc.text, *blocks).startswith("得分表　单位：万元\n\n")


def test_a_name_without_a_table_stays_a_line() -> None:
    assert made(pandoc.markdown, line("TableCaption", "得分表"), line("BodyText", "正文")) == "得分表\n\n正文\n"


def test_heads_say_what_they_head_and_merged_cells_stay_merged_on_the_page() -> None:
    page = re.sub(r"\s+", " ", made(pandoc.html, MERGED))
    head, body = page.split("<thead>")[1].split("</thead>")
    assert re.search(r'<th colspan="2"[^>]* scope="colgroup">评价指标</th>', head)
    assert re.search(r'<th rowspan="2"[^>]* scope="col">自评<br /> ?得分</th>', head)
    assert head.count("<tr>") == 2
    assert re.search(r'<td rowspan="2"[^>]*>产出指标<br /> ?（50分）</td>', body)
    assert re.search(r'<td style="text-align: right;">9.50</td>', body)


def test_merged_cells_leave_blank_ones_in_markdown_and_heads_are_one_line() -> None:
    assert re.sub(" +", " ", re.sub("-+", "-", made(pandoc.markdown, MERGED))).splitlines() == [
        "| 评价指标 一级 | 评价指标 二级 | 自评得分 |",
        "|-|-|-:|",
        "| 产出指标<br>（50分） | 数量 | 15 |",
        "| | 质量 | 9.50 |",
        "| 合计 | | 24.50 |",
    ]


def test_columns_of_text_stand_below_one_another_a_hanzi_two_wide() -> None:
    assert made(pandoc.text, MERGED).splitlines() == [
        "  评价指标 一级       评价指标 二级     自评得分",
        "  ------------------- --------------- ----------",
        "  产出指标 （50分）   数量                    15",
        "                      质量                  9.50",
        "  合计                                     24.50",
    ]


WIDE, WIDER = '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>'
FORM = table(
    row(cell("项目\n名称"), cell("示例工程", WIDER)),
    row(cell("主管部门"), cell("水利局"), cell("实施单位"), cell("管理所")),
    row(cell("项目资金\n（万元）", RESTART), cell(""), cell("预算数"), cell("执行数")),
    row(cell("", GO_ON), cell("总额"), cell("200", aligned="right"), cell("190.5", aligned="right")),
    row(cell("", GO_ON), cell("其他"), cell("0", aligned="right"), cell("", aligned="right")),
    row(cell("目标", RESTART), cell("预期"), cell("完成", WIDE)),
    row(cell("", GO_ON), cell("清淤" * 40), cell("已完工", WIDE)),
    row(cell("备注", '<w:gridSpan w:val="4"/>')),
    columns=4,
)


def test_a_form_is_lines_and_small_tables_in_text() -> None:
    assert made(pandoc.text, line("TableCaption", "（2025年度）"), FORM).splitlines() == [
        "（2025年度）", "",
        "项目名称：示例工程", "",
        "主管部门：水利局", "",
        "实施单位：管理所", "",
        "项目资金（万元）", "",
        "           预算数   执行数",
        "  ------ -------- --------",
        "  总额        200    190.5",
        "  其他          0 ", "",
        "目标", "",
        f"预期：{'清淤' * 40}", "",
        "完成：已完工", "",
        "备注",
    ]  # fmt: skip


def test_a_form_is_the_same_lines_in_markdown() -> None:
    found = made(pandoc.markdown, FORM)
    assert found.startswith("项目名称：示例工程\n\n主管部门：水利局\n\n")
    assert re.search(
        r"^项目资金（万元）\n\n\| +\| 预算数 \| 执行数 \|\n\|-+\|-+:\|-+:\|\n\| 总额 \| +200 \|", found, re.MULTILINE
    )
    assert "<br>" not in found


def test_a_table_without_a_head_that_is_no_form_stays_a_table() -> None:
    plain = table(row(cell("甲"), cell("1")), row(cell("乙"), cell("2")), columns=2)
    assert [said.split() for said in made(pandoc.text, plain).splitlines()[1:-1]] == [["甲", "1"], ["乙", "2"]]


def test_two_tables_of_a_form_stand_without_a_line_between_them_in_an_odt_but_a_note_stays() -> None:
    plain = table(row(cell("甲"), cell("1")), columns=2)
    outcome = pandoc.odt(document(plain, line("Low", ""), plain, line("Low", "注"), plain, line("BodyText", ""), plain))
    assert outcome.value is not None
    with ZipFile(BytesIO(outcome.value)) as container:
        text = etree.fromstring(container.read("content.xml")).find("{*}body/{*}text")
    assert text is not None
    blocks = [(etree.QName(block).localname, "".join(map(str, block.itertext())).strip()) for block in text]
    between = [words for name, words in blocks if name == "p"]
    assert between == ["注", ""]


def test_a_column_that_is_merged_in_every_row_is_one_column() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    found = made(
        pandoc.markdown, table(row(cell("甲", wide), cell("乙"), head=True), row(cell("1", wide), cell("2")), columns=3)
    )
    assert found.splitlines() == ["| 甲  | 乙  |", "|-----|-----|", "| 1   | 2   |"]


@pytest.mark.parametrize(
    "words", ["〔2019〕5号、[2023]20号", "1.抢抓机遇", "5%以下", "A&amp;B", "“引文”——……", "资金--藁城"]
)
def test_markdown_shows_words_as_they_are(words: str) -> None:
    assert made(pandoc.markdown, line("BodyText", words)) == f"{words.replace('&amp;', '&')}\n"


@pytest.mark.parametrize("words", ["[1](x)", "[1]: x", "[1][2]"])
def test_brackets_that_would_be_a_link_are_escaped(words: str) -> None:
    found = made(pandoc.markdown, line("BodyText", words))
    assert "\\[1\\]" in found
    assert found.replace("\\", "") == f"{words}\n"


@pytest.mark.parametrize(
    ("bold", "written"),
    [("目标：", "**目标**：后"), ("“强”。", "“**强**”。后"), ("重 点", "**重 点**后"), ("：", "：后")],
)
def test_bold_words_are_bold_to_every_reader_of_markdown(bold: str, written: str) -> None:
    runs = f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{bold}</w:t></w:r><w:r><w:t>后</w:t></w:r></w:p>"
    assert made(pandoc.markdown, runs) == f"{written}\n"


def test_a_paragraph_all_bold_stays_whole() -> None:
    alone = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>（2025年度）</w:t></w:r></w:p>"
    assert made(pandoc.markdown, alone) == "**（2025年度）**\n"
    caption = line("TableCaption", "图1：对比（单位：万元）")
    assert made(pandoc.markdown, caption, MERGED).startswith("**图1：对比（单位：万元）**\n")


def test_a_number_in_brackets_stays_in_bold_words() -> None:
    runs = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>[2023]20号</w:t></w:r><w:r><w:t>文件</w:t></w:r></w:p>"
    assert made(pandoc.markdown, runs) == "**[2023]20号**文件\n"


def test_a_chart_is_a_drawing_with_its_name_on_the_page_and_a_named_table_in_text() -> None:
    bars = COLUMNS.format(series("预算", ["收入"], ["2024.99"]))
    whole = with_chart(chart_part(bars), "图1：对比", document(line("BodyText", "")))
    page, text, markdown, odt = (
        outcome.value or b""
        for outcome in (form(whole) for form in (pandoc.html, pandoc.text, pandoc.markdown, pandoc.odt))
    )
    assert re.search(
        r"<figure>\s*<svg.*2024\.99.*</svg>\s*<figcaption>图1：对比</figcaption>\s*</figure>", page.decode(), re.DOTALL
    )
    assert b"<img" not in page
    assert text.decode().split() == ["图1：对比", "预算", "------", "---------", "收入", "2024.99"]
    assert markdown.decode().startswith("**图1：对比**\n\n|")
    with ZipFile(BytesIO(odt)) as container:
        assert any(b"2024.99" in container.read(name) for name in container.namelist() if name.endswith(".svg"))


def test_an_odt_says_what_it_is_in_its_first_bytes_and_keeps_the_empty_lines() -> None:
    outcome = pandoc.odt(
        document(line("Title", "甲"), line("BodyText", ""), line("BodyText", "正文"), MERGED, line("Title", "乙"))
    )
    assert outcome.value is not None
    with ZipFile(BytesIO(outcome.value)) as container:
        first = container.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert {member.date_time for member in container.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        content = container.read("content.xml").decode()
    assert re.findall(r'<text:p text:style-name="(Title|NextTitle|Body_20_Text)">', content) == [
        "Title", "Body_20_Text", "Body_20_Text", "NextTitle",
    ]  # fmt: skip
    assert "\N{WORD JOINER}" not in content
    assert content.count('fo:keep-together="always"') == 1
    assert content.count("<table:table-header-rows>") == 1


def test_what_pandoc_says_of_a_failure_is_told() -> None:
    outcome = converted(b"no docx", "gfm", (), ())
    assert outcome.value is None
    [found] = outcome.diagnostics
    assert found.kind is FAILED
    assert "docx" in str(found.arguments["detail"])


def test_a_machine_without_pandoc_is_told_how_to_get_it() -> None:
    with patch("pypandoc.get_pandoc_path", side_effect=OSError("No pandoc was found")):
        outcome = pandoc.html(document(line("BodyText", "正文")))
    assert [found.kind for found in outcome.diagnostics] == [NO_PANDOC]


def test_the_version_names_pandoc() -> None:
    assert re.fullmatch(r"pandoc \d+(\.\d+)+, pypandoc \d+(\.\d+)+", pandoc.version())


def test_pandoc_works_in_its_sandbox() -> None:
    with patch("subprocess.run", return_value=subprocess.CompletedProcess((), 0, b"")) as called:
        pandoc.text(document(line("BodyText", "正文")))
    assert "--sandbox" in called.call_args.args[0]


def test_a_pandoc_that_does_not_end_is_stopped_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = tmp_path / "pandoc"
    endless.write_text(f"#!/bin/sh\necho $$ > '{tmp_path / 'pid'}'\nexec sleep 60\n")
    endless.chmod(0o755)
    monkeypatch.setattr("perfeval.pandoc.convert.SECONDS", 1)
    with patch("pypandoc.get_pandoc_path", return_value=str(endless)):
        outcome = converted(b"short", "gfm", (), ())
    [found] = outcome.diagnostics
    assert found.kind is FAILED
    assert "after 1 seconds" in found.kind.what.say("en", found.arguments)
    assert not psutil.pid_exists(int((tmp_path / "pid").read_text()))
