"""What a figure is made of, as lines: its operands with their values and places, and theirs below them."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from perfeval.columns import padded, width
from perfeval.diagnostic import Lang, Pointer, Text, dotted
from perfeval.reporters.values import FEW, LEFT_OUT, exact, given_value, printed_with_unit
from perfeval.trace.explained import Explained
from perfeval.trace.operands import Choice, Given, Operand, Operands, Step, Used

Branch: TypeAlias = "tuple[str, list[Branch]]"


def tree(explained: Explained, name: str, lang: Lang) -> Iterator[str]:
    """The operands of a figure, each on a line; further down, many like ones are told by the first and the last."""
    operands = explained.trace.operands[name]
    return _drawn(_branches(explained, operands, lang), "")


def made_of(explained: Explained, name: str, lang: Lang) -> Iterator[str]:
    """What a figure is directly made of, without values: many like ones by the first and the last."""
    for first, *others in _gathered(explained.trace.operands[name]):
        if others:
            yield _first_to_last((first, *others)).say(lang)
        elif isinstance(first, Choice):
            yield _choice(first).say(lang)
        elif isinstance(first, Step):
            yield first.label.say(lang)
        else:
            yield _placed(explained, first, lang)


def rows(pointers: Sequence[Pointer]) -> str:
    """Neighbouring rows from the first to the last: ``projects.1-17, projects.19``."""
    runs: list[list[Pointer]] = []
    for pointer in pointers:
        if runs and _follows(runs[-1][-1], pointer):
            runs[-1].append(pointer)
        else:
            runs.append([pointer])
    return ", ".join(dotted(run[0]) + (f"-{dotted(run[-1][-1:])}" if len(run) > 1 else "") for run in runs)


def _follows(before: Pointer, pointer: Pointer) -> bool:
    last = before[-1]
    return isinstance(last, int) and pointer == (*before[:-1], last + 1)


def _branches(explained: Explained, operands: Operands, lang: Lang) -> list[Branch]:
    given = [operand for operand in operands if isinstance(operand, Given)]
    cells = [
        (explained.where(one.pointer), dotted(one.pointer), given_value(one.pointer, one.value, lang)) for one in given
    ]
    places, paths, values = (max(map(width, column)) for column in zip(*cells, strict=True)) if cells else (0, 0, 0)
    lines = {
        one: f"{padded(place, places)}  {padded(path, paths)}  {padded(value, -values)}  "
        f"{explained.label(one.pointer, lang)}"
        for one, (place, path, value) in zip(given, cells, strict=True)
    }
    return [
        (lines[operand], []) if isinstance(operand, Given) else _branch(explained, operand, lang)
        for operand in operands
    ]


def _branch(explained: Explained, operand: Used | Step | Choice, lang: Lang) -> Branch:
    below = explained.trace.operands.get(operand.name, ()) if isinstance(operand, Used) else operand.operands
    groups = _gathered(below)
    alone = iter(_branches(explained, tuple(one for one, *others in groups if not others), lang))
    branches = [next(alone) if len(group) == 1 else (_first_to_last(group).say(lang), []) for group in groups]
    return _line(explained, operand, lang), branches


def _gathered(operands: Operands) -> list[Operands]:
    """Neighbours of one form, such as the budgets of many projects, together; everything else alone."""
    groups = [tuple(group) for _, group in groupby(operands, key=_form)]
    return [part for group in groups for part in ([group] if len(group) > FEW else [(one,) for one in group])]


def _form(operand: Operand) -> object:
    """The name without its numbers; what has no name is like nothing else."""
    return re.sub("[0-9]+", "", _name(operand)) if isinstance(operand, Given | Used) else operand


def _line(explained: Explained, operand: Used | Step | Choice, lang: Lang) -> str:
    if isinstance(operand, Choice):
        return f"{_choice(operand).say(lang)}  {rows(operand.taken)}".rstrip()
    if isinstance(operand, Step):
        return f"{operand.label.say(lang)}  {exact(operand.value, operand.unit)} = {operand.formula.say(lang)}"
    figure = explained.trace.facts.figures.get(operand.name)
    if figure is None:
        return f"{operand.name}  {LEFT_OUT.say(lang)}"
    return f"{figure.name}  {figure.label.say(lang)}  {printed_with_unit(figure)} = {figure.formula.say(lang)}"


def _choice(choice: Choice) -> Text:
    taken = len(choice.taken)
    return Text(f"取 {taken} 项（共 {choice.of} 项）", f"{taken} of {choice.of} taken")


def _name(operand: Given | Used) -> str:
    return operand.name if isinstance(operand, Used) else dotted(operand.pointer)


def _placed(explained: Explained, operand: Given | Used, lang: Lang) -> str:
    """A figure by its name, a given value by its path with line and column, or that it was left out."""
    if isinstance(operand, Used):
        return operand.name
    where = LEFT_OUT.say(lang) if operand.value is None else _beside(explained, operand.pointer)
    return f"{dotted(operand.pointer)} ({where})"


def _beside(explained: Explained, pointer: Pointer) -> str:
    """Where it stands in the report's own file, or in which other."""
    found = explained.source.location(pointer)
    return str(found.place) if found.file == explained.source.file else str(found)


def _first_to_last(group: Operands) -> Text:
    first, *_, last = (_name(operand) for operand in group if isinstance(operand, Given | Used))
    return Text(f"{len(group)} 项：{first} … {last}", f"{len(group)}: {first} … {last}")


def _drawn(branches: Sequence[Branch], indent: str) -> Iterator[str]:
    """The lines of a tree, their branches drawn before them."""
    for number, (line, below) in enumerate(branches, 1):
        is_last = number == len(branches)
        yield f"{indent}{'└' if is_last else '├'} {line}"
        yield from _drawn(below, indent + ("  " if is_last else "│ "))
