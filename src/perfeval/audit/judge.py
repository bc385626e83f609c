"""Judges each number of a text by what its sentence says it is, else by what it looks like."""

import re

from perfeval.audit.claims import Claim
from perfeval.audit.doubt import Doubt, doubt_of
from perfeval.audit.known import Known
from perfeval.audit.ledger import TELLING, Ledger
from perfeval.audit.verdict import Verdict, agrees, of_named
from perfeval.audit.vocabulary import keys_of
from perfeval.diagnostic import Pointer
from perfeval.quantity import Unit

_COMPARING = re.compile(r"上年|上一年|去年|同期|同比|20[0-9]{2}年")
_OF_THIS_YEAR = ("final", "value", "initial")


def judged(ledger: Ledger, claim: Claim, pointer: Pointer, text: str) -> Doubt | None:
    """What is doubtful about a number of a text; None where it may stand."""
    quantity = claim.quantity
    named = ledger.at(claim.paths, quantity.unit)
    if not named and not claim.is_no_figure:
        named = ledger.labelled(text[: quantity.start], quantity.unit)
    if not named:
        return _unnamed(ledger, claim, pointer, text)
    if any(_stands(claim, known) for known in named):
        return None
    places = [] if claim.direction else [path.rpartition(".")[0] + ".previous" for path in claim.paths]
    return doubt_of(pointer, text, quantity, of_named(quantity, named[0], ledger.at(places, quantity.unit)), named[0])


def _stands(claim: Claim, known: Known) -> bool:
    """Whether the number is that value; what fell is written without its sign."""
    return agrees(claim.quantity, known.value * (claim.direction or 1))


def _unnamed(ledger: Ledger, claim: Claim, pointer: Pointer, text: str) -> Doubt | None:
    """Of a number of which the sentence does not say for certain what it is, or what nothing is known of."""
    quantity = claim.quantity
    if quantity.unit not in {Unit.MONEY, Unit.PERCENT} or not quantity.value or claim.is_no_figure:
        return None
    backing = ledger.backing(quantity)
    if backing:
        is_last_years = all(known.key == "previous" for known in backing) and quantity.significant >= TELLING
        if not is_last_years or _COMPARING.search(text):
            return None
        whole = backing[0].name.rpartition(".")[0]
        current = ledger.at([f"{whole}.{key}" for key in _OF_THIS_YEAR], quantity.unit)
        return doubt_of(pointer, text, quantity, Verdict.LAST_YEAR, current[0]) if current else None
    likely = None if claim.paths else ledger.likely(quantity, keys_of(claim.measure))
    if likely is not None:
        return doubt_of(pointer, text, quantity, likely[1], likely[0])
    return Doubt(pointer, quantity.start, Verdict.UNBACKED, text[quantity.start : quantity.end])
