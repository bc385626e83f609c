"""One value that a schema refuses, and how it, its field and its place are named in a message."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from perfeval.diagnostic import Diagnostic, Kind, Pointer, Text
from perfeval.schema import Schema

_SHOWN = 30  # characters of a value or key that a message repeats


@dataclass(frozen=True, slots=True)
class Failure:
    """A value that one keyword of ``rules`` refuses; ``field`` is the nearest schema with a title.

    ``siblings`` are the schemas of the keys that the nearest mapping may have.
    """

    where: Pointer
    value: Any
    rules: Schema
    field: Schema
    siblings: Schema

    def told(self, kind: Kind, **arguments: str | Text) -> Diagnostic:
        """The finding about this value."""
        common = {"title": self.field["title"], "path": _path(self.where), "value": _shown(self.value)}
        return Diagnostic(kind, self.where, {**common, **arguments})


def short(text: str) -> str:
    """Text on one line, cut where it grows too long for a message."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _path(where: Pointer) -> str | Text:
    if not where:
        return Text("最外层", "the top level")
    return " › ".join(f"#{step + 1}" if isinstance(step, int) else short(step) for step in where)


def _shown(value: object) -> str | Text:
    match value:
        case None:
            return Text("空值", "nothing")
        case dict():
            return Text("“键: 值”", "a mapping")
        case list():
            return Text("列表", "a list")
        case Decimal():
            return short(f"{value:f}")
    return Text(f"“{short(str(value))}”", f'"{short(str(value))}"')


def keys(rules: Schema) -> Text:
    """The keys that a mapping may have, in Chinese with their titles."""
    fields = rules.get("properties")
    if fields is None:
        return Text("名称自定", "any name")
    return Text("、".join(f"{key}（{field['title']}）" for key, field in fields.items()), ", ".join(fields))
