"""A finished Word document as parts that are read, replaced and added."""

from dataclasses import dataclass

from lxml import etree

from perfeval.word.archive import deflated_fast, order, pack, unpack
from perfeval.word.package import DOCUMENT
from perfeval.word.parts import CONTENT_TYPES
from perfeval.word.relations import relations, relationships_of

NUMBERING = "word/numbering.xml"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


@dataclass(frozen=True, slots=True)
class Package:
    """The parts by name."""

    parts: dict[str, bytes]

    @classmethod
    def of(cls, document: bytes) -> "Package":
        """The parts of a document that perfeval wrote."""
        return cls(unpack(document))

    def part(self, name: str) -> etree._Element | None:
        """The root of a part, where there is one."""
        content = self.parts.get(name)
        return None if content is None else etree.fromstring(content, _PARSER)

    def related(self, relation: str) -> etree._Element | None:
        """The root of the part to which a relation of the main part leads."""
        targets = (one.target for one in relations(self.parts, DOCUMENT) if one.id == relation)
        return self.part(next(targets, ""))

    def replace(self, name: str, root: etree._Element) -> None:
        """Puts a root in the place of a part's old one."""
        self.parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)

    def add_picture(self, name: str, content: bytes) -> None:
        """Adds a picture in SVG, to which the main part's relation ``name`` leads."""
        self.parts[f"word/media/{name}.svg"] = content
        self._append(relationships_of(DOCUMENT), "Relationship", Id=name, Type=IMAGE, Target=f"media/{name}.svg")
        self._append(CONTENT_TYPES, "Override", PartName=f"/word/media/{name}.svg", ContentType="image/svg+xml")

    def packed(self) -> bytes:
        """The document."""
        return pack(deflated_fast(name, self.parts[name]) for name in sorted(self.parts, key=order))

    def _append(self, name: str, tag: str, **attributes: str) -> None:
        root = self.part(name)
        assert root is not None, f"a document with a chart has {name}"
        etree.SubElement(root, f"{{{etree.QName(root).namespace}}}{tag}", attributes)
        self.replace(name, root)
