"""The printed page is that of GB/T 9704-2012, measured on the PDF that LibreOffice makes of both examples."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from perfeval.printing import cn_number
from tools import pdf, word_text
from tools.examples import EXAMPLES
from tools.pdf import Box, Page

WIDTH, HEIGHT = 210, 297
TOP, BOTTOM, LEFT, RIGHT = 37, 262, 28, 184
"""The type area of 156 × 225 mm: margins of 37 mm above, 35 below, 28 left, 26 right."""
LINES, CHARACTERS = 22, 28
PITCH, BODY_CHARACTER = (BOTTOM - TOP) / LINES, (RIGHT - LEFT) / CHARACTERS
NUMBER_BELOW, NUMBER_CHARACTER = 7, 14 * 25.4 / 72
"""The dashes of a page number stand 7 mm below the type area, one character (14 points) from its side."""
BODY_HEIGHT = 16 * 25.4 / 72
NEAR = 0.4
HANGING = frozenset("，。、；：！？）》”")
"""Punctuation that may hang outside the right edge, one character wide."""
FIRST_CELL = 38
HEADING_1, HEADING_2 = re.compile(r"([一二三四五六七八九十]+)、"), re.compile(r"（([一二三四五六七八九十]+)）")
FONTS = {
    "FandolFang-Regular": "仿宋_GB2312", "FandolHei-Regular": "黑体", "FandolKai-Regular": "楷体_GB2312",
    "NotoSerifCJK-Bold": "方正小标宋简体", "LiberationSerif": "Times New Roman",
}  # fmt: skip
TABLE_FONT = {"FandolSong-Regular": "宋体"}

Pages = dict[str, tuple[Page, ...]]
every_example = pytest.mark.parametrize("example", EXAMPLES)


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
    return round((line.left - LEFT) / BODY_CHARACTER)


@every_example
def test_the_paper_is_a4(example: str, pages: Pages) -> None:
    assert {(round(page.width), round(page.height)) for page in pages[example]} == {(WIDTH, HEIGHT)}


@every_example
def test_a_full_page_has_22_lines(example: str, pages: Pages) -> None:
    full = [page for page in pages[example] if len(prose(page)) == len(body(page)) == LINES]
    assert len(full) >= 3
    assert max(len(prose(page)) for page in pages[example]) == LINES
    for page in full:
        assert all(abs(b.bottom - a.bottom - PITCH) < NEAR / 4 for a, b in pairwise(body(page))), page.number


@every_example
def test_a_full_line_has_28_characters(example: str, pages: Pages) -> None:
    """Lines of hanzi and full-width signs that reach the right edge; a sign that hangs outside is not counted."""
    chinese = re.compile(r"[\u4e00-\u9fff，。、；：（）《》]+")
    lines = [line for page in pages[example] for line in prose(page) if chinese.fullmatch(line.text)]
    counts = Counter(
        indent(line) + len(line.text) - (line.right > RIGHT + NEAR)
        for line in lines
        if line.right > RIGHT - BODY_CHARACTER / 2
    )
    assert counts.total() > 30
    assert max(counts) == CHARACTERS
    assert counts[CHARACTERS] > 0.75 * counts.total()  # fewer where a number or a quotation mark did not fit any more


@every_example
def test_nothing_stands_outside_the_type_area(example: str, pages: Pages) -> None:
    for page in pages[example]:
        for word in page.words:
            hangs = word.text[-1] in HANGING and word.right < RIGHT + BODY_CHARACTER + NEAR
            assert word.left > LEFT - NEAR, (page.number, word)
            assert word.right < RIGHT + NEAR or hangs, (page.number, word)
            assert word.top > TOP - NEAR, (page.number, word)
            assert word.bottom < BOTTOM + NEAR or is_folio(word), (page.number, word)


@every_example
def test_no_text_lies_upon_other_text(example: str, pages: Pages) -> None:
    for page in pages[example]:
        for one, other in combinations(page.words, 2):
            across = min(one.right, other.right) - max(one.left, other.left)
            down = min(one.bottom, other.bottom) - max(one.top, other.top)
            assert across < NEAR or down < min(one.height, other.height) / 3, (page.number, one, other)


@every_example
def test_every_character_of_the_document_is_printed(example: str, pages: Pages, documents: dict[str, bytes]) -> None:
    """Heads of tables and page numbers are printed more often, numbers of headings besides; nothing less."""
    written = Counter("".join("".join(one.text.split()) for one in word_text.paragraphs(documents[example])))
    shown = Counter("".join(word.text for page in pages[example] for word in page.words))
    assert written.total() > 1000
    assert written - shown == Counter()


@every_example
def test_page_numbers_stand_outside_left_and_right(example: str, pages: Pages, printed: dict[str, Path]) -> None:
    assert len(pages[example]) > 5
    for page in pages[example]:
        assert "".join(word.text for word in page.words if is_folio(word)) == f"—{page.number}—"
        ink = pdf.ink(printed[example], page.number, Box("", 0, BOTTOM + 1, WIDTH, HEIGHT))
        dash = pdf.ink(printed[example], page.number, Box("", ink.left, BOTTOM + 1, ink.left + 2, HEIGHT))
        assert dash.middle == pytest.approx(BOTTOM + NUMBER_BELOW, abs=NEAR)
        away = RIGHT - ink.right if page.number % 2 else ink.left - LEFT
        assert away == pytest.approx(NUMBER_CHARACTER, abs=NEAR)


@every_example
def test_no_page_is_blank(example: str, pages: Pages) -> None:
    assert all(body(page) for page in pages[example])


def test_the_ledger_has_its_head_on_every_page(pages: Pages) -> None:
    rows = list(ledger(pages["gaocheng-housing"]))
    assert [int(serial.text) for _, serial in rows] == list(range(1, 62))
    with_rows = {page.number: page for page, _ in reversed(rows)}
    assert len(with_rows) > 2
    for number, page in with_rows.items():
        first = next(serial for on, serial in rows if on.number == number)
        head = [word for word in page.words if word.text in {"序号", "项目名称"} and word.bottom < first.top]
        assert [word.text for word in sorted(head, key=lambda word: word.left)] == ["序号", "项目名称"], number
        if number != min(with_rows):
            assert min(word.top for word in page.words) > min(word.top for word in head) - 2 * PITCH


def ledger(pages: tuple[Page, ...]) -> Iterator[tuple[Page, Box]]:
    """The serial numbers in the first column of the ledger, with their pages."""
    for page in pages:
        cells = [word for word in page.words if word.right < FIRST_CELL and word.height < BODY_HEIGHT]
        numbers = [word for word in cells if word.text.isdigit() and not is_folio(word)]
        yield from ((page, word) for word in sorted(numbers, key=lambda word: word.top))


@every_example
def test_headings_are_numbered_without_a_gap(example: str, pages: Pages) -> None:
    chapters, sections = 0, 0
    for line in (line for page in pages[example] for line in prose(page) if indent(line) == 2):
        if (found := HEADING_1.match(line.text)) is not None:
            chapters, sections = chapters + 1, 0
            assert found[1] == cn_number(chapters), line
        elif (found := HEADING_2.match(line.text)) is not None:
            sections += 1
            assert found[1] == cn_number(sections), line
    assert (chapters, sections) == (5, 2)


@every_example
def test_the_fonts_are_those_of_the_standard(example: str, printed: dict[str, Path]) -> None:
    used = {re.sub(r"(?<=CJK)[a-z]+|-VKana$", "", name) for name in pdf.fonts(printed[example])}
    assert used - {"LiberationSerif-Bold"} == {*FONTS, *TABLE_FONT}
