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


def without_glyph(written: str, mapped: bytes, boxes: bytes) -> list[object]:
    """The characters of a text that are said to have no glyph in a Type 1 font."""
    with pikepdf.open(BytesIO(pdf_of("x"))) as made:
        font = made.pages[0].Resources.Font.F
        font.ToUnicode = made.make_stream(b"1 beginbfchar\n%s\nendbfchar" % mapped)
        font.FontDescriptor = pikepdf.Dictionary(FontFile=made.make_stream(boxes, Length1=len(boxes)))
        return [found.arguments["signs"] for found in paper.unprintable([written], made)]


BOX = b"dup 1 /cid7 put\ndup 2 /.notdef put"


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        ("乙", b"4E59"),
        ("\u9ffd", b"9FFD"),
        ("𠀀", b"D840DC00"),
        ("👍", b"D83DDC4D"),
        ("ꔀ", b"A500"),
        ("\ue000", b"E000"),
    ],
)
def test_a_character_that_is_printed_as_a_box_is_missing(sign: str, text: bytes) -> None:
    assert without_glyph(f"甲{sign}", b"<01> <7532>\n<02> <%s>" % text, BOX) == [sign]


def test_all_characters_that_share_a_box_are_named() -> None:
    assert without_glyph("甲𪚥𠀀", b"<01> <7532>\n<02> <D840DC00>", BOX) == ["𠀀𪚥"]


@pytest.mark.parametrize(
    ("written", "text"),
    [("（）", b"00280029"), ("甲\ufe00", b"7532"), ("é", b"00650301"), ("ﬁ", b"00660069"), ("甲 甲", b"7532")],
)
def test_a_box_says_nothing_of_characters_that_have_a_glyph(written: str, text: bytes) -> None:
    assert without_glyph(written, b"<01> <%s>\n<02> <D840DC00>" % text, BOX) == []


def test_without_a_box_no_glyph_is_missing() -> None:
    assert without_glyph("甲乙", b"<01> <7532>", b"dup 1 /cid7 put") == []


def test_fonts_are_named_without_the_mark_of_a_subset() -> None:
    with pikepdf.open(BytesIO(pdf_of("x"))) as made:
        assert paper.fonts(made) == {"Helvetica"}
