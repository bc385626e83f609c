"""The audit of the prose: every number that a department typed is held against what its report knows."""

from collections.abc import Iterator
from functools import lru_cache

from perfeval.audit.capitals import in_capitals
from perfeval.audit.claims import Reader
from perfeval.audit.doubt import Doubt
from perfeval.audit.judge import judged
from perfeval.audit.ledger import Ledger
from perfeval.audit.names import subject_of_record
from perfeval.audit.quantities import quantities
from perfeval.audit.texts import own_words, texts_of, unquoted
from perfeval.audit.verdict import Verdict
from perfeval.diagnostic import Pointer
from perfeval.figures import Facts

__all__ = ["Doubt", "Verdict", "audit", "own_words", "texts_of"]

_WANTED = frozenset(("goals", "duties"))
"""Sections that speak of what is wanted or allotted, not of what was reached."""


@lru_cache(maxsize=1)
def audit(facts: Facts) -> tuple[Doubt, ...]:
    """Every number of the department's texts that cannot stand as it is; kept for the rules that ask one by one."""
    ledger = Ledger(facts)
    return tuple(
        doubt
        for pointer, text in texts_of(facts)
        if not _tells_what_is_wanted(pointer)
        for doubt in _doubts(ledger, pointer, text)
    )


def _tells_what_is_wanted(pointer: Pointer) -> bool:
    """Also the goal of a project."""
    return pointer[0] in _WANTED or pointer[-1] == "goal"


def _doubts(ledger: Ledger, pointer: Pointer, text: str) -> Iterator[Doubt]:
    words = own_words(text)
    yield from in_capitals(ledger, pointer, words)
    if next(quantities(words), None) is None:
        return
    reader = Reader(ledger.facts.report.year, ledger.names, len(ledger.facts.report.projects))
    marked = ledger.names.marked(words)
    found = tuple(quantities(unquoted(marked)))
    for claim in reader.claims(marked, found, subject_of_record(pointer)):
        doubt = judged(ledger, claim, pointer, text)
        if doubt is not None:
            yield doubt
