"""Charts as pictures in SVG: columns, lines, bars or a pie, every value printed as the chart has it."""

from lxml import etree

from perfeval.pandoc.chart import Chart, Shape
from perfeval.pandoc.drawing.bars import bars
from perfeval.pandoc.drawing.columns import columns
from perfeval.pandoc.drawing.key import key
from perfeval.pandoc.drawing.pie import pie
from perfeval.pandoc.drawing.svg import COLOURS, FONTS, GAP, SIZE, Drawn, element

TOGETHER = (frozenset({Shape.COLUMN, Shape.LINE}), frozenset({Shape.BAR}), frozenset({Shape.PIE}))
"""The shapes that go into one picture."""


def can_draw(chart: Chart) -> bool:
    """Whether there is something to draw, in shapes that are known here and go together; of pies only one."""
    shapes = {series.shape for series in chart.series}
    fits = any(shapes <= together for together in TOGETHER)
    return fits and bool(chart.series and chart.categories) and (Shape.PIE not in shapes or len(chart.series) == 1)


def picture(chart: Chart, description: str, number: int, wide: float, high: float) -> bytes:
    """The picture in so many pixels; ``number`` tells it from the others on a page.

    The description is for those who cannot see it; up to its colon it says what the picture is about.
    """
    about, _, _ = description.partition("：")
    named = {"aria_labelledby": f"chart{number}-title", "aria_describedby": f"chart{number}-text"}
    root = element(
        "svg", viewBox=f"0 0 {wide:.0f} {high:.0f}", width=f"{wide:.0f}", height=f"{high:.0f}", role="img", **named,
        font_family=FONTS, font_size=f"{SIZE:.0f}",
    )  # fmt: skip
    root.append(element("title", about, id=named["aria_labelledby"]))
    root.append(element("desc", description, id=named["aria_describedby"]))
    root.append(element("rect", width="100%", height="100%", fill="#ffffff"))
    root.extend(_drawn(chart, wide, high))
    return etree.tostring(root, encoding="utf-8")


def _drawn(chart: Chart, wide: float, high: float) -> Drawn:
    """The picture itself, and below it what its colours stand for."""
    first = chart.series[0]
    if first.shape is Shape.PIE:
        parts = zip(chart.categories, first.values, strict=True)
        colours = [COLOURS[index % len(COLOURS)] for index in range(len(chart.categories))]
        names = [name if value is None else f"{name} {value}" for name, value in parts]
    else:
        colours = [one.colour or COLOURS[index % len(COLOURS)] for index, one in enumerate(chart.series)]
        names = [one.name for one in chart.series if len(chart.series) > 1]
    below, height = key(names, colours, wide, high - GAP)
    draw = {Shape.PIE: pie, Shape.BAR: bars}.get(first.shape or Shape.COLUMN, columns)
    return [*draw(chart, colours, wide, high - height - 2 * GAP), *below]
