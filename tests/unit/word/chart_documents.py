"""Templates with charts drawn by XlsxWriter, embedded as Word does, and what a finished document holds of them."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import xlsxwriter
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
STYLE_TYPE = "application/vnd.ms-office.chartcolorstyle+xml"
STYLE_RELATION = "http://schemas.microsoft.com/office/2011/relationships/chartColorStyle"
STYLE = (
    b'<cs:colorStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" meth="cycle" id="10">'
    b'<a:schemeClr xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" val="accent1"/></cs:colorStyle>'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
C = f"{{{DRAWING}/chart}}"
A = f"{{{DRAWING}/main}}"
EXTERNAL = '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
ALTERNATIVE = f"{{{DRAWING}/wordprocessingDrawing}}docPr"


def drawn(kind: str = "column", *series: dict[str, Any], line: Sequence[dict[str, Any]] = ()) -> tuple[str, bytes]:
    """A chart part and its workbook with shared strings: two series unless others are given, some of them lines."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("数据")
    sheet.write_row(0, 0, ["", "旧一", "旧二", "旧三", "旧四"])
    for row in (1, 2, 3):
        sheet.write_row(row, 0, [f"旧类{row}", 7001 + row, 7002 + row, 7003 + row, 7004 + row])

    def add(chart: Any, one: dict[str, Any], column: int) -> None:
        chart.add_series(
            {
                "name": ["数据", 0, column],
                "categories": ["数据", 1, 0, 3, 0],
                "values": ["数据", 1, column, 3, column],
                **one,
            }
        )

    chart: Any = book.add_chart({"type": kind})
    for number, one in enumerate(series or ({}, {}), 1):
        add(chart, one, number)
    if line:
        second: Any = book.add_chart({"type": "line"})
        for number, one in enumerate(line, len(series or ({}, {})) + 1):
            add(second, one, number)
        chart.combine(second)
    sheet.insert_chart("G2", chart)
    book.close()
    with zipfile.ZipFile(stream) as archive:
        assert "xl/sharedStrings.xml" in archive.namelist()
        xml = archive.read("xl/charts/chart1.xml").decode()
    return re.sub(r"<c:printSettings>.*</c:chartSpace>", EXTERNAL, xml), stream.getvalue()


def put(made: Any, name: str, xml: str, book: bytes, *, number: int = 1, suffix: str = "xlsx", part: str = "") -> None:
    """Embeds a chart with its workbook and its style at the end of a document, as Word does."""
    package = made.part.package
    chart = Part(PackURI(f"/word/charts/{part or f'chart{number}.xml'}"), CHART_TYPE, xml.encode(), package)
    data = Part(PackURI(f"/word/embeddings/Microsoft_Excel_Worksheet{number}.{suffix}"), WORKBOOK_TYPE, book, package)
    style = Part(PackURI(f"/word/charts/style{number}.xml"), STYLE_TYPE, STYLE, package)
    assert chart.relate_to(data, RELATIONSHIP_TYPE.PACKAGE) == "rId1"
    chart.relate_to(style, STYLE_RELATION)
    refer(made, name, made.part.relate_to(chart, RELATIONSHIP_TYPE.CHART))


def refer(made: Any, name: str, relation: str) -> None:
    """A paragraph with a drawing that refers to a chart."""
    drawing = (
        f'<wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing"><wp:extent cx="3600000" cy="1800000"/>'
        f'<wp:docPr id="1" name="图表 1" descr="{name}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="{DRAWING}/main">'
        f'<a:graphicData uri="{DRAWING}/chart"><c:chart xmlns:c="{DRAWING}/chart" xmlns:r="{RELATIONS}" '
        f'r:id="{relation}"/></a:graphicData></a:graphic></wp:inline>'
    )
    run = made.add_paragraph().add_run()
    holder = parse_xml(
        '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' + drawing + "</w:drawing>"
    )
    run._r.append(holder)


def guarded(made: Any, name: str, xml: str, book: bytes, *, number: int) -> None:
    """A chart that is left out where it has nothing to show."""
    made.add_paragraph(f"{{%p if charts.{name} %}}")
    put(made, name, xml, book, number=number)
    made.add_paragraph("{%p endif %}")


def member(docx: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return archive.read(name)


def chart_of(docx: bytes, number: int = 1) -> etree._Element:
    return etree.fromstring(member(docx, f"word/charts/chart{number}.xml"))


def series_of(chart: etree._Element) -> list[etree._Element]:
    """The series of all plots in their order."""
    return sorted(chart.iter(f"{C}ser"), key=lambda one: int(val(one, "order")))


def val(element: etree._Element, name: str) -> str:
    """The ``val`` of a child."""
    (child,) = element.iterchildren(C + name)
    return child.get("val", "")


def shown(series: etree._Element, what: str) -> dict[int, str]:
    """The points of the name (tx), the categories (cat) or the values (val), by index."""
    (held,) = series.iterchildren(C + what)
    return {int(point.get("idx", "")): point.findtext(f"{C}v", "") for point in held.iter(f"{C}pt")}


def sheet_of(docx: bytes, number: int = 1) -> str:
    book = member(docx, f"word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx")
    return member(book, "xl/worksheets/sheet1.xml").decode()


def cells(sheet: str) -> dict[str, str]:
    """What stands in the file for each cell, digit by digit."""
    return {
        place: text or number
        for place, text, number in re.findall(r'<c r="(\w+)"[^>]*>(?:<is><t>(.*?)</t></is>|<v>(.*?)</v>)</c>', sheet)
    }


def changed(xml: str, change: Callable[[etree._Element], None]) -> str:
    """A chart part after a change."""
    root = etree.fromstring(xml.encode())
    change(root)
    return etree.tostring(root, encoding="unicode")
