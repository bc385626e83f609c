"""Standard sentences: the layout's own, or the department's wording in their place, once or once for every row."""

from collections.abc import Mapping
from functools import lru_cache

from perfeval.compose.paths import rows_at
from perfeval.compose.prose import fill
from perfeval.context import Context
from perfeval.diagnostic import Diagnostic, Kind, Outcome, Severity, Text
from perfeval.layouts import Layout, RowText
from perfeval.printing import FILTERS
from perfeval.settings import choose
from perfeval.word.fault import TemplateFault
from perfeval.word.sandbox import Sandboxed
from perfeval.word.tagged import Tagged

SENTENCES_KEPT = 512
"""Compiled sentences: those of every layout that a run may go through."""

UNKNOWN_TEXT = Kind(
    "R202",
    Severity.ERROR,
    what=Text("版式“{layout}”没有名为“{name}”的标准语句{hint}", "layout “{layout}” has no sentence “{name}”{hint}"),
    why=Text("名称写错，改写的语句就不会出现在报告里", "under a wrong name your wording would never be printed"),
    cure=Text("可改写的语句：{known}", "sentences there are: {known}"),
)


def write_sentences(
    own: Mapping[str, str], layout: Layout, context: Context, sandboxed: Sandboxed
) -> tuple[Diagnostic, ...]:
    """Put each sentence under its name into the context's ``texts``, or into every row it is written for.

    The department's ``own`` wording takes the place of the layout's.
    """
    standard = layout.wording.texts
    found = [
        Diagnostic(UNKNOWN_TEXT, ("texts", name), {"layout": layout.name, **choose(name, standard)}, at_key=True)
        for name in own
        if name not in standard
    ]
    texts = context["texts"] = {}
    for name, sentence in standard.items():
        text, rows = (sentence.text, sentence.each) if isinstance(sentence, RowText) else (sentence, None)
        places = Outcome([texts]) if rows is None else _rows(layout, name, rows, context)
        found += places.diagnostics
        for place in places.value or []:
            names = context if rows is None else {**context, **place}
            said = (
                fill(own[name], ("texts", name), names, sandboxed)
                if name in own
                else say(layout, name, text, names, sandboxed)
            )
            found += said.diagnostics
            if said.value is None:
                break  # the other rows would only say the same
            place[name] = said.value
    return tuple(found)


def say(layout: Layout, name: str, text: str, context: Mapping[str, object], sandboxed: Sandboxed) -> Outcome[str]:
    """A sentence of the layout's own; a fault in it is told at the report's ``layout``."""
    try:
        return Outcome(said(text, context, sandboxed))
    except TemplateFault as fault:
        return Outcome(None, (of_layout(layout, _sentence(name), fault),))


def said(text: str, context: Mapping[str, object], sandboxed: Sandboxed) -> str:
    """A text of a layout with its figures. Raises ``TemplateFault`` R111 to R115."""
    if "{" not in text:
        return text.removesuffix("\n")  # as Jinja ends a text
    return _compiled(text, sandboxed).render(context)


@lru_cache(maxsize=SENTENCES_KEPT)
def _compiled(text: str, sandboxed: Sandboxed) -> Tagged:
    return Tagged.compile(text, FILTERS, sandboxed)


def of_layout(layout: Layout, what: Text, fault: TemplateFault) -> Diagnostic:
    """A fault in something that the layout says, told at the report's ``layout``."""
    where = Text(f"版式“{layout.name}”的{what.zh}：", f"layout “{layout.name}”, {what.en}: ")
    return Diagnostic(fault.kind, ("layout",), {**fault.arguments, "where": where})


def _rows(layout: Layout, name: str, path: str, context: Context) -> Outcome[list[Context]]:
    """The records listed at a dotted path; none where a section on the way was not given."""
    try:
        return Outcome(rows_at(path, context))
    except TemplateFault as fault:
        return Outcome(None, (of_layout(layout, _sentence(name), fault.at({"tag": f"each: {path}"})),))


def _sentence(name: str) -> Text:
    return Text(f"语句 {name}", f"sentence {name}")
