"""Bars that lie: the first category at the top, every value at the end of its bar."""

from collections.abc import Sequence
from decimal import Decimal

from perfeval.pandoc.chart import Chart
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
    line,
    longest,
    room,
    words,
    wrapped,
)  # fmt: skip

NAMES = 0.35
"""The part of the width that the names of the categories may take."""


def bars(chart: Chart, colours: Sequence[str], wide: float, foot: float) -> Drawn:
    """Names at the left, marks at the foot."""
    axis = Axis.over(chart.numbers)
    left = min(max(map(room, chart.categories)), wide * NAMES) + 2 * GAP
    right, bottom = wide - longest(chart) - 2 * GAP, foot - LINE - GAP
    slot = (bottom - GAP) / len(chart.categories)
    thick = slot * FILLED / len(chart.series)

    def reach(value: Decimal) -> float:
        return left + axis.share(value) * (right - left)

    drawn: Drawn = []
    for mark in axis.marks:
        drawn.append(line(reach(mark), GAP, reach(mark), bottom, INK if mark == 0 else FAINT))
        drawn.extend(words([printed(mark)], reach(mark), bottom + LINE))
    for index, name in enumerate(chart.categories):
        lines, middle = wrapped(name, left - 2 * GAP), GAP + (index + 0.5) * slot
        drawn.extend(words(lines, left - GAP, middle + FOOT - (len(lines) - 1) * LINE / 2, "end"))
        for number, series in enumerate(chart.series):
            value = series.values[index]
            if value is not None:
                y, end = middle + (number - len(chart.series) / 2) * thick, reach(Decimal(value))
                drawn.append(block(reach(Decimal()), y, end, y + thick, colours[number]))
                drawn.extend(words([value], max(end, reach(Decimal())) + FOOT, y + thick / 2 + FOOT, "start"))
    return drawn
