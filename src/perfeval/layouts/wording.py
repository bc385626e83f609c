"""What ``layout.yaml`` says: the output's name, the sections required, the standard sentences, the charts."""

from dataclasses import dataclass, field
from enum import StrEnum

from perfeval.diagnostic import Text


class LayoutKind(StrEnum):
    """What a layout is for."""

    REPORT = "report"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowText:
    """A sentence written once for each row of a list of the context."""

    each: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One category of a chart: its name, and the dotted path of the record in the context that has its values."""

    name: str
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One series of a chart: its name, and the dotted path of its value in each category's record."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What a chart shows: a value of each series for each category; how it looks is drawn in the Word template.

    The categories are listed, or they are the rows at ``each``, named by ``category``.
    """

    title: str
    series: tuple[Series, ...]
    unit: str | None = None
    each: str | None = None
    category: str | None = None
    categories: tuple[Category, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether it is clear what the categories are."""
        by_rows = self.each is not None and self.category is not None and not self.categories
        listed = self.each is None and self.category is None and self.categories != ()
        return by_rows or listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """``layout.yaml``: its kind, what it is for, the output's name, the sections required, sentences and charts.

    ``based_on`` is a built-in layout, whose sentences and charts hold where this one has none of the name.
    """

    description: Text
    filename: str
    kind: LayoutKind = LayoutKind.REPORT
    requires: tuple[str, ...] = ()
    based_on: str | None = None
    texts: dict[str, str | RowText] = field(default_factory=dict)
    charts: dict[str, Chart] = field(default_factory=dict)
