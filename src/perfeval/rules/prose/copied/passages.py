"""The passages of one report: what is kept of its prose to be compared."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate

from perfeval.audit.texts import BLANK, own_words, unquoted
from perfeval.diagnostic import Place, Pointer
from perfeval.figures import Facts
from perfeval.load import Source
from perfeval.model import Department, Prose

LONG = 60
"""Letters and hanzi of a passage that two departments do not write alike by chance."""

SHOWN = 16
"""Characters of the passage that the message quotes."""

_SENTENCE = re.compile(r"[^\s。！？；!?;][^。！？；!?;]*")
_NO_WORDS = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """Whole sentences in a row, no more than make it long; ``start`` and ``end`` count the letters of its value."""

    digest: int
    start: int
    end: int
    pointer: Pointer
    place: Place
    excerpt: str
    beginning: str


@dataclass(frozen=True, slots=True)
class Passages:
    """The long passages of one report, one from each sentence that is followed by enough others."""

    file: str
    department: str
    passages: tuple[Passage, ...]


def passages(facts: Facts, source: Source) -> Passages:
    """What is compared of a report: its prose, but for blanks, digits, punctuation and the department's own names."""
    department = facts.report.department
    prose = ((pointer, text) for pointer, text in facts.given if isinstance(text, Prose) and len(text) >= LONG)
    found = (passage for pointer, text in prose for passage in _passages(text, department, pointer, source))
    return Passages(source.file, department.name, tuple(found))


def _passages(text: Prose, department: Department, pointer: Pointer, source: Source) -> Iterator[Passage]:
    sentences = list(_SENTENCE.finditer(_without_names(text, department)))
    letters = [_NO_WORDS.sub("", sentence.group()) for sentence in sentences]
    ends = list(accumulate(map(len, letters)))
    whole = "".join(letters)
    for sentence, own, end in zip(sentences, letters, ends, strict=True):
        start = end - len(own)
        last = bisect_left(ends, start + LONG)
        if last == len(ends):
            return
        if own:
            found = source.location(pointer, offset=sentence.start())
            if found.file != source.file:
                return  # what departments share by its origin nobody copied
            beginning = " ".join(text[sentence.start() : sentence.start() + SHOWN].split())
            digest = _digest(whole[start : ends[last]])
            yield Passage(digest, start, ends[last], pointer, found.place, found.excerpt, beginning)


def _without_names(text: str, department: Department) -> str:
    """The text with blanks for the department's names, and for titles, quotations and figures: no words of its own."""
    text = unquoted(own_words(text))
    for name in filter(None, (department.name, department.short_name)):
        text = text.replace(name, BLANK * len(name))
    return text


def _digest(words: str) -> int:
    """A number from 1 to 2⁶⁴ − 1, the same in every process, as ``hash`` is not."""
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest()) or 1
