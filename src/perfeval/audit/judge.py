"""Judges each number of a text by what its sentence says it is, else by what it looks like."""

import re

from perfeval.audit.claims import Claim
from perfeval.audit.doubt import Doubt, doubt_of
from perfeval.audit.known import Known
from perfeval.audit.ledger import TELLING, Ledger
from perfeval.audit.names import subject_of_record
from perfeval.audit.verdict import Verdict, agrees, likeliest, of_named
from perfeval.audit.vocabulary import WHOLE, is_part, keys_of
from perfeval.diagnostic import Pointer
from perfeval.quantity import Unit, difference, rate

_COMPARING = re.compile(r"上年|上一年|去年|同期|同比|20[0-9]{2}年")
_OF_THIS_YEAR = ("final", "value", "initial")
_OF_A_PART = re.compile(r"(?:report\.)?(?:projects|indicators|funds)(?:\[|\.[^.]+\.)")
_OF_ALL_PARTS = re.compile(r"(?:department|indicators|funds|projects)\.[a-z_]+")
_OF_CHANGE = re.compile(r"[差增减升降提调涨]")
_CLAUSE = re.compile(r"[^，,。；;：:\n]*\Z")
_LONGEST_CLAUSE = 60


def judged(ledger: Ledger, claim: Claim, pointer: Pointer, text: str) -> Doubt | None:
    """What is doubtful about a number of a text; None where it may stand."""
    quantity = claim.quantity
    named = ledger.at(claim.paths, quantity.unit)
    if not named and not claim.is_no_figure:
        named = ledger.labelled(text[: quantity.start], quantity.unit)
    if not named:
        return _unnamed(ledger, claim, pointer, text)
    if any(_stands(claim, known) for known in named) or _is_anothers(ledger, claim, pointer):
        return None
    if claim.direction and _is_change_of_final(ledger, claim):
        return None
    places = [] if claim.direction else [path.rpartition(".")[0] + ".previous" for path in claim.paths]
    earlier = ledger.at(places, quantity.unit)
    meant = named[0] if any(agrees(quantity, known.value) for known in earlier) else likeliest(quantity, named)
    return doubt_of(pointer, text, quantity, of_named(quantity, meant, earlier), meant)


def _stands(claim: Claim, known: Known) -> bool:
    """Whether the number is that value; what fell is written without its sign."""
    return agrees(claim.quantity, known.value * (claim.direction or 1))


def _is_anothers(ledger: Ledger, claim: Claim, pointer: Pointer) -> bool:
    """Whether the number is exactly the same measure of something else, which its clause does not rule out by a name.

    After a part, that is of a whole; where nothing but the whole has been named, it may be of any part.
    """
    if not claim.is_carried or not (claim.subject == WHOLE or is_part(claim.subject)):
        return False
    keys = keys_of(claim.measure)
    return any(
        known.key in keys
        and _stands(claim, known)
        and _is_in_reach(known, pointer)
        and (claim.subject == WHOLE or _OF_ALL_PARTS.fullmatch(known.name))
        for known in ledger.backing(claim.quantity)
    )


def _is_in_reach(known: Known, pointer: Pointer) -> bool:
    """Whether a text may speak of it without a name: not the text below one part of a value of another."""
    own = subject_of_record(pointer)
    return (
        own == WHOLE
        or _OF_A_PART.match(known.name) is None
        or known.name.startswith(tuple(f"{prefix}." for prefix in own))
    )


def _is_change_of_final(ledger: Ledger, claim: Claim) -> bool:
    """Whether the final accounts have changed so against last year's budget, which no figure is."""
    for prefix in claim.subject:
        final = ledger.at([f"{prefix}.final"], Unit.MONEY)
        previous = ledger.at([f"{prefix}.previous"], Unit.MONEY)
        if final and previous:
            change = difference(final[0].value, previous[0].value)
            if claim.quantity.unit is Unit.PERCENT:
                change = rate(change, previous[0].value)
            if change is not None and agrees(claim.quantity, change * claim.direction):
                return True
    return False


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
    if not claim.paths:
        before = text[max(0, quantity.start - _LONGEST_CLAUSE) : quantity.start]
        clause = _CLAUSE.search(before)
        for known, verdict in ledger.likely(quantity, keys_of(claim.measure)):
            if clause is not None and _is_in_reach(known, pointer) and _is_of_the_kind(known, clause.group()):
                return doubt_of(pointer, text, quantity, verdict, known)
    return Doubt(pointer, quantity.start, Verdict.UNBACKED, text[quantity.start : quantity.end])


def _is_of_the_kind(known: Known, clause: str) -> bool:
    """Whether the words before a number do not speak of another side of the budget, or of no change."""
    if known.key in keys_of("up") and _OF_CHANGE.search(clause) is None:
        return False
    sides = {"revenue": "收入", "expenditure": "支出"}
    spoken = {side for side, word in sides.items() if word in clause}
    return not spoken or not (spoken ^ sides.keys()) & set(known.name.split("."))
