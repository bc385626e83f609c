"""Derived figures as people and programs read them: an aligned list, or JSON by name."""

import json

from perfeval.columns import padded, width
from perfeval.diagnostic import Lang
from perfeval.figures import Figure, Figures
from perfeval.printing import NO_RESULT, PRINT
from perfeval.quantity import Unit


def text(figures: Figures, lang: Lang) -> str:
    """One line a figure: name, value with its unit, label, formula."""
    rows = [
        (name, _with_unit(figure), figure.label.say(lang), figure.formula.say(lang)) for name, figure in figures.items()
    ]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        f"{padded(name, widths[0])}  {padded(value, -widths[1])}  {padded(label, widths[2])}  {formula}".rstrip()
        for name, value, label, formula in rows
    )


def as_json(figures: Figures, lang: Lang) -> str:
    """One object keyed by figure name; every value is a string, ``—`` where there is no result."""
    objects = {
        name: {
            "label": figure.label.say(lang),
            "value": _value(figure),
            "unit": figure.unit.value,
            "formula": figure.formula.say(lang),
            "source": figure.source,
        }
        for name, figure in figures.items()
    }
    return json.dumps(objects, ensure_ascii=False, indent=2)


def _with_unit(figure: Figure) -> str:
    value = _value(figure)
    return value if value == NO_RESULT else value + figure.unit


def _value(figure: Figure) -> str:
    """As it is printed in the report, the unit apart."""
    printed = PRINT[figure.unit](figure.value)
    return printed.removesuffix("%" if figure.unit is Unit.PERCENT else "") or NO_RESULT
