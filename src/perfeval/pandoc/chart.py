"""A chart of a Word document as the numbers that it keeps: exact strings, as they stand in its part."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lxml import etree

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Shape(StrEnum):
    """How a series is drawn."""

    COLUMN = "column"
    BAR = "bar"
    LINE = "line"
    PIE = "pie"


@dataclass(frozen=True, slots=True)
class Series:
    """A name, a value for every category (None is a gap), a shape (None is one that is not drawn here), a colour."""

    name: str
    values: tuple[str | None, ...]
    shape: Shape | None
    colour: str | None


@dataclass(frozen=True, slots=True)
class Chart:
    """Categories, and series in the chart's order."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def numbers(self) -> list[Decimal]:
        """All values that there are."""
        return [Decimal(value) for series in self.series for value in series.values if value is not None]

    @classmethod
    def read(cls, part: etree._Element) -> "Chart":
        """From ``c:chartSpace``."""
        plots = [plot for plot in part.iterfind(f"{C}chart/{C}plotArea/*") if plot.find(f"{C}ser") is not None]
        elements = [(plot, series) for plot in plots for series in plot.iterfind(f"{C}ser")]
        points = [(_points(series.find(f"{C}cat")), _points(series.find(f"{C}val"))) for _, series in elements]
        count = max((max((*names, *values), default=-1) + 1 for names, values in points), default=0)
        names = next((names for names, _ in points if names), {})
        return cls(
            categories=tuple(names.get(index) or str(index + 1) for index in range(count)),
            series=tuple(
                Series(_name(series), tuple(values.get(index) for index in range(count)), _shape(plot), _colour(series))
                for (plot, series), (_, values) in zip(elements, points, strict=True)
            ),
        )


def _points(data: etree._Element | None) -> dict[int, str]:
    """The texts by their index; of categories in several levels the innermost, which Word writes first."""
    if data is None:
        return {}
    inner = data.find(f".//{C}lvl")
    found = (data if inner is None else inner).iter(f"{C}pt")
    return {int(point.get("idx", "0")): point.findtext(f"{C}v", "") for point in found}


def _name(series: etree._Element) -> str:
    return series.findtext(f"{C}tx//{C}v", "")


def _shape(plot: etree._Element) -> Shape | None:
    match etree.QName(plot).localname:
        case "barChart" | "bar3DChart" if _said(plot, "grouping") in ("clustered", None):
            return Shape.BAR if _said(plot, "barDir") == "bar" else Shape.COLUMN
        case "lineChart" | "line3DChart":
            return Shape.LINE
        case "pieChart" | "pie3DChart" | "doughnutChart":
            return Shape.PIE
        case _:
            return None


def _said(plot: etree._Element, name: str) -> str | None:
    found = plot.find(f"{C}{name}")
    return None if found is None else found.get("val")


def _colour(series: etree._Element) -> str | None:
    """The colour that a series was given by its numbers; one of the theme's is left to who draws."""
    for way in (f"{C}spPr/{A}solidFill/{A}srgbClr", f"{C}spPr/{A}ln/{A}solidFill/{A}srgbClr"):
        found = series.find(way)
        if found is not None:
            return f"#{found.get('val', '000000').lower()}"
    return None
