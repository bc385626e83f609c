"""How values are said: as the document prints them, as they are before, and the arithmetic that gives them."""

from decimal import Decimal

from perfeval.diagnostic import Lang, Pointer, Text
from perfeval.figures import Figure
from perfeval.model.units import unit_of
from perfeval.printing import NO_RESULT, PRINT, plain
from perfeval.quantity import DECIMALS, Unit
from perfeval.trace.arithmetic import Arithmetic

LEFT_OUT = Text("未填", "not given")
FEW = 6
"""So many names or numbers are told one by one, more by the first and the last."""

_LONG, _CUT = 12, 4


def printed(figure: Figure) -> str:
    """As it is printed in the report, the unit apart; ``—`` where there is no result."""
    words = PRINT[figure.unit](figure.value)
    return words.removesuffix("%" if figure.unit is Unit.PERCENT else "") or NO_RESULT


def printed_with_unit(figure: Figure) -> str:
    """The same with its unit."""
    value = printed(figure)
    return value if value == NO_RESULT else value + figure.unit


def exact(value: object, unit: Unit | None = None) -> str:
    """A value before it is rounded, with its unit; of a number without an end the first digits."""
    if isinstance(value, int):
        value = Decimal(value)
    if not isinstance(value, Decimal):
        return NO_RESULT if value is None else str(value)
    whole, point, decimals = plain(value).partition(".")
    shown = decimals if len(decimals) <= _LONG else f"{decimals[:_CUT]}…"
    return f"{whole}{point}{shown}{unit or ''}"


def given_value(pointer: Pointer, value: object, lang: Lang) -> str:
    """A value as it was given, with its unit; that there is none is said."""
    return LEFT_OUT.say(lang) if value is None else exact(value, unit_of(pointer))


def rounding(unit: Unit) -> Text | None:
    """How a figure of a unit is rounded where it is printed; words are not."""
    if unit is Unit.WORDS:
        return None
    decimals = DECIMALS.get(unit)
    if decimals is None:
        return Text("照原数，不舍入", "none, printed exactly")
    if decimals == 0:
        return Text("四舍五入到整数", "half up to a whole number")
    return Text(f"四舍五入到 {decimals} 位小数", f"half up to {decimals} decimals")


def said(one: Arithmetic, lang: Lang) -> str:
    """1 + 2 + 3, 3 − 2, 1 ÷ 2 × 100%; of a long sum how many numbers it has."""
    if len(one.numbers) > FEW:
        return Text(f"{len(one.numbers)} 项之和", f"sum of {len(one.numbers)}").say(lang)
    first, *others = map(exact, one.numbers)
    factor = " × 100%" if one.percentage else ""
    return first + "".join(f" {one.sign} {_bracketed(other)}" for other in others) + factor


def _bracketed(number: str) -> str:
    """A negative number after a sign."""
    return f"({number})" if number.startswith("-") else number
