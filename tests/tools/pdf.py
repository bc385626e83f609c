"""What stands on the pages of a PDF. All measures are millimetres from the top left corner of the page."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from ctypes import c_int, create_string_buffer
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pypdfium2
from lxml import etree
from PIL.Image import Image
from pypdfium2 import raw

from tools.require import require

MM = 25.4 / 72
SAME_LINE = 1.5
"""Millimetres by which words of one line may stand higher or lower than each other."""
XHTML = "{http://www.w3.org/1999/xhtml}"
VARIANT = re.compile(r"^[A-Z]{6}\+|(?<=CJK)[a-z]+|-VKana$")
"""The mark of a subset, and how the fonts of a collection are told apart."""

HYPHEN = "\x02"
"""What pdfium makes of a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class Box:
    """A word or a line: its text without blanks, and where it stands."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Sign(Box):
    """A character as closely as its ink, the PostScript name of its font and its size in points."""

    font: str
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its words."""

    number: int
    width: float
    height: float
    words: tuple[Box, ...]

    @property
    def lines(self) -> tuple[Box, ...]:
        """The words on one height taken together, from top to bottom; in a table that is a row of cells."""
        return tuple(_lines(self.words))


def pages(pdf: Path) -> tuple[Page, ...]:
    """The pages of a PDF."""
    said = subprocess.run([require("pdftotext"), "-bbox-layout", pdf, "-"], check=True, capture_output=True).stdout
    found = etree.fromstring(said, etree.XMLParser(recover=True)).iter(f"{XHTML}page")
    return tuple(
        Page(number, _mm(page, "width"), _mm(page, "height"), tuple(map(_word, page.iter(f"{XHTML}word"))))
        for number, page in enumerate(found, 1)
    )


def signs(pdf: Path) -> tuple[tuple[Sign, ...], ...]:
    """The characters of every page, blanks left out."""
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(tuple(_signs(page)) for page in document)


def pictures(pdf: Path, dots_per_mm: float) -> tuple[Image, ...]:
    """Every page in shades of grey."""
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(page.render(scale=dots_per_mm * MM, grayscale=True).to_pil() for page in document)


def _signs(page: pypdfium2.PdfPage) -> Iterator[Sign]:
    text, height = page.get_textpage(), page.get_height()
    for index in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, index)).replace(HYPHEN, "-")
        if not character.strip():
            continue
        name = create_string_buffer(128)
        raw.FPDFText_GetFontInfo(text, index, name, len(name), c_int())
        left, bottom, right, top = text.get_charbox(index)
        box = (left * MM, (height - top) * MM, right * MM, (height - bottom) * MM)
        yield Sign(character, *box, VARIANT.sub("", name.value.decode()), raw.FPDFText_GetFontSize(text, index))


def _word(word: etree._Element) -> Box:
    return Box(word.text or "", _mm(word, "xMin"), _mm(word, "yMin"), _mm(word, "xMax"), _mm(word, "yMax"))


def _mm(element: etree._Element, name: str) -> float:
    return float(element.get(name, "nan")) * MM


def _lines(words: Iterable[Box]) -> Iterator[Box]:
    by_height = sorted(words, key=lambda word: word.middle)
    starts = [
        index for index, word in enumerate(by_height)
        if index == 0 or word.middle - by_height[index - 1].middle > SAME_LINE
    ]  # fmt: skip
    for _, group in groupby(enumerate(by_height), key=lambda item: sum(start <= item[0] for start in starts)):
        line = sorted((word for _, word in group), key=lambda word: word.left)
        yield Box(
            "".join(word.text for word in line),
            min(word.left for word in line), min(word.top for word in line),
            max(word.right for word in line), max(word.bottom for word in line),
        )  # fmt: skip
