"""The page of GB/T 9704-2012: its paper, type area, lines, characters and page number."""

import re
from collections import Counter
from itertools import combinations, pairwise

import pytest

from end_to_end.pages.paper import (
    BOTTOM,
    CHARACTER,
    CHARACTERS,
    HANGING,
    HEIGHT,
    LEFT,
    LINES,
    NEAR,
    PITCH,
    RIGHT,
    TOP,
    WIDTH,
    Paper,
    body,
    indent,
    is_folio,
    prose,
    solid,
)
from tools import pdf, word_text
from tools.pdf import MM

NUMBER_BELOW, NUMBER_CHARACTER = 7, 14 * MM
"""The dashes of a page number stand 7 mm below the type area, one character (14 points) from its side."""
DOTS = 2
"""Per millimetre, to look for ink."""
WHITE = 200
FRAME = 1


def test_the_paper_is_a4(paper: Paper) -> None:
    assert {(round(page.width), round(page.height)) for page in paper.pages} == {(WIDTH, HEIGHT)}


def test_a_full_page_has_22_lines(paper: Paper) -> None:
    full = [page for page in paper.pages if len(prose(page)) == len(body(page)) == LINES]
    assert len(full) >= 3 or "," in paper.name
    assert max(len(prose(page)) for page in paper.pages) <= LINES
    for page in full:
        assert all(abs(b.bottom - a.bottom - PITCH) < NEAR / 4 for a, b in pairwise(body(page))), page.number


def test_a_full_line_has_28_characters(example: Paper) -> None:
    """Lines of hanzi and full-width signs that reach the right edge; a sign that hangs outside is not counted."""
    chinese = re.compile(r"[\u4e00-\u9fff，。、；：（）《》]+")
    lines = [line for page in example.pages for line in prose(page) if chinese.fullmatch(line.text)]
    counts = Counter(
        indent(line) + len(line.text) - (line.right > RIGHT + NEAR)
        for line in lines
        if line.right > RIGHT - CHARACTER / 2
    )
    assert counts.total() > 30
    assert max(counts) == CHARACTERS
    assert counts[CHARACTERS] > 0.75 * counts.total()  # fewer where a number or a quotation mark did not fit any more


def test_no_word_stands_outside_the_type_area(paper: Paper) -> None:
    for page in paper.pages:
        for word in page.words:
            hangs = word.text[-1] in HANGING and word.right < RIGHT + CHARACTER + NEAR
            assert word.left > LEFT - NEAR, (page.number, word)
            assert word.right < RIGHT + NEAR or hangs, (page.number, word)
            assert word.top > TOP - NEAR, (page.number, word)
            assert word.bottom < BOTTOM + NEAR or is_folio(word), (page.number, word)


def test_nothing_is_drawn_outside_the_type_area(paper: Paper) -> None:
    """Neither the lines of a table nor a chart; only signs may hang at the right."""
    margins = {
        "left": (0, 0, LEFT - FRAME, HEIGHT),
        "right": (RIGHT + CHARACTER + FRAME, 0, WIDTH, HEIGHT),
        "top": (0, 0, WIDTH, TOP - FRAME),
        "bottom": (0, BOTTOM + FRAME, WIDTH, BOTTOM + NUMBER_BELOW - 3),
    }
    for number, picture in enumerate(pdf.pictures(paper.pdf, DOTS), 1):
        for side, edges in margins.items():
            darkest, _ = picture.crop(tuple(round(edge * DOTS) for edge in edges)).getextrema()  # type: ignore[arg-type]
            assert darkest > WHITE, (number, side)  # type: ignore[operator]


def test_no_text_lies_upon_other_text(paper: Paper) -> None:
    for page in paper.pages:
        for one, other in combinations(page.words, 2):
            across = min(one.right, other.right) - max(one.left, other.left)
            down = min(one.bottom, other.bottom) - max(one.top, other.top)
            assert across < NEAR or down < min(one.height, other.height) / 3, (page.number, one, other)


def test_every_character_of_the_document_is_printed(paper: Paper) -> None:
    """Heads of tables and page numbers are printed more often, numbers of headings besides; nothing less."""
    written = Counter("".join(solid(one.text) for one in word_text.paragraphs(paper.document)))
    shown = Counter("".join(word.text for page in paper.pages for word in page.words))
    assert written.total() > 100
    assert written - shown == Counter()


def test_page_numbers_stand_outside_left_and_right(paper: Paper) -> None:
    for number, page in enumerate(paper.signs, 1):
        folio = [sign for sign in page if is_folio(sign)]
        assert "".join(sign.text for sign in folio) == f"—{number}—"
        assert {(sign.font, sign.size) for sign in folio} == {("FandolSong-Regular", 14)}
        assert folio[0].middle == pytest.approx(BOTTOM + NUMBER_BELOW, abs=NEAR)
        away = RIGHT - folio[-1].right if number % 2 else folio[0].left - LEFT
        assert away == pytest.approx(NUMBER_CHARACTER, abs=NEAR)


def test_no_page_is_blank(paper: Paper) -> None:
    assert all(body(page) for page in paper.pages)
