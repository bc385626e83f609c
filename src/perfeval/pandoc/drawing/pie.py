"""The parts of a whole, clockwise from the top; their names and values are in the key."""

import math
from collections.abc import Sequence
from decimal import Decimal

from perfeval.pandoc.chart import Chart
from perfeval.pandoc.drawing.svg import GAP, Drawn, element


def pie(chart: Chart, colours: Sequence[str], wide: float, foot: float) -> Drawn:
    """A slice for every value above zero."""
    sizes = [max(Decimal(), Decimal(value or 0)) for value in chart.series[0].values]
    whole = sum(sizes, Decimal())
    x, y, radius = wide / 2, foot / 2, foot / 2 - GAP
    drawn: Drawn = []
    before = Decimal()
    for size, colour in zip(sizes, colours, strict=True):
        if size == whole and size:
            drawn.append(element("circle", cx=x, cy=y, r=radius, fill=colour))
        elif size:
            first, last = (2 * math.pi * float(part / whole) for part in (before, before + size))
            drawn.append(element("path", d=_slice(x, y, radius, first, last), fill=colour, stroke="#ffffff"))
        before += size
    return drawn


def _slice(x: float, y: float, radius: float, first: float, last: float) -> str:
    """The outline between two angles, counted from the top."""
    (x1, y1), (x2, y2) = ((x + radius * math.sin(angle), y - radius * math.cos(angle)) for angle in (first, last))
    far = int(last - first > math.pi)
    return f"M{x:.1f},{y:.1f} L{x1:.1f},{y1:.1f} A{radius:.1f},{radius:.1f} 0 {far} 1 {x2:.1f},{y2:.1f} Z"
