"""Charts: they are drawn, within the type area, and their name stands right below them."""

import pytest

from end_to_end.pages.paper import LEFT, RIGHT, TOP, Paper, solid
from tools import pdf, word_text

DOTS = 2
HIGH = 60
"""Millimetres above its name where a chart must be."""
CAPTION = 2
DARK = 160


def test_every_chart_is_seen_above_its_name(paper: Paper) -> None:
    text = paper.text()
    names = [solid(one.text) for one in word_text.paragraphs(paper.document) if one.style == "FigureCaption"]
    places = [text.next(name) for name in names]
    pictures = pdf.pictures(paper.pdf, DOTS) if places else ()
    for place in places:
        number, first = place[0]
        assert {page for page, _ in place} == {number}
        assert first.top - HIGH > TOP, number
        edges = (LEFT, first.top - HIGH, RIGHT, first.top - CAPTION)
        drawn = pictures[number - 1].crop(tuple(round(edge * DOTS) for edge in edges))  # type: ignore[arg-type]
        dark = sum(drawn.histogram()[:DARK])
        assert dark > drawn.width * drawn.height / 50, number
        assert drawn.point(lambda shade: 255 if shade < DARK else 0).getbbox() is not None


@pytest.mark.parametrize("name", ["liuying-street", "gaocheng-housing"])
def test_the_examples_have_charts(name: str, papers: dict[str, Paper]) -> None:
    styles = [one.style for one in word_text.paragraphs(papers[name].document)]
    assert styles.count("FigureCaption") == styles.count("Figure") > 0
