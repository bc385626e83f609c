"""How values are printed: money exact, rates and scores half up, changes in words, dates, amounts in capitals."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perfeval import printing
from perfeval.model import FundSource, Mark
from perfeval.printing import (
    FILTERS,
    PRINT,
    capital,
    clause,
    cn_number,
    document,
    led_by,
    month_day,
    period,
    source_name,
)
from perfeval.quantity import Unit

NUMBERS: tuple[Callable[[Any], str], ...] = (
    printing.money, printing.percent, printing.score, printing.count, printing.change, printing.change_percent,
    printing.change_rate, printing.capital,
)  # fmt: skip
DIGITS = "零壹贰叁肆伍陆柒捌玖"


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        (">= 100%", "≥100%"), ("<= 5件", "≤5件"), ("≥ 20 人", "≥20 人"), ("= 1", "=1"), (" < 3 起", "<3 起"),
        ("长期有效", "长期有效"), ("95%以上", "95%以上"), (None, ""),
    ],
)  # fmt: skip
def test_a_target_is_printed_with_the_signs_of_print(given: str | None, printed: str) -> None:
    assert printing.target(given) == printed


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [
        (Decimal("92.50"), "%", "92.5%"), (Decimal(12), "次", "12次"), (Decimal(0), "起", "0起"),
        (Decimal("95.832717"), "万元", "95.832717万元"), (Decimal(2) / 3 * 100, "%", "66.67%"),
        ("达成", "%", "达成"), (None, "%", ""), (Mark.NOT_APPLICABLE, "%", "—"),
    ],
)  # fmt: skip
def test_what_was_achieved_is_printed_in_the_unit_of_its_target(value: Any, unit: str, printed: str) -> None:
    assert printing.measured(value, unit) == printed


@pytest.mark.parametrize(
    ("filter_name", "value", "expected"),
    [
        ("money", "76447.148186", "76447.148186"),
        ("money", "26.400000", "26.4"),
        ("money", "5.000", "5"),
        ("money", "100", "100"),
        ("money", "1E+3", "1000"),
        ("money", "0.000001", "0.000001"),
        ("money", "-60.17", "-60.17"),
        ("money", "0.00", "0"),
        ("percent", "91.186", "91.19%"),
        ("percent", "99.995", "100.00%"),
        ("percent", "0", "0.00%"),
        ("percent", "-0.004", "0.00%"),
        ("percent", "-30.585", "-30.59%"),
        ("score", "92.425", "92.43"),
        ("score", "99.50", "99.5"),
        ("score", "100.00", "100"),
        ("score", "84.995", "85"),
        ("score", "-0.001", "0"),
        ("count", "61", "61"),
        ("count", "61.0", "61"),
        ("change", "318.16", "增加318.16万元"),
        ("change", "-60.170", "减少60.17万元"),
        ("change", "0.00", "持平"),
        ("change", "-12345678901234567890123.123456", "减少12345678901234567890123.123456万元"),
        ("change_percent", "18.6404", "增加18.64%"),
        ("change_percent", "-30.59", "减少30.59%"),
        ("change_percent", "0", "持平"),
        ("change_rate", "18.64", "增幅18.64%"),
        ("change_rate", "-16.965", "降幅16.97%"),
        ("change_rate", "0.00", "持平"),
        ("change_rate", "-0.00499999999999999999999999999999", "降幅0.00%"),
    ],
)
def test_a_number_in_each_of_its_forms(filter_name: str, value: str, expected: str) -> None:
    assert FILTERS[filter_name](Decimal(value)) == expected


@pytest.mark.parametrize("write", NUMBERS)
def test_absent_prints_nothing_but_a_rate_a_dash(write: Callable[[Any], str]) -> None:
    assert write(None) == ("—" if write is printing.percent else "")


@pytest.mark.parametrize("write", NUMBERS)
def test_words_in_a_numbers_place_print_themselves(write: Callable[[Any], str]) -> None:
    assert [write(mark) for mark in Mark] == ["—", "无"]
    assert write("基本达成") == "基本达成"


@pytest.mark.parametrize("write", NUMBERS)
def test_zero_is_printed_and_is_not_absent(write: Callable[[Any], str]) -> None:
    assert write(Decimal(0)) in {"0", "0.00%", "持平", "人民币零元整"}


@pytest.mark.parametrize("write", NUMBERS)
@pytest.mark.parametrize("value", [[Decimal(1)], {"value": Decimal(1)}, 1.5, dt.date(2026, 1, 1)])
def test_what_is_no_number_is_refused_not_printed_as_python_shows_it(
    write: Callable[[Any], str], value: object
) -> None:
    with pytest.raises(TypeError, match=type(value).__name__):
        write(value)


def test_a_whole_number_is_written_like_any_other() -> None:
    assert (printing.count(51), printing.percent(50), printing.money(7)) == ("51", "50.00%", "7")


def test_every_unit_has_its_way_of_printing() -> None:
    assert {unit: PRINT[unit](Decimal("12.5")) for unit in Unit} == {
        Unit.MONEY: "12.5",
        Unit.PERCENT: "12.50%",
        Unit.SCORE: "12.5",
        Unit.PROJECTS: "13",
        Unit.PEOPLE: "13",
        Unit.WORDS: "12.5",
    }
    assert {unit: PRINT[unit](None) for unit in Unit} == {unit: "—" if unit is Unit.PERCENT else "" for unit in Unit}
    assert PRINT[Unit.WORDS]("优秀") == "优秀"


def test_a_filter_bears_the_name_of_its_function() -> None:
    assert len(FILTERS) > 10
    assert all(getattr(printing, name) is function for name, function in FILTERS.items())


def test_dates_have_no_leading_zeros() -> None:
    assert printing.date(dt.date(2026, 6, 9)) == "2026年6月9日"
    assert month_day(dt.date(2026, 12, 31)) == "12月31日"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (dt.date(2026, 3, 16), dt.date(2026, 4, 1), "2026年3月16日至4月1日"),
        (dt.date(2025, 12, 31), dt.date(2026, 1, 1), "2025年12月31日至2026年1月1日"),
        (dt.date(2026, 3, 16), None, "2026年3月16日"),
        (None, dt.date(2026, 4, 1), "2026年4月1日"),
        (None, None, ""),
    ],
)
def test_a_period_names_a_year_once(start: dt.date | None, end: dt.date | None, expected: str) -> None:
    assert period({"start": start, "end": end}) == expected


@pytest.mark.parametrize("write", [FILTERS["date"], FILTERS["month_day"]])
@pytest.mark.parametrize("value", [None, "2026-01-01", Decimal(5)])
def test_what_is_no_date_is_refused(write: Callable[[Any], str], value: object) -> None:
    with pytest.raises(TypeError, match=type(value).__name__):
        write(value)


@pytest.mark.parametrize("value", [None, Decimal(5), {}, {"start": "甲", "end": "乙"}])
def test_what_is_no_period_is_refused(value: object) -> None:
    with pytest.raises((TypeError, LookupError)):
        FILTERS["period"](value)


def test_a_document_names_issuers_title_and_number_as_far_as_given() -> None:
    assert document({"issuers": ["区委", "区政府"], "title": "意见", "number": "藁发〔2019〕9号"}) == (
        "区委、区政府《意见》（藁发〔2019〕9号）"
    )
    assert document({"issuers": [], "title": "意见", "number": None}) == "《意见》"


def test_every_source_has_its_name() -> None:
    assert [source_name(source) for source in FundSource] == ["中央资金", "省级资金", "市级资金", "本级资金"]


def read_cn(words: str) -> int:
    """六十一 as a number, by a table of all spellings of the tens."""
    tens, ten, ones = words.rpartition("十")
    return ("一二三四五六七八九".index(tens) + 1 if tens else int(bool(ten))) * 10 + "零一二三四五六七八九".index(
        ones or "零"
    )


@given(st.integers(0, 99))
def test_a_number_below_a_hundred_in_words_reads_back(number: int) -> None:
    words = cn_number(number)
    assert read_cn(words) == number
    assert not words.startswith("一十")
    assert words == "零" or "零" not in words
    assert cn_number(Decimal(number)) == words


@pytest.mark.parametrize(("number", "expected"), [(100, "100"), (2025, "2025"), (-1, "-1")])
def test_other_numbers_stay_in_digits(number: int, expected: str) -> None:
    assert cn_number(number) == expected


def read_whole(words: str) -> int:
    """Capitals as a whole number: 亿 splits first, and may come twice, then 万, then the four places below."""
    for word, size in (("亿", 10**8), ("万", 10**4)):
        high, found, low = words.rpartition(word)
        if found:
            return read_whole(high) * size + read_whole(low)
    value, digit = 0, 0
    for character in words:
        if character in DIGITS:
            digit = DIGITS.index(character)
        else:
            value += digit * {"拾": 10, "佰": 100, "仟": 1000}[character]
            digit = 0
    return value + digit


def read_capital(words: str) -> Decimal:
    """元 in capitals as 万元."""
    sign = -1 if words.startswith("人民币负") else 1
    words = words.removeprefix("人民币").removeprefix("负").removesuffix("整")
    yuan, found, rest = words.rpartition("元")
    if not found:
        yuan, rest = "", words
    cents = read_whole(yuan) * 100
    for unit, size in (("角", 10), ("分", 1)):
        digit, found, after = rest.partition(unit)
        if found:
            cents += DIGITS.index(digit[-1]) * size
            rest = after
    assert rest == ""
    return sign * Decimal(cents).scaleb(-6)


@given(st.decimals(-(10**16), 10**16, places=6))
@example(Decimal("999999999999.999999"))
@example(Decimal("0.000001"))
@example(Decimal("-0.00001"))
@example(Decimal(10) ** 15)
def test_an_amount_in_capitals_reads_back(amount: Decimal) -> None:
    words = capital(amount)
    assert read_capital(words) == amount
    assert "零零" not in words
    assert words.endswith("分") != words.endswith("整")


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("0", "人民币零元整"),
        ("12.3", "人民币壹拾贰万叁仟元整"),
        ("0.168032", "人民币壹仟陆佰捌拾元叁角贰分"),
        ("0.600714", "人民币陆仟零柒元壹角肆分"),
        ("0.14095", "人民币壹仟肆佰零玖元伍角整"),
        ("0.032504", "人民币叁佰贰拾伍元零肆分"),
        ("10.700053", "人民币壹拾万柒仟元伍角叁分"),
        ("0.00005", "人民币伍角整"),
        ("0.000005", "人民币伍分"),
        ("10001", "人民币壹亿零壹万元整"),
        ("1000.1", "人民币壹仟万壹仟元整"),
        ("10000.0001", "人民币壹亿零壹元整"),
        ("100000000", "人民币壹万亿元整"),
        ("-0.0001", "人民币负壹元整"),
        ("0.0000005", "人民币壹分"),
        ("0.0000004", "人民币零元整"),
        ("76447.148186", "人民币柒亿陆仟肆佰肆拾柒万壹仟肆佰捌拾壹元捌角陆分"),
    ],
)
def test_amounts_in_capitals_after_the_rules_for_filling_in_forms(amount: str, expected: str) -> None:
    assert capital(Decimal(amount)) == expected


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("人员增加。", "人员增加"),
        ("主要原因是人员增加；", "人员增加"),
        ("主要是因地制宜", "因地制宜"),
        ("是因为合同未到期", "合同未到期"),
        ("因地制宜", "因地制宜"),
    ],
)
def test_a_reason_is_told_without_the_words_that_stand_before_it(words: str, told: str) -> None:
    assert clause(words) == told


@pytest.mark.parametrize(
    ("words", "lead", "told"),
    [
        ("甲", 1, "1.甲"),
        ("甲", "**目标：**", "**目标：**甲"),
        ("1. 甲\n2. 乙", "**目标：**", "**目标：**\n\n1. 甲\n2. 乙"),
        ("- 甲", 2, "2.\n\n- 甲"),
        ("| 甲 |\n|---|", "目标：", "目标：\n\n| 甲 |\n|---|"),
        ("-5万元", 2, "2.-5万元"),
    ],
)
def test_a_list_or_table_begins_below_its_label(words: str, lead: str | int, told: str) -> None:
    assert led_by(words, lead) == told


@pytest.mark.parametrize("write", [clause, lambda words: led_by(words, 1)])
def test_what_is_no_text_is_refused_as_a_reason(write: Callable[[Any], str]) -> None:
    for value in (None, Decimal(1), ["甲"]):
        with pytest.raises(TypeError):
            write(value)
