"""Derived figures as people and programs read them: an aligned list, or JSON by name."""

import json

from perfeval.columns import padded, width
from perfeval.diagnostic import Lang
from perfeval.figures import Figures
from perfeval.reporters.values import printed, printed_with_unit


def text(figures: Figures, lang: Lang) -> str:
    """One line a figure: name, value with its unit, label = formula."""
    values = {name: printed_with_unit(figure) for name, figure in figures.items()}
    names_width, values_width = (max(map(width, column), default=0) for column in (values, values.values()))
    return "\n".join(
        f"{padded(name, names_width)}  {padded(value, -values_width)}  "
        f"{figures[name].label.say(lang)} = {figures[name].formula.say(lang)}"
        for name, value in values.items()
    )


def as_json(figures: Figures, lang: Lang) -> str:
    """One object keyed by figure name; every value is a string, ``—`` where there is no result."""
    objects = {
        name: {
            "name": name,
            "label": figure.label.say(lang),
            "value": printed(figure),
            "unit": figure.unit.value,
            "formula": figure.formula.say(lang),
            "source": figure.source,
        }
        for name, figure in figures.items()
    }
    return json.dumps(objects, ensure_ascii=False, indent=2)
