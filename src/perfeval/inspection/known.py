"""What the tags of a layout may name: learned from contexts that have all that there can be."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from perfeval.compose.charts import draw_charts
from perfeval.compose.paths import rows_at
from perfeval.context import Context, context_of
from perfeval.diagnostic import Diagnostic
from perfeval.figures import Facts, calculate
from perfeval.inspection.examples import examples
from perfeval.inspection.reading import Names
from perfeval.inspection.shapes import ANY_KEY, ANYTHING, either, record, shape_of
from perfeval.layouts import Layout, RowText
from perfeval.model import Report
from perfeval.quantity import Unit
from perfeval.standards import NAMES, Standard, read_standard
from perfeval.word.fault import TemplateFault
from perfeval.word.sandbox import Sandbox


def known_names(layout: Layout, contexts: Iterable[Context]) -> Names:
    """The names for tags of the template and of sentences; of a chart that is faulty, nothing is known."""
    learned = either(shape_of(_completed(context, layout)) for context in contexts).keys or {}
    charts = {**dict.fromkeys(layout.wording.charts, ANYTHING), **(learned["charts"].keys or {})}
    return {**learned, "charts": record(charts)}


def _completed(context: Context, layout: Layout) -> Context:
    """A context with what composing adds: charts, sentences (in their rows, too) and the title."""
    draw_charts(layout, context, Sandbox)
    texts = layout.wording.texts
    for name, sentence in texts.items():
        with suppress(TemplateFault):  # told where the sentence stands
            for row in rows_at(sentence.each, context) if isinstance(sentence, RowText) else ():
                row[name] = ""
    plain = [name for name, sentence in texts.items() if not isinstance(sentence, RowText)]
    return {**context, "texts": dict.fromkeys(plain, ""), "title": ""}


def report_contexts() -> Iterator[Context]:
    """The contexts of reports with everything, and with a value for every figure."""
    return map(context_of, map(_with_every_figure, example_facts()))


@cache
def example_facts() -> tuple[Facts, ...]:
    """Reports with everything there can be, the first of them by every standard, too."""
    reports = examples(Report)
    usual, *others = _standards()
    return tuple(
        calculate(report, standard)
        for report, standard in (*((one, usual) for one in reports), *((reports[0], other) for other in others))
    )


def _with_every_figure(facts: Facts) -> Facts:
    """The same with a value for every figure that has none: what it would be is known by its unit."""
    figures = {
        name: one._replace(value=one.name if one.unit is Unit.WORDS else Decimal(1)) if one.value is None else one
        for name, one in facts.figures.items()
    }
    return replace(facts, figures=figures)


def _standards() -> Iterator[Standard]:
    """Those built in, and one whose grades nobody knows."""
    for name in NAMES:
        read = read_standard(name, Path())
        assert not isinstance(read, Diagnostic)
        assert read.value is not None
        yield read.value
        if name == NAMES[-1]:
            yield replace(read.value, grades=tuple(replace(band, key=ANY_KEY) for band in read.value.grades))
