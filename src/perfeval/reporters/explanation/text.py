"""What a figure is made of, as people read it: formula, arithmetic, rounding, and the tree down to the file's lines."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from perfeval.columns import padded, width
from perfeval.diagnostic import Lang, Pointer, Text
from perfeval.figures import Figure
from perfeval.reporters.explanation.tree import made_of, tree
from perfeval.reporters.values import exact, given_value, printed_with_unit, rounding, said
from perfeval.schema.titles import title_of
from perfeval.trace.arithmetic import arithmetic_of
from perfeval.trace.explained import Explained

HEADS = {
    "formula": Text("公式", "formula"),
    "source": Text("依据", "source"),
    "arithmetic": Text("算式", "arithmetic"),
    "rounding": Text("舍入", "rounding"),
    "where": Text("所在", "where"),
    "given": Text("所填", "given"),
    "operands": Text("来自", "from"),
    "used_by": Text("用于", "used by"),
    "decided_by": Text("决定", "decides"),
    "printed": Text("印在", "printed"),
}
AND = Text("，", ", ")
Row = tuple[str, str]
_WIDTH = 100


def text(explained: Explained, name: str, lang: Lang) -> str:
    """All that is known of one figure, or of one value of the file by its dotted path. Raises KeyError."""
    figure = explained.trace.facts.figures.get(name)
    return "\n".join(_of_given(explained, name, lang) if figure is None else _of_figure(explained, figure, lang))


def overview(explained: Explained, lang: Lang) -> str:
    """Every figure by chapter, in two lines: its value, and the formula with what it is directly made of."""
    lines = []
    figures = explained.trace.facts.figures
    for chapter, names in groupby(figures, key=lambda name: name.partition(".")[0]):
        lines.append(f"{chapter}  {title_of((chapter,))}" if lang == "zh" else chapter)
        for name in names:
            direct = AND.say(lang).join(made_of(explained, name, lang))
            lines.append(f"  {name}  {figures[name].label.say(lang)} = {printed_with_unit(figures[name])}")
            lines.append(f"      {figures[name].formula.say(lang)}" + (f"  ←  {direct}" if direct else ""))
    return "\n".join(lines)


def arithmetic_line(explained: Explained, figure: Figure, lang: Lang) -> str | None:
    """The numbers with their signs, the value before and after rounding; None where there is nothing to reckon."""
    found = arithmetic_of(explained.trace, figure)
    value, shown = exact(figure.value, figure.unit), printed_with_unit(figure)
    reckoned = value if found is None or not found.sign else f"{said(found, lang)} = {value}"
    if reckoned == shown or figure.value is None:
        return None
    return reckoned + ("" if value == shown else Text(f"，印作 {shown}", f", printed {shown}").say(lang))


def _of_figure(explained: Explained, figure: Figure, lang: Lang) -> Iterator[str]:
    yield f"{figure.name}  {figure.label.say(lang)} = {printed_with_unit(figure)}"
    yield from _rows(_about(explained, figure, lang), lang)
    branches = tuple(tree(explained, figure.name, lang))
    if branches:
        yield f"  {HEADS['operands'].say(lang)}"
        yield from (f"  {branch}" for branch in branches)
    yield from _rows(_uses(explained, figure.name, figure.name, lang), lang)


def _of_given(explained: Explained, name: str, lang: Lang) -> Iterator[str]:
    pointer, value = explained.given[name]
    yield f"{name}  {explained.label(pointer, lang)} = {given_value(pointer, value, lang)}"
    yield from _rows([("where", explained.where(pointer))], lang)
    yield from _rows(_uses(explained, pointer, name, lang), lang)


def _about(explained: Explained, figure: Figure, lang: Lang) -> Iterator[Row]:
    yield "formula", figure.formula.say(lang)
    if figure.source:
        yield "source", figure.source
    line = arithmetic_line(explained, figure, lang)
    if line is not None:
        yield "arithmetic", line
    how = rounding(figure.unit)
    if how is not None and figure.value is not None:
        yield "rounding", how.say(lang)
    if figure.pointer is not None:
        yield "where", explained.where(figure.pointer)
    pointer, value = explained.given.get(figure.name, ((), None))
    if value is not None:
        yield "given", f"{given_value(pointer, value, lang)}  {explained.where(pointer)}"


def _uses(explained: Explained, subject: Pointer | str, name: str, lang: Lang) -> Iterator[Row]:
    """The figures that it goes into or decides, and where it is printed."""
    trace = explained.trace
    for head, names in (("used_by", trace.used_by(subject)), ("decided_by", trace.decided_by(subject))):
        if names:
            yield head, ", ".join(names)
    for one in explained.printed_at(name):
        yield "printed", f"{one.text}  {one.place.say(lang)}  {one.around}"


def _rows(rows: Iterable[Row], lang: Lang) -> Iterator[str]:
    longest = max(width(head.say(lang)) for head in HEADS.values())
    for head, words in rows:
        first, *more = wrap(words, _WIDTH, break_long_words=False, break_on_hyphens=False)
        yield f"  {padded(HEADS[head].say(lang), longest)}  {first}"
        yield from (" " * (longest + 4) + line for line in more)
