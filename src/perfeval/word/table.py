"""A plain ruled table in WordprocessingML: fixed layout, columns of one width, a head that repeats on every page."""

from collections.abc import Sequence

BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def table(head: Sequence[str], body: Sequence[Sequence[str]], width: int) -> str:
    """A ``w:tbl`` of a width in twips; every cell is given as its paragraphs' XML."""
    columns = len(head)
    widths = [width * (column + 1) // columns - width * column // columns for column in range(columns)]
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    rows = "".join(_row(cells, widths, "<w:cantSplit/>") for cells in body)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{_row(head, widths, '<w:cantSplit/><w:tblHeader/>')}{rows}</w:tbl>"
    )


def separate(xml: str) -> str:
    """Blocks in which an empty paragraph stands between neighbouring tables, which Word would take for one."""
    return xml.replace("</w:tbl><w:tbl>", "</w:tbl><w:p/><w:tbl>")


def _row(cells: Sequence[str], widths: Sequence[int], properties: str) -> str:
    xml = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{xml}</w:tr>"
