"""How values are printed: the filters that templates, standard sentences and prose may use, one function each."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import cast

from perfeval.model import FundSource, Level, Mark
from perfeval.quantity import DECIMALS, EXACT, Unit, decimals_of, rounded

Printable = Decimal | int | Mark | str | None
"""A number, a mark or words standing for a number, or None where the department gave nothing."""

SOURCE_NAMES = {
    FundSource.CENTRAL: "中央资金",
    FundSource.PROVINCIAL: "省级资金",
    FundSource.MUNICIPAL: "市级资金",
    FundSource.LOCAL: "本级资金",
}
LEVEL_NAMES = {
    Level.PROVINCE: "省级",
    Level.CITY: "市级",
    Level.DISTRICT: "区级",
    Level.COUNTY: "县级",
    Level.TOWNSHIP: "乡镇级",
}
NO_RESULT = "—"
"""What stands for a figure that cannot be had: a rate of nothing is no rate, and never printed as 0%."""

PERCENT_DECIMALS, SCORE_DECIMALS = DECIMALS[Unit.PERCENT], DECIMALS[Unit.SCORE]

_SIGN = re.compile(r"\s*(>=|<=|[≥≤><=＝＞＜])\s*")
_SIGNS = {">=": "≥", "<=": "≤"}
_FEN = 6
"""Decimals of 万元 that make 0.01 元: nothing is given finer."""
_LEAD = re.compile(r"\s*(?:(?:主要)?原因[是为：:]|主要是|是?因为)")
_BLOCK = re.compile(r"\s*(?:(?:[-+*]|[0-9]{1,9}[.)])[ \t]|\|)")
_DIGITS = "零一二三四五六七八九"
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = (("亿", 10**8), ("万", 10**4), ("仟", 1000), ("佰", 100), ("拾", 10))


def plain(value: Decimal) -> str:
    """The exact number without trailing zeros or exponent: 50128.64, 5, 0.2616."""
    text = str(value or value.copy_abs())
    if "E" in text:
        text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number(value: Printable, write: Callable[[Decimal], str]) -> str:
    """Absent prints nothing, a mark or words print themselves, a number as ``write`` says.

    Raises TypeError for what a template may name but nobody can print as a number.
    """
    if isinstance(value, Decimal):
        return write(value)
    if value is None:
        return ""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        return write(Decimal(value))
    raise TypeError(f"{type(value).__name__}")


def money(value: Printable) -> str:
    """万元, exact to the 分: 76447.148186. The unit is not printed."""
    return _number(value, plain)


def percent(value: Printable) -> str:
    """Percentage points with two decimals: 91.19%; — where there is no rate."""
    return NO_RESULT if value is None else _number(value, _percent)


def _percent(number: Decimal) -> str:
    return f"{rounded(number, PERCENT_DECIMALS)!s}%"  # str is many times faster than a Decimal's own format


def score(value: Printable) -> str:
    """Points with at most two decimals: 92.43, 99.5, 100."""
    return _number(value, _score)


def _score(number: Decimal) -> str:
    return plain(rounded(number, SCORE_DECIMALS))


def target(value: str | None) -> str:
    """An indicator's target as forms print it: ≥100%, ≤5件, 长期有效."""
    sign = None if value is None else _SIGN.match(_text(value))
    if sign is None:
        return value or ""
    return _SIGNS.get(sign[1], sign[1]) + sign.string[sign.end() :]


def measured(value: Printable, unit: str = "") -> str:
    """What was achieved, with the unit that its target has: 96.5%, 12次, 达成. What never ends has two decimals."""

    def write(number: Decimal) -> str:
        return plain(rounded(number, PERCENT_DECIMALS) if decimals_of(number) > _FEN else number) + unit

    return _number(value, write)


def count(value: Printable) -> str:
    """A whole number: 61."""
    return _number(value, _count)


def _count(number: Decimal) -> str:
    return str(rounded(number, 0))


PRINT: Mapping[Unit, Callable[[Printable], str]] = {
    Unit.MONEY: money, Unit.PERCENT: percent, Unit.SCORE: score, Unit.PROJECTS: count, Unit.PEOPLE: count,
    Unit.WORDS: lambda value: "" if value is None else str(value),
}  # fmt: skip
"""How a figure of each unit is printed."""


def _against(value: Printable, up: str, down: str, write: Callable[[Decimal], str]) -> str:
    """A change in words: up or down by so much, 持平 where nothing changed."""

    def words(number: Decimal) -> str:
        return "持平" if number == 0 else (up if number > 0 else down) + write(number.copy_abs())

    return _number(value, words)


def change(value: Printable) -> str:
    """A change of money in words: 增加318.16万元, 减少60.17万元, 持平."""
    return _against(value, "增加", "减少", lambda number: f"{plain(number)}万元")


def change_percent(value: Printable) -> str:
    """A change in percent in words: 增加18.64%, 减少30.59%, 持平."""
    return _against(value, "增加", "减少", percent)


def change_rate(value: Printable) -> str:
    """A rate of change: 增幅18.64%, 降幅30.59%, 持平."""
    return _against(value, "增幅", "降幅", percent)


def date(value: dt.date) -> str:
    """2026年6月9日, without leading zeros (GB/T 9704-2012). Raises TypeError where there is no date."""
    return f"{_day(value).year}年{month_day(value)}"


def month_day(value: dt.date) -> str:
    """6月9日."""
    return f"{_day(value).month}月{value.day}日"


def _day(value: dt.date) -> dt.date:
    """A template may name anything: what is no date is told as a fault of its tag."""
    if not isinstance(value, dt.date):
        raise TypeError(f"{type(value).__name__}")
    return value


def period(span: Mapping[str, dt.date | None]) -> str:
    """From ``start`` to ``end``, the year once where it is the same; one date where only one is given."""
    start, end = span["start"], span["end"]
    if start is None or end is None:
        return "".join(date(day) for day in (start, end) if day is not None)
    return f"{date(start)}至{month_day(end) if _day(end).year == start.year else date(end)}"


def document(record: Mapping[str, object]) -> str:
    """A document relied on: its issuers, 《title》 and （number）."""
    issuers = "、".join(cast("list[str]", record["issuers"]))
    number = record["number"]
    return f"{issuers}《{record['title']}》" + ("" if number is None else f"（{number}）")


def clause(words: str) -> str:
    """A reason put into a sentence that says 原因是: without those words and the full stop of its own.

    Raises TypeError where there are no words.
    """
    return _LEAD.sub("", _text(words)).strip("。；.; \n")


def led_by(words: str, lead: str | int) -> str:
    """Markdown after a label or a number: on its line, or below it where the words begin with a list or table."""
    mark = lead if isinstance(lead, str) else f"{lead}."
    return f"{mark}\n\n{words}" if _BLOCK.match(_text(words)) else f"{mark}{words}"


def _text(words: object) -> str:
    """A template may name anything: what is no text is told as a fault of its tag."""
    if not isinstance(words, str):
        raise TypeError(type(words).__name__)
    return words


def source_name(source: FundSource) -> str:
    """中央资金, 省级资金, 市级资金, 本级资金."""
    return SOURCE_NAMES[source]


def cn_number(value: Decimal | int) -> str:
    """A whole number below a hundred in words: 六, 十一, 六十一; larger ones stay in digits (GB/T 15835)."""
    tens, ones = divmod(int(value), 10)
    if not 0 <= tens < len(_DIGITS):
        return str(int(value))
    if tens == 0:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def _capital_integer(number: int) -> str:
    """A positive whole number in capitals: 壹仟零伍拾万."""
    for word, size in _PLACES:
        if number >= size:
            high, low = divmod(number, size)
            zero = "零" if 0 < low < size // 10 else ""
            return _capital_integer(high) + word + zero + (_capital_integer(low) if low else "")
    return _CAPITALS[number]


def capital(value: Printable) -> str:
    """An amount of 万元 as 大写 in 元, to the 分: 人民币壹拾贰万叁仟元整."""

    def write(number: Decimal) -> str:
        cents = int(rounded(EXACT.multiply(number.copy_abs(), Decimal(1_000_000)), 0))
        yuan, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
        words = f"{_capital_integer(yuan)}元" if yuan else ""
        if jiao:
            words += f"{_CAPITALS[jiao]}角"
        elif fen and words:
            words += "零"
        words += f"{_CAPITALS[fen]}分" if fen else "整"
        return ("人民币负" if number < 0 else "人民币") + (words if cents else "零元整")

    return _number(value, write)


FILTERS: Mapping[str, Callable[..., str]] = {
    filter_.__name__: filter_
    for filter_ in (
        *(money, percent, score, count, target, measured, change, change_percent, change_rate),
        *(date, month_day, period, document, clause, led_by, source_name, cn_number, capital),
    )
}
"""By the name a template uses."""
