"""The codes by which a PDF prints the box of a font, which stands for every character that the font lacks.

A subset holds no more glyphs than are printed, and its box, if it is printed, has a code like any other of them.
"""

import logging
import re
from io import BytesIO

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

logging.getLogger("fontTools").addHandler(logging.NullHandler())  # it warns of dates in fonts

BOX = ".notdef"
TYPE_1_BOX = re.compile(rb"dup (\d+) */\.notdef put")


def box_codes(font: pikepdf.Object) -> set[int]:
    """The codes of a font's box, as the font that is embedded tells; none where none is."""
    embedded = font.get("/FontDescriptor", pikepdf.Dictionary())
    if "/FontFile" in embedded:
        clear = embedded.FontFile.read_bytes()[: int(embedded.FontFile.Length1)]
        return {int(code) for code in TYPE_1_BOX.findall(clear)}
    if "/FontFile2" in embedded:
        return _of_truetype(embedded.FontFile2.read_bytes())
    if "/FontFile3" in embedded and embedded.FontFile3.get("/Subtype") == "/Type1C":
        return _of_cff(embedded.FontFile3.read_bytes())
    return set()


def _of_truetype(content: bytes) -> set[int]:
    """The box is printed by a copy of itself: the first glyph has no code."""
    font = TTFont(BytesIO(content))
    glyphs, codes = font["glyf"], (table.cmap for table in font["cmap"].tables)
    box = glyphs[font.getGlyphOrder()[0]]
    return {code & 0xFF for table in codes for code, name in table.items() if glyphs[name] == box}


def _of_cff(content: bytes) -> set[int]:
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(content), None)
    return {code for code, name in enumerate(fonts[0].Encoding) if name == BOX}
