"""The calculator: every derived figure of a report, chapter by chapter."""

from perfeval.figures import (
    assets,
    budget,
    department,
    duties,
    forms,
    funds,
    indicators,
    official_expenses,
    projects,
    staff,
)
from perfeval.figures.figure import Facts, Figure, Figures
from perfeval.figures.keeping import keeping
from perfeval.model import Report
from perfeval.standards.standard import Standard
from perfeval.tree import leaves

CHAPTERS = (
    duties.chapter,
    staff.chapter,
    assets.chapter,
    budget.chapter,
    official_expenses.chapter,
    funds.chapter,
    forms.chapter,
    projects.chapter,
    indicators.chapter,
    department.chapter,
)
"""In the order of the report; a chapter may use the figures of those before it."""


def calculate(report: Report, standard: Standard) -> Facts:
    """The report with every figure that its data allow, by name, in the order of the report."""
    figures: dict[str, Figure] = {}
    facts = Facts(report, standard, figures, tuple(leaves(report)))
    with keeping():
        for chapter in CHAPTERS:
            figures.update((figure.name, figure) for figure in chapter(facts))
    return facts


__all__ = ["Facts", "Figure", "Figures", "calculate"]
