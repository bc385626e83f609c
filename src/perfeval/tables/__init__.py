"""Tables beside a report: ``projects`` and ``indicators`` may name an Excel or CSV file that has their rows."""

from dataclasses import replace
from typing import cast

from perfeval.diagnostic import Finding, Result
from perfeval.files import Files
from perfeval.load import Data, Part, Source

KEYS = ("projects", "indicators")


def fill(source: Source, files: Files) -> Result[Source]:
    """The source with the rows of the tables that it names, each value with its place in the table."""
    named = {key: given for key in KEYS if isinstance(given := (source.data or {}).get(key), dict)}
    if not named:
        return Result(source)
    # Who writes the rows into the report itself shall not pay for what reads tables.
    from perfeval.tables.reading import read  # noqa: PLC0415
    from perfeval.tables.reference import Reference, reference  # noqa: PLC0415

    data: dict[str, Data] = dict(source.data or {})
    parts, found = list[Part](), list[Finding]()
    for key, given in named.items():
        meant = reference(source, key, given)
        rows, part, told = read(meant, files) if isinstance(meant, Reference) else ([], None, meant)
        data[key] = cast("Data", rows)
        parts += [] if part is None else [part]
        found += told
    refused = any(finding.forbids for finding in found)
    return Result(None if refused else replace(source, data=data, parts=(*parts, *source.parts)), tuple(found))
