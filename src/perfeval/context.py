"""The context that templates, sentences and prose see: figures by name, and the department's records completed."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, cast

from perfeval.diagnostic import Pointer
from perfeval.figures import Figures
from perfeval.figures.funds import SOURCE_LABELS
from perfeval.model import Prose, Report
from perfeval.standards import Standard

Context = dict[str, Any]
"""Plain data by name: dict, list, str, int, Decimal, date, bool and None."""


def context_of(report: Report, figures: Figures, standard: Standard) -> Context:
    """Figures under their names, ``report`` as it was written, and rows for tables; prose is not filled in yet."""
    records = _records(report, figures)
    return {
        **_figures_by_name(figures),
        "year": report.year,
        "report": records,
        "fund_sources": _fund_sources(figures),
        "grades": _grades(standard, figures),
        "indicator_rows": list(_indicator_rows(records)),
    }


def at(tree: Any, pointer: Pointer) -> Any:
    """The value at a pointer of a tree of dicts and lists."""
    for step in pointer:
        tree = tree[step]
    return tree


def _figures_by_name(figures: Figures) -> Context:
    """``funds.central.budget`` as nested dicts; a listed record's figures stand in the record instead."""
    tree: Context = {}
    for name, figure in figures.items():
        *steps, last = name.split(".")
        if any(step.isdigit() for step in steps):
            continue
        node = tree
        for step in steps:
            node = node.setdefault(step, {})
        node[last] = figure.value
    return tree


def _plain(value: object) -> Any:
    """A record as a dict of all its fields, a tuple as a list, an enum as its text."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Prose) else value


def _records(report: Report, figures: Figures) -> Context:
    """What the department wrote, each record completed by its own figures, projects numbered."""
    tree = cast("Context", _plain(report))
    for name, figure in figures.items():
        if figure.pointer is not None:
            record, key = at(tree, figure.pointer), name.rpartition(".")[2]
            if record.get(key) is None:
                record[key] = figure.value
    for number, project in enumerate(tree["projects"], 1):
        project["number"] = number
    return tree


def _fund_sources(figures: Figures) -> list[Context]:
    """One row for each source of funds that is present."""
    keys = ("budget", "received", "executed", "balance", "execution_rate", "share")
    return [
        {"source": str(source), "name": label.zh, **{key: figures[f"funds.{source}.{key}"].value for key in keys}}
        for source, label in SOURCE_LABELS.items()
        if f"funds.{source}.budget" in figures
    ]


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


def _indicator_rows(report: Context) -> Iterator[Context]:
    """The indicators one after another, each with its category and group and whether it is their first."""
    number = 0
    for category in report["indicators"]:
        for g, group in enumerate(category["groups"]):
            for i, item in enumerate(group["items"]):
                number += 1
                yield {
                    "number": number, "category": category, "group": group, "item": item,
                    "starts_category": g == 0 and i == 0, "starts_group": i == 0,
                }  # fmt: skip
