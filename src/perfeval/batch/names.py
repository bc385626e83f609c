"""The name of a document before it is made: from those lines of the department's file that it depends on."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from perfeval.compose import title_of
from perfeval.diagnostic import Diagnostic
from perfeval.files import DISK, Files
from perfeval.layouts import Layout, read_layout
from perfeval.load import LIMIT, Source, read
from perfeval.workspace import inherit, workspace_of
from perfeval.write import safe_path

_NEEDED = re.compile(rb"^(?:layout|year|department):.*\n?(?:(?:[ \t\r#].*)?\n)*", re.MULTILINE)
"""What the names of documents are mostly made of: these keys, each with what is indented below it."""


def foretold(path: Path, files: Files = DISK) -> str | None:
    """The file name of a department's report, None where it cannot be told without making it."""
    try:
        content = files.read(path, LIMIT + 1)
    except OSError:
        return None
    source = read(b"".join(_NEEDED.findall(content)), str(path)).value
    assert source is not None
    workspace = workspace_of(path.parent, files).value
    if workspace is not None:
        source = inherit(source, workspace)
    layout = _layout(source, files)
    if source.data is None or layout is None:
        return None
    if workspace is not None:
        layout = replace(layout, filename=workspace.filename)
    year = source.data.get("year")
    known = {"report": source.data, "year": int(year) if isinstance(year, Decimal) else year}
    title = title_of(layout, known).value
    return None if title is None else f"{safe_path(title)}.docx"


def _layout(source: Source, files: Files) -> Layout | None:
    """The layout that the report names, if there is one."""
    name = None if source.data is None else source.data.get("layout")
    if not isinstance(name, str):
        return None
    found = read_layout(name, Path(source.location(("layout",)).file).parent, files)
    return None if isinstance(found, Diagnostic) else found.value
