"""What a layout of a summary may name: plain data, like the context of a report."""

from collections.abc import Iterator

from perfeval.context import Context
from perfeval.diagnostic import SEVERITIES
from perfeval.printing import LEVEL_NAMES, PRINT
from perfeval.quantity import Unit
from perfeval.summary.notices import notices
from perfeval.summary.outliers import FEWEST, RULES
from perfeval.summary.ranking import Ranked
from perfeval.summary.roster import Attendance, Unchecked
from perfeval.summary.summary import Summary
from perfeval.summary.totals import Total


def context_of(summary: Summary) -> Context:
    """Totals under their keys, and rows for tables and sentences."""
    return {
        "years": "、".join(map(str, summary.years)),
        "totals": {total.key: total.figure.value for total in summary.totals},
        "total_rows": [_total(total) for total in summary.totals],
        "departments": [_department(one) for one in summary.departments],
        "received_count": len(summary.departments) + len(summary.unusable),
        "unusable_count": len(summary.unusable),
        "unread_count": sum(bool(entry.unread) for entry in summary.unusable),
        "scored_count": sum(one.rank is not None for one in summary.departments),
        "standard_count": len({grade.standard for grade in summary.grades}),
        "grades": [
            {
                "standard": one.standard,
                "starts_standard": one.high is None,
                "name": one.grade,
                "low": one.low,
                "high": one.high,
                "count": one.departments,
                "share": one.share,
            }
            for one in summary.grades
        ],
        "outliers": list(_outliers(summary)),
        "outlier_rules": list(RULES),
        "fewest_compared": FEWEST,
        "findings": [
            {
                "code": one.code,
                "severity": SEVERITIES[one.severity].zh,
                "subject": one.subject,
                "departments": one.departments,
                "found": one.found,
                "waived": one.waived,
            }
            for one in summary.findings
        ],
        **_roster(summary.attendance),
        "notices": [{"matter": one.matter, "name": one.name, "words": one.words} for one in notices(summary)],
    }


def _total(total: Total) -> Context:
    """``printed`` has its unit, and — where no department has the figure; ``sum`` says that amounts are added up."""
    figure = total.figure
    unit = "" if figure.unit is Unit.PERCENT else figure.unit.value
    return {
        "label": figure.label.zh,
        "printed": "—" if figure.value is None else f"{PRINT[figure.unit](figure.value)}{unit}",
        "formula": figure.formula.zh,
        "without": total.without,
        "sum": figure.unit is Unit.MONEY,
    }


def _department(one: Ranked) -> Context:
    reported = one.reported
    return {
        "rank": one.rank,
        "name": one.name,
        "level": None if reported.level is None else LEVEL_NAMES[reported.level],
        "year": reported.year,
        "standard": one.standard,
        "score": reported.score,
        "grade": reported.grade,
        "budget": reported.budget,
        "received": reported.received,
        "executed": reported.executed,
        "balance": reported.balance,
        "execution_rate": reported.execution_rate,
        "projects": reported.projects,
        "share": one.share,
    }


def _roster(listed: Attendance | Unchecked) -> Context:
    """How many are missing, or ``unchecked``: why that is not known."""
    if isinstance(listed, Unchecked):
        return {"unchecked": listed.value, "missing_count": None}
    return {"unchecked": None, "missing_count": len(listed.missing)}


def _outliers(summary: Summary) -> Iterator[Context]:
    for one in summary.outliers:
        yield {"name": one.department.name, "rule": one.rule, "numbers": one.numbers}
