"""libyaml's events, walked once into plain data with the place of every key and value."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal
from typing import NamedTuple

import yaml
from yaml import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from perfeval.diagnostic import Diagnostic, Place, Pointer
from perfeval.load import refusals
from perfeval.load.folding import LOADER
from perfeval.load.notes import EndWalkError, Event, Notes
from perfeval.load.pairs import pair
from perfeval.load.places import NO_KEY, ROOT, Places, Spots, line_of, of_key, of_value
from perfeval.load.quoting import RESERVED, braces
from perfeval.load.scalars import check_name, quoted, scalar
from perfeval.load.source import Data, Span
from perfeval.load.syntax import explain
from perfeval.load.wording import shorten

DEEPEST = 32
MOST_VALUES = 500_000


class Tree(NamedTuple):
    """What a walk gives; the data is worth reading only where no finding is an error."""

    data: Data
    keys: Mapping[Pointer, Span]
    values: Mapping[Pointer, Span]
    found: list[Diagnostic]


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
    keys, values = (Places(text, walker.spots, part) for part in (of_key, of_value))
    return Tree(data, keys, values, walker.notes.found)


def last_before_error(text: str) -> Event:
    """The event before the parser's error, by a second reading, so that the first keeps none."""
    last: Event = yaml.StreamStartEvent()
    with suppress(yaml.MarkedYAMLError):
        for event in yaml.parse(text, Loader=LOADER):
            last = event
    return last


def line(diagnostic: Diagnostic) -> int:
    """The line of a finding that has a place."""
    return diagnostic.where.line if isinstance(diagnostic.where, Place) else 0


class Walker:
    """One pass over a text: builds the data and keeps places and findings on the way."""

    def __init__(self, text: str) -> None:
        self.notes = Notes(text)
        self.step: Callable[[], Event] = LOADER(text).get_event
        """The next event."""
        self.spots: Spots = {}
        self.names: set[str] = set()
        """Unquoted keys that are in order."""
        self.left = MOST_VALUES
        self.depth = 0

    def document(self) -> Data:
        """The data of the one document."""
        self.step()
        if isinstance(self.step(), yaml.StreamEndEvent):
            self.notes.found.append(Diagnostic(refusals.EMPTY, Place(1, 1)))
            return None
        start = self.step()
        data = self.node(start, self.spots, ROOT, NO_KEY)
        self.step()
        after = self.step()
        if isinstance(after, yaml.DocumentStartEvent):
            self.notes.report(refusals.DOCUMENTS, after)
        self.check_root(start, data)
        return data

    def check_root(self, event: Event, data: Data) -> None:
        """Refuse a root that is no mapping, as what it was meant for where that can be told."""
        row, column = event.start_mark.line, event.start_mark.column
        if data is None and not self.notes.found:
            self.notes.report(refusals.EMPTY, event)
        elif isinstance(data, list):
            self.notes.report(refusals.ROOT, event, found=refusals.ROOTS["list"])
        elif isinstance(data, str | Decimal):
            meant = pair(self.notes.lines[row][column:], row, column)
            if meant:
                self.notes.keep((meant,))
            else:
                self.notes.report(refusals.ROOT, event, found=refusals.ROOTS["text"])

    def stumble(self, error: yaml.MarkedYAMLError) -> None:
        """Keep the one finding for a parser's error, unless an alias or the like on its line has led to it."""
        found = explain(self.notes.lines, error, last_before_error(self.notes.text))
        culprits = (refusals.ALIAS, refusals.ANCHOR, refusals.TAG, RESERVED)
        if not any(before.kind in culprits and line(before) == line(found) for before in self.notes.found):
            self.notes.found.append(found)

    def node(self, event: Event, spots: Spots, step: str | int, key: int, *, in_list: bool = False) -> Data:
        """The value that starts with an event; ``in_list`` tells of an item of a list in brackets.

        Its place goes into ``spots``, under the step that leads to it and with where its key starts.
        """
        if event.anchor is not None or event.tag is not None:
            self.check_properties(event)
        if self.left == 0:
            self.notes.report(refusals.VALUES, event, limit=f"{MOST_VALUES:,}")
            raise EndWalkError
        self.left -= 1
        start, end = event.start_mark, event.end_mark
        if isinstance(event, ScalarEvent):
            # A plain scalar's style is empty with libyaml and None with the parser in Python.
            style = event.style or ""
            one_line = start.line == end.line
            spots[step] = key, start.index, style if one_line or style == "|" else None, None
            return scalar(event, style, self.notes, one_line=one_line, in_list=in_list)
        inside: Spots = {}
        spots[step] = key, start.index, None, inside
        return None if isinstance(event, AliasEvent) else self.collection(event, inside)

    def check_properties(self, event: Event) -> None:
        """Refuse an alias, or an anchor or a tag on a value."""
        if isinstance(event, AliasEvent):
            self.notes.report(refusals.ALIAS, event, name=str(event.anchor))
            return
        if event.anchor is not None:
            self.notes.report(refusals.ANCHOR, event, name=event.anchor)
        if event.tag is not None:
            self.notes.report(refusals.TAG, event, name=event.tag)

    def collection(self, event: Event, spots: Spots) -> Data:
        """A list or a mapping."""
        if self.depth >= DEEPEST:
            self.notes.report(refusals.DEPTH, event, limit=str(DEEPEST))
            raise EndWalkError
        self.depth += 1
        data = self.mapping(event, spots) if isinstance(event, MappingStartEvent) else self.items(event, spots)
        self.depth -= 1
        return data

    def items(self, start: Event, spots: Spots) -> Data:
        """A list."""
        items: list[Data] = []
        step, in_list = self.step, start.flow_style
        while not isinstance(event := step(), SequenceEndEvent):
            items.append(self.node(event, spots, len(items), NO_KEY, in_list=in_list))
        return items

    def mapping(self, start: Event, spots: Spots) -> Data:
        """A mapping."""
        entries: dict[str, Data] = {}
        step = self.step
        while not isinstance(event := step(), MappingEndEvent):
            key, mark = self.key(event), event.start_mark
            first = mark.index
            if key in spots:
                first = spots[key][0]
                first_line = str(line_of(self.notes.text, first))
                self.notes.report(refusals.DUPLICATE, event, key=shorten(key), line=first_line)
            entries[key] = value = self.node(step(), spots, key, first)
            if value is None and start.flow_style and (meant := pair(key, mark.line, mark.column)):
                self.notes.keep((meant,))
        return entries

    def key(self, event: Event) -> str:
        """The name of a key; what is no text is refused, and read past."""
        if not isinstance(event, ScalarEvent):
            self.refuse_key(event)
            return ""
        if event.anchor is not None or event.tag is not None:
            self.check_properties(event)
        name: str = event.value
        if event.style == '"':
            return quoted(event, self.notes)
        if not event.style and name not in self.names and check_name(name, event, self.notes):
            self.names.add(name)
        return name

    def refuse_key(self, event: Event) -> None:
        """A list, a mapping or an alias for a key."""
        row, column, notes = event.start_mark.line, event.start_mark.column, self.notes
        if notes.lines[row].startswith("{{", column - 1):
            notes.keep((braces(notes.lines[row], row, column - 1),))
        elif not isinstance(event, AliasEvent):
            notes.report(refusals.KEY, event)
        self.node(event, {}, ROOT, NO_KEY)
