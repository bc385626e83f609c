"""What the parts of a package are related to."""

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from perfeval.word.parts import parsed

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Relation(NamedTuple):
    """A relationship by its id: the last word of its type, and the part it leads to."""

    id: str
    kind: str
    target: str


def relationships_of(part: str) -> str:
    """The name of the part that says what a part is related to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(parts: Mapping[str, bytes], part: str) -> Iterator[Relation]:
    """What a part is related to inside the package."""
    name = relationships_of(part)
    if name not in parts:
        return
    for one in parsed(name, parts[name]).iterchildren(RELATIONSHIP):
        if one.get("TargetMode", "").lower() != "external":
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), one.get("Target", "")))
            yield Relation(one.get("Id", ""), one.get("Type", "").rpartition("/")[2], target.lstrip("/"))


def reached(parts: Mapping[str, bytes], part: str) -> frozenset[str]:
    """The part and all that it leads to, with the parts that say so."""
    found: set[str] = set()
    waiting = [part]
    while waiting:
        name = waiting.pop()
        if name in parts and name not in found:
            found |= {name, relationships_of(name)} & parts.keys()
            waiting += (one.target for one in relations(parts, name))
    return frozenset(found)
