"""The tags of a part of the template or of a sentence: each is read by itself, then those that are sound together."""

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat

from jinja2 import TemplateSyntaxError

from perfeval.diagnostic import Arguments, Finding, Kind, Location, Text
from perfeval.inspection.reading import Found, Names, read
from perfeval.inspection.shapes import ANYTHING
from perfeval.word.blocks import ENDS
from perfeval.word.fault import TemplateFault
from perfeval.word.grammar import too_deep
from perfeval.word.sandbox import OPERATION, Sandbox
from perfeval.word.tagged import SYNTAX, Source, Tag, parse
from perfeval.word.wording import DEEP, said, unended

WORD = re.compile(r"\{%[-+]?(?:(?:p|tr|tc|r)\s)?\s*(\w+)")
TARGETS = re.compile(r"\bfor\b(.*?)(?:\bin\b|%\})", re.DOTALL)
IDENTIFIER = re.compile(r"\w+")
RAW = {"raw", "endraw"}
"""Alone, either half would be read as something else."""
STAND_IN = {"if": "{% if 1 %}", "elif": "{% elif 1 %}", "for": "{% for one in [] %}"}
"""What stands for a statement that cannot be read, so that its block can."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A tag as its author wrote it, its place in words, and where to point to."""

    text: str
    where: Text
    location: Location

    @property
    def word(self) -> str:
        """The first word of a statement."""
        found = WORD.match(self.text)
        return "" if found is None else found[1]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a mention, or at its place."""

    mention: Mention
    kind: Kind
    arguments: Arguments = field(default_factory=dict)

    @property
    def finding(self) -> Finding:
        """The fault as it is told; a fault of more than one tag quotes its own words."""
        location, tag = self.mention.location, self.mention.text or self.arguments.get("tag", "")
        arguments = {**self.arguments, "where": self.mention.where, "tag": tag}
        return Finding(location.file, location.place, location.excerpt, self.kind, arguments)


@dataclass(frozen=True, slots=True)
class Passage:
    """Tags in their order, with what makes Jinja's source of one of them and the environment it is read in."""

    mentions: Sequence[Mention]
    source: Callable[[str], str]
    sandbox: Sandbox

    def faults(self, known: Names) -> Iterator[Fault]:
        """What is wrong with the tags: in their writing, in their pairs, and in what they name."""
        broken = dict(self._broken())
        lone = dict(self._lone())
        yield from (Fault(self.mentions[at], *what) for at, what in sorted({**lone, **broken}.items()))
        loose = {name: ANYTHING for at in (*broken, *lone) for name in _targets(self.mentions[at])}
        source, lines = self._joined(broken, lone)
        told: list[Fault] = []  # a tag that docxtpl makes several of is at fault once
        for line, kind, arguments in self._read(source, {**known, **loose}):
            fault = Fault(self.mentions[max(0, bisect_right(lines, line) - 1)], kind, arguments)
            if fault not in told:
                told.append(fault)
        yield from told

    def _read(self, source: str, known: Names) -> Iterator[Found]:
        """What is found in the tags together; what they cannot be together is told at the tag that shows it."""
        try:
            tree = self.sandbox.parse(source)
            deep = too_deep(tree)
            yield from read(tree, known, self.sandbox.filters) if deep is None else _too_deep(deep)
        except TemplateSyntaxError as error:
            yield Found(error.lineno, SYNTAX, {"detail": said(str(error.message), self.sandbox.filters)})
        except RecursionError:
            yield from _too_deep(1)

    def _broken(self) -> Iterator[tuple[int, tuple[Kind, Arguments]]]:
        """The tags that cannot be read, by their number."""
        for at, mention in enumerate(self.mentions):
            if mention.word in RAW:
                yield at, (OPERATION, {"detail": mention.word})
                continue
            text = _whole(self.source(mention.text), mention.word)
            source = Source.number(text, repeat(Tag(mention.text)))
            try:
                parse(source, self.sandbox)
            except TemplateFault as fault:
                yield at, (fault.kind, fault.arguments)

    def _lone(self) -> Iterator[tuple[int, tuple[Kind, Arguments]]]:
        """The statements that lack their other half, by their number."""
        opened: list[int] = []
        for at, mention in enumerate(self.mentions):
            word = mention.word
            if word in ENDS:
                opened.append(at)
            elif word in ENDS.values():
                if not any(ENDS[self.mentions[one].word] == word for one in opened):
                    yield at, _out_of_place(word)
                    continue
                while ENDS[self.mentions[opened[-1]].word] != word:
                    yield self._unended(opened.pop())
                opened.pop()
            elif word in {"elif", "else"} and not self._may_branch(opened, word):
                yield at, _out_of_place(word)
        yield from map(self._unended, opened)

    def _may_branch(self, opened: Sequence[int], word: str) -> bool:
        return bool(opened) and (word == "else" or self.mentions[opened[-1]].word == "if")

    def _unended(self, at: int) -> tuple[int, tuple[Kind, Arguments]]:
        return at, (SYNTAX, {"detail": unended(ENDS[self.mentions[at].word])})

    def _joined(self, broken: Container[int], lone: Container[int]) -> tuple[str, list[int]]:
        """The source of the tags but for those faulty, and the line that each tag begins on."""
        pieces: list[str] = []
        lines: list[int] = []
        line = 1
        for at, mention in enumerate(self.mentions):
            if at in lone:
                piece = ""
            elif at in broken:
                piece = STAND_IN.get(mention.word, "")
            else:
                piece = self.source(mention.text)
            lines.append(line)
            pieces.append(piece)
            line += piece.count("\n") + 1
        return "\n".join(pieces), lines


def _whole(source: str, word: str) -> str:
    """A statement with what it takes to stand alone."""
    if word in ENDS:
        return f"{source}{{% {ENDS[word]} %}}"
    if word in {"elif", "else", "endif"}:
        return "{% if 1 %}" + source + ("" if word == "endif" else "{% endif %}")
    return "{% for one in [] %}" + source if word == "endfor" else source


def _out_of_place(word: str) -> tuple[Kind, Arguments]:
    return SYNTAX, {"detail": said(f"Encountered unknown tag '{word}'.", ())}


def _too_deep(line: int) -> Iterator[Found]:
    yield Found(line, SYNTAX, {"detail": DEEP})


def _targets(mention: Mention) -> Iterator[str]:
    """The names that a loop would have given, so that its body is not blamed for a fault of its head."""
    if mention.word == "for":
        found = TARGETS.search(mention.text)
        yield from ("loop", *IDENTIFIER.findall("" if found is None else found[1]))
