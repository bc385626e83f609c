"""Composes a report's words: puts figures into the department's prose and writes the layout's standard sentences."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from perfeval.context import Context, at, context_of
from perfeval.diagnostic import Diagnostic, Kind, Outcome, Pointer, Severity, Text
from perfeval.figures import Figures
from perfeval.layouts import Layout, RowText
from perfeval.model import Prose, Report
from perfeval.printing import FILTERS
from perfeval.schema import contract
from perfeval.settings import choose
from perfeval.standards import Standard
from perfeval.tree import leaves
from perfeval.word.fault import TemplateFault
from perfeval.word.prose import ProseStyles, paragraphs
from perfeval.word.sandbox import OPERATION
from perfeval.word.tagged import UNKNOWN_NAME, Tagged, nearest

SECTION_MISSING = Kind(
    "R201",
    Severity.ERROR,
    what=Text(
        "文件里没有版式“{layout}”必须有的 {section}", "layout “{layout}” needs `{section}`, which the file lacks"
    ),
    why=Text("这是该版式报告的主体部分", "it is the heart of this form of report"),
    cure=Text(
        "补上 {section}，或换一种版式（perfeval layouts 列出全部版式）",
        "give `{section}`, or choose another layout (`perfeval layouts`)",
    ),
)
UNKNOWN_TEXT = Kind(
    "R202",
    Severity.ERROR,
    what=Text("版式“{layout}”没有名为“{name}”的标准语句{hint}", "layout “{layout}” has no sentence “{name}”{hint}"),
    why=Text("名称写错，改写的语句就不会出现在报告里", "under a wrong name your wording would never be printed"),
    cure=Text("可改写的语句：{known}", "sentences there are: {known}"),
)
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


def compose(report: Report, figures: Figures, standard: Standard, layout: Layout) -> Outcome[Context]:
    """The context of a report with its prose, sentences and title; None where any of them cannot be had."""
    context = context_of(report, figures, standard)
    found = [
        *_missing_sections(report, layout),
        *_fill_prose(report, context),
        *_write_sentences(report, layout, context),
    ]
    title = _say(layout, "filename", layout.wording.filename, context)
    if isinstance(title, Diagnostic):
        found.append(title)
    context["title"] = title
    return Outcome(None if found else context, tuple(found))


def _missing_sections(report: Report, layout: Layout) -> Iterator[Diagnostic]:
    for section in layout.wording.requires:
        if not getattr(report, section):
            title = contract("report")["properties"][section]["title"]
            named = Text(f"{section}（{title}）", section)
            yield Diagnostic(SECTION_MISSING, (), {"layout": layout.name, "section": named})


def _fill_prose(report: Report, context: Context) -> Iterator[Diagnostic]:
    """Puts the figures named in the department's prose into the context's texts, and looks whether it can be set."""
    for pointer, text in leaves(report):
        if not isinstance(text, Prose):
            continue
        filled = _fill(text, pointer, context) if "{{" in text or "{%" in text else text
        if isinstance(filled, Diagnostic):
            yield filled
            continue
        at(context["report"], pointer[:-1])[pointer[-1]] = str(filled)
        try:
            paragraphs(filled, ProseStyles())
        except TemplateFault as fault:
            arguments = {**fault.arguments, "where": ""}
            yield Diagnostic(fault.kind, pointer, arguments, offset=_offset(text, arguments["excerpt"]))


def _fill(text: str, pointer: Pointer, context: Mapping[str, object]) -> str | Diagnostic:
    """A department's text with its figures, or why it cannot be had."""
    if "{%" in text:
        return Diagnostic(STATEMENT, pointer, offset=text.index("{%"))
    try:
        return Tagged.compile(text, FILTERS).render(context)
    except TemplateFault as fault:
        return Diagnostic(fault.kind, pointer, fault.arguments, offset=_offset(text, fault.arguments["tag"]))


def _offset(text: str, excerpt: str | Text) -> int:
    """Where in a text the excerpt of a message begins."""
    return max(0, text.find(str(excerpt).removesuffix("…")))


def _write_sentences(report: Report, layout: Layout, context: Context) -> Iterator[Diagnostic]:
    """Puts ``texts`` into the context: the layout's sentences, or the department's own in their place."""
    own, standard = report.texts or {}, layout.wording.texts
    for name in own:
        if name in standard:
            continue
        yield Diagnostic(UNKNOWN_TEXT, ("texts", name), {"layout": layout.name, **choose(name, standard)}, at_key=True)
    texts = context["texts"] = {}
    for name, sentence in standard.items():
        try:
            rows = _rows(context, sentence.each) if isinstance(sentence, RowText) else None
        except TemplateFault as fault:
            yield _of_layout(layout, name, fault)
            continue
        text = sentence.text if isinstance(sentence, RowText) else sentence
        for row in [context] if rows is None else rows:
            names = context if rows is None else {**context, **row}
            written = _fill(own[name], ("texts", name), names) if name in own else _say(layout, name, text, names)
            if isinstance(written, Diagnostic):
                yield written
                break
            (texts if rows is None else row)[name] = written


def _rows(context: Context, path: str) -> list[Context]:
    """The records listed at a dotted path; none where a section on the way was not given."""
    node: Any = context
    for step in path.split("."):
        if node is None:
            return []
        if not isinstance(node, dict) or step not in node:
            known = node if isinstance(node, dict) else ()
            raise TemplateFault(UNKNOWN_NAME, {"tag": f"each: {path}", "name": step, "nearest": nearest(step, known)})
        node = node[step]
    if node is not None and not (isinstance(node, list) and all(isinstance(row, dict) for row in node)):
        raise TemplateFault(OPERATION, {"tag": f"each: {path}", "detail": type(node).__name__})
    return node or []


@cache
def _compiled(text: str) -> Tagged:
    return Tagged.compile(text, FILTERS)


def _say(layout: Layout, name: str, text: str, context: Mapping[str, object]) -> str | Diagnostic:
    """A sentence of the layout's own; a fault in it is told at the report's ``layout``."""
    try:
        return _compiled(text).render(context)
    except TemplateFault as fault:
        return _of_layout(layout, name, fault)


def _of_layout(layout: Layout, name: str, fault: TemplateFault) -> Diagnostic:
    where = Text(f"版式“{layout.name}”的语句 {name}：", f"layout “{layout.name}”, sentence {name}: ")
    return Diagnostic(fault.kind, ("layout",), {**fault.arguments, "where": where})
