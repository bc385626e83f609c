"""A layout's docx: the parts around the body, and a zip that is the same every time."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import charts
import stylesheet
from styles import PAGE
from wordml import RELATIONS, Element, field, paragraph, run, serialised, twentieths_of_mm, w

EPOCH = (1980, 1, 1, 0, 0, 0)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DEFAULT_TYPES = (
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
)
APP_PROPERTIES = f"""{DECLARATION}\
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>
"""

ROOT_PARTS = (
    ("word/document.xml", f"{RELATIONS}/officeDocument", f"{WORD_TYPE}.document.main+xml"),
    (
        "docProps/core.xml",
        f"{PACKAGE}/relationships/metadata/core-properties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
    (
        "docProps/app.xml",
        f"{RELATIONS}/extended-properties",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ),
)
DOCUMENT_PARTS = (
    ("styles", "styles", f"{WORD_TYPE}.styles+xml"),
    ("numbering", "numbering", f"{WORD_TYPE}.numbering+xml"),
    ("settings", "settings", f"{WORD_TYPE}.settings+xml"),
    ("fontTable", "fontTable", f"{WORD_TYPE}.fontTable+xml"),
    ("footer1", "footer", f"{WORD_TYPE}.footer+xml"),
    ("footer2", "footer", f"{WORD_TYPE}.footer+xml"),
    ("theme/theme1", "theme", "application/vnd.openxmlformats-officedocument.theme+xml"),
)
CHART = ("chart", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml")
WORKBOOK = ("package", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
THEME = Path(__file__).with_name("theme.xml")
"""No style refers to it, but Word and its validators look for one."""
ODD_FOOTER, EVEN_FOOTER = "rId5", "rId6"


def settings() -> Element:
    """``word/settings.xml``: Word 2013's own rules, footers by odd and even page, no punctuation squeezed."""
    compatibility = w(
        "compat",
        w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15),
    )
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=640),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="doNotCompress"),
        compatibility,
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
    )


def footer(side: str) -> Element:
    """A dash on either side of the number, one character from the edge (GB/T 9704-2012, 7.5)."""
    content = paragraph("Footer", run("— "), *field("PAGE", "1"), run(" —"))
    properties = content[0]
    properties.append(w("ind", **{f"{side}Chars": 100, side: 280}, firstLineChars=0, firstLine=0))
    properties.append(w("jc", val=side))
    return w("ftr", content)


def document(body: list[Element]) -> Element:
    """``word/document.xml``: one section of upright pages."""
    lengths = {name: twentieths_of_mm(length) for name, length in PAGE.items()}
    width, height = lengths.pop("width"), lengths.pop("height")
    section = w(
        "sectPr",
        footer_reference("default", ODD_FOOTER),
        footer_reference("even", EVEN_FOOTER),
        w("pgSz", w=width, h=height),
        w("pgMar", **lengths, gutter=0),
    )
    return w("document", w("body", *body, section))


def footer_reference(pages: str, relation: str) -> Element:
    """Ties a footer part to the section."""
    reference = w("footerReference", type=pages)
    reference.set(f"{{{RELATIONS}}}id", relation)
    return reference


def relationships(*targets: tuple[str, str]) -> bytes:
    """A relationships part; the (target, type) pairs are called rId1, rId2 and so on."""
    rows = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{"".join(rows)}</Relationships>'.encode()


def content_types(drawn: Sequence[str]) -> bytes:
    """``[Content_Types].xml``; ``drawn`` are the names of the charts."""
    kinds = {name: kind for name, _relation, kind in ROOT_PARTS}
    kinds |= {f"word/{name}.xml": kind for name, _relation, kind in DOCUMENT_PARTS}
    kinds |= {f"word/charts/{name}.xml": CHART[1] for name in drawn}
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    workbooks = f'<Default Extension="xlsx" ContentType="{WORKBOOK[1]}"/>' if drawn else ""
    return f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">{DEFAULT_TYPES}{workbooks}{rows}</Types>'.encode()


def core_properties(said: Mapping[str, str]) -> bytes:
    """``docProps/core.xml``: what is said of the document, by the names of Dublin Core."""
    elements = "".join(f"<dc:{name}>{words}</dc:{name}>" for name, words in said.items())
    spaces = f'xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    language = "<dc:language>zh-CN</dc:language>"
    return f"{DECLARATION}<cp:coreProperties {spaces}>{elements}{language}</cp:coreProperties>\n".encode()


def parts(body: list[Element], said: Mapping[str, str]) -> dict[str, bytes]:
    """Every part by name, in the order of the package; ``said`` are the document's properties."""
    drawn = charts.related(body, first=len(DOCUMENT_PARTS) + 1)
    targets = [(f"{name}.xml", relation) for name, relation, _kind in DOCUMENT_PARTS]
    targets += [(f"charts/{name}.xml", CHART[0]) for name in drawn]
    return {
        "[Content_Types].xml": content_types(drawn),
        "_rels/.rels": relationships(*((name, relation) for name, relation, _kind in ROOT_PARTS)),
        "docProps/app.xml": APP_PROPERTIES.encode(),
        "docProps/core.xml": core_properties(said),
        "word/_rels/document.xml.rels": relationships(*((name, f"{RELATIONS}/{kind}") for name, kind in targets)),
        **{name: content for chart in drawn for name, content in chart_parts(chart).items()},
        "word/document.xml": serialised(document(body)),
        "word/fontTable.xml": serialised(stylesheet.font_table()),
        "word/footer1.xml": serialised(footer("right")),
        "word/footer2.xml": serialised(footer("left")),
        "word/numbering.xml": serialised(stylesheet.numbering()),
        "word/settings.xml": serialised(settings()),
        "word/styles.xml": serialised(stylesheet.styles()),
        "word/theme/theme1.xml": THEME.read_bytes(),
    }


def chart_parts(name: str) -> dict[str, bytes]:
    """A chart, what it is related to, and its workbook, stored as it is: zlibs differ in compression."""
    book = f"embeddings/{name}.xlsx"
    return {
        f"word/charts/_rels/{name}.xml.rels": relationships((f"../{book}", f"{RELATIONS}/{WORKBOOK[0]}")),
        f"word/charts/{name}.xml": charts.chart(name),
        f"word/{book}": zipped(charts.workbook(name), ZIP_STORED),
    }


def zipped(members: dict[str, bytes], compression: int = ZIP_DEFLATED) -> bytes:
    """A zip without a time, a system or a user in it."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", compression, compresslevel=9) as archive:
        for name, content in members.items():
            member = ZipInfo(name, EPOCH)
            member.compress_type = compression
            member.create_system = 0
            archive.writestr(member, content)
    return buffer.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The members of a zip in their order: what counts when two are compared, for zlibs differ in compression."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
