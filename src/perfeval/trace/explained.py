"""A trace beside the file it is of: what its values are called and where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from perfeval.diagnostic import Lang, Pointer, Text, dotted
from perfeval.load import Source
from perfeval.schema.titles import title_of
from perfeval.trace import Trace
from perfeval.trace.operands import Given, flat


@dataclass(frozen=True, slots=True)
class Printed:
    """One place of the document where a figure or given value is printed; ``name`` is as figures and paths are."""

    name: str
    text: str
    place: Text
    around: str


@dataclass(frozen=True)
class Explained:
    """A trace, its file, and where in the document its values are printed."""

    source: Source
    trace: Trace
    printed: tuple[Printed, ...] = ()

    @cached_property
    def given(self) -> Mapping[str, tuple[Pointer, object]]:
        """By dotted path every value that was given, and those left out that a figure asked for (None)."""
        facts = self.trace.facts
        asked = (one for operands in self.trace.operands.values() for one in flat(operands) if isinstance(one, Given))
        left_out = {dotted(one.pointer): (one.pointer, None) for one in asked if one.value is None}
        return {**left_out, **{dotted(pointer): (pointer, value) for pointer, value in facts.given}}

    def where(self, pointer: Pointer) -> str:
        """File, line and column; of a value that was left out, those of the record it is missing from."""
        return str(self.source.location(pointer))

    def label(self, pointer: Pointer, lang: Lang) -> str:
        """What a value is called after the record that it belongs to; in English by its key."""
        last = pointer[-1]
        called = title_of(pointer) if lang == "zh" or isinstance(last, int) else last
        return f"{self._owner(pointer, lang)} {called}".strip()

    def printed_at(self, name: str) -> tuple[Printed, ...]:
        """Where one figure or given value is printed."""
        return tuple(one for one in self.printed if one.name == name)

    def _owner(self, pointer: Pointer, lang: Lang) -> str:
        """The name or title of the nearest record that has one; else what the schema calls the record."""
        record: object = self.trace.facts.report
        owner = title_of(pointer[:-1]) if lang == "zh" and len(pointer) > 1 else ""
        for step in pointer[:-1]:
            record = record[step] if isinstance(record, tuple | dict) else getattr(record, str(step))  # type: ignore[index]
            named = getattr(record, "name", None) or getattr(record, "title", None)
            owner = owner if named is None else str(named)
        return owner
