"""A text with tags, compiled once and rendered often, that can say which of its tags went wrong.

Every tag is made to begin on a line of its own: the line break goes inside the tag, where Jinja gives it no meaning. So
the line of a Jinja error is the number of the tag, and nothing has to be taken out of the result again.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import TracebackType
from typing import Self

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateError, TemplateSyntaxError, nodes

from perfeval.diagnostic import Kind, Severity, Text
from perfeval.word.blocks import unended_block
from perfeval.word.fault import NOWHERE, TemplateFault, shorten
from perfeval.word.grammar import check_grammar, too_deep
from perfeval.word.sandbox import OPERATION, Filters, Sandbox, Sandboxed, UnknownNameError
from perfeval.word.wording import DEEP, UNCLOSED, said, said_of_operation, unended

TAG = re.compile(r"(\{[{%][-+]?)(.*?)([-+]?[%}]\})", re.DOTALL)
WRITTEN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
BEGUN = re.compile(r"\{\{.*?(?:\}\}|\Z)|\{%.*?(?:%\}|\Z)|\{#.*?(?:#\}|\Z)", re.DOTALL)
LACKS_END = re.compile(r"Unexpected end of template|Encountered unknown tag 'end")
RAW = re.compile(r"\{%[-+]?\s*raw\b")
FILENAME = "<tagged>"
NAMES_SHOWN = 8

SYNTAX = Kind(
    "R111",
    Severity.ERROR,
    what=Text("{where}标记 {tag} 写法有误：{detail}", "{where}tag {tag} is not written right: {detail}"),
    why=Text("写错的标记无法替换成数据", "a tag that cannot be read cannot be replaced by data"),
    cure=Text(
        "照 {{{{ 数据项 | 写法 }}}} 的样子写；模板里 end… 要成对，{{%tr 用于表格行，{{%p 用于段落",
        "write it like {{{{ figure | filter }}}}; in templates pair end… tags, {{%tr is for rows, {{%p for paragraphs",
    ),
)
UNKNOWN_NAME = Kind(
    "R112",
    Severity.ERROR,
    what=Text("{where}标记 {tag} 用了不存在的名称 {name}", "{where}tag {tag} uses a name that does not exist: {name}"),
    why=Text(
        "写错的名称若当作空白处理，报告就会无声地缺少内容", "printed as nothing, it would leave a gap nobody notices"
    ),
    cure=Text(
        "改成已有的名称，例如：{nearest}（perfeval figures 列出全部名称）",
        "use a name that exists, such as: {nearest} (`perfeval figures` lists all)",
    ),
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as its author wrote it, and where."""

    text: str
    where: Text = NOWHERE


@dataclass(frozen=True, slots=True)
class Source:
    """A text whose tags stand one a line: ``tags[i]`` begins on line ``lines[i]``."""

    text: str
    lines: tuple[int, ...]
    tags: tuple[Tag, ...]

    @classmethod
    def number(cls, text: str, tag_of: Iterator[Tag]) -> Self:
        """Begins a line in every tag; ``tag_of`` gives the tags in their order."""
        pieces: list[str] = []
        lines: list[int] = []
        tags: list[Tag] = []
        line, end = 1, 0
        for found in TAG.finditer(text):
            before = text[end : found.start()]
            line += before.count("\n") + 1
            lines.append(line)
            tags.append(next(tag_of))
            pieces += (before, found[1], "\n", found[2], found[3])
            line += found[2].count("\n")
            end = found.end()
        return cls("".join((*pieces, text[end:])), tuple(lines), tuple(tags))

    def tag_on(self, line: int) -> Tag:
        """The tag that begins on this line or last before it."""
        index = bisect_right(self.lines, line) - 1
        return self.tags[index] if index >= 0 else Tag("")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A compiled text."""

    source: Source
    template: JinjaTemplate

    @classmethod
    def compile(cls, text: str, filters: Filters, sandboxed: Sandboxed = Sandbox) -> Self:
        """Prose or a standard sentence. Raises ``TemplateFault`` R111, R113 (its ``where`` is empty)."""
        check_closed(text, NOWHERE)
        source = Source.number(text, (Tag(found.group()) for found in TAG.finditer(text)))
        sandbox = sandboxed(filters)
        return cls.assemble(source, parse(source, sandbox), sandbox)

    @classmethod
    def assemble(cls, source: Source, tree: nodes.Template, sandbox: Sandbox) -> Self:
        """The compiled form of a tree that ``parse`` gave."""
        try:
            code = sandbox.compile(tree, filename=FILENAME)
        except TemplateSyntaxError as error:
            raise fault(source, SYNTAX, error.lineno, detail=said(str(error.message), sandbox.filters)) from None
        except (SyntaxError, RecursionError):  # Python's own limits on nesting
            raise _too_deep(source) from None
        return cls(source, JinjaTemplate.from_code(sandbox, code, {}))

    def render(self, context: Mapping[str, object]) -> str:
        """The text with its tags replaced. Raises ``TemplateFault`` R112 to R119."""
        try:
            return self.template.render(context)
        except TemplateFault as found:
            raise found.at(_place(self.source.tag_on(_line(found.__traceback__)))) from None
        except UnknownNameError as error:
            names = nearest(error.name, context if error.known is None else error.known)
            line = _line(error.__traceback__)
            raise fault(self.source, UNKNOWN_NAME, line, name=error.name, nearest=names) from None
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            line = _line(error.__traceback__)
            raise fault(self.source, OPERATION, line, detail=said_of_operation(error)) from None


def check_closed(text: str, where: Text) -> None:
    """Raises ``TemplateFault`` R111 for a tag without an end, which would swallow what follows it."""
    unclosed = next((tag.group() for tag in BEGUN.finditer(text) if not WRITTEN.fullmatch(tag.group())), None)
    if unclosed is not None:
        line, _, _ = unclosed.partition("\n")
        raise TemplateFault(SYNTAX, {"where": where, "tag": shorten(line), "detail": UNCLOSED})


def parse(source: Source, sandbox: Sandbox) -> nodes.Template:
    """The tree of a source that keeps to the closed grammar. Raises ``TemplateFault`` R111 or R113."""
    try:
        tree = sandbox.parse(source.text)
    except TemplateSyntaxError as error:
        raise _unreadable(source, sandbox, error) from None
    except RecursionError:
        raise _too_deep(source) from None
    _check(tree, source)
    return tree


def fault(source: Source, kind: Kind, line: int, **arguments: str | Text) -> TemplateFault:
    """A fault at the tag on a line."""
    return TemplateFault(kind, {**arguments, **_place(source.tag_on(line))})


def nearest(name: str, known: Iterable[object]) -> str:
    """The known name most like this one, or else the first few there are."""
    names = [str(one) for one in known]
    return ", ".join(get_close_matches(name, names, n=1) or names[:NAMES_SHOWN]) or "—"


def _check(tree: nodes.Template, source: Source) -> None:
    raw = next((line for line, tag in zip(source.lines, source.tags, strict=True) if RAW.match(tag.text)), None)
    if raw is not None:  # the only statement that leaves no node in the tree
        raise fault(source, OPERATION, raw, detail="raw")
    deep = too_deep(tree)
    if deep is not None:
        raise fault(source, SYNTAX, deep, detail=DEEP)
    refused = check_grammar(tree)
    if refused is not None:
        raise fault(source, OPERATION, refused.line, detail=refused.what)


def _unreadable(source: Source, sandbox: Sandbox, error: TemplateSyntaxError) -> TemplateFault:
    """Where Jinja misses the end of a block it names the place it noticed; an author looks for the beginning."""
    block = unended_block(source.text, sandbox) if LACKS_END.match(str(error.message)) else None
    if block is not None:
        return fault(source, SYNTAX, block.line, detail=unended(block.end))
    return fault(source, SYNTAX, error.lineno, detail=said(str(error.message), sandbox.filters))


def _too_deep(source: Source) -> TemplateFault:
    deepest = max(source.tags, key=lambda tag: len(tag.text))
    return TemplateFault(SYNTAX, {**_place(deepest), "detail": DEEP})


def _place(tag: Tag) -> dict[str, str | Text]:
    return {"where": tag.where, "tag": tag.text}


def _line(trace: TracebackType | None) -> int:
    """The template line of the innermost template frame; Jinja has put template lines into the traceback."""
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == FILENAME:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
