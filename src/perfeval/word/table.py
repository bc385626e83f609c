"""A plain ruled table in WordprocessingML: columns of one width, a head that repeats on every page."""

from collections.abc import Sequence

BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
WHOLE = 5000
"""All the width there is, in fiftieths of a percent."""


def table(head: Sequence[str], body: Sequence[Sequence[str]], width: int) -> str:
    """A ``w:tbl`` of a width in twips; every cell is given as its paragraphs' XML."""
    return _table(head, body, width, "dxa", '<w:tblLayout w:type="fixed"/>')


def table_in_cell(head: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    """A ``w:tbl`` as wide as the cell that it stands in, whatever that is."""
    return _table(head, body, WHOLE, "pct", "")


def separate(xml: str) -> str:
    """Blocks in which an empty paragraph stands between neighbouring tables, which Word would take for one."""
    return xml.replace("</w:tbl><w:tbl>", "</w:tbl><w:p/><w:tbl>")


def _table(head: Sequence[str], body: Sequence[Sequence[str]], width: int, unit: str, layout: str) -> str:
    columns = len(head)
    widths = [width * (column + 1) // columns - width * column // columns for column in range(columns)]
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    rows = "".join(_row(cells, widths, unit, "<w:cantSplit/>") for cells in body)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="{unit}"/><w:tblBorders>{BORDERS}</w:tblBorders>'
        f"{layout}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{_row(head, widths, unit, '<w:cantSplit/><w:tblHeader/>')}{rows}</w:tbl>"
    )


def _row(cells: Sequence[str], widths: Sequence[int], unit: str, properties: str) -> str:
    xml = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="{unit}"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{xml}</w:tr>"
