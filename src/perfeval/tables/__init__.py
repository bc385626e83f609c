"""Tables beside a report: ``projects`` and ``indicators`` may name an Excel or CSV file that has their rows."""

from dataclasses import replace
from typing import cast

from perfeval.diagnostic import Finding, Result
from perfeval.files import Files
from perfeval.load import Data, Part, Source

KEYS = ("projects", "indicators")


def fill(source: Source, files: Files) -> Result[Source]:
    """The source with the rows of the tables that it names, each value with its place in the table."""
    given = source.data or {}
    named = {key: given[key] for key in KEYS if _names_a_file(given.get(key))}
    if not named:
        return Result(source)
    # Who writes the rows into the report itself shall not pay for what reads tables.
    from perfeval.tables.reading import read  # noqa: PLC0415
    from perfeval.tables.reference import Reference, reference  # noqa: PLC0415

    data: dict[str, Data] = dict(source.data or {})
    parts, found = list[Part](), list[Finding]()
    for key, value in named.items():
        meant = reference(source, key, value)
        rows, part, told = read(meant, files) if isinstance(meant, Reference) else ([], None, meant)
        data[key] = cast("Data", rows)
        parts += [] if part is None else [part]
        found += told
    refused = any(finding.forbids for finding in found)
    return Result(None if refused else replace(source, data=data, parts=(*parts, *source.parts)), tuple(found))


def _names_a_file(given: Data) -> bool:
    """Whether a mapping stands in place of the rows; or, by mistake, among them."""
    return isinstance(given, dict) or (
        isinstance(given, list) and any(isinstance(row, dict) and "file" in row for row in given)
    )
