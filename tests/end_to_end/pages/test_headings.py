"""Headings: their four levels are counted without a gap, indented by two characters, and never left alone."""

from collections.abc import Iterator

import pytest

from end_to_end.pages.paper import CHARACTER, LEFT, NEAR, Paper, solid
from perfeval.printing import cn_number
from tools import word_text
from tools.pdf import Sign

SAME_LINE = 3
"""Millimetres; the next line is ten below."""


def headings(paper: Paper) -> Iterator[tuple[int, list[Sign]]]:
    """Every heading with its number: the page that it ends on, and its signs."""
    text, counted = paper.text(), [0, 0, 0, 0]
    for paragraph in word_text.paragraphs(paper.document):
        if paragraph.style is None or not paragraph.style.startswith("Heading"):
            continue
        level = int(paragraph.style.removeprefix("Heading"))
        counted[level - 1 :] = [counted[level - 1] + 1] + [0] * (4 - level)
        found = text.next(numbers(*counted)[level - 1] + solid(paragraph.text))
        yield found[-1][0], [sign for _, sign in found]


def numbers(chapter: int, section: int, third: int, fourth: int) -> tuple[str, str, str, str]:
    """7.3.3: 一、 （一） 1. （1）."""
    return f"{cn_number(chapter)}、", f"（{cn_number(section)}）", f"{third}.", f"（{fourth}）"


def test_they_are_counted_and_indented(paper: Paper) -> None:
    found = list(headings(paper))
    assert len(found) >= 4
    for page, signs in found:
        # The ink of a bracket begins in the right half of its square.
        assert LEFT + 2 * CHARACTER - NEAR < signs[0].left < LEFT + 3 * CHARACTER, (page, signs[0])


def test_none_is_the_last_line_of_a_page(paper: Paper) -> None:
    for page, signs in headings(paper):
        below = [sign for sign in paper.signs[page - 1] if sign.middle > signs[-1].middle + SAME_LINE]
        assert len(below) > len(f"—{page}—"), (page, "".join(sign.text for sign in signs))


def test_the_examples_have_all_four_levels(example: Paper) -> None:
    starts = {signs[0].text + signs[1].text for _, signs in headings(example)}
    assert {"一、", "（一", "1.", "（1"} <= starts


@pytest.mark.parametrize("name", ["indicator-scorecard, 400"])
def test_hundreds_are_counted(name: str, papers: dict[str, Paper]) -> None:
    assert len(list(headings(papers[name]))) > 400
