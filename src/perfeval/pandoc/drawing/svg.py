"""What charts are drawn of: shapes and words of SVG, without a script, a font or a link."""

from lxml import etree

from perfeval.columns import width
from perfeval.pandoc.chart import Chart

SVG = "http://www.w3.org/2000/svg"
FONTS = "'Times New Roman', 'SimSun', 'Songti SC', 'Noto Serif CJK SC', serif"
SIZE = 12.0
"""The height of the letters in pixels: 9 points."""
LINE, GAP, FOOT = 15.0, 6.0, 4.0
"""From line to line, between things, and from the middle of letters to their foot."""
FILLED = 0.7
"""The part of a category's room that its columns or bars take."""
INK, FAINT = "#222222", "#d0d0d0"
COLOURS = ("#1f4e79", "#d98e2b", "#8aa5c4", "#6b6b6b", "#b8c98a", "#7a3b5e")
"""As far apart in lightness as in colour, for print in black and white."""

Drawn = list[etree._Element]  # noqa: SLF001 (lxml has no other name for it)


def element(tag: str, words: str | None = None, **attributes: str | float) -> etree._Element:
    """A shape; lengths to the tenth of a pixel, and ``_`` in a name is written as ``-``."""
    made = etree.Element(f"{{{SVG}}}{tag}", nsmap={None: SVG})  # type: ignore[dict-item]
    for name, value in attributes.items():
        made.set(name.replace("_", "-"), f"{value:.1f}" if isinstance(value, float) else str(value))
    made.text = words
    return made


def room(words: str) -> float:
    """About how wide words are, in pixels."""
    return width(words) * SIZE / 2


def wrapped(words: str, pixels: float) -> list[str]:
    """Words in lines that are not wider, as far as one letter allows."""
    lines = [""]
    for character in words:
        if lines[-1] and room(lines[-1] + character) > pixels:
            lines.append("")
        lines[-1] += character
    return lines


def words(lines: list[str], x: float, y: float, anchor: str = "middle") -> Drawn:
    """Lines of text below one another; ``y`` is the foot of the first."""
    return [
        element("text", line, x=x, y=y + number * LINE, text_anchor=anchor, fill=INK)
        for number, line in enumerate(lines)
    ]


def line(x1: float, y1: float, x2: float, y2: float, colour: str = INK) -> etree._Element:
    """A hair line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width="1")


def block(x1: float, y1: float, x2: float, y2: float, colour: str) -> etree._Element:
    """A filled rectangle between two of its corners, whichever they are."""
    x, y = min(x1, x2), min(y1, y2)
    return element("rect", x=x, y=y, width=abs(x2 - x1), height=abs(y2 - y1), fill=colour)


def longest(chart: Chart) -> float:
    """How wide the widest of the values is."""
    return max((room(value) for series in chart.series for value in series.values if value is not None), default=0.0)
