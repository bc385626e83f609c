"""The other forms of whole reports: they say all that the Word document says, in the same bytes every time."""

import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pypandoc
import pytest
from lxml import etree

from perfeval import pandoc
from perfeval.diagnostic import Outcome
from perfeval.layouts import folder_of, names
from perfeval.office.program import environment
from tools import pdf, word_text
from tools.charted import C
from tools.examples import EXAMPLES, rendered
from tools.libreoffice import require_office
from tools.require import require

FORMS: dict[str, Callable[[bytes], Outcome[bytes]]] = {
    "html": pandoc.html, "markdown": pandoc.markdown, "odt": pandoc.odt, "text": pandoc.text,
}  # fmt: skip
BLANKS = re.compile(r"\s+")
NUMBER = re.compile(r"\d+(?:\.\d+)?%?")
CHAPTERS = ("一、", "（一）", "（二）", "二、", "三、", "四、", "五、")
"""Automatic numbers in their order, as both examples have them."""

HANGING = "，。、；：”）"
"""What may stand behind the last character of a line."""

everywhere = pytest.mark.parametrize("form", FORMS)
both = pytest.mark.parametrize("name", EXAMPLES)


@pytest.fixture(scope="module")
def made(documents: dict[str, bytes]) -> dict[tuple[str, str], bytes]:
    """Each example in each form."""
    return {(name, form): _content(turn, documents[name]) for name in EXAMPLES for form, turn in FORMS.items()}


def _content(turn: Callable[[bytes], Outcome[bytes]], document: bytes) -> bytes:
    outcome = turn(document)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def spoken(form: str, content: bytes) -> str:
    """The words of a form without blanks; of a page not those of its contents."""
    if form == "odt":
        with ZipFile(BytesIO(content)) as container:
            words = _words(etree.fromstring(container.read("content.xml")), "{*}body")
    elif form == "html":
        words = _words(etree.fromstring(content, etree.HTMLParser(encoding="utf-8")), "main")
    else:
        words = content.decode().replace("<br>", "").replace("**", "")
    return BLANKS.sub("", words)


def _words(root: etree._Element, name: str) -> str:
    return "".join("".join(map(str, found.itertext())) for found in root.iter(name))


@everywhere
@both
def test_every_paragraph_and_cell_is_there(
    name: str, form: str, documents: dict[str, bytes], made: dict[tuple[str, str], bytes]
) -> None:
    said = spoken(form, made[name, form])
    wanted = [BLANKS.sub("", paragraph.text) for paragraph in word_text.paragraphs(documents[name])]
    assert len(wanted) > 80
    assert [text for text in wanted if text not in said] == []


@everywhere
@both
def test_no_number_is_lost_and_none_is_new(
    name: str, form: str, documents: dict[str, bytes], made: dict[tuple[str, str], bytes]
) -> None:
    """But those of lists and of charts, which Word does not keep among its words."""
    given = set(NUMBER.findall(" ".join(paragraph.text for paragraph in word_text.paragraphs(documents[name]))))
    charted = set(NUMBER.findall(" ".join(_charted(documents[name]))))
    said = made[name, form].decode() if form in ("markdown", "text") else spoken(form, made[name, form])
    found = set(NUMBER.findall(re.sub(r"(?m)^[#\s]*(?:\d+\.|（\d+）)", " ", said)))
    if form in ("markdown", "text"):
        assert given - found == set()
        assert found - given - charted == set()
    else:
        assert {number for number in given if number not in said} == set()


@everywhere
@both
def test_headings_have_the_numbers_that_word_prints(name: str, form: str, made: dict[tuple[str, str], bytes]) -> None:
    said, at = spoken(form, made[name, form]), 0
    for number in CHAPTERS:
        at = said.find(number, at) + len(number)
        assert at >= len(number), number


@everywhere
@both
def test_the_numbers_of_the_charts_are_there(
    name: str, form: str, documents: dict[str, bytes], made: dict[tuple[str, str], bytes]
) -> None:
    charted = _charted(documents[name])
    assert len(charted) >= 4
    content = made[name, form]
    if form == "odt":
        with ZipFile(BytesIO(content)) as container:
            content = b"".join(container.read(one) for one in container.namelist() if one.endswith(".svg"))
    assert [text for text in charted if text not in content.decode()] == []


def _charted(document: bytes) -> list[str]:
    """The names and values that the charts of a document keep."""
    with ZipFile(BytesIO(document)) as container:
        charts = [container.read(name) for name in container.namelist() if re.fullmatch(r"word/charts/\w+\.xml", name)]
    return [point.text or "" for chart in charts for point in etree.fromstring(chart).iter(f"{{{C}}}v")]


@everywhere
def test_the_same_document_gives_the_same_bytes(
    form: str, documents: dict[str, bytes], made: dict[tuple[str, str], bytes]
) -> None:
    for name in EXAMPLES:
        assert FORMS[form](documents[name]).value == made[name, form]


@both
def test_markdown_that_is_read_again_says_the_same(name: str, made: dict[tuple[str, str], bytes]) -> None:
    """So nothing in it is taken for a mark that was meant as a letter."""
    again = pypandoc.convert_text(made[name, "markdown"].decode(), "gfm", "gfm", extra_args=["--wrap=none"])
    assert BLANKS.sub("", again).replace("\\", "") == BLANKS.sub("", made[name, "markdown"].decode())
    assert "\\" not in made[name, "markdown"].decode()


@both
def test_every_row_of_a_table_in_markdown_has_as_many_cells(name: str, made: dict[tuple[str, str], bytes]) -> None:
    lines = [line for line in made[name, "markdown"].decode().splitlines() if line.startswith("|")]
    tables = "\n".join(lines).split("|--")
    assert len(tables) > 1
    widths = {len(line.split("|")) for line in lines}
    heads = {len(line.split("|")) for line in lines if set(line) <= set("|-: ")}
    assert widths == heads


@pytest.mark.parametrize("layout", names())
def test_every_layout_can_be_had_in_every_form(layout: str) -> None:
    document = rendered(folder_of(layout) / "starter.yaml")
    wanted = [BLANKS.sub("", paragraph.text) for paragraph in word_text.paragraphs(document)]
    for form, turn in FORMS.items():
        said = spoken(form, _content(turn, document))
        assert [text for text in wanted if text not in said] == [], form


@pytest.fixture(scope="module")
def odt_pages(
    made: dict[tuple[str, str], bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[pdf.Page, ...]]:
    """The pages of the OpenDocument texts as LibreOffice prints them."""
    require_office()
    folder = tmp_path_factory.mktemp("odt")
    for name in EXAMPLES:
        (folder / f"{name}.odt").write_bytes(made[name, "odt"])
    subprocess.run(
        [
            require("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
            "--convert-to", "pdf", "--outdir", str(folder), *(str(folder / f"{name}.odt") for name in EXAMPLES),
        ],
        check=True, capture_output=True, timeout=180, env=environment(),
    )  # fmt: skip
    return {name: pdf.pages(folder / f"{name}.pdf") for name in EXAMPLES}


@both
def test_an_odt_is_printed_on_pages_like_those_of_the_word_document(
    name: str, odt_pages: dict[str, tuple[pdf.Page, ...]], documents: dict[str, bytes]
) -> None:
    pages = odt_pages[name]
    assert {(round(page.width), round(page.height)) for page in pages} == {(210, 297)}
    for page in pages:
        [*_, number] = sorted(page.words, key=lambda word: word.bottom)
        assert number.text in ("—", str(page.number)), page.number
        assert 262 < number.bottom < 275
        assert (number.left > 105) == (page.number % 2 == 1)
        inside = [word for word in page.words if word.bottom < 262]
        assert min(word.left for word in inside) > 27.5
        assert [word.text for word in inside if word.right > 184.5 and word.text[-1] not in HANGING] == []
    printed = "".join(word.text for page in pages for word in page.words)
    assert len(pages) > 8
    assert "2025年度部门整体支出绩效自评报告" in printed
