"""Marks of a finished docx made into Word comments, one for every value printed in its body."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import count

from lxml import etree

from perfeval.word import archive, package
from perfeval.word.comments_part import comments_part
from perfeval.word.marks import BEGIN, Origins, pieces, unmarked
from perfeval.word.parts import XML_SUFFIXES, parsed, serialised
from perfeval.word.places import TEXT, W, enclosing

AUTHOR = "perfeval"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RUN, RUN_PROPERTIES, TEXT_BOX = W + "r", W + "rPr", W + "txbxContent"
COMMENT, RANGE_START, RANGE_END, REFERENCE = (
    W + name for name in ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")
)

SMALL = (
    f'<w:p xmlns:w="{W[1:-1]}"><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>'
    '<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve"/></w:r></w:p>'
)
"""A comment's paragraph: 9 pt, in lines of its own height, for the text of a report is large and set on a grid."""


def commented(document: bytes, words: Sequence[str]) -> bytes:
    """The docx with a comment of ``words[origin]`` at every mark; a mark where no comment can be is taken away."""
    parts = archive.unpack(document)
    body = parsed(package.DOCUMENT, parts[package.DOCUMENT])
    marked = [text for text in body.iter(TEXT) if BEGIN in (text.text or "") and _takes_comments(text)]
    if marked:
        name = comments_part(parts)
        comments = parsed(name, parts[name])
        numbers = count(1 + max((int(comment.get(f"{W}id", "0")) for comment in comments.iter(COMMENT)), default=-1))
        for text in marked:
            for number, origins in _split(text, numbers):
                comments.append(comment(number, [words[origin] for origin in origins]))
        parts[name], parts[package.DOCUMENT] = serialised(comments), serialised(body)
    return archive.pack(
        archive.deflated_fast(name, _without_marks(name, parts[name])) for name in sorted(parts, key=archive.order)
    )


def _takes_comments(text: etree._Element) -> bool:
    run = text.getparent()
    return run is not None and run.tag == RUN and enclosing(text, TEXT_BOX) is None


def _split(text: etree._Element, numbers: Iterator[int]) -> Iterator[tuple[int, Origins]]:
    """Takes the run of a text apart at its marks; the number of each comment and the origins it is about."""
    run = enclosing(text, RUN)
    assert run is not None
    before = [other for other in text.itersiblings(preceding=True) if other.tag != RUN_PROPERTIES]
    if before:
        run.addprevious(_like(run, *reversed(before)))
    for piece, origins in pieces(text.text or ""):
        printed = text.makeelement(TEXT, {SPACE: "preserve"})
        printed.text = piece
        if not origins:
            run.addprevious(_like(run, printed))
            continue
        number = next(numbers)
        start, end, reference = (
            text.makeelement(tag, {f"{W}id": str(number)}) for tag in (RANGE_START, RANGE_END, REFERENCE)
        )
        for made in (start, _like(run, printed), end, _like(run, reference)):
            run.addprevious(made)
        yield number, origins
    run.remove(text)
    if all(other.tag == RUN_PROPERTIES for other in run):
        holder = run.getparent()
        assert holder is not None
        holder.remove(run)


def _like(run: etree._Element, *content: etree._Element) -> etree._Element:
    """A run that looks like another."""
    made = run.makeelement(RUN)
    made.attrib.update(run.attrib)
    made.extend((*map(deepcopy, run.iterchildren(RUN_PROPERTIES)), *content))
    return made


def comment(number: int, words: Sequence[str]) -> etree._Element:
    """A comment, each of the words a paragraph; without a date, so that it is the same on every day."""
    paragraphs = [etree.fromstring(SMALL) for _ in words]
    for paragraph, said in zip(paragraphs, words, strict=True):
        for text in paragraph.iter(TEXT):
            text.text = said
    made = paragraphs[0].makeelement(COMMENT, {f"{W}id": str(number), f"{W}author": AUTHOR})
    made.extend(paragraphs)
    return made


def _without_marks(name: str, content: bytes) -> bytes:
    if not name.lower().endswith(XML_SUFFIXES):
        return content
    as_it_is = "surrogateescape"  # a part that no tag was in may have another encoding than ours
    return unmarked(content.decode(errors=as_it_is)).encode(errors=as_it_is)
