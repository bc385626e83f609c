"""Sections: their paper, and the headers and footers of odd, even and first pages."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from tools.structure.opened import SETTINGS, Opened, W

EVEN = f"{W}evenAndOddHeaders"
OFF = {"0", "false", "off"}
REFERENCES = (f"{W}headerReference", f"{W}footerReference")


class Area(NamedTuple):
    """What the margins of a page leave, in twentieths of a point."""

    width: int
    height: int


def area(section: etree._Element) -> Area | None:
    """The type area of a section, None where its paper is not said."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        return None
    lost = {name: abs(int(margins.get(W + name, 0))) for name in ("left", "right", "top", "bottom", "gutter")}
    width = int(size.get(f"{W}w", 0)) - lost["left"] - lost["right"] - lost["gutter"]
    return Area(width, int(size.get(f"{W}h", 0)) - lost["top"] - lost["bottom"])


def section_of(drawing: etree._Element) -> etree._Element | None:
    """The section that something in the body stands in, which is described behind its last paragraph."""
    inside = [drawing, *drawing.iterancestors()]
    block = next(one for one, holder in pairwise(inside) if holder.tag == f"{W}body")
    behind = (found for one in (block, *block.itersiblings()) for found in one.iter(f"{W}sectPr"))
    return next(behind, None)


def sections(package: Opened) -> Iterator[str]:
    """The body ends with its section, and every section has paper with room on it."""
    for body in package.document.iter(f"{W}body"):
        if len(body) == 0 or body[-1].tag != f"{W}sectPr":
            yield "the body does not end with its section"
    for section in package.document.iter(f"{W}sectPr"):
        room = area(section)
        if room is None or min(room) <= 0:
            yield f"a section has no room on its paper: {room}"


def references(package: Opened) -> Iterator[str]:
    """A section has at most one header and one footer of a type."""
    for section in package.document.iter(f"{W}sectPr"):
        for (kind, type_), times in _references(section).items():
            if times > 1:
                yield f"{times} {kind} of type {type_} in one section"


def even_pages(package: Opened) -> Iterator[str]:
    """The settings tell even pages apart where, and only where, a section does, or its even pages have no number."""
    found = [_references(section) for section in package.document.iter(f"{W}sectPr")]
    told = _is_on(package.parts[SETTINGS].find(EVEN)) if SETTINGS in package.parts else False
    for tag in REFERENCES:
        kind = etree.QName(tag).localname
        even, default = (any((kind, type_) in one for one in found) for type_ in ("even", "default"))
        if even and not told:
            yield f"there is an even {kind}, and the settings do not tell even pages apart"
        if told and default and not even:
            yield f"the settings tell even pages apart, and they have no {kind}"


def first_pages(package: Opened) -> Iterator[str]:
    """A section has a header or footer of its first page only where it says that this page is another."""
    for section in package.document.iter(f"{W}sectPr"):
        has_first = any(type_ == "first" for _kind, type_ in _references(section))
        if has_first and not _is_on(section.find(f"{W}titlePg")):
            yield "a header or footer of the first page is never printed"


def _references(section: etree._Element) -> Counter[tuple[str, str | None]]:
    return Counter((etree.QName(one).localname, one.get(f"{W}type")) for one in section.iter(*REFERENCES))


def _is_on(switch: etree._Element | None) -> bool:
    return switch is not None and switch.get(f"{W}val") not in OFF
