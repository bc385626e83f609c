"""Whether a PDF shows a text."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from perfeval.office import paper
from tools.fake_office import pdf_of


def lost(paragraphs: list[str], content: bytes) -> list[object]:
    return [found.arguments for found in paper.faults(paragraphs, content)]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Plain text", ["Plain", "text"]),
        ("Plaintext", ["Plain-", "text"]),
        ("2025-2026", ["2025-", "2026"]),
        ("First Second", ["Head", "First", "- 1 -", "Head", "Second", "- 2 -"]),
        ("First Second", ["Second", "1. First"]),
        ("Ｆｉｒｓｔ", ["First"]),
        ("first", ["FIRST"]),
        ("Fir\u00adst", ["First"]),
    ],
    ids=["lines", "hyphenation", "hyphen", "heads and folios", "order", "width", "capitals", "soft hyphen"],
)
def test_what_differs_in_print_is_no_loss(written: str, shown: list[str]) -> None:
    assert lost([written], pdf_of(*shown)) == []


def test_a_character_that_is_missing_once_is_a_loss() -> None:
    assert lost(["1.25", "1.25"], pdf_of("1.25", "1.2")) == [{"count": "1", "text": "5"}]


def test_a_paragraph_that_is_missing_is_named() -> None:
    assert lost(["Plain", "Zebra"], pdf_of("Plain")) == [{"count": "5", "text": "Zebra"}]


def test_a_pdf_without_pages_cannot_be_read() -> None:
    stream = BytesIO()
    pikepdf.new().save(stream)
    with pytest.raises(pypdfium2.PdfiumError):
        lost([""], stream.getvalue())


def test_a_glyph_is_missing_where_no_font_has_a_character() -> None:
    with pikepdf.open(BytesIO(pdf_of(said="甲"))) as made:
        found = [each.arguments["signs"] for each in paper.unprintable(["甲（1）", "乙"], made)]
        assert found == ["乙甲"]
        font = made.pages[0].Resources.Font.F
        font.ToUnicode = made.make_stream(b"2 beginbfchar\n<01> <7532>\n<02><4E59>\nendbfchar")
        assert list(paper.unprintable(["甲（1）", "乙"], made)) == []


def test_fonts_are_named_without_the_mark_of_a_subset() -> None:
    with pikepdf.open(BytesIO(pdf_of("x"))) as made:
        assert paper.fonts(made) == {"Helvetica"}
