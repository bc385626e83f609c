"""The charts of the reports: native ones, which Word can edit; their data here only stand for those of a report.

Fonts are the official ones; the colours are a dark and a light one, which black-and-white printing keeps apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from perfeval.word import chart_workbook
from perfeval.word.chart_workbook import Series
from perfeval.word.chart_xml import ChartXml
from styles import LATIN, SONG
from wordml import RELATIONS, Element, field, paragraph, run, sentence, w, when

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
SPACES = f'xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main" xmlns:r="{RELATIONS}"'
MILLIMETRE = 36000
WIDTH, HEIGHT = 150, 75
COLOURS = ("1F4E79", "9DC3E6")
LABEL_SIZE, TEXT_SIZE = 900, 1000
"""Hundredths of a point."""

LINE = '<a:ln w="6350"><a:solidFill><a:srgbClr val="{}"/></a:solidFill></a:ln>'
NO_LINE = "<a:ln><a:noFill/></a:ln>"


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a chart is drawn: its bars upright or lying, their number of series; a chart of counts has no value axis."""

    series: int = 2
    lying: bool = False
    counts: bool = False


DRAWINGS = {
    "budget": Drawing(),
    "final": Drawing(),
    # Long amounts have room beside bars that lie.
    "sources": Drawing(lying=True),
    "grades": Drawing(series=1, counts=True),
}
"""By the name in layout.yaml."""


def figure(name: str) -> list[Element]:
    """A chart below the sentence that refers to it and above its caption; all vanish where it has nothing to show."""
    chart = f"charts.{name}"
    unit = f"{{% if {chart}.unit %}}（单位：{{{{ {chart}.unit }}}}）{{% endif %}}"
    number = field(r"SEQ 图 \* ARABIC", f"{{{{ {chart}.number }}}}")
    caption = paragraph("FigureCaption", run("图"), *number, run(f"：{{{{ {chart}.title }}}}{unit}"))
    return when(chart, *sentence(f"{name}_chart"), paragraph("Figure", w("r", w("drawing", inline(name)))), caption)


def inline(name: str) -> Element:
    """The chart in its line; ``package`` relates it to its part."""
    size = f'cx="{WIDTH * MILLIMETRE}" cy="{HEIGHT * MILLIMETRE}"'
    number = list(DRAWINGS).index(name) + 1
    return etree.fromstring(
        f'<wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{number}" name="图表 {number}" descr="{name}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/chart">'
        f'<c:chart xmlns:c="{DRAWING}/chart" xmlns:r="{RELATIONS}" r:id=""/>'
        "</a:graphicData></a:graphic></wp:inline>"
    )


def related(body: Iterable[Element], first: int) -> list[str]:
    """The names of the charts in a body; their relationships are numbered from ``first``."""
    drawn = [one for block in body for one in block.iter(f"{{{DRAWING}/wordprocessingDrawing}}inline")]
    for number, one in enumerate(drawn, first):
        next(one.iter(f"{{{DRAWING}/chart}}chart")).set(f"{{{RELATIONS}}}id", f"rId{number}")
    return [next(one.iter(f"{{{DRAWING}/wordprocessingDrawing}}docPr")).get("descr", "") for one in drawn]


def data(drawing: Drawing) -> tuple[list[str], list[Series]]:
    """Categories and series, for who opens the template in Word to see something."""
    categories = ["类别一", "类别二"]
    values = [Decimal(3), Decimal(2)]
    return categories, [Series(f"系列{name}", values) for name in ("一", "二")[: drawing.series]]


def chart(name: str) -> bytes:
    """The chart part."""
    drawing = DRAWINGS[name]
    return ChartXml.compile(etree.fromstring(chart_space(drawing))).filled(*data(drawing))


def workbook(name: str) -> dict[str, bytes]:
    """The parts of the workbook behind it."""
    return {**chart_workbook.frame(), chart_workbook.SHEET_PART: chart_workbook.sheet(*data(DRAWINGS[name]))}


def chart_space(drawing: Drawing) -> str:
    """The chart without its data. It has no title, for its caption stands below it, and no border."""
    series = "".join(map(bars, range(drawing.series)))
    legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if drawing.series > 1 else ""
    return (
        f'<c:chartSpace {SPACES}><c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f'<c:barChart><c:barDir val="{"bar" if drawing.lying else "col"}"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{100 if drawing.series > 1 else 200}"/><c:overlap val="-10"/>'
        f'<c:axId val="1"/><c:axId val="2"/></c:barChart>{category_axis(drawing)}{value_axis(drawing)}'
        f'</c:plotArea>{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>{text(TEXT_SIZE)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def bars(number: int) -> str:
    """The bars of a series, each with its number at its end; every pixel of a dark frame keeps the light ones firm."""
    shown = "".join(
        f'<c:show{what} val="{int(what == "Val")}"/>'
        for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    )
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f'<c:spPr><a:solidFill><a:srgbClr val="{COLOURS[number]}"/></a:solidFill>{LINE.format(COLOURS[0])}</c:spPr>'
        '<c:invertIfNegative val="0"/><c:dLbls><c:numFmt formatCode="General" sourceLinked="1"/>'
        f'<c:spPr><a:noFill/>{NO_LINE}</c:spPr>{text(LABEL_SIZE)}<c:dLblPos val="outEnd"/>{shown}</c:dLbls>'
        "<c:val/></c:ser>"
    )


def category_axis(drawing: Drawing) -> str:
    """The names of the categories; those of lying bars read from above."""
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{"maxMin" if drawing.lying else "minMax"}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{"l" if drawing.lying else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr>{LINE.format("404040")}</c:spPr><c:crossAx val="2"/>'
        '<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def value_axis(drawing: Drawing) -> str:
    """The scale, from zero; of few things no scale has sound steps, and their numbers stand at the bars."""
    lines = f"<c:majorGridlines><c:spPr>{LINE.format('D9D9D9')}</c:spPr></c:majorGridlines>"
    return (
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="{int(drawing.counts)}"/><c:axPos val="{"b" if drawing.lying else "l"}"/>'
        f'{"" if drawing.counts else lines}<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:spPr>{NO_LINE}</c:spPr>{text(LABEL_SIZE)}<c:crossAx val="1"/>'
        f'<c:crosses val="{"max" if drawing.lying else "autoZero"}"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def text(size: int) -> str:
    """Letters in 宋体 and Times New Roman."""
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}" b="0">'
        '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        f'<a:latin typeface="{LATIN}"/><a:ea typeface="{SONG}"/><a:cs typeface="{LATIN}"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )
