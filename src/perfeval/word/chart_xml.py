"""The XML of a chart, compiled: what its author drew, ready to have other data joined into it.

How many series and points there are decides what stays of the drawing; that is worked out once for each such shape.
"""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, partial
from typing import Self

from lxml import etree

from perfeval.word.chart_sample import check_sample
from perfeval.word.chart_series import (
    CATEGORIES,
    KEY,
    NAME,
    VALUES,
    drawn_series,
    fit,
    prefix_of,
    without_hidden_series,
)
from perfeval.word.chart_workbook import Series, digits, plain

SHAPES_KEPT = 32
SHOWN_BY_GENERAL = 10
"""So many characters of a number are surely shown where its format is General."""


@dataclass(frozen=True, slots=True)
class ChartXml:
    """A chart part without its data. ``shaped`` gives for a number of points and of series its XML, cut at its data.

    Every second piece is a key; ``prefix`` is that of the chart's elements.
    """

    shaped: Callable[[int, int], tuple[str, ...]]
    prefix: str

    @classmethod
    def compile(cls, chart: etree._Element) -> Self:
        """The chart with this root. Raises ``UnfitError``."""
        without_hidden_series(chart)
        count = len(drawn_series(chart))
        check_sample(chart)
        shaped = lru_cache(SHAPES_KEPT)(partial(_shape, chart))
        shaped(1, count + 1)  # reads all that there is to read
        return cls(shaped, prefix_of(chart))

    def filled(self, categories: Sequence[str], series: Sequence[Series]) -> bytes:
        """The part with these data. Raises ``TemplateFault`` R115."""
        pieces = list(self.shaped(len(categories), len(series)))
        named = "".join(self._point(index, plain(text)) for index, text in enumerate(categories))
        for place in range(1, len(pieces), 2):
            kind, one = pieces[place][0], series[int(pieces[place][1:])]
            if kind == CATEGORIES:
                pieces[place] = named
            elif kind == NAME:
                pieces[place] = self._point(0, plain(one.name))
            else:
                pieces[place] = self._numbers(one.values, exact=kind != VALUES)
        return "".join(pieces).encode()

    def _numbers(self, values: Sequence[Decimal | None], *, exact: bool) -> str:
        """The points of a series; a value that is not there leaves a gap."""
        return "".join(
            self._point(index, digits(value), _format(value) if exact else "")
            for index, value in enumerate(values)
            if value is not None
        )

    def _point(self, index: int, text: str, attributes: str = "") -> str:
        return f'<{self.prefix}pt idx="{index}"{attributes}><{self.prefix}v>{text}</{self.prefix}v></{self.prefix}pt>'


def _shape(chart: etree._Element, points: int, series: int) -> tuple[str, ...]:
    shaped = deepcopy(chart)
    fit(shaped, points, series)
    xml = etree.tostring(shaped, xml_declaration=True, encoding="UTF-8", standalone=True)
    return tuple(xml.decode().split(KEY))


def _format(value: Decimal) -> str:
    """A format for a number that General would round, so that its label says what the report's sentences say."""
    text = digits(value)
    if len(text) <= SHOWN_BY_GENERAL:
        return ""
    decimals = len(text.partition(".")[2].rstrip("0"))
    return f' formatCode="0{"." if decimals else ""}{"0" * decimals}"'
