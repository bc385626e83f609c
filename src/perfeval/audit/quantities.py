"""Quantities: every number with its unit in a text, as written and as figures count it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from perfeval.quantity import Unit

_MONEY = {"万元": 0, "亿元": 4, "元": -4}
"""Powers of ten that make it 万元."""
_UNITS = {
    **dict.fromkeys(_MONEY, Unit.MONEY),
    **dict.fromkeys(("%", "个百分点"), Unit.PERCENT),
    **dict.fromkeys(("个", "项"), Unit.PROJECTS),
    **dict.fromkeys(("名", "人"), Unit.PEOPLE),
    "分": Unit.SCORE,
}
_QUANTITY = re.compile(
    r"(?<![0-9.A-Za-z第])(?P<sign>(?<![0-9%元个）)])(?<![0-9]分)[-−])?"
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
    r"|(?<![零一二两三四五六七八九十百])[一二两三四五六七八九十百][零一二两三四五六七八九十百]*)\s*"
    r"(?P<unit>[万亿]?元|个百分点|%|分(?![钟之析局部项])|个(?![月小工])|项(?!目)|名(?!列)|人(?![次均民员]))"
)
_JOINED_BEFORE = re.compile(r"[0-9%元分）)]\s*[～~—–至到-]+\s*$")
_JOINED_AFTER = re.compile(r"(?:（含）)?\s*[～~—–至到-]+\s*[0-9]")
_LONGEST = 24
"""Characters of a number at most: no amount has more, and what has more is no number that anybody reads."""
_ONES = {word: value for value, word in enumerate("零一二三四五六七八九")} | {"两": 2}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at ``start`` whose unit ends at ``end``.

    ``value`` is in the unit of figures (万元, not 元) and ``exponent`` the power of ten of its last digit in that
    unit; ``digits`` and ``unit_written`` are what stands in the text. ``in_range`` is one end of 63%～68%.
    """

    start: int
    end: int
    digits: str
    unit_written: str
    unit: Unit
    value: Decimal
    exponent: int
    in_range: bool

    @property
    def significant(self) -> int:
        """How many digits say something: 4 of 0.2616, 2 of 2600."""
        return len(self.value.normalize().as_tuple().digits)


def quantities(text: str) -> Iterator[Quantity]:
    """The quantities of a text, digits and signs in their half-width forms."""
    for found in _QUANTITY.finditer(text):
        digits, unit = found["digits"], found["unit"]
        if len(digits) > _LONGEST:
            continue
        number = _number(digits)
        shift = _MONEY.get(unit, 0)
        yield Quantity(
            start=found.start(),
            end=found.end(),
            digits=(found["sign"] or "") + digits,
            unit_written=unit,
            unit=_UNITS[unit],
            value=(-number if found["sign"] else number).scaleb(shift),
            exponent=shift - (len(digits.partition(".")[2])),
            in_range=bool(
                _JOINED_AFTER.match(text, found.end())
                or _JOINED_BEFORE.search(text, max(0, found.start() - 6), found.start())
            ),
        )


def _number(digits: str) -> Decimal:
    if digits[0].isascii():
        return Decimal(digits.replace(",", ""))
    value = pending = 0
    for word in digits:
        if word in "十百":
            value += (pending or 1) * (10 if word == "十" else 100)
            pending = 0
        else:
            pending = _ONES[word]
    return Decimal(value + pending)
