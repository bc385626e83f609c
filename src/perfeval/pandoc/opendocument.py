"""An ODT as pandoc writes it, finished: lined tables whose rows stay whole, names of styles as they should be."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
STYLE, TEXT, TABLE = f"{{{OASIS}:style:1.0}}", f"{{{OASIS}:text:1.0}}", f"{{{OASIS}:table:1.0}}"
FO, OFFICE = f"{{{OASIS}:xsl-fo-compatible:1.0}}", f"{{{OASIS}:office:1.0}}"
ROW, TITLE, NEXT_TITLE = "TableRow", "Title", "NextTitle"
EPOCH = (1980, 1, 1, 0, 0, 0)


def finished(document: bytes) -> bytes:
    """The same document in official looks, and with no time in it."""
    with ZipFile(BytesIO(document)) as container:
        members = {name: container.read(name) for name in container.namelist()}
    root = etree.fromstring(members["content.xml"])
    styles = root.find(f"{OFFICE}automatic-styles")
    assert styles is not None
    _name_styles(root)
    _draw_lines(root, styles)
    _break_pages(root, styles)
    members["content.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    stream = BytesIO()
    with ZipFile(stream, "w") as container:
        for name in sorted(members, key=lambda name: (name != "mimetype", name)):
            member = ZipInfo(name, EPOCH)
            member.create_system = 0
            # Programs know the kind of a file by its first member, which is not to be deflated.
            member.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            container.writestr(member, members[name])
    return stream.getvalue()


def _name_styles(root: etree._Element) -> None:
    """A name with a blank is no name in XML, though pandoc writes it so."""
    for element in root.iter(f"{TEXT}p", f"{TEXT}h", f"{TEXT}span"):
        name = element.get(f"{TEXT}style-name")
        if name is not None:
            element.set(f"{TEXT}style-name", name.replace(" ", "_20_"))


def _draw_lines(root: etree._Element, styles: etree._Element) -> None:
    """Lines around every cell, words in its middle, and no row on two pages."""
    for style in styles:
        for properties in style.iterfind(f"{STYLE}table-cell-properties"):
            looks = {
                "border": "0.5pt solid #000000",
                "padding": "0.35mm",
                "padding-left": "0.5mm",
                "padding-right": "0.5mm",
            }
            properties.attrib.update({f"{FO}{name}": look for name, look in looks.items()})
            properties.set(f"{STYLE}vertical-align", "middle")
        for properties in style.iterfind(f"{STYLE}table-properties"):
            properties.set(f"{TABLE}border-model", "collapsing")
    row = etree.SubElement(styles, f"{STYLE}style", {f"{STYLE}name": ROW, f"{STYLE}family": "table-row"})
    etree.SubElement(row, f"{STYLE}table-row-properties", {f"{FO}keep-together": "always"})
    for element in root.iter(f"{TABLE}table-row"):
        element.set(f"{TABLE}style-name", ROW)


def _break_pages(root: etree._Element, styles: etree._Element) -> None:
    """A page of its own for every further title, as where each project has a form."""
    names = {f"{STYLE}name": NEXT_TITLE, f"{STYLE}family": "paragraph", f"{STYLE}parent-style-name": TITLE}
    etree.SubElement(
        etree.SubElement(styles, f"{STYLE}style", names), f"{STYLE}paragraph-properties", {f"{FO}break-before": "page"}
    )
    titles = [element for element in root.iter(f"{TEXT}p") if element.get(f"{TEXT}style-name") == TITLE]
    for title in titles[1:]:
        if title.getprevious() not in titles:
            title.set(f"{TEXT}style-name", NEXT_TITLE)
