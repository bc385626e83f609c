"""Which figure a sentence names before each of its numbers: a reader of the set phrases of such reports.

Whatever it does not know makes it silent: of a clause with an unknown word the subject is unknown, and stays so until
a subject is named again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from perfeval.audit.counts import counted
from perfeval.audit.names import Names
from perfeval.audit.quantities import Quantity
from perfeval.audit.vocabulary import (
    EXPENDITURE,
    REVENUE,
    WHOLE,
    Subject,
    is_part,
    paths_of,
    source_of,
    subject_of,
    tokens,
)
from perfeval.quantity import Unit

_STOP = re.compile(r"[。！？]|\n\s*\n|\n\s*(?:[-*+]|[0-9]+[.、)])\s")
_PARAGRAPH = re.compile(r"\n\s*\n")
_ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
_PIECES = re.compile(r"[，,；;：:（）()]")
_UNHEARD = str.maketrans("", "", ' \n\t\r　“”"‘’*')
_THING = re.compile(r"项目|工程|经费|专项|补助|资金|中心|社区|公司|支出|收入|预算|上年|去年")
_CRITERION = re.compile(r"及?以[上下内]|左右|之间|（含|得[0-9]|的[项部]|[~～—–-]")
_TAIL = 16
"""How many characters after a number may say what it is."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence says a number is: the paths where the value may stand (none: unknown), and what is measured.

    ``direction`` is −1 where it is said to have fallen, 1 where it rose, 0 where no change is spoken of. A number that
    ``is_no_figure`` is a bound, an end of a range or a difference of rates. ``subject`` is what is spoken of; where
    ``is_carried`` it was named before, not with this number.
    """

    quantity: Quantity
    paths: tuple[str, ...] = ()
    measure: str = ""
    direction: int = 0
    is_no_figure: bool = False
    subject: Subject = ()
    is_carried: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """What has been said so far, and of the last piece: its measure, its own subject, and whether all is understood.

    ``measured`` is what was measured last before a change. ``begins`` is whether the next piece begins a sentence that
    may be about the whole.
    """

    subject: Subject
    base: str = ""
    measure: str = ""
    measured: str = ""
    own_subject: bool = False
    is_carried: bool = False
    understood: bool = True
    begins: bool = False

    @property
    def names_nothing(self) -> bool:
        """Whether the last piece says neither what is measured nor of what."""
        return not self.measure and not self.own_subject


@dataclass(slots=True)
class _Piece:
    """What one piece of a sentence names, word by word."""

    base: str
    measure: str = ""
    subject: Subject | None = None
    whole: bool = False
    reset: bool = False
    is_sum: bool = False
    understood: bool = True

    def take_measure(self, name: str) -> None:
        """Of two measures the second would be of the first, which no figure is, but for a change."""
        self.understood &= not self.measure or name in {"up", "down"}
        self.measure = name

    def take_subject(self, subject: Subject) -> None:
        """Two subjects together are a third, of which nothing is known."""
        if subject == WHOLE:
            self.whole = True
        else:
            self.understood &= self.subject is None
            self.subject = subject


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads texts of one report in which marks stand for proper names."""

    year: int
    names: Names
    projects: int

    def claims(self, text: str, found: tuple[Quantity, ...], subject: Subject) -> Iterator[Claim]:
        """What each number of a text, itself about ``subject``, is said to be."""
        said, end = _Said(subject), 0
        for quantity in found:
            raw = text[end : quantity.start]
            if _PARAGRAPH.search(raw):
                said = _Said(subject)
            *ended, raw = _STOP.split(raw)
            if ended:
                said = replace(said, understood=True, begins=not is_part(subject))
            said = self._heard(said, raw)
            end = quantity.end
            yield self._claim(quantity, said, raw.translate(_UNHEARD), text[end : end + _TAIL].translate(_UNHEARD))
            if quantity.unit is Unit.MONEY and said.names_nothing:
                said = replace(said, subject=())  # an amount of something else; what follows may be of it
            elif quantity.unit_written == "个" and text.startswith("项目", end):
                said = replace(said, subject=WHOLE if quantity.value == self.projects else ())

    def _claim(self, quantity: Quantity, said: _Said, lead: str, tail: str) -> Claim:
        is_no_figure = quantity.in_range or quantity.unit_written == "个百分点" or _CRITERION.match(tail) is not None
        path = counted(quantity, lead, tail, self.names.grades)
        if path:
            return Claim(quantity, (path,), is_no_figure=is_no_figure)
        direction = {"up": 1, "down": -1}.get(said.measure, 0)
        unsure = not said.understood or not said.subject or said.names_nothing
        if is_no_figure or unsure or lead == "得":
            return Claim(quantity, (), said.measure, direction, is_no_figure=is_no_figure, subject=said.subject)
        subject = said.subject
        if said.measured == "initial" and subject == WHOLE and direction:
            subject = (*REVENUE, *EXPENDITURE)
        paths = paths_of(subject, said.measure, said.base, quantity.unit)
        return Claim(quantity, paths, said.measure, direction, subject=subject, is_carried=said.is_carried)

    def _heard(self, said: _Said, raw: str) -> _Said:
        words = _ASIDE.sub("", raw.replace("（境）", "境")).translate(_UNHEARD).rstrip("：:")
        for piece in _PIECES.split(words):
            said = self._piece(said, piece)
        return said

    def _piece(self, said: _Said, words: str) -> _Said:
        piece, place = _Piece(said.base), 0
        for token in tokens(self.year).finditer(words):
            piece.understood &= token.start() == place
            place = token.end()
            self._take(said, piece, token)
        piece.understood &= place == len(words)
        subject = _subject_after(said.subject, piece, words)
        is_all = piece.whole or (piece.reset and (said.begins or not is_part(said.subject)))
        return _Said(
            subject=subject,
            base=piece.base,
            measure=piece.measure,
            measured=said.measured if piece.measure in {"", "up", "down"} else piece.measure,
            own_subject=piece.subject is not None,
            is_carried=piece.subject is None and not is_all,
            understood=piece.understood,
        )

    def _take(self, said: _Said, piece: _Piece, token: re.Match[str]) -> None:
        kind, _, name = (token.lastgroup or "").partition("_")
        if kind == "measure":
            piece.take_measure(name)
        elif kind == "base":
            piece.base = name
        elif kind == "named":
            piece.take_subject(self.names.subjects[token.group()])
        elif kind == "subject":
            piece.take_subject(subject_of(name))
        elif kind == "source":
            piece.take_subject(source_of(token["source"]))
        elif kind == "whole":
            piece.take_subject(WHOLE)
        elif kind == "spent":
            self._take_spent(said, piece)
        else:
            piece.reset |= kind == "reset"
            piece.is_sum |= kind == "sum"

    def _take_spent(self, said: _Said, piece: _Piece) -> None:
        """支出 alone is the department's, but of a part what was executed, and after strange words anybody's."""
        if is_part(piece.subject or said.subject):
            piece.measure = piece.measure or "executed"
        elif piece.subject is None and said.subject and said.understood:
            piece.take_subject(EXPENDITURE)
        else:
            piece.understood = False


def _subject_after(before: Subject, piece: _Piece, words: str) -> Subject:
    """What is spoken of after a piece: its own subject where it is understood; a strange thing makes it unknown."""
    if not piece.understood:
        return () if piece.subject is not None or piece.measure or _THING.search(words) else before
    if piece.subject is not None:
        return piece.subject
    if piece.is_sum and is_part(before):
        return ()  # the parts together, which need not be all
    return WHOLE if piece.whole or piece.reset else before
