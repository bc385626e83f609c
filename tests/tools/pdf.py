"""What poppler sees on the pages of a PDF. All measures are millimetres from the top left corner of the page."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from lxml import etree

from tools.require import require

MM = 25.4 / 72
SAME_LINE = 1.5
"""Millimetres by which words of one line may stand higher or lower than each other."""
DOTS = 254
"""Per inch: ten a millimetre."""
DARK = 128
XHTML = "{http://www.w3.org/1999/xhtml}"


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


def fonts(pdf: Path) -> set[str]:
    """The PostScript names of the fonts in a PDF, without the mark of a subset."""
    said = subprocess.run([require("pdffonts"), pdf], check=True, capture_output=True, text=True).stdout
    return {re.sub(r"^[A-Z]{6}\+", "", line.split()[0]) for line in said.splitlines()[2:]}


def ink(pdf: Path, page: int, area: Box) -> Box:
    """The smallest box around everything dark in an area of a page."""
    left, top = round(area.left * 10), round(area.top * 10)
    width, height = round(area.right * 10) - left, round(area.bottom * 10) - top
    picture = subprocess.run(
        [
            require("pdftoppm"), "-gray", "-r", str(DOTS), "-f", str(page), "-l", str(page),
            "-x", str(left), "-y", str(top), "-W", str(width), "-H", str(height), pdf,
        ],
        check=True, capture_output=True,
    ).stdout  # fmt: skip
    dots = picture[-width * height :]
    dark = [index for index, dot in enumerate(dots) if dot < DARK]
    assert dark, f"nothing is printed there on page {page}"
    columns, rows = [index % width for index in dark], [index // width for index in dark]
    return Box(
        area.text,
        (left + min(columns)) / 10, (top + min(rows)) / 10, (left + max(columns) + 1) / 10, (top + max(rows) + 1) / 10,
    )  # fmt: skip


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
