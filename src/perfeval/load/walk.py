"""libyaml's events, walked once into plain data with the place of every key and value."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

import yaml

from perfeval.diagnostic import Diagnostic, Kind, Place, Pointer, Text
from perfeval.load import refusals
from perfeval.load.characters import REFUSED, escaped
from perfeval.load.doubts import cut, run_together, wide_marks
from perfeval.load.folding import LOADER, unfold
from perfeval.load.pairs import pair
from perfeval.load.quoting import RESERVED, braces
from perfeval.load.source import Data, Span
from perfeval.load.syntax import explain
from perfeval.load.wording import shorten

Event: TypeAlias = Any
"""An event of libyaml; the stubs take its marks for optional, and they never are."""

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
EMPTY = frozenset({"", "~", "null"})
DEEPEST = 32
DIGITS = 24
"""More digits than any amount has; Decimal's own arithmetic keeps 28."""
MOST_VALUES = 500_000
MOST_FINDINGS = 100


class Tree(NamedTuple):
    """What a walk gives; the data is worth reading only where no finding is an error."""

    data: Data
    keys: dict[Pointer, Span]
    values: dict[Pointer, Span]
    found: list[Diagnostic]


class EndWalkError(Exception):
    """There is no use in going on; the reason is among the findings."""


def walk(text: str) -> Tree:
    """The data in a text free of refused characters."""
    walker = Walker(text)
    data: Data = None
    try:
        data = walker.document()
    except EndWalkError:
        pass
    except yaml.MarkedYAMLError as error:
        walker.stumble(error)
    return Tree(data, walker.keys, walker.values, walker.found)


def line(diagnostic: Diagnostic) -> int:
    """The line of a finding that has a place."""
    return diagnostic.where.line if isinstance(diagnostic.where, Place) else 0


class Walker:
    """One pass over a text: builds the data and keeps what it finds on the way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.splitlines()
        self.events: Iterator[Event] = yaml.parse(text, Loader=LOADER)
        self.last: Event = yaml.StreamStartEvent()
        self.keys: dict[Pointer, Span] = {}
        self.values: dict[Pointer, Span] = {}
        self.found: list[Diagnostic] = []

    def step(self) -> Event:
        """The next event."""
        self.last = next(self.events)
        return self.last

    def report(self, kind: Kind, event: Event, **arguments: str | Text) -> None:
        """Keep a finding at the start of an event."""
        self.keep((Diagnostic(kind, Place(event.start_mark.line + 1, event.start_mark.column + 1), arguments),))

    def keep(self, found: Iterable[Diagnostic]) -> None:
        """Keep findings; a hundred are enough."""
        self.found.extend(found)
        if len(self.found) >= MOST_FINDINGS:
            raise EndWalkError

    def document(self) -> Data:
        """The data of the one document."""
        self.step()
        if isinstance(self.step(), yaml.StreamEndEvent):
            self.found.append(Diagnostic(refusals.EMPTY, Place(1, 1)))
            return None
        start = self.step()
        data = self.node(start, ())
        self.step()
        if isinstance(self.step(), yaml.DocumentStartEvent):
            self.report(refusals.DOCUMENTS, self.last)
        self.check_root(start, data)
        return data

    def check_root(self, event: Event, data: Data) -> None:
        """Refuse a root that is no mapping, as what it was meant for where that can be told."""
        row, column = event.start_mark.line, event.start_mark.column
        if data is None and not self.found:
            self.report(refusals.EMPTY, event)
        elif isinstance(data, list):
            self.report(refusals.ROOT, event, found=refusals.ROOTS["list"])
        elif isinstance(data, str | Decimal):
            meant = pair(self.lines[row][column:], row, column)
            if meant:
                self.keep((meant,))
            else:
                self.report(refusals.ROOT, event, found=refusals.ROOTS["text"])

    def stumble(self, error: yaml.MarkedYAMLError) -> None:
        """Keep the one finding for a parser's error, unless an alias or the like on its line has led to it."""
        found = explain(self.lines, error, self.last)
        culprits = (refusals.ALIAS, refusals.ANCHOR, refusals.TAG, RESERVED)
        if not any(before.kind in culprits and line(before) == line(found) for before in self.found):
            self.found.append(found)

    def node(self, event: Event, pointer: Pointer, *, in_list: bool = False) -> Data:
        """The value that starts with an event; ``in_list`` tells of an item of a list in brackets."""
        if isinstance(event, yaml.AliasEvent):
            self.report(refusals.ALIAS, event, name=str(event.anchor))
            return None
        self.check_properties(event)
        if len(self.values) >= MOST_VALUES:
            self.report(refusals.VALUES, event, limit=f"{MOST_VALUES:,}")
            raise EndWalkError
        mark, end = event.start_mark, event.end_mark
        if isinstance(event, yaml.ScalarEvent):
            exact = event.style == "|" or mark.line == end.line
            self.values[pointer] = Span(mark.line, mark.column, (event.style or "") if exact else None)
            return self.scalar(event, in_list=in_list)
        self.values[pointer] = Span(mark.line, mark.column, None)
        if len(pointer) >= DEEPEST:
            self.report(refusals.DEPTH, event, limit=str(DEEPEST))
            raise EndWalkError
        return self.mapping(event, pointer) if isinstance(event, yaml.MappingStartEvent) else self.items(event, pointer)

    def check_properties(self, event: Event) -> None:
        """Refuse an anchor or a tag on a value."""
        if event.anchor is not None:
            self.report(refusals.ANCHOR, event, name=event.anchor)
        if event.tag is not None:
            self.report(refusals.TAG, event, name=event.tag)

    def items(self, start: Event, pointer: Pointer) -> Data:
        """A list."""
        items: list[Data] = []
        while not isinstance(event := self.step(), yaml.SequenceEndEvent):
            items.append(self.node(event, (*pointer, len(items)), in_list=start.flow_style))
        return items

    def mapping(self, start: Event, pointer: Pointer) -> Data:
        """A mapping."""
        entries: dict[str, Data] = {}
        while not isinstance(event := self.step(), yaml.MappingEndEvent):
            key = self.key(event, pointer)
            here = (*pointer, key)
            span = Span(event.start_mark.line, event.start_mark.column, None)
            if key in entries:
                self.report(refusals.DUPLICATE, event, key=shorten(key), line=str(self.keys[here].row + 1))
            else:
                self.keys[here] = span
            entries[key] = value = self.node(self.step(), here)
            if start.flow_style and value is None and (meant := pair(key, span.row, span.column)):
                self.keep((meant,))
        return entries

    def key(self, event: Event, pointer: Pointer) -> str:
        """The name of a key; what is no text is refused, and read past."""
        if not isinstance(event, yaml.ScalarEvent):
            row, column = event.start_mark.line, event.start_mark.column
            if self.lines[row].startswith("{{", column - 1):
                self.keep((braces(self.lines[row], row, column - 1),))
            elif not isinstance(event, yaml.AliasEvent):
                self.report(refusals.KEY, event)
            self.node(event, (*pointer, ""))
            return ""
        self.check_properties(event)
        name: str = self.quoted(event) if event.style == '"' else event.value
        if not event.style:
            self.check_name(name, event)
        return name

    def check_name(self, name: str, event: Event) -> None:
        """Refuse an unquoted key that is none: empty, a merge key, or with a blank that is not YAML's."""
        if name in EMPTY:
            self.report(refusals.KEY, event)
        elif name == "<<":
            self.report(refusals.MERGE, event)
        elif name != name.strip():
            self.report(refusals.BLANK, event, key=name.strip())

    def scalar(self, event: Event, *, in_list: bool) -> Data:
        """A value that is no collection."""
        value: str = event.value
        row, end = event.start_mark.line, event.end_mark
        # A plain scalar's style is empty with libyaml and None with the parser in Python.
        if not event.style:
            if value in EMPTY:
                return None
            if NUMBER.fullmatch(value):
                return self.number(event)
            self.keep(cut(value, self.lines[end.line], end.line, end.column))
            if in_list or value[0] in "［｛":
                self.keep(wide_marks(value, row, event.start_mark.column))
            if end.line > row:
                self.keep(run_together(self.lines, row, end.line))
        elif event.style == '"':
            value = self.quoted(event)
        if end.line > row and event.style != "|":
            value = unfold(value, self.raw(event))
        return value

    def number(self, event: Event) -> Data:
        """A plain number, exactly."""
        if sum(map(str.isdigit, event.value)) > DIGITS:
            self.report(refusals.NUMBER, event, number=shorten(event.value), limit=str(DIGITS))
            return None
        return Decimal(event.value)

    def quoted(self, event: Event) -> str:
        """A text in double quotes; characters refused in it can only have come as escapes."""
        value: str = event.value
        if REFUSED.search(value):
            self.keep(escaped(self.raw(event), event.start_mark.line, event.start_mark.column))
            value = REFUSED.sub("\ufffd", value)
        return value

    def raw(self, event: Event) -> str:
        """The source of a scalar."""
        return self.text[event.start_mark.index : event.end_mark.index]
