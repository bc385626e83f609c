"""A number that should be another, and what to write in its place."""

import re
from dataclasses import dataclass

from perfeval.audit.known import Known
from perfeval.audit.quantities import Quantity
from perfeval.audit.verdict import Verdict
from perfeval.diagnostic import Pointer
from perfeval.printing import FILTERS
from perfeval.quantity import Unit

_CHANGED = re.compile(r"(?:增加|增长|上升|提高|减少|下降|降低|增幅|降幅|减幅)[额率]?了?\s*$")
_LONGEST_CHANGE = 8


@dataclass(frozen=True, slots=True)
class Doubt:
    """In the text at ``pointer``, ``old`` at ``offset`` should be ``new``.

    ``tag`` in place of ``old`` prints ``new`` and goes on printing what the data become. ``meant`` is None where
    nothing backs the number, and there is nothing to be put in its place. ``beside`` is the number in digits with which
    an amount in capitals disagrees.
    """

    pointer: Pointer
    offset: int
    verdict: Verdict
    old: str
    meant: Known | None = None
    new: str = ""
    tag: str = ""
    beside: str = ""


def doubt_of(pointer: Pointer, text: str, quantity: Quantity, verdict: Verdict, meant: Known) -> Doubt:
    """The doubt about a quantity of a text: a change goes with its verb, a rate with its %, 元 becomes 万元."""
    start, end = quantity.start, quantity.start + len(quantity.digits)
    change = _CHANGED.search(text, max(0, start - _LONGEST_CHANGE), start)
    if change is not None and meant.unit in {Unit.MONEY, Unit.PERCENT}:
        how = _as_change(meant.unit, change.group())
        start, end, new, tag = change.start(), quantity.end, FILTERS[how](meant.value), meant.tag(how)
    elif meant.unit is Unit.PERCENT:
        end, new, tag = quantity.end, meant.printed, meant.tag()
    elif quantity.unit_written in {"元", "亿元"}:
        end, new, tag = quantity.end, f"{meant.printed}万元", f"{meant.tag()}万元"
    elif not quantity.digits[-1].isascii():
        new, tag = FILTERS["cn_number"](meant.value), meant.tag("cn_number")
    else:
        new, tag = meant.printed, meant.tag()
    return Doubt(pointer, start, verdict, text[start:end], meant, new, tag)


def _as_change(unit: Unit, verb: str) -> str:
    """The filter that prints a change after the pattern of a verb: 增加, or 增幅 and 增长率 of a rate."""
    if unit is Unit.MONEY:
        return "change"
    return "change_rate" if "幅" in verb or "率" in verb else "change_percent"
