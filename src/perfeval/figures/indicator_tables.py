"""The tables of indicators of a report: the department's, and those of its projects' own forms."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from perfeval.diagnostic import Pointer, Text
from perfeval.figures.figure import Facts
from perfeval.model import Indicator, IndicatorCategory, IndicatorGroup, Project, Report

OWN_FUNDS = ("funds.balance", "funds.execution_rate", "funds.arrival_rate")
"""What in a project's own table is told of the project: nobody writes its number there."""


class Row(NamedTuple):
    """An indicator with its pointer, the name that its figures begin with, and what it stands under."""

    pointer: Pointer
    name: str
    category: IndicatorCategory
    group: IndicatorGroup
    item: Indicator


@dataclass(frozen=True, slots=True)
class Table:
    """A table of indicators; its figures begin with ``prefix``, the labels of a project's with its ``owner``."""

    categories: tuple[IndicatorCategory, ...]
    prefix: str
    pointer: Pointer
    owner: Text

    def rows(self) -> Iterator[Row]:
        """The indicators in the order of the table."""
        for c, category in enumerate(self.categories):
            for g, group in enumerate(category.groups):
                for i, item in enumerate(group.items):
                    pointer = (*self.pointer, c, "groups", g, "items", i)
                    yield Row(pointer, f"{self.prefix}.{c + 1}.{g + 1}.{i + 1}", category, group, item)

    def takes(self, figure_name: str) -> bool:
        """Whether an indicator takes its actual value from the figure."""
        return any(row.item.figure == figure_name for row in self.rows())

    def called(self, name: str) -> Text:
        """The label of what has this name in the table."""
        return Text(f"{self.owner.zh}{name}", f"{self.owner.en} {name}:".strip())


def meant(figure: str | None, prefix: str) -> str | None:
    """The figure that an indicator takes its actual value from, in the table whose figures begin with ``prefix``."""
    owner = prefix.removesuffix("indicators")
    return figure.replace("funds.", owner, 1) if owner and figure in OWN_FUNDS else figure


def department_table(report: Report) -> Table:
    """The department's own indicators."""
    return Table(report.indicators, "indicators", ("indicators",), Text("", ""))


def project_table(project: Project, number: int) -> Table:
    """The indicators of a project, counted from 0."""
    pointer = ("projects", number, "indicators")
    return Table(project.indicators, f"projects.{number + 1}.indicators", pointer, label_of(project, number))


def label_of(project: Project, number: int) -> Text:
    """What the labels of a project's figures begin with; it is counted from 0."""
    return Text(f"项目{number + 1}“{project.name}”", f"Project {number + 1} “{project.name}”:")


def tables_of(report: Report) -> Iterator[Table]:
    """The department's indicators, then those of each project that has its own."""
    if report.indicators:
        yield department_table(report)
    for number, project in enumerate(report.projects):
        if project.indicators:
            yield project_table(project, number)


def rows_of(report: Report) -> Iterator[Row]:
    """Every indicator, table by table."""
    for table in tables_of(report):
        yield from table.rows()


def indicators_of(facts: Facts) -> Iterator[tuple[Pointer, str, Indicator]]:
    """Each of them with its pointer and the name that its figures begin with."""
    for row in rows_of(facts.report):
        yield row.pointer, row.name, row.item
