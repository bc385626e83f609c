"""Tables of fixed layout: columns as data, rows that are never split, head rows repeated on every page."""

from dataclasses import dataclass

from wordml import Element, line, paragraph, run, twentieths_of_mm, w


@dataclass(frozen=True, slots=True)
class Column:
    """Width in millimetres, the head's words, what a row and the total row say here, and how it is aligned.

    ``style`` is Text (centred), Name (left) or Number (right).
    """

    width: float
    head: str
    cell: str = ""
    total: str = ""
    style: str = "Text"

    @property
    def twentieths(self) -> int:
        """The width as Word counts it."""
        return twentieths_of_mm(self.width)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, the family of styles they are set in, the room beside the words in millimetres."""

    columns: tuple[Column, ...]
    family: str = "Table"
    padding: float = 1

    def cell(
        self, columns: tuple[Column, ...], style: str, words: str, *merged: Element, bold: bool = False
    ) -> Element:
        """A cell over the given columns."""
        span = [w("gridSpan", val=len(columns))] if len(columns) > 1 else []
        width = w("tcW", w=sum(column.twentieths for column in columns), type="dxa")
        runs = [run(words, *([w("b"), w("bCs")] if bold else []))] if words else []
        properties = w("tcPr", width, *span, *merged, w("vAlign", val="center"))
        return w("tc", properties, paragraph(f"{self.family}{style}", *runs))

    def tag_row(self, tag: str) -> Element:
        """A row that holds nothing but one of docxtpl's row tags."""
        return row(self.cell(self.columns, "Text", tag))

    def head_row(self) -> Element:
        """The heads of the columns."""
        return row(*(self.cell((column,), "Head", column.head) for column in self.columns), head=True)

    def data_row(self) -> Element:
        """What the columns say of one row of data."""
        return row(*(self.cell((column,), column.style, column.cell) for column in self.columns))

    def for_each(self, name: str, rows: str, body: Element) -> list[Element]:
        """The body for every row of data, which its cells know as ``name``."""
        return [self.tag_row(f"{{%tr for {name} in {rows} %}}"), body, self.tag_row("{%tr endfor %}")]

    def when(self, condition: str, body: Element) -> list[Element]:
        """The body only where the condition holds."""
        return [self.tag_row(f"{{%tr if {condition} %}}"), body, self.tag_row("{%tr endif %}")]

    def total_row(self, label_over: int) -> Element:
        """The sums, after one cell with the word over the first columns."""
        label = self.cell(self.columns[:label_over], "Text", "合计", bold=True)
        sums = (self.cell((c,), c.style, c.total, bold=True) for c in self.columns[label_over:])
        return row(label, *sums)

    def with_rows(self, *rows: Element) -> Element:
        """The table, exactly as wide as its columns."""
        widths = [column.twentieths for column in self.columns]
        beside = twentieths_of_mm(self.padding)
        properties = w(
            "tblPr",
            w("tblStyle", val="TableGrid"),
            w("tblW", w=sum(widths), type="dxa"),
            w("jc", val="center"),
            w("tblLayout", type="fixed"),
            w("tblCellMar", *(w(side, w=beside, type="dxa") for side in ("left", "right"))),
            w("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        )
        return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def row(*cells: Element, head: bool = False) -> Element:
    """A row that stays on one page."""
    return w("tr", w("trPr", w("cantSplit"), *([w("tblHeader")] if head else [])), *cells)


def kept(element: Element) -> Element:
    """The row on one page with the next: a table all of whose rows are kept breaks only where no page can hold it."""
    for properties in element.iter(w("pPr").tag):
        properties.append(w("keepNext"))
    return element


def caption(words: str, unit: str = "") -> list[Element]:
    """What stands above a table: its name, and at the right the unit of its numbers."""
    return [line("TableCaption", words), *([line("TableUnit", f"单位：{unit}")] if unit else [])]
