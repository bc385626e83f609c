"""GB/T 9704-2012 in millimetres, and a document with its printed pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.pdf import MM, Box, Page, Sign

WIDTH, HEIGHT = 210, 297
TOP, BOTTOM, LEFT, RIGHT = 37, 262, 28, 184
"""The type area of 156 × 225 mm: margins of 37 mm above, 35 below, 28 left, 26 right."""
LINES, CHARACTERS = 22, 28
PITCH, CHARACTER = (BOTTOM - TOP) / LINES, (RIGHT - LEFT) / CHARACTERS
BODY_HEIGHT = 16 * MM
NEAR = 0.4
HANGING = frozenset("，。、；：！？）》”")
"""Punctuation that may hang outside the right edge, one character wide."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A Word document as LibreOffice prints it."""

    name: str
    document: bytes
    pdf: Path
    pages: tuple[Page, ...]
    signs: tuple[tuple[Sign, ...], ...]

    @property
    def is_long(self) -> bool:
        """Whether there is prose enough to fill pages."""
        return len(self.pages) > 5

    def text(self) -> "Text":
        return Text(
            [(number, sign) for number, page in enumerate(self.signs, 1) for sign in page if not is_folio(sign)]
        )


class Text:
    """The signs of all pages in their order, without the page numbers, and where the reader is."""

    def __init__(self, signs: list[tuple[int, Sign]]) -> None:
        self._signs = signs
        self._text = "".join(sign.text for _, sign in signs)
        self._read = 0

    def next(self, words: str) -> list[tuple[int, Sign]]:
        """The signs of the next place that says these words, with their pages."""
        start = self._text.find(words, self._read)
        assert start >= 0, words
        self._read = start + len(words)
        return self._signs[start : self._read]

    def every(self, words: str) -> Iterator[list[tuple[int, Sign]]]:
        """The signs of every place that says these words."""
        start = self._text.find(words)
        while start >= 0:
            yield self._signs[start : start + len(words)]
            start = self._text.find(words, start + 1)


def is_folio(word: Box) -> bool:
    """Whether a word belongs to the page number."""
    return word.top > BOTTOM


def body(page: Page) -> list[Box]:
    """The lines within the type area."""
    return [line for line in page.lines if not is_folio(line)]


def prose(page: Page) -> list[Box]:
    """The lines in the size of the body text."""
    return [line for line in body(page) if line.height > BODY_HEIGHT]


def indent(line: Box) -> int:
    """By how many characters a line of body text is indented."""
    return round((line.left - LEFT) / CHARACTER)


def solid(text: str) -> str:
    """The text without blanks, as the signs of a page have none."""
    return "".join(text.split())
