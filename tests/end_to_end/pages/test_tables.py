"""Tables: their head on every page, their name right above them, all their rows."""

from collections.abc import Iterator

import pytest

from end_to_end.pages.paper import BODY_HEIGHT, NEAR, Paper, is_folio, solid
from tools import word_text
from tools.pdf import Box, Page, Sign

HEI = "FandolHei-Regular"
SIZES = {9, 10.5}
FIRST_CELL = 38
UNIT = "单位："
LEDGERS = {"gaocheng-housing": 61, "project-ledger, 1 long": 1, "project-ledger, 61": 61, "project-ledger, 400": 400}


def with_figures(paper: Paper) -> set[int]:
    """The pages that hold a chart, whose words are as small as those of a table."""
    captions = [one for one in word_text.paragraphs(paper.document) if one.style == "FigureCaption"]
    text = paper.text()
    return {text.next(solid(caption.text))[-1][0] for caption in captions}


def test_their_head_is_the_first_of_them_on_every_page(paper: Paper) -> None:
    pages = {number: small(page) for number, page in enumerate(paper.signs, 1)}
    tables = {number: signs for number, signs in pages.items() if signs and number not in with_figures(paper)}
    assert tables
    for number, signs in tables.items():
        top = min(sign.top for sign in signs)
        assert {sign.font for sign in signs if sign.top < top + NEAR} == {HEI}, number


def small(page: tuple[Sign, ...]) -> list[Sign]:
    """The signs of tables; the unit of their numbers stands above the head."""
    found = [sign for sign in page if sign.size in SIZES and not is_folio(sign)]
    start = "".join(sign.text for sign in found).find(UNIT)
    unit = {sign.top for sign in found[start : start + len(UNIT)]} if start >= 0 else set()
    return [sign for sign in found if all(abs(sign.top - top) > 2 for top in unit)]


def test_their_name_stands_on_the_page_where_they_begin(paper: Paper) -> None:
    text = paper.text()
    names = [solid(one.text) for one in word_text.paragraphs(paper.document) if one.style == "TableCaption"]
    assert names
    for name in names:
        number, last = text.next(name)[-1]
        below = [sign for sign in small(paper.signs[number - 1]) if sign.top > last.bottom and sign.font == HEI]
        assert below, (number, name)


@pytest.mark.parametrize("name", LEDGERS)
def test_the_ledger_has_a_row_for_every_project(name: str, papers: dict[str, Paper]) -> None:
    assert [int(serial.text) for _, serial in ledger(papers[name].pages)] == list(range(1, LEDGERS[name] + 1))


def ledger(pages: tuple[Page, ...]) -> Iterator[tuple[Page, Box]]:
    """The serial numbers in the first column of the ledger, with their pages."""
    for page in pages:
        cells = [word for word in page.words if word.right < FIRST_CELL and word.height < BODY_HEIGHT]
        numbers = [word for word in cells if word.text.isdigit() and not is_folio(word)]
        yield from ((page, word) for word in sorted(numbers, key=lambda word: word.top))
