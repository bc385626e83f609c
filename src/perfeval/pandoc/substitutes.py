"""The charts of a document in forms that pandoc reads: pictures, or tables of their numbers."""

from html import escape

from lxml import etree

from perfeval.pandoc.chart import A, C, Chart
from perfeval.pandoc.drawing import can_draw, picture
from perfeval.pandoc.package import Package
from perfeval.word.places import PARAGRAPH, TEXT, W
from perfeval.word.table import table

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
EMU_PER_PIXEL = 9525
TYPE_AREA = 8844
"""156 mm in twips."""
NUMBERS = "chart"
"""The table style by which the filters know such a table."""


def write_charts(root: etree._Element, package: Package, *, pictures: bool) -> None:
    """Replaces every chart of the main part; one of a kind that is not drawn here becomes a table in any case."""
    references = [(drawing, found) for drawing in root.iter(f"{W}drawing") for found in drawing.iter(f"{C}chart")]
    for number, (drawing, reference) in enumerate(references, 1):
        part = package.related(reference.get(f"{R}id", ""))
        if part is None:
            continue
        chart = Chart.read(part)
        if pictures and can_draw(chart):
            package.add_picture(f"chart{number}", _drawn(drawing, chart, number))
            _show(reference, f"chart{number}")
        else:
            _tabulate(drawing, chart)
    # pandoc knows the prefixes of the first element alone.
    etree.cleanup_namespaces(root, top_nsmap={"w": W[1:-1], "r": R[1:-1], "wp": WP[1:-1], "a": A[1:-1], "pic": PIC})


def name_numbers(styles: etree._Element) -> None:
    """Adds the style of such tables: pandoc tells no name that the document does not explain."""
    style = etree.SubElement(styles, f"{W}style", {f"{W}type": "table", f"{W}styleId": NUMBERS})
    etree.SubElement(style, f"{W}name", {f"{W}val": NUMBERS})


def _drawn(drawing: etree._Element, chart: Chart, number: int) -> bytes:
    """The picture, with the size and the description that the chart has."""
    extent, said = next(drawing.iter(f"{WP}extent")), next(drawing.iter(f"{WP}docPr"))
    wide, high = (int(extent.get(side, "0")) / EMU_PER_PIXEL for side in ("cx", "cy"))
    return picture(chart, said.get("descr", ""), number, wide, high)


def _show(reference: etree._Element, relation: str) -> None:
    """A picture in the place of the reference to a chart."""
    data = reference.getparent()
    assert data is not None
    data.set("uri", PIC)
    data[:] = [
        etree.fromstring(
            f'<pic:pic xmlns:pic="{PIC}" xmlns:a="{A[1:-1]}" xmlns:r="{R[1:-1]}"><pic:nvPicPr>'
            f'<pic:cNvPr id="0" name="{relation}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="{relation}"/></pic:blipFill><pic:spPr/></pic:pic>'
        )
    ]


def _tabulate(drawing: etree._Element, chart: Chart) -> None:
    """The numbers before the paragraph of a chart, which goes with it unless there are words in it too."""
    paragraph = next(drawing.iterancestors(PARAGRAPH))
    paragraph.addprevious(_numbers(chart))
    gone = paragraph if paragraph.find(f".//{TEXT}") is None else drawing
    gone.getparent().remove(gone)  # type: ignore[union-attr]


def _numbers(chart: Chart) -> etree._Element:
    """A row for every category, a column for every series."""
    head = [_cell(""), *(_cell(series.name) for series in chart.series)]
    body = [
        [_cell(category), *(_cell(series.values[index] or "", "right") for series in chart.series)]
        for index, category in enumerate(chart.categories)
    ]
    styled = table(head, body, TYPE_AREA).replace("<w:tblPr>", f'<w:tblPr><w:tblStyle w:val="{NUMBERS}"/>', 1)
    return etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{styled}</w:body>')[0]


def _cell(words: str, aligned: str = "left") -> str:
    return f'<w:p><w:pPr><w:jc w:val="{aligned}"/></w:pPr><w:r><w:t>{escape(words)}</w:t></w:r></w:p>'
