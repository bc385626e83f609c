"""What a number cell shows: its number format, read as far as it is a plain number with a unit."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from perfeval.quantity import EXACT
from perfeval.tables.sheet import Number

DIGITS = 15
"""All that a cell holds of a number: Excel calculates with binary doubles."""

_PIECES = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|[_*].'
    r"|(?P<general>General|G/通用格式|@)|(?P<digits>[0#?][0#?,.]*)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_SIGNS = "-+()¥￥$"


class Format(NamedTuple):
    """What one section of a number format draws: runs of digits and the words beside them."""

    runs: tuple[str, ...]
    words: str

    @property
    def is_dash(self) -> bool:
        """Whether it draws nothing but a dash, as accounts do for zero."""
        return not self.runs and self.words in {"-", "—"}


def held(value: float) -> Decimal:
    """The number as Excel knows it: of the binary double so many digits."""
    return Decimal(f"{value:.{DIGITS}g}")


def shown(number: Decimal, code: str) -> Number | None:
    """What a format shows of a number; None where it draws another number, or none."""
    form = _section(number, code)
    if form is None:
        return None
    if form.is_dash:
        return Number(_plain(number), _plain(number))
    if len(form.runs) != 1 or form.words.count("%") > 1:
        return None  # a fraction, an exponent, a point that is only drawn
    whole, _, decimals = form.runs[0].partition(".")
    if whole.endswith(",") or decimals.endswith(","):
        return None  # in thousands
    unit = form.words.strip(_SIGNS)
    value = _plain(number.scaleb(2 if "%" in unit else 0))
    if not form.runs[0]:
        return Number(value, value, unit)
    last = Decimal(1).scaleb(-len(decimals))
    return Number(_plain(EXACT.quantize(value, last)), value, unit)


def hides(number: Decimal, code: str) -> bool:
    """Whether a format draws nothing at all of a number, as ``0.00;-0.00;`` does of zero."""
    return _section(number, code) == Format((), "")


def _plain(number: Decimal) -> Decimal:
    """Without trailing zeros or exponent: 5, not 5.00 or 5E+0; zero has no sign."""
    return Decimal(f"{EXACT.normalize(number) or Decimal(0):f}")


def _section(number: Decimal, code: str) -> Format | None:
    """The section for positive numbers, negative ones or zero; None where conditions of its own choose it."""
    sections = list(_sections(code))
    if None in sections:
        return None
    if number < 0 and len(sections) > 1:
        return sections[1]
    return sections[2] if number == 0 and len(sections) > 2 else sections[0]  # noqa: PLR2004 (positive, negative, zero)


def _sections(code: str) -> Iterator[Format | None]:
    runs, words, conditional = list[str](), "", False
    for piece in _PIECES.finditer(code):
        if piece["other"] == ";":
            yield None if conditional else Format(tuple(runs), words)
            runs, words, conditional = [], "", False
        elif piece["general"] or piece["digits"]:
            runs.append(piece["digits"] or "")
        elif piece["bracket"]:
            conditional = conditional or piece["bracket"][0] in "<>="
        else:
            words += "".join((piece["quoted"] or piece["escaped"] or piece["other"] or "").split())
    yield None if conditional else Format(tuple(runs), words)
