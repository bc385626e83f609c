"""The comments part of a package, made and declared where there is none."""

import posixpath
from itertools import count

from lxml import etree

from perfeval.word.package import DOCUMENT, WORDPROCESSING
from perfeval.word.parts import CONTENT_TYPES, parsed, serialised
from perfeval.word.places import W

RELATIONSHIPS = "word/_rels/document.xml.rels"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
NO_RELATIONSHIPS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
NEW = "word/comments.xml"


def comments_part(parts: dict[str, bytes]) -> str:
    """The name of the part that holds the comments; an empty one is put among the parts where there is none."""
    relations = parsed(RELATIONSHIPS, parts.get(RELATIONSHIPS, NO_RELATIONSHIPS))
    for relation in relations.iter(RELATIONSHIP):
        if relation.get("Type") == KIND:
            return posixpath.join(f"/{posixpath.dirname(DOCUMENT)}", relation.get("Target", "")).lstrip("/")
    taken = {relation.get("Id") for relation in relations.iter(RELATIONSHIP)}
    free = next(name for name in map("rId{}".format, count(1)) if name not in taken)
    types = parsed(CONTENT_TYPES, parts[CONTENT_TYPES])
    etree.SubElement(relations, RELATIONSHIP, Id=free, Type=KIND, Target=posixpath.basename(NEW))
    etree.SubElement(types, OVERRIDE, PartName=f"/{NEW}", ContentType=WORDPROCESSING.format("comments"))
    parts[RELATIONSHIPS], parts[CONTENT_TYPES] = map(serialised, (relations, types))
    parts[NEW] = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()
    return NEW
