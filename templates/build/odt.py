"""The official styles as an OpenDocument text, from which pandoc takes the looks of the ODT form."""

from collections.abc import Mapping

from lxml import etree

from styles import BODY, LATIN, PAGE, SONG, STYLES, SUBSTITUTES, Style
from wordml import Element

MIMETYPE = b"application/vnd.oasis.opendocument.text"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = {
    "office": f"{OASIS}:office:1.0",
    "style": f"{OASIS}:style:1.0",
    "text": f"{OASIS}:text:1.0",
    "fo": f"{OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{OASIS}:svg-compatible:1.0",
    "manifest": f"{OASIS}:manifest:1.0",
}
ALIGNMENTS = {"both": "justify", "left": "start", "right": "end", "center": "center"}
DEFAULT = "Standard"
"""What the body is called where nothing else is said: LibreOffice knows no Normal."""


def o(
    name: str, attributes: Mapping[str, str | int | float] | None = None, *children: Element, words: str = ""
) -> Element:
    """The element ``prefix:tag``; children in the order the schema wants them."""
    element = etree.Element(qualified(name), nsmap=SPACES)
    for key, value in (attributes or {}).items():
        element.set(qualified(key), str(value))
    element.extend(children)
    element.text = words or None
    return element


def qualified(name: str) -> str:
    """``prefix:tag`` as lxml has it."""
    prefix, _, tag = name.partition(":")
    return f"{{{SPACES[prefix]}}}{tag}"


def encoded(name: str) -> str:
    """A style's name as OpenDocument writes it, where people see blanks."""
    return name.replace(" ", "_20_")


def text_properties(style: Style) -> Element:
    """The same size in every script, each with its font."""
    scripts = {"": style.latin, "-asian": style.font, "-complex": style.latin}
    fonts = {f"style:font-name{script}": font for script, font in scripts.items()}
    sizes = {f"{'style' if script else 'fo'}:font-size{script}": f"{style.size}pt" for script in scripts}
    return o(
        "style:text-properties",
        {
            **fonts,
            **sizes,
            "fo:letter-spacing": f"{style.spacing}pt" if style.spacing else "normal",
            "style:text-scale": f"{style.scale}%",
            "fo:language": "en",
            "fo:country": "US",
            "style:language-asian": "zh",
            "style:country-asian": "CN",
        },
    )


def paragraph_properties(style: Style) -> Element:
    """Lines of an exact height, on no grid, with neither widows nor orphans moved: 22 of them fill a page."""
    return o(
        "style:paragraph-properties",
        {
            "fo:line-height": "100%" if style.line is None else f"{style.line}pt",
            "fo:margin-top": f"{style.before}pt",
            "fo:margin-bottom": f"{style.after}pt",
            "fo:margin-left": "0pt",
            "fo:margin-right": f"{style.right}pt",
            "fo:text-indent": f"{style.indent * style.size}pt",
            "fo:text-align": ALIGNMENTS[style.align],
            "style:justify-single-word": "false",
            "fo:keep-with-next": "always" if style.keep_next else "auto",
            "fo:widows": 0,
            "fo:orphans": 0,
            "style:snap-to-layout-grid": "false",
            "style:punctuation-wrap": "hanging",
        },
    )


def paragraph_style(style: Style) -> Element:
    """A style under the name that it has in Word; headings under OpenDocument's own."""
    name = DEFAULT if style is BODY else f"Heading {style.level}" if style.level else style.name
    attributes: dict[str, str | int] = {
        "style:name": encoded(name),
        "style:display-name": name,
        "style:family": "paragraph",
    }
    if style.level is not None:
        attributes["style:default-outline-level"] = style.level
    return o("style:style", attributes, paragraph_properties(style), text_properties(style))


def footer(name: str, side: str) -> Element:
    """The page number between dashes, at one side of the page."""
    number = o("text:page-number", {"text:select-page": "current"}, words="1")
    line = o("text:p", {"text:style-name": f"Footer{side}"}, number)
    line.text, number.tail = "— ", " —"
    return o(name, {}, line)


def footer_style(side: str) -> Element:
    """One character from the edge (GB/T 9704-2012, 7.5)."""
    edges = {"Right": ("end", "fo:margin-right"), "Left": ("start", "fo:margin-left")}
    align, margin = edges[side]
    properties = o("style:paragraph-properties", {"fo:text-align": align, margin: "14pt"})
    names = {"style:name": f"Footer{side}", "style:family": "paragraph", "style:parent-style-name": "footer"}
    return o("style:style", names, properties)


def page_layout() -> Element:
    """A4; OpenDocument counts the footer to the text and not to the margin."""
    beside = {f"fo:margin-{side}": f"{PAGE[side]}mm" for side in ("top", "left", "right")}
    below = PAGE["bottom"] - PAGE["footer"]
    footer_properties = o(
        "style:header-footer-properties",
        {"fo:min-height": f"{below}mm", "fo:margin-top": f"{below / 2}mm", "style:dynamic-spacing": "false"},
    )
    page = o(
        "style:page-layout-properties",
        {
            "fo:page-width": f"{PAGE['width']}mm",
            "fo:page-height": f"{PAGE['height']}mm",
            "style:print-orientation": "portrait",
            **beside,
            "fo:margin-bottom": f"{PAGE['footer']}mm",
            "style:layout-grid-mode": "none",
        },
    )
    return o("style:page-layout", {"style:name": "A4"}, page, o("style:footer-style", {}, footer_properties))


def fonts() -> Element:
    """The official fonts, each with what to take where it is missing."""
    names = sorted({font for style in STYLES for font in (style.font, style.latin)} | {LATIN, SONG})
    families = {name: ", ".join(f"'{one}'" for one in (name, SUBSTITUTES.get(name)) if one) for name in names}
    faces = (o("style:font-face", {"style:name": name, "svg:font-family": family}) for name, family in families.items())
    return o("office:font-face-decls", {}, *faces)


def styles() -> Element:
    """``styles.xml``."""
    default = o("style:default-style", {"style:family": "paragraph"}, paragraph_properties(BODY), text_properties(BODY))
    named = [paragraph_style(style) for style in STYLES]
    master = o(
        "style:master-page",
        {"style:name": DEFAULT, "style:page-layout-name": "A4"},
        footer("style:footer", "Right"),
        footer("style:footer-left", "Left"),
    )
    return o(
        "office:document-styles",
        {"office:version": "1.3"},
        fonts(),
        o("office:styles", {}, default, *named),
        o("office:automatic-styles", {}, page_layout(), footer_style("Right"), footer_style("Left")),
        o("office:master-styles", {}, master),
    )


def manifest() -> Element:
    """``META-INF/manifest.xml``."""
    files = {"/": MIMETYPE.decode(), **dict.fromkeys(("content.xml", "styles.xml", "meta.xml"), "text/xml")}
    entries = (
        o("manifest:file-entry", {"manifest:full-path": path, "manifest:media-type": kind})
        for path, kind in files.items()
    )
    return o("manifest:manifest", {"manifest:version": "1.3"}, *entries)


def parts() -> dict[str, bytes]:
    """The parts of the document, which has looks and no words."""
    content = o("office:document-content", {"office:version": "1.3"}, o("office:body", {}, o("office:text")))
    meta = o("office:document-meta", {"office:version": "1.3"}, o("office:meta"))
    roots = {"content.xml": content, "styles.xml": styles(), "meta.xml": meta, "META-INF/manifest.xml": manifest()}
    return {
        "mimetype": MIMETYPE,
        **{name: etree.tostring(root, xml_declaration=True, encoding="UTF-8") for name, root in roots.items()},
    }
