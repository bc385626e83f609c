"""Reads what a text was meant as: a number (``95%``, ``1,234.5``, ``１２``, ``100万元``, ``"12"``) or a date."""

import re
from decimal import Decimal

from perfeval.diagnostic import Text

# Full-width characters, the wide blank and the true minus sign; superscripts and the like stay what they are.
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0x2212: "-"}

# The power of ten that turns an amount in this unit into 万元; what is no money is left as it is.
_UNITS = {"亿元": 4, "亿": 4, "万元": 0, "万": 0, "元": -4, "%": 0, "分": 0, "人": 0, "名": 0, "个": 0, "年": 0}
_NUMBER = re.compile(rf"([-+]?[0-9][0-9, ]{{0,15}}(?:\.[0-9]{{1,12}})?) ?({'|'.join(_UNITS)})?")

_DATE = re.compile(r"([12][0-9]{3})[^0-9]+([0-9]{1,2})[^0-9]+([0-9]{1,2})[^0-9]*")


def number(text: str) -> tuple[str, Text] | None:
    """The number as it should be written, and what made it text; None where the text is no number."""
    plain = text.translate(_NARROW).strip()
    match = _NUMBER.fullmatch(plain)
    if match is None:
        return None
    digits, unit = match.groups()
    amount = Decimal(digits.replace(",", "").replace(" ", "")).scaleb(_UNITS.get(unit, 0))
    return f"{amount.normalize():f}", _cause(digits, unit, narrow=plain == text)


def date(text: str) -> str | None:
    """The date as year-month-day, whatever stood between its numbers; None where the text is no date."""
    match = _DATE.fullmatch(text.translate(_NARROW).strip())
    return match and "{}-{:0>2}-{:0>2}".format(*match.groups())


def _cause(digits: str, unit: str | None, *, narrow: bool) -> Text:
    if unit == "%":
        return Text("带了百分号", "a percent sign")
    if unit is not None and _UNITS[unit] != 0:
        return Text(f"单位写成了“{unit}”而不是万元", f"the unit {unit} in place of 万元")
    if unit is not None:
        return Text(f"带了单位“{unit}”", f"the unit {unit}")
    if "," in digits or " " in digits:
        return Text("带了千位分隔符", "a thousands separator")
    if not narrow:
        return Text("用了全角字符或空格", "a full-width character or a blank")
    return Text("加了引号，或前面有多余的 0、+ 号", "a quotation mark, a leading zero or a plus sign")
