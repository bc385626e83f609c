"""The charts of the built-in layouts: those of layout.yaml, drawn in the official fonts, each above its caption."""

import io
from functools import cache
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook

from perfeval.diagnostic import Result
from perfeval.layouts import folder_of, read_layout
from tools.word_text import WP, C, W, body, text

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MILLIMETRE = 36000
TYPE_AREA = 156
everywhere = pytest.mark.parametrize("layout", ["project-ledger", "indicator-scorecard"])


@cache
def template(layout: str) -> bytes:
    return (folder_of(layout) / "report.docx").read_bytes()


def drawings(layout: str) -> dict[str, etree._Element]:
    """The paragraph of each drawing by its alternative text, in the template's order."""
    return {
        next(paragraph.iter(f"{WP}docPr")).get("descr", ""): paragraph
        for paragraph in body(template(layout)).iter(f"{W}p")
        if paragraph.find(f".//{W}drawing") is not None
    }


def chart(layout: str, name: str) -> etree._Element:
    with ZipFile(io.BytesIO(template(layout))) as archive:
        return etree.fromstring(archive.read(f"word/charts/{name}.xml"))


def charts(layout: str) -> list[tuple[str, etree._Element]]:
    found = [(name, chart(layout, name)) for name in drawings(layout)]
    assert found
    return found


def style(paragraph: etree._Element) -> str:
    (found,) = paragraph.iterfind(f"{W}pPr/{W}pStyle")
    return found.get(f"{W}val", "")


@everywhere
def test_the_charts_are_those_of_the_wording_in_its_order(layout: str) -> None:
    setting = read_layout(layout, Path())
    assert isinstance(setting, Result)
    assert setting.value is not None
    assert list(drawings(layout)) == list(setting.value.wording.charts)


@everywhere
def test_sentence_chart_and_caption_vanish_together(layout: str) -> None:
    for name, paragraph in drawings(layout).items():
        before = [text(one) for one in paragraph.itersiblings(f"{W}p", preceding=True)][:4]
        caption, after = list(paragraph.itersiblings(f"{W}p"))[:2]
        assert before[::-1] == [
            f"{{%p if charts.{name} %}}",
            f"{{%p if texts.{name}_chart %}}",
            f"{{{{p texts.{name}_chart | prose }}}}",
            "{%p endif %}",
        ]
        assert (style(paragraph), style(caption), text(after)) == ("Figure", "FigureCaption", "{%p endif %}")
        assert text(caption).startswith(f"图{{{{ charts.{name}.number }}}}：{{{{ charts.{name}.title }}}}")
        assert [one.text for one in caption.iter(f"{W}instrText")] == [r" SEQ 图 \* ARABIC "]


@everywhere
def test_a_chart_stays_with_its_caption_in_a_line_as_high_as_itself(layout: str) -> None:
    with ZipFile(io.BytesIO(template(layout))) as archive:
        styles = etree.fromstring(archive.read("word/styles.xml"))
    (figure,) = (one for one in styles.iter(f"{W}style") if one.get(f"{W}styleId") == "Figure")
    (spacing,) = figure.iterfind(f"{W}pPr/{W}spacing")
    assert figure.find(f"{W}pPr/{W}keepNext") is not None
    assert spacing.get(f"{W}lineRule") == "auto"
    for paragraph in drawings(layout).values():
        (extent,) = paragraph.iter(f"{WP}extent")
        assert int(extent.get("cx", "")) <= TYPE_AREA * MILLIMETRE
        assert int(extent.get("cy", "")) == 75 * MILLIMETRE


@everywhere
def test_letters_are_in_the_official_fonts(layout: str) -> None:
    for name, found in charts(layout):
        for script, font in (("latin", "Times New Roman"), ("ea", "宋体"), ("cs", "Times New Roman")):
            assert {one.get("typeface") for one in found.iter(A + script)} == {font}, name


@everywhere
def test_scales_begin_at_zero_and_every_bar_has_its_number(layout: str) -> None:
    for name, found in charts(layout):
        assert [one.get("val") for one in found.iterfind(f".//{C}valAx/{C}scaling/{C}min")] == ["0"], name
        series = list(found.iter(f"{C}ser"))
        assert [one.get("val") for one in found.iter(f"{C}showVal")] == ["1"] * len(series)
        assert [one.get("val") for one in found.iter(f"{C}legendPos")] == (["b"] if len(series) > 1 else [])
        (border,) = found.iterfind(f"{C}spPr/{A}ln")
        assert border.find(f"{A}noFill") is not None


@everywhere
def test_bars_can_be_told_apart_without_colour(layout: str) -> None:
    for name, found in charts(layout):
        colours = [one.get("val", "") for one in found.iterfind(f".//{C}ser/{C}spPr/{A}solidFill/{A}srgbClr")]
        greys = sorted(sum(int(colour[at : at + 2], 16) for at in (0, 2, 4)) / 3 for colour in colours)
        assert greys, name
        assert all(light - dark > 80 for dark, light in pairwise(greys))


@everywhere
def test_the_workbooks_open(layout: str) -> None:
    with ZipFile(io.BytesIO(template(layout))) as archive:
        for name in drawings(layout):
            sheet = load_workbook(io.BytesIO(archive.read(f"word/embeddings/{name}.xlsx")))["Sheet1"]
            assert [cell.value for cell in sheet["A"]] == [None, "类别一", "类别二"]
