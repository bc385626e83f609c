"""Units of money in titles and above heads: what is read surely, what is refused, what is no unit at all."""

from decimal import Decimal
from pathlib import Path

import pytest

from perfeval.files import DISK
from perfeval.load import load
from perfeval.tables import fill
from perfeval.tables.units import SCALES, UNCLEAR, units_in
from tools.tables import found, report, text


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        *((f"单位：{unit}", unit) for unit in SCALES),
        *(
            (words, "元")
            for words in (
                "单位 元", "单位元", "单 位：元", "单位：(元)", "（单位：元，人）", "单位：元、%", "金额：元", "金额单位为元",
                "计量单位：元", "单位：人民币（元）", "（单位：人民币（元））", "单位:RMB元", "单位：￥元", "单位：元人民币",
                "单位：RMB:元", "以元为单位", "以上数据均以元为单位，保留两位小数", "金额以元计", "以人民币元为计量单位",
                "资金情况（元）", "资金情况【元】", "(元)", "人民币 元", "单位：元（保留两位小数）",
                "填报单位：元氏县财政局  金额单位：元", "单位：元 填表人：万元成",
            )
        ),
        ("单位：亿", "亿元"),
        ("单位：万 元", "万元"),
    ],
)  # fmt: skip
def test_a_unit_is_known_in_all_its_wordings(words: str, unit: str) -> None:
    assert units_in(words) == {unit}


@pytest.mark.parametrize(
    "words",
    [
        "单位：元/万元", "单位：人/万元", "单位：美元", "单位：¥", "单位：人民币", "单位：千", "单位：1000元", "单位：10万元",
        "Unit: yuan", "金额：元整", "以美元计", "资金（元/万元）", "资金（美元）",
    ],
)  # fmt: skip
def test_what_looks_like_a_unit_and_is_not_known_is_unclear(words: str) -> None:
    assert units_in(words) == {UNCLEAR}


@pytest.mark.parametrize(
    "words",
    [
        "", "单位：人", "单位：青岚市教育局", "单位：元氏县财政局", "预算单位：元氏县财政局", "单位名称：万年县", "单位负责人：李元",
        "填报单位（盖章）：元氏县财政局", "项目金额：1200万元", "2025年度（超百万元）项目", "（十）项目支出", "以上合计", "¥",
        "（元月）",
    ],
)  # fmt: skip
def test_other_words_are_no_unit(words: str) -> None:
    assert units_in(words) == frozenset()


@pytest.mark.parametrize(
    ("title", "units"),
    [
        ("预算数（百元）", {"百元"}),
        ("预算数（单位：百元）", {"百元"}),
        ("预算数（单位元）", {"元"}),
        ("预算数[元]", {"元"}),
        ("预算数【¥元】", {"元"}),
        ("预算数（亿）", {"亿元"}),
        ("预算数（元）（2025年）", {"元"}),
        ("预算数（2025年，元）", {"元"}),
        ("预算数（元/万元）", {UNCLEAR}),
        ("预算数（¥）", {UNCLEAR}),
        ("预算数（元整）", {UNCLEAR}),
        ("预算数〔美元〕", {UNCLEAR}),
        ("预算数（调整后）", set()),
        ("执行数（至2025年底）", set()),
        ("执行数（截至元月）", set()),
        ("预算数（含元氏县）", set()),
    ],
)
def test_brackets_in_the_title_of_an_amount_are_read_or_refused(title: str, units: set[str]) -> None:
    assert units_in(title, title=True) == units


@pytest.mark.parametrize(
    ("above", "titles", "said"),
    [
        ("单位：元/万元", ("预算数", "执行数"), "“单位：元/万元”"),
        ("单位：元", ("预算数（¥）", "执行数"), "“预算数（¥）”"),
        ("单位：元、万元", ("预算数", "执行数"), "“单位：元、万元”"),
        ("", ("预算数（元）", "执行数"), "“预算数（元）”"),
        ("", ("预算数（百元）", "执行数"), "“预算数（百元）”"),
    ],
)
def test_an_unclear_unit_is_refused_in_its_own_words(
    above: str, titles: tuple[str, str], said: str, tmp_path: Path
) -> None:
    (finding,) = found(tmp_path, text((above,), ("项目名称", *titles), ("甲", 1, 1)), "t.csv")
    assert (finding.kind.code, finding.arguments["said"]) == ("T114", said)


@pytest.mark.parametrize(
    ("above", "titles"),
    [
        ("单位：元/万元", ("预算数（元）", "执行数（元）")),
        ("单位：元", ("预算数", "执行数")),
        ("", ("预算数（元）", "执行数（万元）")),
        ("", ("预算数（万元）", "执行数")),
        ("单位：人", ("预算数", "执行数")),
    ],
)
def test_a_unit_that_is_told_for_each_amount_is_clear(above: str, titles: tuple[str, str], tmp_path: Path) -> None:
    content = text((above,), ("项目名称", *titles, "得分"), ("甲", 1, 1, 90))
    assert [each for each in found(tmp_path, content, "t.csv") if each.kind.code.startswith("T")] == []


@pytest.mark.parametrize(("unit", "power"), SCALES.items())
def test_an_amount_is_turned_into_wan_yuan_exactly(unit: str, power: int, tmp_path: Path) -> None:
    content = text(("项目名称", f"预算数（{unit}）", f"执行数【{unit}】", "得分"), ("甲", "12345.67", "1", 90))
    source = load(report(tmp_path, content, "t.csv")).value
    assert source is not None
    filled = fill(source, DISK).value
    assert filled is not None
    assert filled.data is not None
    assert filled.data["projects"] == [
        {"name": "甲", "budget": Decimal("12345.67").scaleb(power), "executed": Decimal(1).scaleb(power), "score": 90}
    ]
