"""The series of a drawn chart: made fewer or more, and referred to the cells of the workbook."""

import re
from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from perfeval.diagnostic import Text
from perfeval.word.chart_workbook import SHEET, column

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
KEY = "\ufdd4"
"""Stands before and after the key of what is to be put in: a character that no XML from Word has."""

NAME, CATEGORIES, VALUES, EXACT_VALUES = "ncve"
"""What a key begins with; the number of the series follows."""

NUMBER = re.compile("[0-9]{1,6}")
ACCENTS = 6
UNIQUE_ID = "uniqueId"

NO_CHART = Text("它不是图表", "it is no chart")
NO_SERIES = Text("图里没有画系列", "no series is drawn in it")
NO_VALUES = Text("散点图、气泡图没有分类", "scatter and bubble charts have no categories")


class UnfitError(Exception):
    """The drawing cannot take other data; ``detail`` says why."""

    def __init__(self, detail: Text) -> None:
        super().__init__(detail.en)
        self.detail = detail


def prefix_of(element: etree._Element) -> str:
    """What stands before the name of an element, with its colon."""
    return f"{element.prefix}:" if element.prefix else ""


def drawn_series(chart: etree._Element) -> list[etree._Element]:
    """The series of all plots in their order. Raises ``UnfitError``."""
    if chart.tag != f"{C}chartSpace":
        raise UnfitError(NO_CHART)
    series = sorted(chart.iterfind(f"{C}chart/{C}plotArea/*/{C}ser"), key=lambda one: _number(one, "order"))
    if not series:
        raise UnfitError(NO_SERIES)
    if any(one.find(f"{C}val") is None for one in series):
        raise UnfitError(NO_VALUES)
    return series


def without_hidden_series(chart: etree._Element) -> None:
    """Takes away the series that Word keeps hidden when some are filtered out: their data are not the report's."""
    for hidden in _extensions(chart, "ser"):
        _remove(hidden)


def fit(chart: etree._Element, points: int, count: int) -> None:
    """Gives the chart so many series of so many points, keys standing for their data. Raises ``UnfitError``."""
    series = drawn_series(chart)
    for surplus in series[count:]:
        _remove(surplus)
    while len(series) < count:
        series.append(_another(series))
    for number, one in enumerate(series[:count]):
        _refer(one, number, points)
    _remove_empty_plots(chart)


def _another(series: Sequence[etree._Element]) -> etree._Element:
    """A series after the last one that looks like it, in the next colour of the theme."""
    last = series[-1]
    made = deepcopy(last)
    for own in [*made.iterchildren(f"{C}dPt"), *_extensions(made, UNIQUE_ID)]:
        _remove(own)
    for name in ("idx", "order"):
        _child(made, name).set("val", str(1 + max(_number(one, name) for one in series)))
    looks = [holder for name in ("spPr", "marker") for holder in made.iterchildren(C + name)]
    colours = [colour for holder in looks for colour in holder.iter(f"{A}schemeClr", f"{A}srgbClr")]
    if colours:
        main = colours[0].get("val", "")
        accent = f"accent{_accent(main, len(series)) % ACCENTS + 1}"
        for colour in colours:
            if colour.get("val") == main:
                colour.tag = f"{A}schemeClr"
                colour.set("val", accent)
    last.addnext(made)
    return made


def _accent(colour: str, otherwise: int) -> int:
    """The number of a theme's accent."""
    number = colour.removeprefix("accent")
    return int(number) if colour.startswith("accent") and NUMBER.fullmatch(number) else otherwise


def _refer(series: etree._Element, number: int, points: int) -> None:
    """Puts cells of the workbook and keys in place of the drawn data; looks of points that are not there go."""
    for own in [one for one in series.iter(f"{C}dPt", f"{C}dLbl") if _number(one, "idx") >= points]:
        _remove(own)
    values = _child(series, "val")
    shown = values.findtext(f".//{C}formatCode") or "General"
    kind = EXACT_VALUES if shown == "General" else VALUES
    letters, last = column(number + 1), points + 1
    name = _data(series, "tx", f"${letters}$1", count=1, key=f"{NAME}{number}")
    categories = _data(series, "cat", f"$A$2:$A${last}", count=points, key=f"{CATEGORIES}{number}")
    numbers = _data(series, "val", f"${letters}$2:${letters}${last}", count=points, key=f"{kind}{number}", code=shown)
    _child(series, "order").addnext(name)
    values.addprevious(categories)
    values.addnext(numbers)
    for old in (values, *series.iterchildren(f"{C}tx", f"{C}cat")):
        if old not in {name, categories}:
            _remove(old)


def _data(series: etree._Element, tag: str, cells: str, *, count: int, key: str, code: str = "") -> etree._Element:
    """A reference to cells, with the cache of what they hold: texts, or numbers of a format."""
    kind = "num" if code else "str"
    made = series.makeelement(C + tag)
    reference = etree.SubElement(made, f"{C}{kind}Ref")
    etree.SubElement(reference, f"{C}f").text = f"{SHEET}!{cells}"
    cache = etree.SubElement(reference, f"{C}{kind}Cache")
    if code:
        etree.SubElement(cache, f"{C}formatCode").text = code
    etree.SubElement(cache, f"{C}ptCount", val=str(count)).tail = f"{KEY}{key}{KEY}"
    return made


def _remove_empty_plots(chart: etree._Element) -> None:
    """Plots whose series all went, and the axes that were theirs alone."""
    area = _child(_child(chart, "chart"), "plotArea")
    for plot in [one for one in area if str(one.tag).endswith("Chart") and one.find(f"{C}ser") is None]:
        area.remove(plot)
    used = {axis.get("val") for plot in area.iterfind(f"*[{C}ser]") for axis in plot.iterchildren(f"{C}axId")}
    for axis in [one for one in area if str(one.tag).endswith("Ax")]:
        if _child(axis, "axId").get("val") not in used:
            area.remove(axis)


def _extensions(element: etree._Element, holding: str) -> list[etree._Element]:
    """What later versions of Word put there that holds an element of that name."""
    return [one for one in element.iter(f"{C}ext") if next(one.iter(f"{{*}}{holding}"), None) is not None]


def _number(element: etree._Element, name: str) -> int:
    """A number that a series or a point must have. Raises ``UnfitError``."""
    value = _child(element, name).get("val", "")
    if not NUMBER.fullmatch(value):
        raise UnfitError(Text(f"{name}（{value}）不是编号", f"{name} ({value}) is no number"))
    return int(value)


def _child(element: etree._Element, name: str) -> etree._Element:
    """What must be there. Raises ``UnfitError``."""
    found = element.find(C + name)
    if found is None:
        called = etree.QName(element).localname
        raise UnfitError(Text(f"{called} 缺少 {name}", f"a {called} has no {name}"))
    return found


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
