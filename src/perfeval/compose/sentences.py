"""Standard sentences: the layout's own, or the department's wording in their place, once or once for every row."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from perfeval.compose.prose import fill
from perfeval.context import Context
from perfeval.diagnostic import Diagnostic, Kind, Outcome, Severity, Text
from perfeval.layouts import Layout, RowText
from perfeval.printing import FILTERS
from perfeval.settings import choose
from perfeval.word.fault import TemplateFault
from perfeval.word.sandbox import OPERATION, Sandboxed
from perfeval.word.tagged import UNKNOWN_NAME, Tagged, nearest
from perfeval.word.wording import called

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
        return Outcome(_compiled(text, sandboxed).render(context))
    except TemplateFault as fault:
        return Outcome(None, (_of_layout(layout, name, fault),))


@lru_cache(maxsize=SENTENCES_KEPT)
def _compiled(text: str, sandboxed: Sandboxed) -> Tagged:
    return Tagged.compile(text, FILTERS, sandboxed)


def _rows(layout: Layout, name: str, path: str, context: Context) -> Outcome[list[Context]]:
    """The records listed at a dotted path; none where a section on the way was not given."""
    node: Any = context
    for step in path.split("."):
        if node is None:
            return Outcome([])
        if not isinstance(node, dict) or step not in node:
            known = node if isinstance(node, dict) else ()
            return _no_rows(layout, name, UNKNOWN_NAME, {"name": step, "nearest": nearest(step, known)}, path)
        node = node[step]
    if node is not None and not (isinstance(node, list) and all(isinstance(row, dict) for row in node)):
        return _no_rows(layout, name, OPERATION, {"detail": called(node)}, path)
    return Outcome(node or [])


def _no_rows(
    layout: Layout, name: str, kind: Kind, arguments: Mapping[str, str | Text], path: str
) -> Outcome[list[Context]]:
    fault = TemplateFault(kind, {"tag": f"each: {path}", **arguments})
    return Outcome(None, (_of_layout(layout, name, fault),))


def _of_layout(layout: Layout, name: str, fault: TemplateFault) -> Diagnostic:
    where = Text(f"版式“{layout.name}”的语句 {name}：", f"layout “{layout.name}”, sentence {name}: ")
    return Diagnostic(fault.kind, ("layout",), {**fault.arguments, "where": where})
