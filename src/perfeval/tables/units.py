"""The unit of money that a title or the words above a head name, however tables put it."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

SCALES = {"元": -4, "百元": -2, "千元": -1, "万元": 0, "十万元": 1, "百万元": 2, "千万元": 3, "亿元": 4}
"""The power of ten that makes 万元 of an amount."""
UNCLEAR = ""
"""Stands for what looks like a unit of money and is none of these, such as 元/万元 or 美元."""

BRACKETED = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]")
_SHORT = {"万": "万元", "亿": "亿元"}
_CURRENCY = re.compile("人民币|rmb|cny|¥")
_BETWEEN = re.compile(r"[\s,、;:()\[\]【】〔〕]+")
_SIGN = re.compile(r"[亿万圆¥$]|元(?![月旦])|人民币|rmb|cny|yuan|^[十百千]+$")
_SIGNS_ALONE = re.compile(r"(?=.*[元圆亿万¥$])[元圆亿万千百十¥$美港欧日或/0-9]+")
_BODY = re.compile(r"(?:[局委办厅院校队站所会室部处科署馆司府团社省市县区乡镇村]|中心|公司)$")
"""How the names of those end who are a 单位 in the other sense: 元氏县财政局."""

_MARKED = re.compile(r"(\w*)(?:单位|\bunits?\b)\s*(?:[:为是]\s*)?(.*?)(?=\w*单位|$)", re.DOTALL)
_OF_MONEY = re.compile(r"(?:^|金额|计量|货币|资金|数据|表)$")
_NEXT_LABEL = re.compile(r"(?:^|\s)(?!人民币|rmb|cny)\w+:.*", re.DOTALL)
_AMOUNTS = re.compile(r"金额\s*[:为是]\s*([^0-9]*)$")
_COUNTED_IN = re.compile(r"以([^\W以]+?)(?:作?为\w*?单位|计)")


@lru_cache(maxsize=4096)
def units_in(text: str, *, title: bool = False) -> frozenset[str]:
    """The units that a text names, ``UNCLEAR`` among them where it seems to name another.

    What stands in brackets is likely a unit in the ``title`` of an amount, and hardly so above a head.
    """
    folded = re.sub(r"单\s+位", "单位", unicodedata.normalize("NFKC", text).lower())
    whole = _unit("".join(folded.split()))
    return frozenset((*([whole] if whole else ()), *_marked(folded), *_bracketed(folded, title=title)))


def _marked(text: str) -> Iterator[str]:
    """By a word that announces it: 金额单位：元, 金额：元, 以元为单位."""
    for match in _MARKED.finditer(text):
        yield from _named(_NEXT_LABEL.sub("", match[2]), _SIGN if _OF_MONEY.search(match[1]) else None)
    for pattern in (_AMOUNTS, _COUNTED_IN):
        for match in pattern.finditer(text):
            yield from _named(match[1], _SIGN)


def _bracketed(text: str, *, title: bool) -> Iterator[str]:
    for match in BRACKETED.finditer(text):
        parts = _named(match[1], _SIGN if title else None)
        alone = not title and _SIGNS_ALONE.fullmatch(match[1])
        yield from set(parts) or ({UNCLEAR} if alone else ())


def _named(words: str, suspicious: re.Pattern[str] | None) -> Iterator[str]:
    """The units among words, such as 元、% and 人民币 元; ``UNCLEAR`` for those that have a suspicious sign."""
    whole = "".join(words.split())
    parts = [whole] if _unit(whole) else [part for part in _BETWEEN.split(words) if part]
    units = {unit for part in parts if (unit := _unit(part))}
    yield from units
    for part in parts:
        beside = units and _CURRENCY.fullmatch(part)
        if suspicious and suspicious.search(part) and not (_unit(part) or beside or _BODY.search(part)):
            yield UNCLEAR


def _unit(word: str) -> str | None:
    """The unit that a word is, the currency beside it or not."""
    plain = _CURRENCY.sub("", re.sub("^.*单位[为是]?", "", word))
    unit = _SHORT.get(plain, plain)
    return unit if unit in SCALES else None
