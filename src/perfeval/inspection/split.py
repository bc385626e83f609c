"""Tags that Word cut into pieces: docxtpl mends most of them, and these are the ones it cannot."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from perfeval.diagnostic import Text
from perfeval.word.places import PARAGRAPH, W, enclosing

PICTURE, NOTE, COMMENT = Text("图片", "a picture"), Text("脚注或尾注", "a note"), Text("批注", "a comment")
IN_THE_WAY = {
    **dict.fromkeys(("drawing", "pict"), PICTURE),
    **dict.fromkeys(("footnoteReference", "endnoteReference"), NOTE),
    **dict.fromkeys(("commentRange", "commentReference"), COMMENT),
    **dict.fromkeys(("ins", "del", "moveFrom", "moveTo"), Text("修订", "a tracked change")),
    **dict.fromkeys(("fldChar", "fldSimple"), Text("域", "a field")),
    "object": Text("对象", "an object"),
    "hyperlink": Text("超链接", "a hyperlink"),
    "bookmark": Text("书签", "a bookmark"),
    "sdtContent": Text("内容控件", "a content control"),
}
"""What docxtpl cannot take out of a tag, as Word calls it."""
LOST_INSIDE = frozenset(
    W + name for name in ("drawing", "pict", "object", "footnoteReference", "endnoteReference", "fldChar")
)
HALF = re.compile(r"(?:Start|End)$")
RUN = f"{W}r"


def obstacle(carriers: Sequence[etree._Element], start: int, end: int) -> Text | None:
    """What stands in the middle of a tag, from a character of the texts to another, and cannot be taken out of it.

    It would be lost, or it only begins or ends there and would leave its other half.
    """
    holding = _holding(carriers, start, end)
    return _between(holding[0], holding[-1])


def _holding(carriers: Sequence[etree._Element], start: int, end: int) -> list[etree._Element]:
    """The elements whose text a tag is part of."""
    holding, at = [], 0
    for carrier in carriers:
        length = len(carrier.text or "")
        if at < end and at + length > start:
            holding.append(carrier)
        at += length
    return holding


def _between(first: etree._Element, last: etree._Element) -> Text | None:
    above = [None if run is None else run.getparent() for run in (enclosing(first, RUN), enclosing(last, RUN))]
    if above[0] is not above[1]:
        return _called(next(one for one in reversed(above) if one is not None and one.tag != PARAGRAPH))
    halves: dict[tuple[str, str | None], etree._Element] = {}
    for element in _inside(first, last):
        if element.tag in LOST_INSIDE:
            return _called(element)
        name = HALF.sub("", str(element.tag))
        if name != element.tag and halves.pop((name, element.get(f"{W}id")), None) is None:
            halves[name, element.get(f"{W}id")] = element
    return next(map(_called, halves.values()), None)


def _called(element: etree._Element) -> Text:
    name = HALF.sub("", etree.QName(element).localname)
    return IN_THE_WAY.get(name, Text(name, name))


def _inside(first: etree._Element, last: etree._Element) -> Iterator[etree._Element]:
    """The elements between two, in the order of the document."""
    if first is last:
        return
    paragraph = enclosing(first, PARAGRAPH)
    seen = False
    for element in () if paragraph is None else paragraph.iter(etree.Element):
        if element is last:
            return
        if seen:
            yield element
        seen = seen or element is first
