"""Tables: the cells of every row fill the grid, and all that says a width says the same."""

from collections.abc import Iterator

from lxml import etree

from tools.structure.opened import VAL, Opened, W, number

TAG = "{%tr"
"""In a template, a row that will not be there."""


def grids(package: Opened) -> Iterator[str]:
    """The cells of a row, with their spans and what is left out before and after, fill the table's grid."""
    for name, table in _tables(package):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for place, row in enumerate(table.findall(f"{W}tr"), 1):
            cells = [number(cell, f"{W}tcPr/{W}gridSpan", 1) for cell in row.findall(f"{W}tc")]
            skipped = [number(row, f"{W}trPr/{W}{side}", 0) for side in ("gridBefore", "gridAfter")]
            if sum(cells + skipped) != columns:
                yield f"{name}: row {place} fills {sum(cells + skipped)} of {columns} columns"


def widths(package: Opened) -> Iterator[str]:
    """A table of fixed layout is as wide as its columns together, and a cell as those that it spans."""
    for name, table in _tables(package):
        layout = table.find(f"{W}tblPr/{W}tblLayout")
        if layout is None or layout.get(f"{W}type") != "fixed":
            continue
        grid = [int(column.get(f"{W}w", 0)) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        said = _width(table.find(f"{W}tblPr/{W}tblW"))
        if said is not None and said != sum(grid):
            yield f"{name}: a table is {said} wide, its columns {sum(grid)}"
        for place, row in enumerate(table.findall(f"{W}tr"), 1):
            for start, end, cell in _cells(row):
                said = _width(cell.find(f"{W}tcPr/{W}tcW"))
                if said is not None and said != sum(grid[start:end]):
                    yield f"{name}: a cell of row {place} is {said} wide, its columns {sum(grid[start:end])}"


def merges(package: Opened) -> Iterator[str]:
    """A cell that continues one above stands below a merged cell over the same columns."""
    for name, table in _tables(package):
        merged: set[tuple[int, int]] = set()
        for place, row in enumerate(table.findall(f"{W}tr"), 1):
            if TAG in "".join(map(str, row.itertext())):
                continue
            kinds = {(start, end): cell.find(f"{W}tcPr/{W}vMerge") for start, end, cell in _cells(row)}
            now = {span for span, kind in kinds.items() if kind is not None}
            if any(kinds[span].get(VAL) != "restart" for span in now - merged):  # type: ignore[union-attr]
                yield f"{name}: a cell of row {place} continues nothing"
            merged = now


def cells(package: Opened) -> Iterator[str]:
    """Every row has a cell and every cell ends with a paragraph, or Word calls the file damaged."""
    for name, table in _tables(package):
        for place, row in enumerate(table.findall(f"{W}tr"), 1):
            inside = list(row.iter(f"{W}tc"))
            if not inside or any(cell[-1].tag != f"{W}p" for cell in inside if len(cell)):
                yield f"{name}: row {place} has no cell, or one that does not end with a paragraph"


def heads(package: Opened) -> Iterator[str]:
    """Rows repeated on every page are the table's first; anywhere else Word does not repeat them."""
    for name, table in _tables(package):
        marked = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.findall(f"{W}tr")]
        if sorted(marked, reverse=True) != marked:
            yield f"{name}: a head row stands below another row"


def _tables(package: Opened) -> Iterator[tuple[str, etree._Element]]:
    return ((name, table) for name, part in package.parts.items() for table in part.iter(f"{W}tbl"))


def _cells(row: etree._Element) -> Iterator[tuple[int, int, etree._Element]]:
    """The cells with the first of their columns and the one behind the last."""
    end = number(row, f"{W}trPr/{W}gridBefore", 0)
    for cell in row.findall(f"{W}tc"):
        start, end = end, end + number(cell, f"{W}tcPr/{W}gridSpan", 1)
        yield start, end, cell


def _width(element: etree._Element | None) -> int | None:
    """A width in twentieths of a point, None where it is said otherwise or not at all."""
    return None if element is None or element.get(f"{W}type") != "dxa" else int(element.get(f"{W}w", 0))
