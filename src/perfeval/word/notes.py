"""Comments on whole paragraphs of a docx; its text and its tags stay as they are."""

from collections.abc import Mapping, Sequence
from itertools import count

from lxml import etree

from perfeval.word import archive, package
from perfeval.word.comments import COMMENT, RANGE_END, RANGE_START, REFERENCE, TEXT_BOX, comment
from perfeval.word.comments_part import comments_part
from perfeval.word.parts import parsed, serialised
from perfeval.word.places import PARAGRAPH, W, enclosing

PROPERTIES = f"{W}pPr"


def noted(parts: Mapping[str, bytes], notes: Sequence[tuple[int, Sequence[str]]]) -> bytes:
    """The docx with each note on the paragraph of that number, counted from 1 through the body and its tables."""
    made = dict(parts)
    body = parsed(package.DOCUMENT, made[package.DOCUMENT])
    paragraphs = list(body.iter(PARAGRAPH))
    if notes:
        name = comments_part(made)
        comments = parsed(name, made[name])
        numbers = count(1 + max((int(one.get(f"{W}id", "0")) for one in comments.iter(COMMENT)), default=-1))
        for (paragraph, words), number in zip(notes, numbers, strict=False):
            _mark(_outside(paragraphs[paragraph - 1]), number)
            comments.append(comment(number, words))
        made[name], made[package.DOCUMENT] = serialised(comments), serialised(body)
    return archive.pack(archive.deflated_well(name, made[name]) for name in sorted(made, key=archive.order))


def _outside(paragraph: etree._Element) -> etree._Element:
    """The paragraph itself, or the one that holds the text box it is in: a text box takes no comments."""
    box = enclosing(paragraph, TEXT_BOX)
    holder = None if box is None else enclosing(box, PARAGRAPH)
    return paragraph if holder is None else _outside(holder)


def _mark(paragraph: etree._Element, number: int) -> None:
    """The range of a comment around all that a paragraph holds, then the comment's own sign."""
    start, end, reference = (
        paragraph.makeelement(tag, {f"{W}id": str(number)}) for tag in (RANGE_START, RANGE_END, REFERENCE)
    )
    properties = paragraph.find(PROPERTIES)
    paragraph.insert(0 if properties is None else 1, start)
    run = paragraph.makeelement(f"{W}r")
    run.append(reference)
    paragraph.extend((end, run))
