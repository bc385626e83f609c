"""Prose: the little Markdown there is, and that everything else comes out as typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it.tree import SyntaxTreeNode
from word_documents import refusal

from perfeval.word import prose
from perfeval.word.fault import TemplateFault
from perfeval.word.places import W
from perfeval.word.prose import ProseStyles, paragraphs
from perfeval.word.table import table

if TYPE_CHECKING:
    from collections.abc import Iterator

STYLES = ProseStyles()
ROOT = '<w:body xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:body>'


def body(text: str) -> etree._Element:
    return etree.fromstring(ROOT.format(paragraphs(text, STYLES)))


def lines(text: str) -> list[tuple[str, str]]:
    """Style and text of each paragraph; bold text in double asterisks."""
    return [(_style(paragraph), "".join(_runs(paragraph))) for paragraph in body(text).iter(W + "p")]


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(W + "val"))


def _runs(paragraph: etree._Element) -> Iterator[str]:
    for run in paragraph.iter(W + "r"):
        text = run.findtext(W + "t") or ""
        yield text if run.find(f"{W}rPr/{W}b") is None else f"**{text}**"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("一段。", ["一段。"]),
        ("一段。\n\n二段。\n \n\n三段。", ["一段。", "二段。", "三段。"]),
        ("前**重点**后", ["前**重点**后"]),
        ("**注意：**后文“**引用**”", ["**注意：**后文“**引用**”"]),
        ("中文\n中文，\n中文”\n“中文", ["中文中文，中文”“中文"]),
        ("word\nword 预算\n2025", ["word word 预算 2025"]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert lines(text) == [(STYLES.body, line) for line in expected]


@pytest.mark.parametrize(
    "text",
    [
        "*斜*",
        "_x_ __x__",
        "`code`",
        "[链接](http://example.org)",
        "![图](x.png)",
        "<b>粗</b>",
        "<script>",
        "&amp; &lt; &#65;",
        "\\*\\*不\\*\\*",
        "# 一",
        "> 引用",
        "---",
        "***",
        "    四格",
        "http://example.org",
        "** 空 **",
        "****",
        "2 * 3 ** 4",
        "a|b",
        "~~删~~",
        "-5%",
        "1.5",
        "（1）甲",
        "一、甲",
        "[^1]: 注",
        "(c) -- ... \"x\" 'y'",
    ],
)
def test_everything_else_is_text(text: str) -> None:
    assert lines(text) == [(STYLES.body, text.strip())]


def test_lists_carry_their_numbers_as_text() -> None:
    text = "前：\n\n1. 甲\n2. 乙**重**\n   - 子一\n   - 子二\n\n3. 丙\n   1. 孙\n   2. 孙二\n\n- 点\n  续行\n\n  另段\n-\n\n后"
    item, plain = STYLES.item, STYLES.body
    assert lines(text) == [
        (plain, "前："),
        *((item, line) for line in ("1.甲", "2.乙**重**", "－子一", "－子二", "3.丙", "（1）孙", "（2）孙二")),
        *((item, line) for line in ("·点续行", "另段", "·")),
        (plain, "后"),
    ]


def test_a_list_begins_with_the_number_written() -> None:
    assert [line for _, line in lines("3. 甲\n4. 乙")] == ["3.甲", "4.乙"]
    assert [line for _, line in lines("0. 甲")] == ["0.甲"]


def test_a_list_directly_inside_an_item_keeps_the_mark_of_the_item() -> None:
    assert [line for _, line in lines("- - 甲")] == ["·", "－甲"]


@pytest.mark.parametrize("text", ["- a\n  - b\n    - c", "- - - c", "1. a\n   1. b\n      1. c", "- " * 40 + "x"])
def test_lists_nested_too_deep_are_refused(text: str) -> None:
    assert refusal(lambda: paragraphs(text, STYLES))[0] == "R121"


TABLE = "| 项目 | 预算 |\n|---|---:|\n| 网络费 | **4.02** |\n| a\\|b | |\n| 缺 |"


def test_a_table() -> None:
    assert lines(TABLE) == [
        *((STYLES.table_head, text) for text in ("项目", "预算")),
        *((STYLES.table_text, text) for text in ("网络费", "**4.02**", "a|b", "", "缺", "")),
    ]
    table = body(TABLE).find(W + "tbl")
    assert table is not None
    assert [child.tag.removeprefix(W) for child in table] == ["tblPr", "tblGrid", "tr", "tr", "tr", "tr"]
    assert [child.tag.removeprefix(W) for child in table[0]] == ["tblW", "tblBorders", "tblLayout"]
    repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(W + "tr")]
    assert repeated == [True, False, False, False]


@given(st.integers(1, 60), st.integers(100, 20000))
def test_column_widths_add_up_to_the_width_of_the_table(columns: int, width: int) -> None:
    cells = ["<w:p/>"] * columns
    tree = etree.fromstring(ROOT.format(table(cells, [cells], width)))
    widths = [int(str(column.get(W + "w"))) for column in tree.iter(W + "gridCol")]
    assert len(widths) == columns
    assert sum(widths) == width
    assert max(widths) - min(widths) <= 1
    assert [int(str(cell.get(W + "w"))) for cell in tree.iter(W + "tcW")] == widths * 2


def test_in_a_cell_everything_has_its_style_and_a_table_is_not_the_last() -> None:
    cell = etree.fromstring(
        ROOT.format(paragraphs("文\n\n- 项\n\n| 甲 |\n|---|\n| 乙 |", ProseStyles.of_cell("LedgerName")))
    )
    assert {_style(paragraph) for paragraph in cell.iter(W + "p")} == {"LedgerName"}
    assert [child.tag for child in cell] == [W + "p", W + "p", W + "tbl", W + "p"]


def test_a_table_outside_of_cells_is_as_wide_as_the_official_type_area() -> None:
    (whole,) = next(one for one in body(TABLE) if one.tag == W + "tbl").iter(W + "tblW")
    assert (whole.get(W + "w"), whole.get(W + "type")) == ("8844", "dxa")


@given(st.integers(1, 60))
def test_a_table_in_a_cell_is_as_wide_as_the_cell(columns: int) -> None:
    text = "|" + " a |" * columns + "\n|" + "---|" * columns
    cell = etree.fromstring(ROOT.format(paragraphs(text, ProseStyles.of_cell("LedgerName"))))
    (whole,) = cell.iter(W + "tblW")
    parts = list(cell.iter(W + "tcW"))
    assert (whole.get(W + "w"), whole.get(W + "type")) == ("5000", "pct")
    assert {part.get(W + "type") for part in parts} == {"pct"}
    assert sum(int(part.get(W + "w", "0")) for part in parts) == 5000
    assert list(cell.iter(W + "tblLayout")) == []


def test_neighbouring_tables_stay_two() -> None:
    assert [child.tag.removeprefix(W) for child in body(f"{TABLE}\n\n{TABLE}")] == ["tbl", "p", "tbl"]


@pytest.mark.parametrize("row", ["| 1 | 2 | 3 |", "1 | 2 | 3", "| 1 | 2 | 3"])
def test_a_row_with_cells_the_head_lacks_is_refused(row: str) -> None:
    assert refusal(lambda: paragraphs(f"| a | b |\n|---|---|\n{row}", STYLES))[0] == "R122"


@pytest.mark.parametrize("begin", ["　　", "\u3000", "1、", "12、", "一、", "十二、", "（1）", "（一）", "  　"])
@pytest.mark.parametrize("more", ["", "\n\n- 点"])
def test_a_line_that_looks_like_a_paragraph_begins_one(begin: str, more: str) -> None:
    shown = begin.strip()
    assert [line for _, line in lines(f"第一段，\n续行\n{begin}第二段{more}")][:2] == ["第一段，续行", f"{shown}第二段"]


@pytest.mark.parametrize("line", ["1.5 倍", "一季度", "（含）", "甲、乙", "1 、"])
def test_any_other_line_is_joined(line: str) -> None:
    assert [text for _, text in lines(f"共\n{line}")] in ([f"共{line}"], [f"共 {line}"])


def test_a_row_of_a_table_begins_no_paragraph() -> None:
    assert [text for _, text in lines("项目 | 数\n---|---\n一、甲 | 1\n（1）乙 | 2")] == [
        "项目",
        "数",
        "一、甲",
        "1",
        "（1）乙",
        "2",
    ]


def test_bold_text_ends_at_the_next_asterisks() -> None:
    assert lines("**a " * 12000 + "**b**")[0][1] == "**a " * 12000 + "**b**"
    assert len(list(body("**a " * 12000 + "**b**").iter(W + "r"))) == 2
    assert [run.findtext(W + "t") for run in body("甲**乙 **丙**丁**").iter(W + "r")] == ["甲**乙 ", "丙", "丁**"]


def test_many_blanks_are_joined_at_a_line_end_only() -> None:
    blanks = " " * 45000
    assert lines(f"a{blanks}b{blanks}\n{blanks}c")[0][1] == f"a{blanks}b c"


def test_a_character_outside_xml_is_refused() -> None:
    assert refusal(lambda: paragraphs("甲\0乙", STYLES))[0] == "R115"


PIECES = st.sampled_from(
    [
        "中文",
        "word",
        "**",
        "*",
        "_",
        "`",
        "|",
        "-",
        "+",
        "1.",
        "2)",
        "#",
        ">",
        "\n",
        "\n\n",
        " ",
        "  ",
        "\t",
        "\u3000",
        "\\",
        "<b>",
        "&amp;",
        "[",
        "]",
        "\u2028",
        "\x85",
        "|---|",
        "。",
        "”",
    ]
)
MARKDOWN = st.lists(PIECES | st.text(max_size=3), max_size=14).map("".join)
SIGNS = re.compile(r"[\s*|\-+.):\\·－（）0-9]")


def _all_text(tree: etree._Element) -> str:
    return "".join(text.text or "" for text in tree.iter(W + "t"))


@given(MARKDOWN)
@settings(deadline=None, max_examples=600)
@example("| a |\n|---|\n| b |")
def test_no_character_is_lost_or_changed_but_marks_of_structure(text: str) -> None:
    try:
        tree = body(text)
    except TemplateFault as fault:
        code = fault.kind.code
    else:
        code = ""
        assert SIGNS.sub("", _all_text(tree)) == SIGNS.sub("", text)
    assert code in {"", "R115", "R121", "R122"}


@given(MARKDOWN)
@settings(deadline=None, max_examples=600)
def test_the_short_way_gives_what_the_parser_gives(text: str) -> None:
    if "|" in text or prose.LIST_ITEM.search(text) is not None:
        return
    try:
        short = paragraphs(text, STYLES)
    except TemplateFault:
        return
    nodes = SyntaxTreeNode(prose.MARKDOWN.parse(prose.apart(text))).children
    assert short == "".join(prose._blocks(nodes, STYLES))
