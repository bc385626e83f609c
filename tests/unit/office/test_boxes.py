"""The box of a font, by its codes in a PDF."""

from io import BytesIO

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from perfeval.office.boxes import box_codes

NAMES = [".notdef", "letter", "copy"]
"""The last looks like the first."""


def embedded(key: str, content: bytes, **entries: object) -> set[int]:
    with pikepdf.new() as made:
        file = made.make_stream(content, **entries)
        return box_codes(pikepdf.Dictionary(FontDescriptor=pikepdf.Dictionary({key: file})))


def square(pen: TTGlyphPen | T2CharStringPen, size: int) -> None:
    pen.moveTo((0, 0))
    for corner in ((size, 0), (size, size), (0, size)):
        pen.lineTo(corner)
    pen.closePath()


def truetype() -> bytes:
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(NAMES)
    builder.setupCharacterMap({0xF001: "letter", 0xF002: "copy"})
    pens = [TTGlyphPen(None) for _ in NAMES]
    for pen, size in zip(pens, (500, 300, 500), strict=True):
        square(pen, size)
    builder.setupGlyf(dict(zip(NAMES, (pen.glyph() for pen in pens), strict=True)))
    builder.setupHorizontalMetrics(dict.fromkeys(NAMES, (600, 0)))
    builder.setupHorizontalHeader()
    builder.setupPost()
    return saved(builder)


def saved(builder: FontBuilder) -> bytes:
    stream = BytesIO()
    builder.save(stream)
    return stream.getvalue()


def cff() -> bytes:
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(NAMES[:2])
    pens = [T2CharStringPen(600, None) for _ in NAMES[:2]]
    for pen in pens:
        square(pen, 500)
    builder.setupCFF("Ours", {}, dict(zip(NAMES, (pen.getCharString() for pen in pens), strict=False)), {})
    fonts = builder.font["CFF "].cff
    fonts[0].Encoding = [".notdef", "letter"] + [".notdef"] * 254
    stream = BytesIO()
    fonts.compile(stream, builder.font, isCFF2=False)
    return stream.getvalue()


def test_in_a_type_1_font_it_has_its_name() -> None:
    clear = b"dup 1 /cid07 put\ndup 12 /.notdef put\ncurrentfile eexec\n"
    assert embedded("/FontFile", clear + b"dup 9 /.notdef put", Length1=len(clear)) == {12}


def test_in_a_truetype_font_it_looks_like_the_first_glyph() -> None:
    assert embedded("/FontFile2", truetype()) == {2}


def test_in_a_compact_font_it_is_what_is_encoded_by_no_other_name() -> None:
    assert embedded("/FontFile3", cff(), Subtype=pikepdf.Name.Type1C) == set(range(256)) - {1}


def test_a_font_that_is_not_embedded_tells_of_none() -> None:
    assert box_codes(pikepdf.Dictionary(BaseFont=pikepdf.Name.Helvetica)) == set()
