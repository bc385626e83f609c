"""The grids of a template's tables, which docxtpl fits to their rows and takes to be there and to be numbers."""

import re

from lxml import etree

from perfeval.diagnostic import Text
from perfeval.word.fault import TemplateFault
from perfeval.word.parts import MALFORMED
from perfeval.word.places import CELL, PARAGRAPH, TABLE, Places, W
from perfeval.word.tagged import TAG

NUMBERS = {"gridCol": ("w", re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?")), "gridSpan": ("val", re.compile("[0-9]{1,6}"))}
NO_GRID = Text("表格没有 w:tblGrid", "the table has no w:tblGrid")


def grid_fault(name: str, root: etree._Element, places: Places) -> TemplateFault | None:
    """The fault R107 of the first table of this part whose grid cannot be fitted, if any."""
    for table in root.iter(TABLE):
        if table.find(f"{W}tblGrid") is None:
            return _fault(name, places, table, NO_GRID)
    for called, (attribute, number) in NUMBERS.items():
        for element in root.iter(W + called):
            value = element.get(W + attribute, "")
            if not number.fullmatch(value) and not TAG.search(value):
                wrong = Text(f"w:{called}（{value}）不是数字", f"w:{called} ({value}) is no number")
                return _fault(name, places, element, wrong)
    return None


def _fault(name: str, places: Places, element: etree._Element, detail: Text) -> TemplateFault:
    holders = (element, *element.iterancestors(CELL, TABLE))
    inside = places.inside(next((paragraph for holder in holders for paragraph in holder.iter(PARAGRAPH)), element))
    said = Text(f"{inside.zh}：{detail.zh}", f"{inside.en}: {detail.en}")
    return TemplateFault(MALFORMED, {"layout": places.layout, "member": name, "detail": said})
