"""The department's own texts: figures put in where they are named, and proof that they can be set."""

import re
from collections.abc import Mapping
from functools import lru_cache

from perfeval.context import Context, at
from perfeval.diagnostic import Diagnostic, Kind, Outcome, Pointer, Severity, Text
from perfeval.figures import Facts
from perfeval.model import Prose
from perfeval.printing import FILTERS
from perfeval.word.fault import TemplateFault
from perfeval.word.prose import paragraphs
from perfeval.word.sandbox import Sandboxed
from perfeval.word.tagged import Tagged

PLAIN_TAG = re.compile(r"(\{\{(?![-+])[^{}'\"]*(?<![-+])\}\})")
"""A tag that ends where its braces do and takes no blanks away: to read it, nothing around it need be known."""

TAGS_KEPT = 256
"""Compiled tags of prose: from report to report they are mostly the same."""

STATEMENT = Kind(
    "R203",
    Severity.ERROR,
    what=Text("文字里有程序语句 {{%", "the text holds a statement, {{%"),
    why=Text(
        "文字里只能引用数据项，判断和循环属于版式",
        "prose may name figures; conditions and loops belong to the layout",
    ),
    cure=Text(
        "只用 {{{{ 数据项 | 写法 }}}}，如 {{{{ funds.execution_rate | percent }}}}",
        "use only {{{{ figure | filter }}}}, such as {{{{ funds.execution_rate | percent }}}}",
    ),
)


def fill_prose(facts: Facts, context: Context, sandboxed: Sandboxed) -> tuple[Diagnostic, ...]:
    """Put the figures that the prose names into the context's texts; what is wrong with any of them."""
    found: list[Diagnostic] = []
    for pointer, text in facts.given:
        if isinstance(text, Prose):
            filled = fill(text, pointer, context, sandboxed)
            found += filled.diagnostics
            if filled.value is not None:
                at(context["report"], pointer[:-1])[pointer[-1]] = filled.value
                found += _cannot_be_set(text, filled.value, pointer)
    return tuple(found)


def fill(text: str, pointer: Pointer, context: Mapping[str, object], sandboxed: Sandboxed) -> Outcome[str]:
    """A department's text with its figures."""
    if "{%" in text:
        return Outcome(None, (Diagnostic(STATEMENT, pointer, offset=text.index("{%")),))
    if "{{" not in text:
        return Outcome(str(text))
    try:
        return Outcome(_filled(text, context, sandboxed))
    except TemplateFault as fault:
        offset = _offset(text, fault.arguments["tag"])
        return Outcome(None, (Diagnostic(fault.kind, pointer, fault.arguments, offset=offset),))


def _filled(text: str, context: Mapping[str, object], sandboxed: Sandboxed) -> str:
    """The text with its tags replaced, tag by tag if all are plain. Raises ``TemplateFault`` R111 to R115."""
    pieces = PLAIN_TAG.split(text)
    if any("{" in words or "}" in words or "\r" in words for words in pieces[::2]):
        return Tagged.compile(text, FILTERS, sandboxed).render(context)
    tags = [_compiled(tag, sandboxed) for tag in pieces[1::2]]
    pieces[1::2] = [tag.render(context) for tag in tags]
    pieces[-1] = pieces[-1].removesuffix("\n")  # as Jinja ends a text
    return "".join(pieces)


@lru_cache(maxsize=TAGS_KEPT)
def _compiled(tag: str, sandboxed: Sandboxed) -> Tagged:
    return Tagged.compile(tag, FILTERS, sandboxed)


def _cannot_be_set(written: str, filled: str, pointer: Pointer) -> tuple[Diagnostic, ...]:
    """Why a text cannot become paragraphs, if it cannot; told at the place in what was written."""
    try:
        paragraphs(filled)
    except TemplateFault as fault:
        offset = _offset(written, fault.arguments["excerpt"])
        return (Diagnostic(fault.kind, pointer, {**fault.arguments, "where": ""}, offset=offset),)
    return ()


def _offset(text: str, excerpt: str | Text) -> int:
    """Where in a text the excerpt of a message begins."""
    return max(0, text.find(str(excerpt).removesuffix("…")))
