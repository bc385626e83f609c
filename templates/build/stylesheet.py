"""Writes the official styles as the parts of a Word document: styles, numbering and font table."""

from styles import BODY, FANG, LATIN, NUMBERING, STYLES, SUBSTITUTES, Style
from wordml import Element, w


def twentieths(points: float) -> int:
    """The unit of most lengths in WordprocessingML."""
    return round(points * 20)


def fonts(east: str, latin: str) -> Element:
    """Literal fonts for every script; the hint makes “ ” — … full width."""
    return w("rFonts", hint="eastAsia", ascii=latin, hAnsi=latin, eastAsia=east, cs=latin)


def indent(style: Style) -> Element:
    """Word obeys the characters, LibreOffice the twentieths of a point."""
    first = {"firstLineChars": style.indent * 100, "firstLine": twentieths(style.indent * style.size)}
    return w("ind", right=twentieths(style.right), **first)


def spacing(style: Style) -> Element:
    """Distances and line height, none of them left to an application's default."""
    line, rule = (240, "auto") if style.line is None else (twentieths(style.line), "exact")
    before, after = map(twentieths, (style.before, style.after))
    around = {"before": before, "beforeAutospacing": 0, "after": after, "afterAutospacing": 0}
    return w("spacing", **around, line=line, lineRule=rule)


def paragraph_properties(style: Style) -> Element:
    """In the schema's order. Widow control and snapping to a grid would break the 22 lines of a page."""
    properties = w("pPr")
    if style.keep_next:
        properties.append(w("keepNext"))
    properties.append(w("widowControl", val=0))
    if style.level is not None:
        properties.append(w("numPr", w("ilvl", val=style.level - 1), w("numId", val=1)))
    # Word's own default, which LibreOffice 7.4 reads the other way round: it loses a mark that hangs beyond the margin.
    properties.append(w("overflowPunct"))
    properties.extend([w("snapToGrid", val=0), spacing(style), indent(style), w("jc", val=style.align)])
    if style.level is not None:
        properties.append(w("outlineLvl", val=style.level - 1))
    return properties


def run_properties(style: Style) -> Element:
    """In the schema's order."""
    half_points = round(style.size * 2)
    return w(
        "rPr",
        fonts(style.font, style.latin),
        w("spacing", val=twentieths(style.spacing)),
        w("w", val=style.scale),
        w("sz", val=half_points),
        w("szCs", val=half_points),
    )


def paragraph_style(style: Style) -> Element:
    """A style that writes out every property, so that no reader has to guess."""
    marks = {"default": 1} if style is BODY else {} if style.built_in else {"customStyle": 1}
    element = w("style", type="paragraph", **marks, styleId=style.id)
    element.append(w("name", val=style.name))
    if style is not BODY:
        element.append(w("basedOn", val=BODY.id))
    if style.level is not None:
        element.append(w("next", val="BodyText"))
    element.extend([w("qFormat"), paragraph_properties(style), run_properties(style)])
    return element


def table_styles() -> list[Element]:
    """Word's own default, and the lined table of the reports: a firm frame around fine lines."""
    frame = [w(side, val="single", sz=8, space=0, color="auto") for side in ("top", "left", "bottom", "right")]
    lines = [w(side, val="single", sz=4, space=0, color="auto") for side in ("insideH", "insideV")]
    margins = {"top": 20, "left": 57, "bottom": 20, "right": 57}
    room = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in margins.items()))
    plain = w("tblPr", w("tblInd", w=0, type="dxa"))
    lined = w("tblPr", w("tblBorders", *frame, *lines), room)
    return [
        w("style", w("name", val="Normal Table"), plain, type="table", default=1, styleId="TableNormal"),
        w(
            "style",
            w("name", val="Table Grid"),
            w("basedOn", val="TableNormal"),
            lined,
            type="table",
            styleId="TableGrid",
        ),
    ]


def styles() -> Element:
    """``word/styles.xml``."""
    language = w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    defaults = w("docDefaults", w("rPrDefault", w("rPr", fonts(FANG, LATIN), language)), w("pPrDefault"))
    characters = w(
        "style", w("name", val="Default Paragraph Font"), type="character", default=1, styleId="DefaultParagraphFont"
    )
    lists = w("style", w("name", val="No List"), type="numbering", default=1, styleId="NoList")
    return w("styles", defaults, *map(paragraph_style, STYLES), characters, *table_styles(), lists)


def heading_level(style: Style) -> Element:
    """The counter of a heading style, right before its words."""
    assert style.level is not None
    counted = NUMBERING[style.level - 1]
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=counted.format),
        w("pStyle", val=style.id),
        w("suff", val="nothing"),
        w("lvlText", val=counted.pattern),
        w("lvlJc", val="left"),
        w("pPr", indent(style)),
        w("rPr", fonts(style.font, style.latin)),
        ilvl=style.level - 1,
    )


def numbering() -> Element:
    """``word/numbering.xml``: one list whose levels are the headings."""
    levels = [heading_level(style) for style in STYLES if style.level is not None]
    headings = w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=0)
    return w("numbering", headings, w("num", w("abstractNumId", val=0), numId=1))


def font_table() -> Element:
    """``word/fontTable.xml``: what to take where an official font is missing."""
    return w("fonts", *(w("font", w("altName", val=other), name=name) for name, other in SUBSTITUTES.items()))
