"""Which fonts of a document had to be replaced."""

import pytest

from perfeval.office.fonts import replaced


def said(asked: set[str], used: set[str]) -> list[str]:
    return [found.kind.what.say("en", found.arguments).partition(": ")[2] for found in replaced(asked, used)]


@pytest.mark.parametrize(
    ("family", "name"),
    [
        ("仿宋_GB2312", "FangSong_GB2312"), ("仿宋_GB2312", "FangSong"), ("楷体", "KaiTi"), ("黑体", "SimHei"),
        ("宋体", "SimSun"), ("方正小标宋简体", "FZXBSJW--GB1-0"), ("Times New Roman", "TimesNewRomanPS-BoldMT"),
        ("Source Han Serif SC", "SourceHanSerifSC-Regular"),
    ],
)  # fmt: skip
def test_an_official_font_is_known_by_its_name_in_a_pdf(family: str, name: str) -> None:
    assert said({family}, {name}) == []


@pytest.mark.parametrize(
    ("family", "names", "by"),
    [
        ("仿宋_GB2312", {"FandolFang-Regular", "FandolHei-Regular"}, "FandolFang R"),
        ("方正小标宋简体", {"NotoSerifCJKjp-Bold-VKana", "FandolSong-Regular"}, "Noto Serif CJK SC"),
        ("黑体", {"NotoSansCJKsc-Regular"}, "Noto Sans CJK SC"),
        ("Times New Roman", {"LiberationSerif-Bold"}, "Liberation Serif"),
        ("隶书", {"FandolKai-Regular", "DejaVuSans"}, "DejaVuSans / FandolKai-Regular"),
    ],
)
def test_a_replaced_font_is_told_with_the_one_in_its_place(family: str, names: set[str], by: str) -> None:
    assert said({family}, names) == [f"{family} ({by} instead)"]


def test_all_are_told_at_once() -> None:
    assert said({"宋体", "黑体"}, {"FandolSong", "FandolHei"}) == [
        "宋体 (FandolSong instead), 黑体 (FandolHei instead)"
    ]
