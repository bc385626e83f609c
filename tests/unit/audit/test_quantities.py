"""Numbers with their units, as they are read out of a text."""

from decimal import Decimal

import pytest

from perfeval.audit.quantities import Quantity, quantities
from perfeval.audit.texts import own_words, unquoted
from perfeval.quantity import Unit


def read(text: str) -> list[Quantity]:
    return list(quantities(unquoted(own_words(text))))


@pytest.mark.parametrize(
    ("text", "unit", "value", "exponent"),
    [
        ("预算76447.148184万元", Unit.MONEY, "76447.148184", -6),
        ("预算76,447.15 万元", Unit.MONEY, "76447.15", -2),
        ("预算764471481.84元", Unit.MONEY, "76447.148184", -6),
        ("预算7.64亿元", Unit.MONEY, "76400", 2),
        ("增长-5.2%", Unit.PERCENT, "-5.2", -1),
        ("执行率６８．８６％", Unit.PERCENT, "68.86", -2),
        ("提高3个百分点", Unit.PERCENT, "3", 0),
        ("得“98”分", Unit.SCORE, "98", 0),
        ("设六个科室", Unit.PROJECTS, "6", 0),
        ("设二十三个科室", Unit.PROJECTS, "23", 0),
        ("编制一百零五名", Unit.PEOPLE, "105", 0),
        ("在职51人", Unit.PEOPLE, "51", 0),
    ],
)  # fmt: skip
def test_a_quantity_is_read_in_the_unit_of_figures(text: str, unit: Unit, value: str, exponent: int) -> None:
    (one,) = read(text)
    assert (one.unit, one.value, one.exponent) == (unit, Decimal(value), exponent)
    assert own_words(text)[one.start : one.end].endswith(one.unit_written)


@pytest.mark.parametrize(
    "text",
    [
        "2025年3月", "示发〔2019〕5号", "《100万元以上项目》", "{{ funds.balance | money }}万元", "“100%满意”",
        "3个月", "24小时", "12345热线", "第3项", "5分钟", "三分之一", "3人次", "PM10",
    ],
)  # fmt: skip
def test_what_is_no_quantity_of_the_department(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["63%～68%", "75分（含）至85分", "90%-99%"])
def test_both_ends_of_a_range_are_known_as_such(text: str) -> None:
    assert [one.in_range for one in read(text)] == [True, True]


def test_a_number_alone_is_no_range() -> None:
    assert [one.in_range for one in read("从63%提高，比68%高")] == [False, False]


def test_the_text_keeps_its_length_and_places() -> None:
    text = "依据《办法》〔2020〕，{{ year }}年“１００％”完成９０％。"
    assert len(unquoted(own_words(text))) == len(text)
    (one,) = read(text)
    assert text[one.start : one.end] == "９０％"


def test_what_is_too_long_to_be_an_amount_is_none() -> None:
    assert list(quantities(f"预算{'1' * 6000}万元，执行1{',111' * 1500}元。")) == []
    assert [one.digits for one in quantities("预算123456789012.123456万元。")] == ["123456789012.123456"]
