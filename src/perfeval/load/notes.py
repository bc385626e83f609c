"""What a walk finds on its way through a text."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, TypeAlias

from perfeval.diagnostic import Diagnostic, Kind, Place, Text

Event: TypeAlias = Any
"""An event of libyaml; the stubs take its marks for optional, and they never are."""

MOST_FINDINGS = 100


class EndWalkError(Exception):
    """There is no use in going on; the reason is among the findings."""


class Notes:
    """The findings in a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Diagnostic] = []

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text; a text in which all is well is never split."""
        return self.text.splitlines()

    def report(self, kind: Kind, event: Event, **arguments: str | Text) -> None:
        """Keep a finding at the start of an event."""
        self.keep((Diagnostic(kind, Place(event.start_mark.line + 1, event.start_mark.column + 1), arguments),))

    def keep(self, found: Iterable[Diagnostic]) -> None:
        """Keep findings; a hundred are enough."""
        self.found.extend(found)
        if len(self.found) >= MOST_FINDINGS:
            raise EndWalkError

    def raw(self, event: Event) -> str:
        """The source of a scalar."""
        return self.text[event.start_mark.index : event.end_mark.index]
