"""Figures that the prose refers to by a number, held against those that there are."""

import re
from collections.abc import Iterator

from perfeval.context import Context
from perfeval.diagnostic import Diagnostic, Kind, Severity, Text
from perfeval.figures import Facts
from perfeval.model import Prose

REFERENCE = re.compile(r"(?:[如见]\s*图\s*|图\s*(?=\d+\s*(?:所示|可见|可以看出)))(\d{1,2})(?!\d)")
"""如图1、见图1、图1所示; not 地图3幅."""

NO_FIGURE = Kind(
    "R205",
    Severity.WARNING,
    what=Text(
        "文字里写了图{number}，报告里的图只有 {count} 幅",
        "the text refers to 图{number}; the report has {count} charts",
    ),
    why=Text(
        "没有内容的图不印，后面的图号随之改变，读者会找不到",
        "a chart with nothing to show is left out, and those behind it move up",
    ),
    cure=Text(
        "核对图号；写 {{{{ charts.名称.number }}}} 就总是对的，名称见版式的 layout.yaml",
        "check the number; {{{{ charts.NAME.number }}}} is always right, with a name of the layout's layout.yaml",
    ),
)


def lost_references(facts: Facts, context: Context) -> Iterator[Diagnostic]:
    """References to figures beyond the last, in a layout that has charts; others may have pictures of their own."""
    charts = context["charts"]
    count = sum(chart is not None for chart in charts.values())
    for pointer, text in facts.given if charts else ():
        if isinstance(text, Prose):
            for found in REFERENCE.finditer(text):
                if not 1 <= int(found[1]) <= count:
                    arguments = {"number": found[1], "count": str(count)}
                    yield Diagnostic(NO_FIGURE, pointer, arguments, offset=found.start())
