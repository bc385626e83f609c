"""A Word file taken apart: its members, its parts of XML, and what each part is related to."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
VAL = f"{W}val"

DOCUMENT, STYLES, NUMBERING, SETTINGS = (f"word/{name}.xml" for name in ("document", "styles", "numbering", "settings"))
CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship: its id, the last word of its type, and the part it leads to, None where that is outside."""

    id: str
    kind: str
    target: str | None


@dataclass(frozen=True)
class Opened:
    """The members of a package by name."""

    members: Mapping[str, bytes]

    @cached_property
    def _read(self) -> dict[str, etree._Element | None]:
        """Every member that should be XML, None where it is not."""
        return {name: _xml(data) for name, data in self.members.items() if name.endswith((".xml", ".rels"))}

    @property
    def broken(self) -> list[str]:
        """The members that should be XML and are not."""
        return [name for name, part in self._read.items() if part is None]

    @cached_property
    def xml(self) -> dict[str, etree._Element]:
        """Every member that is XML."""
        return {name: part for name, part in self._read.items() if part is not None}

    @cached_property
    def parts(self) -> dict[str, etree._Element]:
        """The parts below ``word/``."""
        return {name: part for name, part in self.xml.items() if name.startswith("word/") and name.endswith(".xml")}

    @cached_property
    def relations(self) -> dict[str, list[Relation]]:
        """The relationships of every part that has some; those of the package itself under the empty name."""
        return {owner(name): list(_relations(owner(name), part)) for name, part in self.xml.items() if ".rels" in name}

    @property
    def document(self) -> etree._Element:
        return self.parts[DOCUMENT]

    def related(self, kind: str) -> list[etree._Element]:
        """The parts of XML of that kind that the document is related to."""
        found = (one.target for one in self.relations.get(DOCUMENT, ()) if one.kind == kind)
        return [self.xml[target] for target in found if target in self.xml]


def opened(document: Path | BytesIO) -> Opened:
    """The package in a file, on the disk or in memory."""
    with ZipFile(document) as archive:
        return Opened({name: archive.read(name) for name in archive.namelist()})


def owner(relationships: str) -> str:
    """The part that a relationships part speaks for."""
    folder, name = posixpath.split(relationships)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def number(element: etree._Element, path: str, default: int) -> int:
    """The number in the ``w:val`` of what stands there."""
    found = element.find(path)
    return default if found is None else int(found.get(VAL, default))


def _xml(data: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(data)
    except etree.XMLSyntaxError:
        return None


def _relations(part: str, relationships: etree._Element) -> Iterator[Relation]:
    for one in relationships.iter(RELATIONSHIP):
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), one.get("Target", ""))).lstrip("/")
        kind = one.get("Type", "").rpartition("/")[2]
        yield Relation(one.get("Id", ""), kind, None if one.get("TargetMode") == "External" else target)
