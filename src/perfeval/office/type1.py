"""The numbers by which printers tell the Type 1 fonts of a PDF apart, counted anew in every document.

LibreOffice counts them through all documents of a run, so that the same document would not give the same bytes. A
number stands twice in a font, in its clear and in its encrypted part (Adobe Type 1 Font Format, chapters 2 and 7).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, repeat

import pikepdf

UNIQUE_ID = re.compile(rb"/UniqueID (\d+) def")
FIRST = 4_100_001
"""Where LibreOffice begins: the only document of a run has these numbers already."""
KEY, FACTOR, SUMMAND, BITS = 55665, 52845, 22719, 0xFFFF
HEAD = 4096
"""Within so many bytes of the encrypted part its number is found; outlines of letters follow."""


def renumber(fonts: Iterable[pikepdf.Object]) -> None:
    """Counts the fonts of one document from ``FIRST``, in the order of the numbers they have."""
    numbered = {}
    for font in fonts:
        found = UNIQUE_ID.search(font.read_bytes()[: int(font.Length1)])
        if found is not None:
            numbered[int(found[1])] = font
    for new, old in enumerate(sorted(numbered), FIRST):
        _rewrite(numbered[old], b"/UniqueID %d def" % old, b"/UniqueID %d def" % new)


def _rewrite(font: pikepdf.Object, old: bytes, new: bytes) -> None:
    """What needs no change is written too, to be compressed like the rest."""
    content, clear = font.read_bytes(), int(font.Length1)
    if new != old:
        end = clear + int(font.Length2)
        plain = bytes(_decrypted(content[clear:end][:HEAD]))
        change = (was ^ becomes for was, becomes in zip(plain, plain.replace(old, new), strict=True))
        content = content[:clear].replace(old, new) + bytes(_changed(content[clear:end], change)) + content[end:]
    font.write(content)


def _decrypted(cipher: bytes) -> Iterator[int]:
    key = KEY
    for byte in cipher:
        yield byte ^ (key >> 8)
        key = (byte + key) * FACTOR + SUMMAND & BITS


def _changed(cipher: bytes, change: Iterable[int]) -> Iterator[int]:
    """The encrypted form of the changed plain text: one loop for both, as every byte decides on all that follow."""
    factor, summand, bits = FACTOR, SUMMAND, BITS  # half a million times
    was = becomes = KEY
    for byte, differs in zip(cipher, chain(change, repeat(0)), strict=False):
        made = byte ^ differs ^ (was ^ becomes) >> 8
        yield made
        was = (byte + was) * factor + summand & bits
        becomes = (made + becomes) * factor + summand & bits
