"""A copy of a finished Word document for pandoc to read, in which is written out what its reader leaves out."""

from lxml import etree

from perfeval.pandoc.numbering import Numbering
from perfeval.pandoc.package import NUMBERING, Package
from perfeval.pandoc.substitutes import name_numbers, write_charts
from perfeval.word.package import DOCUMENT
from perfeval.word.places import CELL, PARAGRAPH, TEXT, W
from perfeval.word.styles import PROPERTIES, STYLES, Styles

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def reading_copy(document: bytes, *, pictures: bool) -> bytes:
    """The document with its automatic numbers as words, and its charts as pictures or else as tables."""
    package = Package.of(document)
    root, style_part = package.part(DOCUMENT), package.part(STYLES)
    assert root is not None, "a Word document has a main part"
    styles = Styles(style_part)
    etree.strip_tags(root, f"{W}fldSimple")  # pandoc passes over a simple field with all that it shows
    _write_numbers(root, Numbering(package.part(NUMBERING), styles))
    _write_alignment(root, styles)
    write_charts(root, package, pictures=pictures)
    _guard_title(root)
    if style_part is not None:
        name_numbers(style_part)
    for name, part in ((DOCUMENT, root), (STYLES, style_part)):
        if part is not None:
            etree.strip_elements(part, f"{W}numPr")  # or pandoc would count once more
            package.replace(name, part)
    return package.packed()


def _guard_title(root: etree._Element) -> None:
    """A first paragraph for the filters to drop: of a title that stands first pandoc makes a property and no words."""
    guard = etree.Element(PARAGRAPH)
    etree.SubElement(etree.SubElement(guard, f"{W}r"), TEXT).text = "\N{WORD JOINER}"
    root[0].insert(0, guard)


def _write_numbers(root: etree._Element, numbering: Numbering) -> None:
    """Every automatic number before the words of its paragraph."""
    for paragraph in root.iter(PARAGRAPH):
        label = numbering.label(paragraph)
        if label:
            run = etree.Element(f"{W}r")
            words = etree.SubElement(run, TEXT, {SPACE: "preserve"})
            words.text = label
            _properties(paragraph).addnext(run)


def _write_alignment(root: etree._Element, styles: Styles) -> None:
    """In every cell's paragraph the alignment that its style gives it: pandoc asks the paragraph alone."""
    for paragraph in root.iterfind(f".//{CELL}/{PARAGRAPH}"):
        aligned, properties = styles.inherited(paragraph, "jc"), _properties(paragraph)
        if aligned is not None and properties.find(f"{W}jc") is None:
            etree.SubElement(properties, f"{W}jc", {f"{W}val": aligned})


def _properties(paragraph: etree._Element) -> etree._Element:
    found = paragraph.find(PROPERTIES)
    if found is None:
        found = etree.Element(PROPERTIES)
        paragraph.insert(0, found)
    return found
