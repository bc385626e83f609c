"""Charts: what is drawn is what their workbook holds."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from io import BytesIO
from zipfile import BadZipFile

from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from tools.structure.opened import C, Opened, R

RANGE = re.compile(r"'?(?P<sheet>[^'!]+)'?!(?P<cells>[$A-Z0-9:]+)")
CACHES = (f"{C}numCache", f"{C}strCache")
AXES = ("catAx", "valAx", "dateAx", "serAx")


def caches(package: Opened) -> Iterator[str]:
    """The points of a cache are counted, each stands at its own index, and those of numbers are numbers."""
    for name, chart in _charts(package):
        for cache in chart.iter(*CACHES):
            places = [int(point.get("idx", -1)) for point in cache.iter(f"{C}pt")]
            if sorted(set(places)) != places or any(not 0 <= place < _count(cache) for place in places):
                yield f"{name}: the points {places} are not the {_count(cache)} of their cache"
            if cache.tag == f"{C}numCache" and any(_number(value) is None for value in _points(cache).values()):
                yield f"{name}: {_points(cache)} are not all numbers"


def workbooks(package: Opened) -> Iterator[str]:
    """The workbook behind a chart opens, and its cells say what the caches say."""
    for name, chart in _charts(package):
        data = chart.find(f"{C}externalData")
        leads = {one.id: one.target for one in package.relations.get(name, ())}
        book = None if data is None else package.members.get(leads.get(data.get(f"{R}id", "")) or "")
        if book is None:
            yield f"{name} has no workbook"
            continue
        try:
            opened = load_workbook(BytesIO(book))
        except (BadZipFile, InvalidFileException, KeyError, ValueError) as error:
            yield f"{name}: its workbook does not open: {error}"
            continue
        for reference in chart.iter(f"{C}numRef", f"{C}strRef"):
            yield from (f"{name}: {said}" for said in _differences(reference, opened))


def axes(package: Opened) -> Iterator[str]:
    """Every axis that a plot names is drawn, and each series has a place and an order of its own."""
    for name, chart in _charts(package):
        drawn = {axis.get("val") for kind in AXES for axis in chart.iterfind(f".//{C}{kind}/{C}axId")}
        named = {axis.get("val") for axis in chart.iterfind(f".//{C}plotArea/*/{C}axId")}
        if named != drawn:
            yield f"{name}: the axes {sorted(map(str, named))} are named, {sorted(map(str, drawn))} are drawn"
        for kind in ("idx", "order"):
            found = Counter(place.get("val") for place in chart.iterfind(f".//{C}ser/{C}{kind}"))
            yield from (f"{name}: {times} series have the {kind} {one}" for one, times in found.items() if times > 1)


def _charts(package: Opened) -> Iterator[tuple[str, etree._Element]]:
    return ((name, part) for name, part in package.xml.items() if part.tag == f"{C}chartSpace")


def _differences(reference: etree._Element, book: Workbook) -> Iterator[str]:
    """What the cells that a cache stands for say otherwise."""
    said = reference.findtext(f"{C}f", "")
    place = RANGE.fullmatch(said)
    if place is None or place["sheet"] not in book.sheetnames:
        yield f"its workbook has no {said}"
        return
    cells = list(_cells(book[place["sheet"]][place["cells"].replace("$", "")]))
    for cache in reference.iter(*CACHES):
        if _count(cache) != len(cells):
            yield f"{said} are {len(cells)} cells, and {_count(cache)} points are drawn"
        shown = _points(cache)
        for index, cell in enumerate(cells):
            if not _same(shown.get(index), cell):
                yield f"{said} holds {cell}, and {shown.get(index)} is drawn"


def _cells(found: object) -> Iterator[object]:
    """The values of a cell, a row, a column or a field of cells."""
    if isinstance(found, tuple):
        for one in found:
            yield from _cells(one)
    else:
        yield getattr(found, "value", None)


def _count(cache: etree._Element) -> int:
    count = cache.find(f"{C}ptCount")
    return -1 if count is None else int(count.get("val", -1))


def _points(cache: etree._Element) -> dict[int, str]:
    return {int(point.get("idx", -1)): point.findtext(f"{C}v", "") for point in cache.iter(f"{C}pt")}


def _same(shown: str | None, cell: object) -> bool:
    """Whether a cell holds what is drawn; a workbook's reader knows seventeen digits of a number."""
    if shown is None or cell is None:
        return shown in {None, ""} and cell in {None, ""}
    if isinstance(cell, int | float):
        return _number(shown) is not None and float(shown) == float(cell)
    return shown == str(cell)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
