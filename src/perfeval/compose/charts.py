"""The charts of a layout: what each of them shows, with its number, its title and a description in words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from perfeval.compose.paths import rows_at, value_at
from perfeval.compose.sentences import of_layout, said
from perfeval.context import Context
from perfeval.diagnostic import Diagnostic, Text
from perfeval.layouts import Chart, Layout
from perfeval.model import Mark
from perfeval.printing import NO_RESULT, PRINT, Printable, money
from perfeval.quantity import DECIMALS, decimals_of, rounded
from perfeval.word.fault import TemplateFault
from perfeval.word.marks import unmarked
from perfeval.word.sandbox import OPERATION, Sandboxed
from perfeval.word.wording import called

Say = Callable[[str, Context], str]
"""A text of the layout with its figures, on one line."""

PRINTED: Mapping[str | None, Callable[[Printable], str]] = {unit.value: write for unit, write in PRINT.items() if unit}
"""How numbers of a unit are printed; those of any other are printed exactly, as amounts are."""

FINEST: Mapping[str | None, int] = {unit.value: decimals for unit, decimals in DECIMALS.items()}
"""The decimals of a unit in a chart."""
FEN = 6
"""Those of any other: 万元 are given to 0.01 元, and what never ends is cut there."""


def draw_charts(layout: Layout, context: Context, sandboxed: Sandboxed) -> tuple[Diagnostic, ...]:
    """Put each chart under its name into the context's ``charts``: None where it has nothing to show.

    Those that have are numbered in the order of ``layout.yaml``.
    """

    def say(text: str, names: Context) -> str:
        return " ".join(said(text, names, sandboxed).split())

    found: list[Diagnostic] = []
    charts: Context = {}
    number = 1
    for name, chart in layout.wording.charts.items():
        try:
            charts[name] = _drawn(chart, number, context, say)
        except TemplateFault as fault:
            found.append(of_layout(layout, Text(f"图 {name}", f"chart {name}"), fault))
        else:
            number += charts[name] is not None
    context["charts"] = charts
    return tuple(found)


def _drawn(chart: Chart, number: int, context: Context, say: Say) -> Context | None:
    """The chart; None where its title says nothing or all that it could show is nothing or zero."""
    title = say(chart.title, context)
    rows = tuple(_rows(chart, context, say))
    series = [
        {"name": unmarked(say(one.name, context)), "values": [_value(one.value, row, chart.unit) for _, row in rows]}
        for one in chart.series
    ]
    series = [one for one in series if any(value is not None for value in one["values"])]
    if not title or all(value is None or value == 0 for one in series for value in one["values"]):
        return None
    categories = [category for category, _ in rows]
    heading = f"图{number} {unmarked(title)}" + ("" if chart.unit is None else f"（{chart.unit}）")
    return {
        "number": number,
        "title": title,
        "unit": chart.unit,
        "description": f"{heading}：{_in_words(categories, series, PRINTED.get(chart.unit, money))}。",
        "categories": categories,
        "series": series,
    }


def _rows(chart: Chart, context: Context, say: Say) -> Iterator[tuple[str, Context]]:
    """Each category with its record; a listed one without a record is left out."""
    if chart.each is not None and chart.category is not None:
        for row in rows_at(chart.each, context):
            yield unmarked(say(chart.category, {**context, **row})), row
    for one in chart.categories:
        row = value_at(one.row, context)
        if row is not None:
            yield unmarked(say(one.name, context)), row


def _value(path: str, row: Context, unit: str | None) -> Decimal | None:
    """The bare number there, no finer than its unit is printed; None where there is none, or a mark in its place."""
    value = value_at(path, row)
    if value is None or value in tuple(Mark):
        return None
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        number, finest = Decimal(value), FINEST.get(unit, FEN)
        return rounded(number, finest) if decimals_of(number) > finest else number
    kind = called(value)
    raise TemplateFault(OPERATION, {"tag": path, "detail": Text(f"{kind.zh}不是数字", f"a {kind.en} is no number")})


def _in_words(categories: Sequence[str], series: Sequence[Context], write: Callable[[Printable], str]) -> str:
    """All the numbers, as in 收入，2024年 1706.83、2025年 2024.99；支出，2024年 1706.83、2025年 2024.99."""

    def told(one: Context, index: int) -> str:
        value = one["values"][index]
        return f"{one['name']} {NO_RESULT if value is None else write(value)}"

    return "；".join(
        f"{category}，{'、'.join(told(one, index) for one in series)}" for index, category in enumerate(categories)
    )
