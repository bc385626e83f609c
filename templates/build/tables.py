"""Tables of fixed layout: columns as data, rows that are never split, head rows repeated on every page."""

from dataclasses import dataclass

from wordml import Element, line, paragraph, run, twentieths_of_mm, w


@dataclass(frozen=True, slots=True)
class Column:
    """Width in millimetres, the head's words, and what a row and the total row say here, in which style."""

    width: float
    head: str
    cell: str
    total: str = ""
    style: str = "TableText"

    @property
    def twentieths(self) -> int:
        """The width as Word counts it."""
        return twentieths_of_mm(self.width)


def cell(width: int, style: str, words: str, *properties: Element, bold: bool = False) -> Element:
    """A cell; ``properties`` stand between its width and its vertical alignment."""
    content = paragraph(style, run(words, *([w("b")] if bold else []))) if words else paragraph(style)
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *properties, w("vAlign", val="center")), content)


def row(*cells: Element, head: bool = False) -> Element:
    """A row that stays on one page."""
    return w("tr", w("trPr", w("cantSplit"), *([w("tblHeader")] if head else [])), *cells)


def tag_row(columns: tuple[Column, ...], tag: str) -> Element:
    """A row that holds nothing but one of docxtpl's row tags."""
    whole = sum(column.twentieths for column in columns)
    return row(cell(whole, "TableText", tag, w("gridSpan", val=len(columns))))


def head_row(columns: tuple[Column, ...]) -> Element:
    """The columns' heads."""
    return row(*(cell(column.twentieths, "TableHead", column.head) for column in columns), head=True)


def loop_rows(columns: tuple[Column, ...], name: str, rows: str) -> list[Element]:
    """One row of cells for every row of data, which the cells know as ``name``."""
    cells = [cell(column.twentieths, column.style, column.cell) for column in columns]
    return [tag_row(columns, f"{{%tr for {name} in {rows} %}}"), row(*cells), tag_row(columns, "{%tr endfor %}")]


def table(columns: tuple[Column, ...], *rows: Element) -> Element:
    """A table exactly as wide as its columns."""
    widths = [column.twentieths for column in columns]
    properties = w(
        "tblPr",
        w("tblStyle", val="TableGrid"),
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def caption(words: str, unit: str = "") -> list[Element]:
    """What stands above a table: its name, and at the right the unit of its numbers."""
    return [line("TableCaption", words), *([line("TableUnit", f"单位：{unit}")] if unit else [])]
