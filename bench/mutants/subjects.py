"""What is altered: the valid examples, as they stand and typed out, and what ``check`` says of them unaltered."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from mutants.alterations import Mutant, mutants
from mutants.spots import TAG, Spot, spots
from perfeval.compose import compose
from perfeval.diagnostic import Result
from perfeval.figures import Facts, calculate
from perfeval.layouts import Layout, read_layout
from perfeval.load import Source, read
from perfeval.printing import FILTERS
from perfeval.standards import Standard, read_standard
from perfeval.validate import validate
from perfeval.word.tagged import Tagged

ROOT = Path(__file__).parents[2]
FILES = (
    "examples/gaocheng-housing.yaml",
    "examples/liuying-street.yaml",
    "templates/project-ledger/starter.yaml",
    "templates/indicator-scorecard/starter.yaml",
)
FROM_DATA = ("money", "percent", "score", "count", "change", "change_percent", "change_rate", "date", "document")
"""The filters that print numbers of the data."""
OPEN, CLOSE = "⟦", "⟧"
"""Around what comes from the data, until it is known where that is; no example holds them."""


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A file to be altered, one object each; ``from_data`` are the spans of its text typed out of the data."""

    file: str
    typed_out: bool
    text: str
    facts: Facts
    from_data: tuple[tuple[int, int], ...] = ()

    def holds_data(self, spot: Spot) -> bool:
        """Whether the number was typed out of the data."""
        return any(start <= spot.start and spot.end <= end for start, end in self.from_data)

    def mutants(self) -> Iterator[Mutant]:
        """All mutants; of a file that is typed out, those of the words that are."""
        found = [
            spot
            for spot in spots(source_of(self.text), tuple(band.name for band in self.facts.standard.grades))
            if not self.typed_out or spot.pointer[0] == "texts" or self.holds_data(spot)
        ]
        return mutants(found, self.text)


@cache
def subject(file: str, *, typed_out: bool) -> Subject:
    """One of ``FILES``, as it stands or typed out."""
    text = (ROOT / file).read_text(encoding="utf-8")
    facts = facts_of(text)
    assert facts is not None, f"{file} is not valid"
    if not typed_out:
        return Subject(file, typed_out, text, facts)
    layout = read_layout(facts.report.layout, ROOT)
    assert isinstance(layout, Result)
    assert layout.value is not None
    typed, from_data = _unmarked(_typed_out(text, facts, layout.value))
    facts = facts_of(typed)
    assert facts is not None, f"{file} is not valid as it is typed out"
    return Subject(file, typed_out, typed, facts, from_data)


def source_of(text: str) -> Source:
    """The text as it is read."""
    source = read(text.encode(), "").value
    assert source is not None
    return source


def facts_of(text: str) -> Facts | None:
    """What follows from a text; None where it is refused as it is read, or by the schema."""
    source = source_of(text)
    report = None if source.data is None else validate(source).value
    return None if report is None else calculate(report, _standard(report.standard))


@cache
def _standard(name: str) -> Standard:
    standard = read_standard(name, ROOT)
    assert isinstance(standard, Result)
    assert standard.value is not None
    return standard.value


def _typed_out(text: str, facts: Facts, layout: Layout) -> str:
    """The file with figures for its tags and the layout's sentences as texts; what comes from the data is marked."""
    context = compose(facts, layout).value
    assert context is not None
    lines = [
        line if line.lstrip().startswith("#") else TAG.sub(lambda tag: _rendered(tag[0], context), line)
        for line in text.splitlines()
    ]
    for place, key in ((context, "year"), (context["department"], "grade")):  # printed without a filter
        place[key] = f"{OPEN}{place[key]}{CLOSE}"
    lines += ["", "texts:"]
    for name, sentence in layout.wording.texts.items():
        # What is said of every row cannot be typed: a text of the file's own says the same of all.
        if isinstance(sentence, str) and (words := _rendered(sentence, context).strip()):
            lines += [f"  {name}: |-", *(f"    {line}".rstrip() for line in words.splitlines())]
    return "\n".join(lines) + "\n"


def _rendered(text: str, context: Mapping[str, Any]) -> str:
    return Tagged.compile(text, {**FILTERS, **{name: _marked(FILTERS[name]) for name in FROM_DATA}}).render(context)


def _marked(filter_: Callable[..., str]) -> Callable[..., str]:
    return lambda value: f"{OPEN}{filter_(value)}{CLOSE}"


def _unmarked(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without marks, and the spans that were between them."""
    pieces = re.split(f"[{OPEN}{CLOSE}]", marked)
    ends = list(accumulate(map(len, pieces)))
    return "".join(pieces), tuple(zip(ends[0::2], ends[1::2], strict=False))
