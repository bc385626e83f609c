"""Amounts in capitals (大写): the number beside each says the same, and none is nearly one of the report's."""

import re
from collections.abc import Iterator
from decimal import Decimal

from perfeval.audit.doubt import Doubt
from perfeval.audit.known import Known
from perfeval.audit.ledger import Ledger
from perfeval.audit.quantities import Quantity, quantities
from perfeval.audit.verdict import Verdict, agrees
from perfeval.diagnostic import Pointer
from perfeval.printing import capital
from perfeval.quantity import Unit

_DIGITS = {word: value for value, word in enumerate("零壹贰叁肆伍陆柒捌玖")}
_PLACES = {"拾": 10, "佰": 100, "仟": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_D, _C = "[壹贰叁肆伍陆柒捌玖]", "[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]"
_CAPITALS = re.compile(
    rf"(?:人民币)?(?<!{_C})(?P<yuan>{_C}{{2,}}|{_D})[元圆]"
    rf"(?:[整正]|(?:零?(?P<jiao>{_D})角)?(?:零?(?P<fen>{_D})分)?整?)"
)
_BETWEEN = re.compile(r"[（(，,：:\s]*(?:金额)?(?:即|大写|小写)*[：:为\s]*")
_NEAR = 24
_FEN = 6
"""Decimals of 万元 that the finest amount in capitals has."""


def in_capitals(ledger: Ledger, pointer: Pointer, words: str) -> Iterator[Doubt]:
    """The amounts in capitals that disagree with the digits beside them, or without these are nearly a known one."""
    for found in _CAPITALS.finditer(words):
        amount = _amount(found)
        beside = _beside(words, found)
        if beside is not None and agrees(beside, amount):
            continue
        if beside is None:
            known = any(known.value == amount for known in ledger.of(Unit.MONEY).of_size(amount, _FEN))
            meant = None if known else _alike(ledger, found.group())
            if meant is None:
                continue
        else:
            meant = next(iter(ledger.backing(beside)), None)
        new, tag = ("", "") if meant is None else (capital(meant.value), meant.tag("capital"))
        digits = "" if beside is None else f"{beside.digits}{beside.unit_written}"
        yield Doubt(pointer, found.start(), Verdict.CAPITALS, found.group(), meant, new, tag, digits)


def _amount(found: re.Match[str]) -> Decimal:
    """The amount in 万元."""
    total = section = digit = 0
    for word in found["yuan"]:
        if word in _DIGITS:
            digit = _DIGITS[word]
        elif word in _PLACES:
            section, digit = section + (digit or 1) * _PLACES[word], 0
        else:
            section += digit
            total = (total + section) * _MYRIADS[word] if word == "亿" else total + section * _MYRIADS[word]
            section = digit = 0
    cents = 10 * _DIGITS.get(found["jiao"] or "", 0) + _DIGITS.get(found["fen"] or "", 0)
    return Decimal((total + section + digit) * 100 + cents).scaleb(-_FEN)


def _beside(words: str, found: re.Match[str]) -> Quantity | None:
    """The amount in digits that stands directly before or behind the capitals."""
    start, end = max(0, found.start() - _NEAR), found.end()
    before = [one for one in quantities(words[start : found.start()]) if one.unit is Unit.MONEY]
    if before and _BETWEEN.fullmatch(words, start + before[-1].end, found.start()):
        return before[-1]
    behind = next(quantities(words[end : end + _NEAR]), None)
    if behind is not None and behind.unit is Unit.MONEY and _BETWEEN.fullmatch(words, end, end + behind.start):
        return behind
    return None


def _alike(ledger: Ledger, written: str) -> Known | None:
    """The amount whose capitals differ in one word only."""
    backwards = written[::-1]
    for known, meant in ledger.in_capitals:
        if abs(len(meant) - len(written)) <= len("人民币"):
            pairs = zip(backwards, meant[::-1], strict=False)
            if sum(one != other for one, other in pairs) == 1:
                return known
    return None
