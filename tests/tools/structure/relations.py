"""Parts lead to parts: every way leads somewhere, every part is reached and has a type."""

from collections import Counter
from collections.abc import Iterator
from typing import cast

from lxml import etree

from tools.structure.opened import CONTENT_TYPES, DOCUMENT, Opened, R

TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
USED = etree.XPath("//@r:*", namespaces={"r": R[1:-1]})
"""All that elements say in the namespace of relationships."""
CORE = "docProps/core.xml"
MUST_BE_USED = {"chart", "footer", "header", "hyperlink", "image"}
"""Relationships that mean nothing unless some element names their id."""


def targets(package: Opened) -> Iterator[str]:
    """Every relationship has an id of its own and leads to a member that is there."""
    for part, relations in package.relations.items():
        for id_, times in Counter(one.id for one in relations).items():
            if times > 1:
                yield f"{part or 'the package'}: {times} relationships are called {id_}"
        for one in relations:
            if one.target is not None and one.target not in package.members:
                yield f"{part or 'the package'}: {one.id} leads to {one.target}, which is missing"


def uses(package: Opened) -> Iterator[str]:
    """Every id that an element names is that of a relationship of its part, and the other way round."""
    for name, part in package.parts.items():
        relations = {one.id: one.kind for one in package.relations.get(name, ())}
        named = {str(value) for value in cast("list[str]", USED(part))}
        yield from (f"{name}: there is no relationship {id_}" for id_ in sorted(named - relations.keys()))
        idle = sorted(id_ for id_, kind in relations.items() if kind in MUST_BE_USED and id_ not in named)
        yield from (f"{name}: nothing uses the relationship {id_}, {relations[id_]}" for id_ in idle)


def types(package: Opened) -> Iterator[str]:
    """Every part has a content type, and none is declared for a part that is missing."""
    declared = package.xml[CONTENT_TYPES]
    named = [one.get("PartName", "").lstrip("/") for one in declared.iter(f"{TYPES}Override")]
    endings = {one.get("Extension", "").lower() for one in declared.iter(f"{TYPES}Default")}
    yield from (f"{name} is missing and has a content type" for name in named if name not in package.members)
    yield from (f"{name} has {times} content types" for name, times in Counter(named).items() if times > 1)
    for name in sorted(package.members.keys() - {CONTENT_TYPES, *named}):
        if name.rpartition(".")[2].lower() not in endings:
            yield f"{name} has no content type"


def reachable(package: Opened) -> Iterator[str]:
    """Every part is reached from the package; one that is not would be dropped or refused."""
    reached: set[str] = set()
    ahead = [""]
    while ahead:
        found = {one.target for one in package.relations.get(ahead.pop(), ()) if one.target is not None} - reached
        reached |= found
        ahead += found
    left = {name for name in package.members if not name.endswith(".rels")} - {CONTENT_TYPES} - reached
    yield from (f"nothing leads to {name}" for name in sorted(left))
    if DOCUMENT not in reached:
        yield "the package does not lead to its document"


def properties(package: Opened) -> Iterator[str]:
    """Every property of the document is said once."""
    for part in (name for name in package.xml if name == CORE):
        for tag, times in Counter(one.tag for one in package.xml[part]).items():
            if times > 1:
                yield f"{part}: {tag} is said {times} times"
