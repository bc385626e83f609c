"""Word's automatic numbers, counted as Word counts them: no text of the document holds them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from perfeval.pandoc.numerals import numeral
from perfeval.word.places import W
from perfeval.word.styles import PROPERTIES, Styles, value

LEVELS = 9
COUNTER = re.compile(r"%([1-9])")
SYMBOL = re.compile("[\ue000-\uf8ff]")
"""Bullets out of Wingdings and Symbol stand where no other font has a sign."""


@dataclass(frozen=True, slots=True)
class Level:
    """How the items of one level of a list are counted, and where the counting begins."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    after: str = " "
    restart: int | None = None
    arabic: bool = False

    @classmethod
    def read(cls, element: etree._Element) -> "Level":
        """From ``w:lvl``."""
        restart = value(element, f"{W}lvlRestart")
        return cls(
            start=int(value(element, f"{W}start") or 0),
            format=value(element, f"{W}numFmt") or "decimal",
            text=SYMBOL.sub("•", value(element, f"{W}lvlText") or ""),
            after="" if value(element, f"{W}suff") == "nothing" else " ",
            restart=None if restart is None else int(restart),
            arabic=element.find(f"{W}isLgl") is not None,
        )


@dataclass(slots=True)
class _Counts:
    """How far a list has come at every level; None before its first item."""

    numbers: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def step(self, level: int, levels: Mapping[int, Level], start: int | None) -> None:
        """One item more; ``start`` where the counting begins anew with it."""
        last = self.numbers[level]
        self.numbers[level] = start if start is not None else levels[level].start if last is None else last + 1
        for above in range(level):
            if self.numbers[above] is None:
                self.numbers[above] = levels.get(above, Level()).start
        for below in range(level + 1, LEVELS):
            restart = levels.get(below, Level()).restart
            if restart is None or level < restart:
                self.numbers[below] = None


class Numbering:
    """The lists of a document on one way through its paragraphs."""

    def __init__(self, part: etree._Element | None, styles: Styles) -> None:
        lists = [] if part is None else part.findall(f"{W}num")
        self._lists = {one.get(f"{W}numId", ""): one for one in lists}
        kinds = [] if part is None else part.findall(f"{W}abstractNum")
        self._kinds = {one.get(f"{W}abstractNumId", ""): one for one in kinds}
        self._styles = styles
        self._counts: dict[str, _Counts] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, paragraph: etree._Element) -> str:
        """The number in front of the next paragraph, with what parts it from the words; "" where there is none."""
        number, level = self._item(paragraph)
        if number not in self._lists:
            return ""
        kind, levels = self._levels(number)
        if level not in levels:
            return ""
        counts = self._counts.setdefault(kind, _Counts())
        counts.step(level, levels, self._start_anew(number, level))
        return self._printed(levels, level, counts)

    def _item(self, paragraph: etree._Element) -> tuple[str, int]:
        """The list that a paragraph is in, by its own word or by its style's, and the level there."""
        number, level = "", None
        for one in self._styles.lineage(paragraph):
            number = number or value(one, f"{PROPERTIES}/{W}numPr/{W}numId") or ""
            level = level or value(one, f"{PROPERTIES}/{W}numPr/{W}ilvl")
        return number, int(level or 0)

    def _levels(self, number: str) -> tuple[str, dict[int, Level]]:
        """The kind of a list and its levels, those among them that the list has for itself."""
        kind = value(self._lists[number], f"{W}abstractNumId") or ""
        defined = self._kinds[kind]
        linked = self._styles.by_id(value(defined, f"{W}numStyleLink") or "")
        if linked is not None:
            return self._levels(value(linked, f"{PROPERTIES}/{W}numPr/{W}numId") or "")
        found = (*defined.findall(f"{W}lvl"), *self._lists[number].findall(f"{W}lvlOverride/{W}lvl"))
        return kind, {int(one.get(f"{W}ilvl", "0")): Level.read(one) for one in found}

    def _start_anew(self, number: str, level: int) -> int | None:
        """Where a list that goes on with another's kind begins; None once it has begun."""
        if (number, level) in self._begun:
            return None
        self._begun.add((number, level))
        start = value(self._lists[number], f"{W}lvlOverride[@{W}ilvl='{level}']/{W}startOverride")
        return None if start is None else int(start)

    def _printed(self, levels: Mapping[int, Level], level: int, counts: _Counts) -> str:
        here = levels[level]

        def counter(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            form = "decimal" if here.arabic else levels.get(at, Level()).format
            return numeral(counts.numbers[at] or 0, form)

        printed = COUNTER.sub(counter, here.text)
        return printed + here.after if printed else ""
