"""The numbers of Type 1 fonts, in both parts of a font."""

import pikepdf

from perfeval.office import type1

CLEAR = b"%!FontType1-1.0\n/UniqueID {} def\ncurrentfile eexec\n"
PRIVATE = b"\0\0\0\0dup\n/Private 15 dict dup begin\n/UniqueID {} def\n" + bytes(range(256)) * 40


def font(pdf: pikepdf.Pdf, number: int) -> pikepdf.Object:
    """A font file of that number."""
    clear, private = (part.replace(b"{}", b"%d" % number) for part in (CLEAR, PRIVATE))
    content = clear + encrypt(private) + b"0" * 512
    return pdf.make_stream(content, Length1=len(clear), Length2=len(private), Length3=512)


def encrypt(plain: bytes) -> bytes:
    """As chapter 7 of the format defines it."""
    cipher, key = bytearray(), 55665
    for byte in plain:
        cipher.append(byte ^ (key >> 8))
        key = ((cipher[-1] + key) * 52845 + 22719) % 65536
    return bytes(cipher)


def test_the_fonts_of_every_document_are_counted_from_the_same_number() -> None:
    with pikepdf.new() as later, pikepdf.new() as alone:
        fonts = [font(later, number) for number in (4100019, 4100011)]
        type1.renumber(fonts)
        expected = [font(alone, number) for number in (type1.FIRST + 1, type1.FIRST)]
        assert [each.read_bytes() for each in fonts] == [each.read_bytes() for each in expected]


def test_a_font_without_a_number_stays() -> None:
    with pikepdf.new() as pdf:
        stays = pdf.make_stream(b"%!FontType1\n", Length1=12, Length2=0, Length3=0)
        type1.renumber([stays])
        assert stays.read_bytes() == b"%!FontType1\n"
