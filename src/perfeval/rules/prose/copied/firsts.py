"""Where each of very many digests stood first, in a quarter of the memory of a dict."""

from array import array

_START = 1024
_FULL = 2, 3
"""The share of the slots that may be taken: beyond it a search passes too many of them."""


class Firsts:
    """A table of two arrays: a digest lies in the first free slot from the one that its number names.

    Digests and places are whole numbers from 1 to 2⁶⁴ − 1; 0 is a free slot. A slot takes 16 bytes, and the table
    grows by half, so that an entry takes 24 to 36 bytes.
    """

    def __init__(self) -> None:
        self._digests, self._places = _slots(_START), _slots(_START)
        self._taken = 0

    def first(self, digest: int, place: int) -> int | None:
        """The place noted for the digest before; where there is none, ``place`` is noted."""
        slot = self._slot(digest)
        if self._digests[slot]:
            return self._places[slot]
        self._digests[slot], self._places[slot] = digest, place
        self._taken += 1
        if self._taken * _FULL[1] > len(self._digests) * _FULL[0]:
            self._grow()
        return None

    def _slot(self, digest: int) -> int:
        """The slot that holds the digest, or the free one that it belongs in."""
        digests = self._digests
        slot = digest % len(digests)
        while (held := digests[slot]) and held != digest:
            slot = slot + 1 if slot + 1 < len(digests) else 0
        return slot

    def _grow(self) -> None:
        digests, places = self._digests, self._places
        self._digests, self._places = (_slots(len(digests) * 3 // 2) for _ in range(2))
        for digest, place in zip(digests, places, strict=True):
            if digest:
                slot = self._slot(digest)
                self._digests[slot], self._places[slot] = digest, place


def _slots(number: int) -> "array[int]":
    return array("Q", [0]) * number
