"""The name of a document before it is made: from those lines of the department's file that it depends on."""

import re
from decimal import Decimal
from pathlib import Path

from perfeval.compose import names_of
from perfeval.diagnostic import Diagnostic
from perfeval.files import DISK, Files
from perfeval.layouts import Layout, read_layout
from perfeval.load import LIMIT, Data, Source, read
from perfeval.workspace import inherit, workspace_of
from perfeval.write import file_name

KEYS = frozenset(("layout", "year", "department", "attachment"))
"""What the names of documents are mostly made of; others are not foretold."""
BELOW = b" \t\r#"
"""How lines begin that are no outermost key's."""
_KEY = re.compile(rb"([a-z_]+):")
"""An outermost key as they are mostly written."""
_NAMED = re.compile(r"\breport\.(\w+)")


def foretold(path: Path, files: Files = DISK) -> str | None:
    """The file name of a department's report, None where it cannot be told without making it."""
    try:
        content = files.read(path, LIMIT + 1)
    except OSError:
        return None
    source = read(_needed(content), str(path)).value
    assert source is not None
    workspace = workspace_of(path.parent, files).value
    if workspace is not None:
        source = inherit(source, workspace)
    layout = _layout(source, files)
    if source.data is None or layout is None:
        return None
    if workspace is not None:
        layout = workspace.named(layout)
    return _name(layout, source.data)


def _needed(content: bytes) -> bytes:
    """The lines of the keys that are needed, all lines of a file that is written in an uncommon way."""
    needed, is_needed = [], False
    for line in content.split(b"\n"):
        if line and line[0] not in BELOW:
            key = _KEY.match(line)
            if key is None:
                return content
            is_needed = key[1].decode() in KEYS
        if is_needed:
            needed.append(line)
    return b"\n".join(needed)


def _name(layout: Layout, data: dict[str, Data]) -> str | None:
    if not KEYS.issuperset(_NAMED.findall(f"{layout.wording.filename} {layout.filename}")):
        return None
    year = data.get("year")
    _, name = names_of(layout, {"report": data, "year": int(year) if isinstance(year, Decimal) else year})
    return None if name.value is None else file_name(name.value, ".docx")


def _layout(source: Source, files: Files) -> Layout | None:
    """The layout that the report names, if there is one."""
    name = None if source.data is None else source.data.get("layout")
    if not isinstance(name, str):
        return None
    found = read_layout(name, Path(source.location(("layout",)).file).parent, files)
    return None if isinstance(found, Diagnostic) else found.value
