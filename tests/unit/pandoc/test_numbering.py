"""Automatic numbers are written out as Word counts them."""

from itertools import pairwise

import pytest
from lxml import etree

from perfeval.pandoc.numbering import Numbering
from perfeval.pandoc.numerals import numeral
from perfeval.word.places import PARAGRAPH
from perfeval.word.styles import Styles
from raised import W


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("decimalFullWidth", {10: "１０"}),
        ("decimalEnclosedCircleChinese", {1: "①", 20: "⑳", 21: "21"}),
        ("upperRoman", {4: "IV", 1999: "MCMXCIX"}),
        ("lowerRoman", {9: "ix"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB"}),
        ("lowerLetter", {3: "c"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一〇〇"}),
        (
            "chineseCountingThousand",
            {10: "十", 12: "十二", 101: "一百零一", 110: "一百一十", 2003: "二千零三", 10000: "10000"},
        ),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 105: "壹佰零伍"}),
        ("ideographDigital", {10: "一〇"}),
        ("japaneseCounting", {1: "一", 12: "十二"}),
        ("none", {5: ""}),
        ("hindiCounting", {5: "5"}),
    ],
)
def test_numbers_are_written_as_word_writes_them(form: str, numbers: dict[int, str]) -> None:
    assert {number: numeral(number, form) for number in numbers} == numbers


def level(number: int, form: str, text: str, more: str = '<w:suff w:val="nothing"/>') -> str:
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


OFFICIAL = (
    level(0, "chineseCounting", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "（%4）")
)


def labels(
    levels: str,
    items: list[tuple[str, int]],
    lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    styles: str = "",
) -> list[str]:
    """What stands before paragraphs of (list, level)."""
    part = etree.fromstring(
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{lists}</w:numbering>'
    )
    numbering = Numbering(part, Styles(etree.fromstring(f"<w:styles {W}>{styles}</w:styles>")))
    return [
        numbering.label(paragraph(f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{one}"/></w:numPr>'))
        for one, at in items
    ]


def paragraph(properties: str) -> etree._Element:
    return etree.fromstring(f"<w:body {W}><w:p><w:pPr>{properties}</w:pPr></w:p></w:body>").find(PARAGRAPH)  # type: ignore[return-value]


def test_every_level_counts_and_begins_anew_below_a_higher_one() -> None:
    items = [("1", at) for at in (0, 1, 1, 2, 3, 3, 2, 0, 1, 2)]
    found = labels(OFFICIAL, items)
    assert found == ["一、", "（一）", "（二）", "1.", "（1）", "（2）", "2.", "二、", "（一）", "1."]


def test_a_level_shows_those_above_it_though_none_of_them_was_printed() -> None:
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, "decimal", "%1.%2.%3")
    assert labels(levels, [("1", 2), ("1", 1), ("1", 0), ("1", 2)]) == ["1.1.1", "1.2", "2", "2.1.1"]


def test_a_level_may_go_on_counting_and_may_want_arabic_digits() -> None:
    on = '<w:lvlRestart w:val="0"/><w:suff w:val="nothing"/>'
    levels = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", on + "<w:isLgl/>")
    assert labels(levels, [("1", 0), ("1", 1), ("1", 0), ("1", 1)]) == ["一、", "1.1", "二、", "2.2"]


def test_lists_of_one_kind_go_on_unless_one_says_where_it_starts() -> None:
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{more}</w:num>'
        for number, more in (
            (1, ""),
            (2, ""),
            (3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
            (4, f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1")}</w:lvlOverride>'),
        )
    )
    items = [("1", 0), ("2", 0), ("3", 0), ("3", 0), ("4", 0)]
    assert labels(OFFICIAL, items, lists) == ["一、", "二、", "五、", "六、", "G"]


def test_a_space_parts_the_number_unless_nothing_shall() -> None:
    assert labels(level(0, "decimal", "%1.", ""), [("1", 0)]) == ["1. "]


def test_a_bullet_out_of_wingdings_is_one_that_every_font_has() -> None:
    assert labels(level(0, "bullet", "\uf0b7", ""), [("1", 0)]) == ["• "]


@pytest.mark.parametrize("outside", ["0", "7"])
def test_list_0_and_lists_that_are_not_there_have_no_numbers(outside: str) -> None:
    assert labels(OFFICIAL, [("1", 0), (outside, 0), ("1", 0)]) == ["一、", "", "二、"]


def test_a_list_is_inherited_from_the_style_and_the_styles_behind_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Round"/></w:style>'
    )
    part = etree.fromstring(
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{OFFICIAL}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    numbering = Numbering(part, Styles(etree.fromstring(f"<w:styles {W}>{styles}</w:styles>")))
    named = [paragraph(f'<w:pStyle w:val="{name}"/>') for name in ("H", "Own", "Round", "Lost")]
    assert [numbering.label(one) for one in named] == ["（一）", "（二）", "", ""]


def test_a_list_may_take_its_levels_from_a_style_of_lists() -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Lists"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="Lists"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert labels(OFFICIAL, [("2", 0), ("1", 0)], linked, styles) == ["一、", "二、"]


def test_a_document_without_lists_has_no_numbers() -> None:
    numbering = Numbering(None, Styles(None))
    assert numbering.label(paragraph('<w:numPr><w:numId w:val="1"/></w:numPr>')) == ""


def test_the_numbers_of_a_thousand_items_differ() -> None:
    found = labels(level(0, "chineseCountingThousand", "%1、"), [("1", 0)] * 1000)
    assert all(one != next_ for one, next_ in pairwise(found))
    assert len(set(found)) == 1000
