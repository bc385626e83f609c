"""A key that names a table in place of its rows: ``{file: projects.xlsx, sheet: 项目}``, held against the contract."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from perfeval.diagnostic import Diagnostic, Finding
from perfeval.load import Data, Source
from perfeval.schema import Schema, contract
from perfeval.tables import kinds
from perfeval.tables.titles import form


@dataclass(frozen=True, slots=True)
class Reference:
    """The table that a key of a report names, and its sheet, if that is named."""

    source: Source
    key: str
    file: str
    sheet: str | None

    @property
    def path(self) -> Path:
        """Where the file lies: its path starts at the folder of the file that names it."""
        return Path(self.source.location((self.key, "file")).file).parent / self.file

    def told(self, diagnostic: Diagnostic) -> Finding:
        """A finding about a key of the reference, or about the table's file as a whole."""
        if isinstance(diagnostic.where, tuple):
            return self.source.locate(Diagnostic(diagnostic.kind, (self.key, *diagnostic.where), diagnostic.arguments))
        return Finding(str(self.path), diagnostic.where, "", diagnostic.kind, diagnostic.arguments)


def reference(source: Source, key: str, given: Data) -> Reference | tuple[Finding, ...]:
    """The reference that a mapping is; or what is wrong with it, or with a list that has one among its rows."""
    if not isinstance(given, dict):
        return (source.locate(_in_list(key, given)),)
    is_row = any(field.key in given for field in form(key).fields)
    if not is_row and _fast(key).is_valid({key: given}):
        sheet = given.get("sheet")
        return Reference(source, key, str(given["file"]), None if sheet is None else str(sheet))
    # The import of jsonschema is for mistakes only.
    from perfeval.schema.explain import explain  # noqa: PLC0415

    return tuple(map(source.locate, explain({key: given}, _rules(key, is_row=is_row))))


def _in_list(key: str, rows: Data) -> Diagnostic:
    assert isinstance(rows, list)
    index, row = next((index, row) for index, row in enumerate(rows) if isinstance(row, dict) and "file" in row)
    arguments = {"key": key, "title": form(key).title, "file": str(row["file"])}
    return Diagnostic(kinds.REFERENCE_IN_LIST, (key, index, "file"), arguments)


@cache
def _fast(key: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(_rules(key, is_row=False))


def _rules(key: str, *, is_row: bool) -> Schema:
    """The contract of the reference alone; for one row where a list of rows was meant, that it be a list."""
    whole = contract("report")
    section: dict[str, Any] = whole["properties"][key]
    rules = {"type": "array", "title": section["title"]} if is_row else {**section, "type": "object"}
    return {**whole, "required": [], "properties": {key: rules}}
