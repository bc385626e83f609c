"""The copy that pandoc reads holds what its reader would leave out."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from perfeval.pandoc.reading import reading_copy
from perfeval.word.places import W
from raised import body, docx
from tools import word_text
from tools.charted import AREA, COLUMNS, DESCRIPTION, chart_part, series, with_chart

pytestmark = pytest.mark.unsound_template("the few parts that pandoc reads")

ONE = COLUMNS.format(series("预算", ["收入", "支出"], ["2024.990000", None]))
STYLES = (
    f'<w:styles xmlns:w="{W[1:-1]}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:pPr><w:jc w:val="both"/>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="N"><w:pPr><w:jc w:val="right"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Sum"><w:basedOn w:val="N"/></w:style></w:styles>'
)


def texts(document: bytes) -> list[str]:
    """The paragraphs behind the first, which guards the title."""
    return [paragraph.text for paragraph in word_text.paragraphs(document)][1:]


def parts(document: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(document)) as container:
        return {name: container.read(name) for name in container.namelist()}


def test_what_a_simple_field_shows_is_text() -> None:
    field = '<w:r><w:t>图</w:t></w:r><w:fldSimple w:instr=" SEQ 图 "><w:r><w:t>8</w:t></w:r></w:fldSimple>'
    found = reading_copy(docx(body("").replace("<w:r><w:t></w:t></w:r>", field)), pictures=True)
    assert texts(found) == ["图8"]
    assert b"fldSimple" not in word_text.xml(found)


@pytest.mark.parametrize(("style", "aligned"), [("N", "right"), ("Sum", "right"), (None, "both")])
def test_paragraphs_in_cells_say_the_alignment_of_their_style(style: str | None, aligned: str) -> None:
    said = "" if style is None else f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    table = f"<w:tbl><w:tr><w:tc><w:p>{said}<w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    document = docx(body().replace("<w:body>", f"<w:body>{table}"), {"word/styles.xml": STYLES})
    [found] = etree.fromstring(word_text.xml(reading_copy(document, pictures=True))).iter(f"{W}jc")
    assert found.get(f"{W}val") == aligned


def test_an_alignment_of_its_own_stays() -> None:
    own = '<w:p><w:pPr><w:pStyle w:val="N"/><w:jc w:val="center"/></w:pPr></w:p>'
    document = docx(
        body().replace("<w:body>", f"<w:body><w:tbl><w:tr><w:tc>{own}</w:tc></w:tr></w:tbl>"),
        {"word/styles.xml": STYLES},
    )
    [found] = etree.fromstring(word_text.xml(reading_copy(document, pictures=True))).iter(f"{W}jc")
    assert found.get(f"{W}val") == "center"


def test_a_chart_is_a_picture_with_its_size_and_its_description() -> None:
    found = parts(reading_copy(with_chart(chart_part(ONE)), pictures=True))
    picture = etree.fromstring(found["word/media/chart1.svg"])
    assert (picture.get("width"), picture.get("height")) == ("590", "283")
    assert DESCRIPTION in found["word/media/chart1.svg"].decode()
    document = found["word/document.xml"].decode()
    assert DESCRIPTION in document
    assert 'r:embed="chart1"' in document
    assert "media/chart1.svg" in found["word/_rels/document.xml.rels"].decode()


def test_a_chart_is_a_table_where_there_are_no_pictures() -> None:
    found = reading_copy(with_chart(chart_part(ONE), "图1"), pictures=False)
    assert word_text.rows(found) == [["", "预算"], ["收入", "2024.990000"], ["支出", ""]]
    assert texts(found)[-1] == "图1"
    assert b"<w:drawing" not in word_text.xml(found)


def test_a_chart_that_cannot_be_drawn_is_a_table_in_any_case() -> None:
    found = reading_copy(with_chart(chart_part(AREA.format(series("<a>&", ["甲"], ["1.50"])))), pictures=True)
    assert word_text.rows(found) == [["", "<a>&"], ["甲", "1.50"]]


def test_a_chart_whose_part_is_missing_stays_as_it_is() -> None:
    lost = with_chart(chart_part(ONE))
    members = parts(lost)
    del members["word/charts/chart1.xml"]
    stream = BytesIO()
    with ZipFile(stream, "w") as container:
        for name, content in members.items():
            container.writestr(name, content)
    assert b"<w:drawing" in word_text.xml(reading_copy(stream.getvalue(), pictures=True))


def test_the_copy_is_the_same_every_time() -> None:
    document = with_chart(chart_part(ONE))
    assert reading_copy(document, pictures=True) == reading_copy(document, pictures=True)
