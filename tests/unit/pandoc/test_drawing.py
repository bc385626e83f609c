"""The drawings of charts: bars, lines and pies to scale, every number in its own digits."""

import re
from decimal import Decimal

import pytest
from lxml import etree

from perfeval.pandoc.chart import Chart
from perfeval.pandoc.drawing import can_draw, picture
from perfeval.pandoc.drawing.axis import Axis, printed
from tools.charted import AREA, BARS, COLUMNS, DESCRIPTION, LINES, PIE, STACKED, Values, chart_part, series

SVG = "{http://www.w3.org/2000/svg}"
EXACT = ["123456789012.345678", "0.000001", None, "57940.242493"]
NAMES = ["中央", "省级", "市级", "本级"]


def chart(*plots: str) -> Chart:
    return Chart.read(etree.fromstring(chart_part(*plots)))


def drawn(*plots: str) -> etree._Element:
    return etree.fromstring(picture(chart(*plots), DESCRIPTION, 1, 567, 283))


def words(picture: etree._Element) -> list[str]:
    return [element.text or "" for element in picture.iter(f"{SVG}text")]


@pytest.mark.parametrize("plot", [COLUMNS, BARS, LINES])
def test_every_value_is_printed_to_its_last_digit(plot: str) -> None:
    said = words(drawn(plot.format(series("预算", NAMES, EXACT) + series("执行", NAMES, ["1.10", "2", "3", "4"]))))
    for value in (*filter(None, EXACT), "1.10", "预算", "执行", *NAMES):
        assert value in said


def test_the_key_of_a_pie_says_its_parts_and_their_values() -> None:
    pie = drawn(PIE.format(series("个数", ["优秀", "良好", "较差"], ["53", "4", None])))
    assert words(pie) == ["优秀 53", "良好 4", "较差"]
    assert len(pie.findall(f"{SVG}path")) == 2


def test_a_whole_of_one_part_is_a_circle() -> None:
    assert len(drawn(PIE.format(series("个数", ["优秀", "良好"], ["5", "0"]))).findall(f"{SVG}circle")) == 1


def test_a_line_has_a_gap_where_a_value_is_missing() -> None:
    line = drawn(LINES.format(series("进度", NAMES, ["1", "2", None, "3"])))
    assert len(line.findall(f"{SVG}circle")) == 3
    assert len(line.findall(f"{SVG}polyline")) == 2


def test_lines_stand_over_columns_in_the_order_of_the_chart() -> None:
    both = chart(COLUMNS.format(series("预算", NAMES, EXACT)), LINES.format(series("执行", NAMES, EXACT)))
    assert [one.name for one in both.series] == ["预算", "执行"]
    assert can_draw(both)


@pytest.mark.parametrize(
    "plots",
    [
        (AREA.format(series("a", ["甲"], ["1"])),),
        (STACKED.format(series("a", ["甲"], ["1"])),),
        (COLUMNS.format(series("a", ["甲"], ["1"])), PIE.format(series("b", ["甲"], ["1"]))),
        (COLUMNS.format(series("a", ["甲"], ["1"])), AREA.format(series("b", ["甲"], ["1"]))),
        (PIE.format(series("a", ["甲"], ["1"]) + series("b", ["甲"], ["1"])),),
        (COLUMNS.format(""),),
    ],
)
def test_what_is_not_drawn_rightly_is_not_drawn(plots: tuple[str, ...]) -> None:
    assert not can_draw(chart(*plots))


@pytest.mark.parametrize("values", [["-5", "-2.5"], ["-1", "7"], ["0", "0"], [None, None]])
def test_values_below_zero_and_none_at_all_stay_inside_the_picture(values: Values) -> None:
    found = drawn(COLUMNS.format(series("a", ["甲", "乙"], values)))
    heights = [float(shape.get(name, "0")) for shape in found.iter() for name in ("y", "y1", "cy")]
    assert all(0 <= height <= 283 for height in heights)


def test_the_picture_is_said_in_words_and_names_do_not_break_it() -> None:
    hostile = "<b>&\"'</svg>"
    found = etree.fromstring(
        picture(chart(COLUMNS.format(series(hostile, [hostile], ["1"]))), f"图1 {hostile}：1", 3, 567, 283)
    )
    assert found.get("role") == "img"
    assert [found.findtext(f"{SVG}{name}") for name in ("title", "desc")] == [f"图1 {hostile}", f"图1 {hostile}：1"]
    labelled = [found.get(f"aria-{name}") for name in ("labelledby", "describedby")]
    assert [found.find(f"{SVG}*[@id='{one}']") is not None for one in labelled] == [True, True]
    assert hostile in "".join(words(found))


def test_a_picture_refers_to_nothing_outside() -> None:
    assert not re.search(
        rb"href|url\(|@import|<script", picture(chart(PIE.format(series("a", ["甲"], ["1"]))), "", 1, 500, 200)
    )


def test_the_colour_of_a_series_is_kept() -> None:
    found = drawn(COLUMNS.format(series("a", ["甲"], ["1"], "9DC3E6") + series("b", ["甲"], ["2"])))
    colours = {rect.get("fill") for rect in found.iter(f"{SVG}rect")}
    assert {"#9dc3e6", "#d98e2b"} <= colours


@pytest.mark.parametrize(
    ("values", "marks"),
    [
        (["2024.99", "1706.83"], ["0", "500", "1000", "1500", "2000", "2500"]),
        (["1", "2"], ["0", "1", "2"]),
        (["0.003"], ["0", "0.001", "0.002", "0.003"]),
        (["-3.25", "12.5"], ["-5", "0", "5", "10", "15"]),
        (["76447148184"], ["0", "20000000000", "40000000000", "60000000000", "80000000000"]),
        ([], ["0", "1"]),
    ],
)
def test_the_axis_has_few_round_marks_and_room_for_all_values(values: list[str], marks: list[str]) -> None:
    axis = Axis.over([Decimal(value) for value in values])
    assert [printed(mark) for mark in axis.marks] == marks
