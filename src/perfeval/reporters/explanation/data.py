"""What figures are made of, as programs read it: JSON, numbers as strings, unrounded ones beside those printed."""

import json
from decimal import Decimal
from typing import Any

from perfeval.diagnostic import Lang, Pointer, dotted
from perfeval.figures import Figure
from perfeval.printing import plain
from perfeval.reporters.explanation.text import arithmetic_line
from perfeval.reporters.values import printed, rounding
from perfeval.trace.explained import Explained
from perfeval.trace.operands import Choice, Given, Operand, Operands, Step, Used

Object = dict[str, Any]


def as_json(explained: Explained, name: str | None, lang: Lang) -> str:
    """One figure or given value by name, or, without a name, an object with every figure. Raises KeyError."""
    figures = explained.trace.facts.figures
    if name is None:
        whole: Object = {"figures": [_figure(explained, figure, lang) for figure in figures.values()]}
    elif name in figures:
        whole = _figure(explained, figures[name], lang)
    else:
        pointer, value = explained.given[name]
        whole = {**_given(explained, Given(pointer, value), lang), **_uses(explained, pointer, name, lang)}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _figure(explained: Explained, figure: Figure, lang: Lang) -> Object:
    how = rounding(figure.unit)
    return {
        **_head(figure, lang),
        "source": figure.source,
        "arithmetic": arithmetic_line(explained, figure, lang),
        "rounding": None if how is None else how.say(lang),
        **({} if figure.pointer is None else _place(explained, figure.pointer)),
        "operands": _operands(explained, explained.trace.operands[figure.name], lang),
        **_uses(explained, figure.name, figure.name, lang),
    }


def _head(figure: Figure, lang: Lang) -> Object:
    return {
        "kind": "figure",
        "name": figure.name,
        "label": figure.label.say(lang),
        "value": printed(figure),
        "unrounded": _exact(figure.value),
        "unit": figure.unit.value,
        "formula": figure.formula.say(lang),
    }


def _given(explained: Explained, given: Given, lang: Lang) -> Object:
    return {
        "kind": "given",
        "name": dotted(given.pointer),
        "label": explained.label(given.pointer, lang),
        "value": _exact(given.value),
        **_place(explained, given.pointer),
    }


def _operands(explained: Explained, operands: Operands, lang: Lang) -> list[Object]:
    return [_operand(explained, operand, lang) for operand in operands]


def _operand(explained: Explained, operand: Operand, lang: Lang) -> Object:
    if isinstance(operand, Given):
        return _given(explained, operand, lang)
    if isinstance(operand, Used):
        figure = explained.trace.facts.figures.get(operand.name)
        return {"kind": "figure", "name": operand.name, "value": None} if figure is None else _head(figure, lang)
    below = _operands(explained, operand.operands, lang)
    if isinstance(operand, Choice):
        taken = [dotted(pointer) for pointer in operand.taken]
        return {"kind": "choice", "of": operand.of, "taken": taken, "operands": below}
    return _step(operand, lang) | {"operands": below}


def _step(step: Step, lang: Lang) -> Object:
    return {
        "kind": "step",
        "label": step.label.say(lang),
        "unrounded": _exact(step.value),
        "unit": step.unit.value,
        "formula": step.formula.say(lang),
    }


def _uses(explained: Explained, subject: Pointer | str, name: str, lang: Lang) -> Object:
    return {
        "used_by": explained.trace.used_by(subject),
        "decides": explained.trace.decided_by(subject),
        "printed": [
            {"text": one.text, "place": one.place.say(lang), "around": one.around} for one in explained.printed_at(name)
        ],
    }


def _place(explained: Explained, pointer: Pointer) -> Object:
    found = explained.source.location(pointer)
    place = found.place
    return {"file": found.file, "sheet": place.sheet or None, "line": place.line, "column": place.column}


def _exact(value: object) -> str | None:
    return None if value is None else plain(value) if isinstance(value, Decimal) else str(value)
