"""What begins also ends: bookmarks, fields, comments."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tools.structure.opened import Opened, W


def bookmarks(package: Opened) -> Iterator[str]:
    """Every bookmark starts once, ends once, and has a name of its own."""
    for name, part in package.parts.items():
        starts = [mark.get(f"{W}id") for mark in part.iter(f"{W}bookmarkStart")]
        ends = [mark.get(f"{W}id") for mark in part.iter(f"{W}bookmarkEnd")]
        if Counter(starts) != Counter(ends) or len(set(starts)) < len(starts):
            yield f"{name}: bookmarks start {starts}, end {ends}"
        for title, times in Counter(mark.get(f"{W}name") for mark in part.iter(f"{W}bookmarkStart")).items():
            if times > 1:
                yield f"{name}: {times} bookmarks are named {title}"


def fields(package: Opened) -> Iterator[str]:
    """Every complex field begins, is told what to compute, may separate once, and ends, in its own paragraph."""
    for name, part in package.parts.items():
        for paragraph in part.iter(f"{W}p"):
            marks = list(_marks(paragraph))
            if not _complete(marks):
                yield f"{name}: a field has only {marks}"


def _marks(paragraph: etree._Element) -> Iterator[str]:
    """begin, instruction, separate and end, as they follow each other."""
    for mark in paragraph.iter(f"{W}fldChar", f"{W}instrText"):
        if mark.tag == f"{W}fldChar":
            yield str(mark.get(f"{W}fldCharType"))
        elif (mark.text or "").strip():
            yield "instruction"


def _complete(marks: list[str]) -> bool:
    open_fields: list[list[str]] = []
    for mark in marks:
        if mark == "begin":
            open_fields.append([])
        elif not open_fields or mark in open_fields[-1]:
            return mark == "instruction" and bool(open_fields)  # one instruction may be torn into several runs
        elif mark == "end":
            if "instruction" not in open_fields.pop():
                return False
        else:
            open_fields[-1].append(mark)
    return not open_fields


def comments(package: Opened) -> Iterator[str]:
    """Every comment is written once, and its range starts, ends and is referred to once, in this order."""
    written = [one.get(f"{W}id") for part in package.related("comments") for one in part.iter(f"{W}comment")]
    yield from (f"{times} comments have the id {id_}" for id_, times in Counter(written).items() if times > 1)
    found: dict[str | None, list[str]] = {id_: [] for id_ in written}
    whole = ["commentRangeStart", "commentRangeEnd", "commentReference"]
    for mark in package.document.iter(*(W + name for name in whole)):
        found.setdefault(mark.get(f"{W}id"), []).append(mark.tag.removeprefix(W))
    yield from (f"comment {id_} has only {marks}" for id_, marks in found.items() if marks != whole)
    yield from (f"there is no comment {id_}" for id_ in found if id_ not in written)
