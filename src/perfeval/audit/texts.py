"""The texts that a department wrote: which they are, and what of them is its own speech."""

import re
from functools import lru_cache

from perfeval.diagnostic import Pointer
from perfeval.figures import Facts
from perfeval.model import Prose

_NARROW = str.maketrans("０１２３４５６７８９．％－", "0123456789.%-")
_WIDE = re.compile(r"[０-９．％－]")
_FOREIGN = re.compile(r"《[^《》]*》|〔[^〔〕]*〕|\{\{[^{}]*\}\}")
_QUOTED = re.compile(r"“[^“”]*”")
_QUOTED_NUMBER = re.compile(r"“([0-9.]+)”")
BLANK = "　"
"""Stands for each character that is not the department's own speech."""


@lru_cache(maxsize=1)
def texts_of(facts: Facts) -> tuple[tuple[Pointer, str], ...]:
    """Every text of whole sentences: prose, and the department's wording of standard sentences.

    Kept for the rules that read them one after another.
    """
    return tuple(
        (pointer, value)
        for pointer, value in facts.given
        if isinstance(value, Prose) or (pointer[0] == "texts" and isinstance(value, str))
    )


def own_words(text: str) -> str:
    """The text, as long as it was, with half-width digits and without titles, document numbers and tags."""
    narrow = text.translate(_NARROW) if _WIDE.search(text) else text
    if "“" in narrow:
        narrow = _QUOTED_NUMBER.sub(rf"{BLANK}\1{BLANK}", narrow)
    return _FOREIGN.sub(_blanked, narrow)


def unquoted(text: str) -> str:
    """The text without what stands in quotation marks: a name or a slogan is not for counting."""
    return _QUOTED.sub(_blanked, text) if "“" in text else text


def _blanked(found: re.Match[str]) -> str:
    return BLANK * len(found.group())
