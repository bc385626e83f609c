"""What may be wrong inside a Word file and passes the validators: each check gives its complaints as lines of text.

What is checked here holds for every Word file, whoever drew its template.
"""

from pathlib import Path

from tools.structure import charts, drawings, marks, notes, references, relations, sections, tables, texts
from tools.structure.opened import opened

CHECKS = (
    relations.targets, relations.uses, relations.types, relations.reachable, relations.properties,
    references.styles, references.style_types, references.numbering,
    marks.bookmarks, marks.fields, marks.comments, notes.notes,
    sections.sections, sections.references, sections.even_pages, sections.first_pages,
    tables.grids, tables.widths, tables.merges, tables.cells, tables.heads,
    drawings.ids, drawings.extents, charts.caches, charts.workbooks, charts.axes, texts.blanks,
)  # fmt: skip


def faults(document: Path) -> list[str]:
    """Everything that the checks complain of."""
    package = opened(document)
    if package.broken:
        return [f"{name} is no XML" for name in package.broken]
    return [fault for check in CHECKS for fault in check(package)]
