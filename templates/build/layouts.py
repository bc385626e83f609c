"""The built-in layouts: each a list of parts."""

from collections.abc import Callable

import chapters
import sheets
from wordml import Element, each, heading, optional, prose, sentence, when

DEPARTMENT = "report.duties or report.department.institution or report.staff or report.assets"
"""What 部门概况 is made of."""
RESULTS = "texts.funds or report.results or report.projects or report.indicators"
"""What the third chapter is made of."""


def project_ledger() -> list[Element]:
    """The form in which the table of projects is the heart: duties by unit, one row for every project."""
    return [
        *chapters.cover(),
        heading(1, "部门基本情况"),
        *when(
            DEPARTMENT,
            heading(2, "部门概况"),
            *optional("report.department.institution"),
            *sentence("staff"),
            *when("report.staff and report.staff.text", prose("report.staff.text")),
            *sentence("assets"),
            *duties(3),
        ),
        *chapters.budget_accounts(),
        *chapters.official_expenses(),
        *chapters.goals(),
        *chapters.evaluation(),
        *when(
            RESULTS,
            heading(1, "部门整体支出绩效目标实现情况及指标分析"),
            *chapters.overall_results(),
            *when(
                "report.projects or report.indicators",
                heading(2, "分项绩效目标实现情况及指标分析"),
                *ledger(),
                *scorecard(),
            ),
        ),
        *chapters.conclusion(),
        *chapters.problems_and_measures(),
    ]


def indicator_scorecard() -> list[Element]:
    """The form in which the table of indicators is the heart: duties by theme, a line for every indicator."""
    return [
        *chapters.cover(),
        heading(1, "部门基本情况"),
        *when(
            DEPARTMENT,
            heading(2, "部门概况"),
            *when("report.duties", heading(3, "部门职责"), *duties(4)),
            *when("report.department.institution", heading(3, "机构情况"), prose("report.department.institution")),
            *when(
                "report.staff", heading(3, "人员情况"), *sentence("staff"), *optional("report.staff.text")
            ),
            *when("report.assets", heading(3, "资产情况"), *sentence("assets")),
        ),
        *chapters.budget_accounts(),
        *chapters.official_expenses(),
        *chapters.goals(),
        *chapters.evaluation(),
        *when(
            RESULTS,
            heading(1, "部门整体支出绩效目标实现情况及指标分析"),
            *chapters.overall_results(),
            *when(
                "report.projects or report.indicators",
                heading(2, "分项绩效目标实现情况及指标分析"),
                *scorecard(),
                *indicator_lines(),
                *ledger(),
            ),
        ),
        *chapters.conclusion(),
        *chapters.problems_and_measures(),
    ]


def duties(level: int) -> list[Element]:
    """Duties in words, then by unit or by theme under headings of the level."""
    return when(
        "report.duties",
        *optional("report.duties.text"),
        *sentence("duties"),
        *each("unit", "report.duties.units", heading(level, "{{ unit.name }}"), prose("unit.text")),
        *each("theme", "report.duties.themes", heading(level, "{{ theme.title }}"), prose("theme.text")),
    )


def ledger() -> list[Element]:
    """The table of projects, where there are any."""
    return when("report.projects", *sentence("ledger"), *sheets.ledger())


def scorecard() -> list[Element]:
    """The table of indicators, where there are any."""
    return when("report.indicators", *sentence("scorecard"), *sheets.scorecard())


def indicator_lines() -> list[Element]:
    """Every indicator under its own heading: full marks, points lost, score and reason."""
    return each(
        "row",
        "indicator_rows",
        *when("row.starts_category", heading(3, "{{ row.category.name }}")),
        heading(4, "{{ row.group.name }}，{{ row.item.name }}"),
        prose("row.indicator_line"),
    )


LAYOUTS: dict[str, Callable[[], list[Element]]] = {
    "project-ledger": project_ledger,
    "indicator-scorecard": indicator_scorecard,
}
"""What ``build`` builds, by folder."""
