"""Columns side by side and lines over them, on one axis; every value above its column or point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from perfeval.pandoc.chart import Chart, Series, Shape
from perfeval.pandoc.drawing.axis import Axis, printed
from perfeval.pandoc.drawing.svg import (
    FAINT,
    FILLED,
    FOOT,
    GAP,
    INK,
    LINE,
    Drawn,
    block,
    element,
    line,
    longest,
    room,
    words,
    wrapped,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Field:
    """Where values and categories are: the axis between two heights, slots of one width from the left."""

    axis: Axis
    left: float
    slot: float
    top: float
    bottom: float

    def height(self, value: Decimal) -> float:
        return self.bottom - self.axis.share(value) * (self.bottom - self.top)

    def middle(self, index: int) -> float:
        return self.left + (index + 0.5) * self.slot


def columns(chart: Chart, colours: Sequence[str], wide: float, foot: float) -> Drawn:
    """Marks at the left, names of the categories at the foot."""
    axis = Axis.over(chart.numbers)
    left = max(room(printed(mark)) for mark in axis.marks) + 2 * GAP
    slot = (wide - left - GAP) / len(chart.categories)
    names = [wrapped(name, slot - GAP) for name in chart.categories]
    standing = [number for number, series in enumerate(chart.series) if series.shape is Shape.COLUMN]
    thick = slot * FILLED / max(1, len(standing))
    turned = longest(chart) > (thick if standing else slot)
    top = GAP + (longest(chart) if turned else LINE)
    field = _Field(axis, left, slot, top, bottom=foot - max(map(len, names)) * LINE - GAP)
    drawn: Drawn = []
    for mark in axis.marks:
        y = field.height(mark)
        drawn.append(line(left, y, wide - GAP, y, INK if mark == 0 else FAINT))
        drawn.extend(words([printed(mark)], left - GAP, y + FOOT, "end"))
    for index, name in enumerate(names):
        drawn.extend(words(name, field.middle(index), field.bottom + LINE))
    for place, number in enumerate(standing):
        aside = (place - (len(standing) - 1) / 2) * thick
        drawn.extend(_columns(field, chart.series[number], colours[number], aside, thick))
        drawn.extend(_values(field, chart.series[number], aside, turned=turned))
    for series, colour in zip(chart.series, colours, strict=True):
        if series.shape is Shape.LINE:
            drawn.extend(_line(field, series, colour))
            drawn.extend(_values(field, series, 0, turned=turned))
    return drawn


def _columns(field: _Field, series: Series, colour: str, aside: float, thick: float) -> Iterator[etree._Element]:
    zero, half = field.height(Decimal()), thick * 0.45
    for index, value in enumerate(series.values):
        if value is not None:
            x = field.middle(index) + aside
            yield block(x - half, field.height(Decimal(value)), x + half, zero, colour)


def _line(field: _Field, series: Series, colour: str) -> Iterator[etree._Element]:
    """From point to point, but for the gaps."""
    points: list[str] = []
    for index, value in enumerate((*series.values, None)):
        if value is not None:
            x, y = field.middle(index), field.height(Decimal(value))
            points.append(f"{x:.1f},{y:.1f}")
            yield element("circle", cx=x, cy=y, r="3", fill=colour)
        elif points:
            yield element("polyline", points=" ".join(points), fill="none", stroke=colour, stroke_width="2")
            points = []


def _values(field: _Field, series: Series, aside: float, *, turned: bool) -> Iterator[etree._Element]:
    """Turned upwards where there is no room for one beside the other."""
    for index, value in enumerate(series.values):
        if value is not None:
            x, y = field.middle(index) + aside, min(field.height(Decimal(value)), field.height(Decimal())) - FOOT
            if turned:
                [label] = words([value], x + FOOT, y, "start")
                label.set("transform", f"rotate(-90 {x + FOOT:.1f} {y:.1f})")
                yield label
            else:
                yield from words([value], x, y)
