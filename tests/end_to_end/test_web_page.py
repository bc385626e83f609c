"""The web page in a real browser: it stands alone, fits every screen, and is printed on A4 with nothing lost."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from perfeval import pandoc
from perfeval.layouts import folder_of
from tools import pdf, word_text
from tools.browser import DESK, PHONE, Heard, browser
from tools.examples import EXAMPLES, rendered

BLANKS = re.compile(r"\s+")
both = pytest.mark.parametrize("name", EXAMPLES)
HANGING = "，。、；：”）》"
"""What is half as wide at the end of a line as its letter says."""
WIDTHS = "[document.documentElement.scrollWidth, window.innerWidth]"
LEVELS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => Number(heading.tagName[1]))"
OUTSIDE = """[...document.querySelectorAll('[href], [src], [data], link, script, iframe, object')]
    .map(element => element.getAttribute('href') || element.outerHTML).filter(to => !to.startsWith('#'))"""
LOST = """[...document.querySelectorAll('nav a, [aria-labelledby]')].map(element =>
    decodeURIComponent((element.getAttribute('href') || '#' + element.getAttribute('aria-labelledby')).slice(1)))
    .filter(id => document.querySelectorAll('#' + CSS.escape(id)).length !== 1)"""

MIDDLE = """element => {
    const words = document.createRange()
    words.selectNodeContents(element)
    const box = words.getBoundingClientRect()
    return (box.left + box.right) / 2
}"""
WORDS_OUTSIDE = """svg => {
    const frame = svg.getBoundingClientRect()
    return [...svg.querySelectorAll('text')].filter(word => {
        const box = word.getBoundingClientRect()
        return box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom
    }).map(word => word.textContent)
}"""


@pytest.fixture(scope="module")
def files(documents: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each example as a page in a file."""
    folder = tmp_path_factory.mktemp("pages")
    for name, document in documents.items():
        page = pandoc.html(document).value
        assert page is not None
        (folder / f"{name}.html").write_bytes(page)
    return {name: folder / f"{name}.html" for name in documents}


@pytest.fixture(scope="module")
def opened() -> Iterator[tuple[Page, Heard]]:
    """One browser for all pages."""
    with browser() as both_:
        yield both_


def show(opened: tuple[Page, Heard], file: Path, size: tuple[int, int] = DESK) -> Page:
    """The page on a screen of a size."""
    page, _ = opened
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(file.as_uri())
    return page


@both
def test_a_page_asks_for_nothing_and_says_nothing(
    name: str, files: dict[str, Path], opened: tuple[Page, Heard]
) -> None:
    _, heard = opened
    heard.requests.clear()
    page = show(opened, files[name])
    assert heard == Heard(requests=[files[name].as_uri()])
    assert page.evaluate(OUTSIDE) == []


@both
@pytest.mark.parametrize("size", [PHONE, (390, 844), (768, 1024), DESK, (1920, 1080)])
def test_a_page_is_never_wider_than_its_screen(
    name: str, size: tuple[int, int], files: dict[str, Path], opened: tuple[Page, Heard]
) -> None:
    wide, screen = show(opened, files[name], size).evaluate(WIDTHS)
    assert wide == screen


@both
def test_headings_begin_with_the_title_and_leave_out_no_level(
    name: str, files: dict[str, Path], opened: tuple[Page, Heard]
) -> None:
    page = show(opened, files[name])
    levels = page.evaluate(LEVELS)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert page.title() == BLANKS.sub("", page.inner_text("h1"))
    assert page.get_attribute("html", "lang") == "zh-CN"


@both
def test_the_contents_lead_to_the_headings_and_open_on_a_phone(
    name: str, files: dict[str, Path], opened: tuple[Page, Heard]
) -> None:
    page = show(opened, files[name])
    assert page.locator("nav a").first.is_visible()
    assert page.evaluate(LOST) == []
    phone = show(opened, files[name], PHONE)
    assert not phone.locator("nav a").first.is_visible()
    phone.click("nav > label")
    phone.click("nav a >> nth=0")
    assert phone.locator("h2").first.bounding_box()["y"] < 100  # type: ignore[index]


@both
def test_the_head_of_a_table_stays_in_sight_and_a_wide_one_moves_in_its_box(
    name: str, files: dict[str, Path], opened: tuple[Page, Heard]
) -> None:
    page = show(opened, files[name])
    page.evaluate("document.querySelector('tbody tr:last-child').scrollIntoView({block: 'end'})")
    head, table = page.locator("thead").first.bounding_box(), page.locator("table").first.bounding_box()
    assert head is not None
    assert table is not None
    assert (table["y"] < 0) == (name == "gaocheng-housing"), "only its table is higher than the screen"
    assert head["y"] >= 0
    phone = show(opened, files[name], PHONE)
    inner, outer = phone.evaluate("(box => [box.scrollWidth, box.clientWidth])(document.querySelector('.table'))")
    assert inner > outer


@both
def test_charts_are_seen_and_said(name: str, files: dict[str, Path], opened: tuple[Page, Heard]) -> None:
    page = show(opened, files[name])
    charts = page.get_by_role("img").all()
    assert len(charts) >= 2
    for number, chart in enumerate(charts, 1):
        box = chart.bounding_box()
        assert box is not None
        assert box["width"] > 400
        assert chart.locator("text").count() > 5
        assert (chart.locator("desc").text_content() or "").startswith(f"图{number}")
        assert chart.evaluate(WORDS_OUTSIDE) == []


@both
@pytest.mark.parametrize("size", [PHONE, (390, 844)])
def test_charts_are_seen_whole_on_a_phone(
    name: str, size: tuple[int, int], files: dict[str, Path], opened: tuple[Page, Heard]
) -> None:
    for chart in show(opened, files[name], size).get_by_role("img").all():
        box = chart.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]
        assert chart.evaluate(WORDS_OUTSIDE) == []


@pytest.mark.parametrize("size", [PHONE, (390, 844), DESK])
def test_a_form_has_its_year_in_the_middle_and_no_gap_between_its_tables(
    size: tuple[int, int], opened: tuple[Page, Heard], tmp_path: Path
) -> None:
    made = pandoc.html(rendered(folder_of("department-form") / "starter.yaml")).value
    assert made is not None
    (tmp_path / "form.html").write_bytes(made)
    page = show(opened, tmp_path / "form.html", size)
    year, title = page.locator("caption").first.evaluate(MIDDLE), page.locator("h1").evaluate(MIDDLE)
    assert abs(year - title) < 1
    upper, lower = (table.bounding_box() for table in page.locator("table").all())
    assert upper is not None
    assert lower is not None
    assert -2 <= lower["y"] - upper["y"] - upper["height"] <= 0


@both
def test_printed_it_is_a4_in_the_margins_with_every_word(
    name: str, files: dict[str, Path], opened: tuple[Page, Heard], documents: dict[str, bytes], tmp_path: Path
) -> None:
    page = show(opened, files[name])
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    pages = pdf.pages(tmp_path / "page.pdf")
    assert {(round(one.width), round(one.height)) for one in pages} == {(210, 297)}
    for one in pages:
        inside = [word for word in one.words if word.bottom < 262]
        assert inside, f"page {one.number} is blank"
        assert min(word.left for word in inside) > 27
        assert [word.text for word in inside if word.right > 184.5 and word.text[-1] not in HANGING] == []
    printed = "".join(word.text for one in pages for word in one.words)
    wanted = " ".join(paragraph.text for paragraph in word_text.paragraphs(documents[name]))
    assert Counter(BLANKS.sub("", wanted)) - Counter(printed) == Counter()
    assert {number for number in re.findall(r"\d+\.\d+", wanted) if number not in printed} == set()
