"""Every element of a report is printed in its font and size."""

from collections.abc import Iterator

from end_to_end.pages.paper import Paper, solid
from tools import word_text
from tools.pdf import Sign

FANG, KAI, HEI, SONG, TITLE = (
    "FandolFang-Regular", "FandolKai-Regular", "FandolHei-Regular", "FandolSong-Regular", "NotoSerifCJK-Bold",
)  # fmt: skip
"""The free fonts in place of 仿宋_GB2312, 楷体_GB2312, 黑体, 宋体 and 方正小标宋简体."""
LATIN = {"LiberationSerif", "LiberationSerif-Bold"}
"""In place of Times New Roman."""

STYLES = {
    "Title": (TITLE, 22), "AttachmentMark": (HEI, 16),
    "Heading1": (HEI, 16), "Heading2": (KAI, 16), "Heading3": (FANG, 16), "Heading4": (FANG, 16),
    "BodyText": (FANG, 16), "ListParagraph": (FANG, 16),
    "TableCaption": (HEI, 12), "TableUnit": (SONG, 10.5), "FigureCaption": (HEI, 12),
    "TableHead": (HEI, 10.5), "TableText": (SONG, 10.5), "TableName": (SONG, 10.5), "TableNumber": (SONG, 10.5),
    "LedgerHead": (HEI, 9), "LedgerText": (SONG, 9), "LedgerName": (SONG, 9), "LedgerNumber": (SONG, 9),
}  # fmt: skip
MERGED = {"TableText", "LedgerText"}
EVERYWHERE = {"Title", "Heading1", "Heading2", "BodyText", "TableCaption"}
KNOWN = 4
"""So many signs or more do not stand in another paragraph by chance."""


def test_every_element_has_its_font_and_size(paper: Paper) -> None:
    text, seen = paper.text(), set()
    for style, words in elements(paper):
        places = list(text.every(words))
        assert places, words
        assert any(is_in(style, [sign for _, sign in place]) for place in places), (style, places)
        seen.add(style)
    assert seen >= EVERYWHERE
    assert any(style.startswith(("TableName", "TableText", "Ledger")) for style in seen)


def elements(paper: Paper) -> Iterator[tuple[str, str]]:
    """The style and the words of every line that is long enough to be known on the page."""
    for paragraph in word_text.paragraphs(paper.document):
        for words in map(solid, paragraph.text.split("\n")):
            if len(words) >= KNOWN and paragraph.style is not None:
                # The lines of a merged cell are printed apart where a page ends in it.
                yield paragraph.style, words[:KNOWN] if paragraph.style in MERGED else words


def is_in(style: str, signs: list[Sign]) -> bool:
    """Whether all signs are of the style's size, and in its font or, where its digits have one of their own, in that."""
    font, size = STYLES[style]
    fonts = {font} if font == TITLE or (font == HEI and style != "Heading1") else {font, *LATIN}
    return {sign.size for sign in signs} == {size} and {sign.font for sign in signs} <= fonts


def test_no_other_font_is_used(paper: Paper) -> None:
    assert {sign.font for page in paper.signs for sign in page} <= {FANG, KAI, HEI, SONG, TITLE, *LATIN}
