"""Drawings: ids of their own, and room for them on the page."""

from collections import Counter
from collections.abc import Iterator

from tools.structure.opened import WP, Opened
from tools.structure.sections import area, section_of

DOCPR = f"{WP}docPr"
EMU = 635
"""A twentieth of a point in the unit of drawings."""


def ids(package: Opened) -> Iterator[str]:
    """Every drawing has an id of its own."""
    for name, part in package.parts.items():
        for number, times in Counter(drawing.get("id") for drawing in part.iter(DOCPR)).items():
            if times > 1:
                yield f"{name}: {times} drawings have the id {number}"


def extents(package: Opened) -> Iterator[str]:
    """A drawing in the line is no larger than the type area of its section."""
    for drawing in package.document.iter(f"{WP}inline"):
        extent, section = drawing.find(f"{WP}extent"), section_of(drawing)
        room = None if section is None else area(section)
        if extent is None or room is None:
            continue
        width, height = (int(extent.get(side, 0)) / EMU for side in ("cx", "cy"))
        if not (0 < width <= room.width and 0 < height <= room.height):
            yield f"a drawing of {width:.0f} × {height:.0f} does not fit {room.width} × {room.height}"
