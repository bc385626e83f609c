"""The key of a chart: its colours and what they stand for."""

from collections.abc import Sequence

from perfeval.pandoc.drawing.svg import LINE, SIZE, Drawn, element, room, words

BESIDE = 3 * SIZE
"""What an entry takes besides its words: the patch of colour and the distance to the next."""


def key(names: Sequence[str], colours: Sequence[str], wide: float, foot: float) -> tuple[Drawn, float]:
    """The entries in centred rows that end at ``foot``, and how high they are together."""
    if not names:
        return [], 0.0
    rows: list[list[tuple[str, str]]] = [[]]
    for entry in zip(names, colours, strict=True):
        if rows[-1] and _width([*rows[-1], entry]) > wide:
            rows.append([])
        rows[-1].append(entry)
    drawn: Drawn = []
    for number, row in enumerate(reversed(rows)):
        x, y = (wide - _width(row)) / 2, foot - number * LINE
        for name, colour in row:
            drawn.append(element("rect", x=x + SIZE / 2, y=y - SIZE + 2, width=SIZE, height=SIZE - 2, fill=colour))
            drawn.extend(words([name], x + 2 * SIZE, y, "start"))
            x += room(name) + BESIDE
    return drawn, len(rows) * LINE


def _width(row: Sequence[tuple[str, str]]) -> float:
    return sum(room(name) + BESIDE for name, _ in row)
