"""Word documents with a native chart, its part written by hand."""

from collections.abc import Sequence
from html import escape
from io import BytesIO
from zipfile import ZipFile

from raised import RELATIONS, W, body, docx

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
RELATION = f'<Relationship Id="rId9" Type="{R}/chart" Target="charts/chart1.xml"/>'
TYPE = (
    '<Override PartName="/word/charts/chart1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>'
)
DESCRIPTION = "图1 预算收支对比（万元）：收入，2024年 1706.83、2025年 2024.99"

Values = Sequence[str | None]
COLUMNS = '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>{}</c:barChart>'
BARS = '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/>{}</c:barChart>'
STACKED = '<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/>{}</c:barChart>'
LINES = "<c:lineChart>{}</c:lineChart>"
PIE = "<c:pieChart>{}</c:pieChart>"
AREA = "<c:areaChart>{}</c:areaChart>"


def series(name: str, categories: Sequence[str], values: Values, colour: str = "") -> str:
    """``c:ser`` with its caches; a missing value has no point."""
    fill = f'<c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></c:spPr>' if colour else ""
    return (
        f"<c:ser><c:tx><c:strRef><c:strCache>{_points([name])}</c:strCache></c:strRef></c:tx>{fill}"
        f"<c:cat><c:strRef><c:strCache>{_points(categories)}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:numCache>{_points(values)}</c:numCache></c:numRef></c:val></c:ser>"
    )


def _points(values: Values) -> str:
    return "".join(
        f'<c:pt idx="{index}"><c:v>{escape(value)}</c:v></c:pt>'
        for index, value in enumerate(values)
        if value is not None
    )


def chart_part(*plots: str) -> str:
    """``c:chartSpace``."""
    area = f"<c:chart><c:plotArea>{''.join(plots)}</c:plotArea></c:chart>"
    return f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}">{area}</c:chartSpace>'


def paragraph(relation: str = "rId9", description: str = DESCRIPTION) -> str:
    """The paragraph that shows a chart, 156 by 75 mm."""
    return (
        f'<w:p xmlns:w="{W[9:-1]}"><w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:extent cx="5616000" cy="2700000"/>'
        f'<wp:docPr id="1" name="a" descr="{escape(description)}"/><a:graphic xmlns:a="{A}"><a:graphicData uri="{C}">'
        f'<c:chart xmlns:c="{C}" xmlns:r="{R}" r:id="{relation}"/></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r></w:p>"
    )


def with_chart(part: str, caption: str = "", document: bytes | None = None) -> bytes:
    """A document that ends with a chart and its caption."""
    with ZipFile(BytesIO(document or docx(body("正文")))) as container:
        members = {name: container.read(name) for name in container.namelist()}
    members.setdefault("word/_rels/document.xml.rels", RELATIONS.format("").encode())
    members["word/charts/chart1.xml"] = part.encode()
    under = f'<w:p><w:pPr><w:pStyle w:val="TableCaption"/></w:pPr><w:r><w:t>{escape(caption)}</w:t></w:r></w:p>'
    body_end = b"<w:sectPr" if b"<w:sectPr" in members["word/document.xml"] else b"</w:body>"
    insert = {
        "word/_rels/document.xml.rels": (b"</Relationships>", RELATION),
        "[Content_Types].xml": (b"</Types>", TYPE),
        "word/document.xml": (body_end, paragraph() + (under if caption else "")),
    }
    for name, (end, xml) in insert.items():
        members[name] = members[name].replace(end, xml.encode() + end, 1)
    stream = BytesIO()
    with ZipFile(stream, "w") as container:
        for name, content in members.items():
            container.writestr(name, content)
    return stream.getvalue()
