"""The context that templates, sentences and prose see: figures by name, and the department's records completed."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, cast

from perfeval.diagnostic import Pointer
from perfeval.figures import Facts, Figure, Figures
from perfeval.figures.indicator_tables import meant
from perfeval.figures.projects import treatment
from perfeval.model import FundSource, Level, Prose, Report
from perfeval.printing import LEVEL_NAMES, source_name
from perfeval.standards import Standard
from perfeval.standards.scoring import target_of
from perfeval.word.marks import together

Context = dict[str, Any]
"""Plain data by name: dict, list, str, int, Decimal, date, bool and None."""


def context_of(facts: Facts) -> Context:
    """Figures under their names, ``report`` as it was written, and rows for tables; prose is not filled in yet."""
    records = _records(facts.report, facts.figures)
    return {
        **_figures_by_name(facts.figures),
        "year": facts.report.year,
        "report": records,
        "budget_rows": _budget_rows(records["budget"] or {}),
        "fund_sources": _fund_sources(facts.figures, facts.report.department.level),
        "missing_score": treatment(facts).value,
        "grades": _grades(facts.standard, facts.figures),
        "indicator_rows": list(_indicator_rows(records["indicators"], "indicators", facts.figures)),
    }


def at(tree: Any, pointer: Pointer) -> Any:
    """The value at a pointer of a tree of dicts and lists."""
    for step in pointer:
        tree = tree[step]
    return tree


def _figures_by_name(figures: Figures) -> Context:
    """``funds.central.budget`` and ``projects.1.balance`` as nested dicts; a template looks 1 up as a number."""
    tree: Context = {}
    nodes: dict[str, dict[Any, Any]] = {"": tree}
    for name, figure in figures.items():
        above, _, last = name.rpartition(".")
        _node(nodes, above)[last] = figure.value
    return tree


def _node(nodes: dict[str, dict[Any, Any]], name: str) -> dict[Any, Any]:
    """The dict of that dotted name, made where there is none yet."""
    node = nodes.get(name)
    if node is None:
        above, _, last = name.rpartition(".")
        node = nodes[name] = {}
        _node(nodes, above)[int(last) if last.isdigit() else last] = node
    return node


def _plain(value: object) -> Any:
    """A record as a dict of all its fields, a tuple as a list, an enum as its text."""
    change = _changes(type(value))
    return value if change is None else change(value)


def _change(kind: type) -> Callable[[Any], Any] | None:
    """How a value of this kind becomes plain; None where it is plain already."""
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        return lambda record: {name: _plain(getattr(record, name)) for name in names}
    if issubclass(kind, tuple):
        return lambda items: [_plain(item) for item in items]
    if issubclass(kind, Enum):
        return lambda member: member.value
    return str if issubclass(kind, Prose) else None


_changes: Callable[[type], Callable[[Any], Any] | None] = cache(_change)


def _records(report: Report, figures: Figures) -> Context:
    """What the department wrote, each record completed by its own figures; projects with number and indicators."""
    tree = cast("Context", _plain(report))
    for name, figure in figures.items():
        if figure.pointer is not None:
            record, key = at(tree, figure.pointer), name.rpartition(".")[2]
            if record.get(key) is None:
                record[key] = figure.value
    for number, project in enumerate(tree["projects"], 1):
        rows = list(_indicator_rows(project["indicators"], f"projects.{number}.indicators", figures))
        project.update({"number": number, "indicator_rows": rows})
    return tree


_SAID_ONCE = frozenset(("reason", "final_reason", "basic", "project"))
"""What a department may write under revenue or expenditure alone, though it holds for both."""


def _budget_rows(budget: Context) -> list[Context]:
    """Revenue and expenditure as they are told: in one row where nothing they say differs, else a row each."""
    revenue, expenditure = budget.get("revenue"), budget.get("expenditure")
    if revenue is not None and expenditure is not None:
        differing = [key for key in revenue if revenue[key] != expenditure[key]]
        if all(key in _SAID_ONCE and None in (revenue[key], expenditure[key]) for key in differing):
            either = {key: together(revenue[key], value) for key, value in expenditure.items()}
            return [_budget_row("收入、支出", either, both="均")]
    sides = (("收入", revenue), ("支出", expenditure))
    return [_budget_row(label, side) for label, side in sides if side is not None]


def _budget_row(label: str, side: Context, both: str = "") -> Context:
    """A side with its label, and its parts as far as they changed by a known amount."""
    named = (("基本支出", side["basic"]), ("项目支出", side["project"]))
    parts = [{**part, "label": name} for name, part in named if part is not None and part["change"] is not None]
    return {**side, "label": label, "both": both, "parts": parts}


def _fund_sources(figures: Figures, level: Level | None) -> list[Context]:
    """One row for each source of funds that is present; the department's own level is named where it is known."""
    names = {source: source_name(source) for source in FundSource}
    if level is not None:
        names[FundSource.LOCAL] = f"{LEVEL_NAMES[level]}资金"
    amounts = ("budget", "received", "executed")
    keys = (*amounts, "balance", "execution_rate", "share")
    rows = [
        {
            "source": str(source),
            "name": name,
            **{key: figures[f"funds.{source}.{key}"].value for key in keys},
        }
        for source, name in names.items()
        if f"funds.{source}.budget" in figures
    ]
    return [row for row in rows if any(row[key] is not None for key in amounts)]


def _grades(standard: Standard, figures: Figures) -> list[Context]:
    """The grade bands, best first, each with its number of projects."""
    rows: list[Context] = []
    high: Decimal | None = None
    for band in standard.grades:
        counted = figures.get(f"projects.{band.key}.count")
        count = Decimal(0) if counted is None else counted.value
        rows.append({"key": band.key, "name": band.name, "low": band.floor, "high": high, "count": count})
        high = band.floor
    return rows


def _indicator_rows(categories: list[Context], prefix: str, figures: Figures) -> Iterator[Context]:
    """The indicators one after another, each with its category and group and whether it is their first.

    What was achieved is as written, else the figure that the indicator names, beside the unit that it is told in.
    """
    number = 0
    for category in categories:
        for g, group in enumerate(category["groups"]):
            for i, item in enumerate(group["items"]):
                number += 1
                actual, unit = _achieved(item, figures.get(meant(item["figure"], prefix) or ""))
                yield {
                    "number": number, "category": category, "group": group, "item": item,
                    "actual": actual, "unit": unit,
                    "starts_category": g == 0 and i == 0, "starts_group": i == 0,
                }  # fmt: skip


def _achieved(item: Context, figure: Figure | None) -> tuple[Decimal | str | None, str]:
    if item["actual"] is None and figure is not None:
        return figure.value, figure.unit.value
    target = target_of(item["target"])
    return item["actual"], "" if target is None else target.unit
