"""Where the values of a report come from: each figure and each number that was given, with words for its comment."""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from perfeval.diagnostic import Pointer, dotted
from perfeval.figures import Facts, Figure
from perfeval.load import Source
from perfeval.model import Mark
from perfeval.model.units import unit_of
from perfeval.printing import PRINT, plain
from perfeval.quantity import Unit
from perfeval.schema.titles import title_of
from perfeval.standards.standard import Band
from perfeval.word.marks import V, traced


@dataclass(frozen=True, slots=True)
class Origin:
    """The name of a figure or the dotted pointer of what was given, and what a comment says of it."""

    name: str
    words: str


def with_origins(facts: Facts, source: Source) -> tuple[Facts, tuple[Origin, ...]]:
    """The same facts whose values know their origins, by index into the second."""
    origins: list[Origin] = []

    def known(value: V, origin: Origin) -> V:
        origins.append(origin)
        return traced(value, len(origins) - 1)

    def given(pointer: Pointer, value: Any) -> Any:
        is_figure = isinstance(value, Decimal | Mark) or unit_of(pointer) is not None or pointer in derivable
        return known(value, _given(pointer, source)) if value is not None and is_figure else value

    derivable = {(*figure.pointer, _key(figure)) for figure in facts.figures.values() if figure.pointer is not None}
    figures = {
        name: figure if figure.value is None else figure._replace(value=known(figure.value, _derived(figure, source)))
        for name, figure in facts.figures.items()
    }
    grades = tuple(
        replace(band, floor=known(band.floor, _standard(facts.report.standard, band))) for band in facts.standard.grades
    )
    report = _each_value(facts.report, given)
    return replace(facts, report=report, standard=replace(facts.standard, grades=grades), figures=figures), (*origins,)


def _key(figure: Figure) -> str:
    return figure.name.rpartition(".")[2]


def _each_value(value: Any, change: Callable[[Pointer, Any], Any], pointer: Pointer = ()) -> Any:
    """A record of the model with every value changed; what the department wrote in dicts stays as it is."""
    if isinstance(value, tuple):
        return tuple(_each_value(item, change, (*pointer, index)) for index, item in enumerate(value))
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value)]
        return replace(value, **{name: _each_value(getattr(value, name), change, (*pointer, name)) for name in names})
    return value if isinstance(value, dict) else change(pointer, value)


def _derived(figure: Figure, source: Source) -> Origin:
    """Name, label, formula and value; the record's line, if it is the figure of one."""
    unit = "" if figure.unit is Unit.PERCENT else figure.unit
    printed = f"{PRINT[figure.unit](figure.value)}{unit}"
    where = "" if figure.pointer is None else f"，{_line(figure.pointer, source)}"
    return Origin(figure.name, f"{figure.name} {figure.label.zh} = {figure.formula.zh} = {printed}{where}")


def _given(pointer: Pointer, source: Source) -> Origin:
    name = dotted(pointer)
    return Origin(name, f"{name} {title_of(pointer)}，{_line(pointer, source)}")


def _standard(name: str, band: Band) -> Origin:
    return Origin(f"standard.{band.key}", f"评分标准 {name}：{band.name}从 {plain(band.floor)} 分起")


def _line(pointer: Pointer, source: Source) -> str:
    """The file is named without its folder: a report is read on other machines, too."""
    found = source.location(pointer)
    return f"{PurePath(found.file).name}:{found.place}"
