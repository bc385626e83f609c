"""The name of a document before it is made: from those lines of the department's file that it depends on."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from perfeval.compose import title_of
from perfeval.diagnostic import Diagnostic
from perfeval.files import DISK, Files
from perfeval.layouts import Layout, read_layout
from perfeval.load import LIMIT, Data, Source, read
from perfeval.workspace import inherit, workspace_of
from perfeval.write import file_name

KEYS = frozenset(("layout", "year", "department", "attachment"))
"""What the names of documents are mostly made of; others are not foretold."""
_NEEDED = re.compile(rf"^(?:{'|'.join(sorted(KEYS))}):.*\n?(?:(?:[ \t\r#].*)?\n)*".encode(), re.MULTILINE)
"""Each of these keys, with what is indented below it."""
_UNCOMMON = re.compile(rb"^(?![a-z_]+:|[ \t\r\n#]|\Z)", re.MULTILINE)
"""A line that is neither an outermost key as they are mostly written nor below one, blank or a comment."""
_NAMED = re.compile(r"\breport\.(\w+)")


def foretold(path: Path, files: Files = DISK) -> str | None:
    """The file name of a department's report, None where it cannot be told without making it."""
    try:
        content = files.read(path, LIMIT + 1)
    except OSError:
        return None
    source = read(content if _UNCOMMON.search(content) else b"".join(_NEEDED.findall(content)), str(path)).value
    assert source is not None
    workspace = workspace_of(path.parent, files).value
    if workspace is not None:
        source = inherit(source, workspace)
    layout = _layout(source, files)
    if source.data is None or layout is None:
        return None
    if workspace is not None:
        layout = replace(layout, filename=workspace.filename)
    return _name(layout, source.data)


def _name(layout: Layout, data: dict[str, Data]) -> str | None:
    if not KEYS.issuperset(_NAMED.findall(layout.filename or layout.wording.filename)):
        return None
    year = data.get("year")
    title = title_of(layout, {"report": data, "year": int(year) if isinstance(year, Decimal) else year}).value
    return None if title is None else file_name(title, ".docx")


def _layout(source: Source, files: Files) -> Layout | None:
    """The layout that the report names, if there is one."""
    name = None if source.data is None else source.data.get("layout")
    if not isinstance(name, str):
        return None
    found = read_layout(name, Path(source.location(("layout",)).file).parent, files)
    return None if isinstance(found, Diagnostic) else found.value
