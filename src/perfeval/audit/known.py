"""What a report knows: its figures and the numbers it was given, each with the tag that prints it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial

from perfeval.diagnostic import Pointer, Text
from perfeval.figures import Facts, Figure
from perfeval.model.units import unit_of
from perfeval.printing import PRINT
from perfeval.quantity import Unit
from perfeval.schema.titles import title_of

_SIDES = {"revenue": "收入", "expenditure": "支出"}
"""What a label says before the title, which is the same on both sides of the budget."""


@dataclass(frozen=True, slots=True)
class Known:
    """A value that prose may name as ``name``; unrounded, money in 万元. Few are ever called by their label."""

    name: str
    value: Decimal
    unit: Unit
    called: Callable[[], Text] = field(repr=False, compare=False)

    @property
    def label(self) -> Text:
        """What it is called."""
        return self.called()

    @property
    def key(self) -> str:
        """What is measured: the last step of the name."""
        return self.name.rpartition(".")[2]

    @property
    def printed(self) -> str:
        """As its filter prints it."""
        return PRINT[self.unit](self.value)

    def tag(self, filter_name: str = "") -> str:
        """The ``{{ }}`` that prints it, by the filter of its unit unless another is named."""
        return f"{{{{ {self.name} | {filter_name or PRINT[self.unit].__name__} }}}}"


def known_of(figure: Figure, value: Decimal) -> Known:
    """The value of a figure."""
    return Known(figure.name, value, figure.unit, lambda: figure.label)


def known_as(facts: Facts, path: str) -> Known | None:
    """What stands at a path: a figure's name, ``report.staff.in_post``, or ``grades.0.low``; None where no number does.

    In a path a step into a list is a number from 0, except in the names of figures.
    """
    figure = facts.figures.get(path)
    if figure is not None:
        if isinstance(figure.value, Decimal):
            return known_of(figure, figure.value)
        return None
    first, *rest = path.split(".")
    steps: Pointer = tuple(int(step) if step.isdigit() else step for step in rest)
    if first == "grades":
        return _of_grades(facts, steps)
    return _given(facts, steps) if first == "report" else None


def everything(facts: Facts) -> Iterator[Known]:
    """Every number that the report knows: its figures, then what was given."""
    for figure in facts.figures.values():
        if isinstance(figure.value, Decimal):
            yield known_of(figure, figure.value)
    for pointer, value in facts.given:
        if isinstance(value, Decimal | int) and (unit := unit_of(pointer)) is not None:
            yield Known(_named(pointer), Decimal(value), unit, partial(_label, facts, pointer))


def _given(facts: Facts, pointer: Pointer) -> Known | None:
    node: object = facts.report
    for step in pointer:
        if node is None:
            return None
        node = node[step] if isinstance(node, tuple) and isinstance(step, int) else getattr(node, str(step), None)
    unit = unit_of(pointer)
    if unit is None or not isinstance(node, Decimal | int):
        return None
    return Known(_named(pointer), Decimal(node), unit, partial(_label, facts, pointer))


def _of_grades(facts: Facts, steps: Pointer) -> Known | None:
    """The number of grades, and where each begins (``low``) and ends (``high``)."""
    bands = facts.standard.grades
    if not steps:
        number = Decimal(len(bands))
        return Known("grades | length", number, Unit.PROJECTS, lambda: Text("评价等级个数", "number of grades"))
    index, edge = int(steps[0]), str(steps[1])
    named, grade = f"grades[{index}].{edge}", bands[index].name
    if edge == "low":
        low = bands[index].floor
        return Known(named, low, Unit.SCORE, lambda: Text(f"“{grade}”的下限", f"lower edge of “{grade}”"))
    if index == 0:
        return None
    high = bands[index - 1].floor
    return Known(named, high, Unit.SCORE, lambda: Text(f"“{grade}”的上限", f"upper edge of “{grade}”"))


def _named(pointer: Pointer) -> str:
    return "report" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in pointer)


def _label(facts: Facts, pointer: Pointer) -> Text:
    """The schema's title, after the name of the record where there are several; in English the name in the file."""
    title = title_of(pointer)
    if pointer[0] == "projects" and len(pointer) > 1:
        title = f"项目“{facts.report.projects[int(pointer[1])].name}”{title}"
    side = "".join(_SIDES.get(str(step), "") for step in pointer)
    return Text(side + title, _named(pointer))
