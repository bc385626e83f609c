"""A PDF as it came from LibreOffice: whether it shows the text of the document, and in what fonts."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

import pikepdf
import pypdfium2

from perfeval.diagnostic import Diagnostic, Kind, Severity, Text
from perfeval.office.boxes import box_codes
from perfeval.word.fault import shorten

LOST_TEXT = Kind(
    "W303",
    Severity.ERROR,
    what=Text(
        "PDF 里少了文档中的 {count} 个字，例如“{text}”",
        "the PDF lacks {count} characters of the document, such as “{text}”",
    ),
    why=Text("LibreOffice 没有转换完整；残缺的 PDF 没有写出", "it was not converted whole; such a PDF is not written"),
    cure=Text(
        "再试一次；仍然如此，就用 Word 打开这份文档，另存为 PDF",
        "try once more; if it stays so, open the document in Word and save it as PDF",
    ),
)
NO_GLYPHS = Kind(
    "W304",
    Severity.ERROR,
    what=Text("这台机器的字体里没有这些字：{signs}", "no font of this machine has these characters: {signs}"),
    why=Text("它们会印成空白或方框；这样的 PDF 没有写出", "they would be printed as boxes; such a PDF is not written"),
    cure=Text(
        "安装有这些字的字体，例如 Debian、Ubuntu：apt install fonts-noto-cjk，"
        "生僻字另装 fonts-hanazono；表情符号改成文字",
        "install fonts that have them, as on Debian and Ubuntu with: apt install fonts-noto-cjk, and fonts-hanazono "
        "for rare hanzi; put words in the place of emoji",
    ),
)

SIGNS_SHOWN = 20
HYPHENS = frozenset("-\u00ad\u2010\u2011\x02\ufffe")
"""Hyphens as they are typed, as they are left out, and as PDFium gives those at the end of a line."""
VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""What asks for another form of the character before it, and has none itself."""
MAPPED = re.compile(rb"<([0-9A-Fa-f]+)>\s*<((?:[0-9A-Fa-f]{4})+)>")


def faults(paragraphs: Sequence[str], content: bytes) -> Iterator[Diagnostic]:
    """What of the text a PDF does not show. Raises ``pypdfium2.PdfiumError`` where there is no page to read.

    Every character has to be there as often as it is written. Heads of tables on every page, page numbers and numbers
    of headings come on top; blanks, hyphens and the order of cells differ between the two and say nothing.
    """
    shown = _signs("".join(_pages(content)))
    missing = Counter(_signs("".join(paragraphs))) - Counter(shown)
    if missing:
        lost = (text for text in paragraphs if missing.keys() & set(_signs(text)) and _signs(text) not in shown)
        text = next(lost, "".join(missing))
        yield Diagnostic(LOST_TEXT, (), {"count": str(missing.total()), "text": shorten(text)})


def unprintable(paragraphs: Sequence[str], pdf: pikepdf.Pdf) -> Iterator[Diagnostic]:
    """The characters without a glyph, if boxes are printed.

    Their text may be in the PDF all the same, for those who search it: a font's map from codes to characters gives its
    box the first of them, and the others stand beside their boxes.
    """
    boxes = [box_codes(font) for font in _fonts(pdf)]
    if not any(boxes):
        return
    mapped = (
        text for font, box in zip(_fonts(pdf), boxes, strict=True) for code, text in _mapped(font) if code not in box
    )
    printed = set(_signs("".join(mapped)))
    missing = "".join(sorted(sign for sign in set("".join(paragraphs)) if not printed.issuperset(_signs(sign))))
    if missing:
        shown = missing if len(missing) <= SIGNS_SHOWN else f"{missing[:SIGNS_SHOWN]}…"
        yield Diagnostic(NO_GLYPHS, (), {"signs": shown})


def fonts(pdf: pikepdf.Pdf) -> set[str]:
    """The PostScript names of the fonts of a PDF, without the mark of a subset."""
    return {re.sub(r"^/(?:[A-Z]{6}\+)?", "", str(font.BaseFont)) for font in _fonts(pdf)}


def _pages(content: bytes) -> Iterator[str]:
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            yield page.get_textpage().get_text_range()


def _signs(text: str) -> str:
    """The characters of a text that are the same wherever it is printed."""
    plain = unicodedata.normalize("NFKD", VARIANTS.sub("", text)).casefold()
    return "".join(
        sign for sign in plain if not sign.isspace() and sign not in HYPHENS and unicodedata.category(sign) != "Cf"
    )


def _fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    return (
        found for found in pdf.objects
        if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/Font" and "/BaseFont" in found
    )  # fmt: skip


def _mapped(font: pikepdf.Object) -> Iterator[tuple[int, str]]:
    """The codes of a font, each with its text."""
    if "/ToUnicode" in font:
        for code, text in MAPPED.findall(font.ToUnicode.read_bytes()):
            yield int(code, 16), bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
