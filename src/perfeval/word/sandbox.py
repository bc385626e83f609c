"""The closed Jinja environment of templates, prose and standard sentences: names and filters, and nothing else.

A context holds plain data (dict, list, tuple, str, Decimal, date, bool, None); a tag may look it up, compare it,
calculate with its numbers, loop over it and print text. It can call nothing, define nothing and reach no Python object.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from html import escape
from typing import Any, NoReturn, TypeAlias

from jinja2 import StrictUndefined
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from perfeval.diagnostic import Kind, Severity, Text
from perfeval.word.characters import WellFormed, check_characters, check_markup
from perfeval.word.fault import TemplateFault
from perfeval.word.wording import called

Filters = Mapping[str, Callable[..., Any]]
Sandboxed: TypeAlias = Callable[[Filters], "Sandbox"]
"""The sandbox that tags are compiled for, to be made with its filters."""

OPERATION = Kind(
    "R113",
    Severity.ERROR,
    what=Text(
        "{where}标记 {tag} 做了不允许或无法完成的运算：{detail}", "{where}tag {tag} cannot or may not do this: {detail}"
    ),
    why=Text(
        "模板只排版，不运行程序；数字由程序统一计算，才能处处一致",
        "a template arranges and runs no program; figures are derived in one place so that they agree everywhere",
    ),
    cure=Text(
        "只写名称、写法、if 和 for；不要调用方法，不要拼接文字，要算的数用数据项",
        "use names, filters, if and for; call nothing, join no texts; for a calculated number use a figure",
    ),
)
BARE_VALUE = Kind(
    "R114",
    Severity.ERROR,
    what=Text("{where}标记 {tag} 直接输出了{type}，没有说明写法", "{where}tag {tag} prints a bare {type}"),
    why=Text(
        "数字要按单位和位数写出，缺少的值要说明怎样写，否则报告里会出现 None 或过长的小数",
        "a number needs its unit and digits and a missing value its wording, or None and long fractions get printed",
    ),
    cure=Text(
        "在名称后面加上写法，如 {{{{ x | money }}}}（金额）、{{{{ x | percent }}}}（百分比）",
        "put a filter after the name, as in {{{{ x | money }}}} or {{{{ x | percent }}}}",
    ),
)
MARKUP_NEEDED = Kind(
    "R118",
    Severity.ERROR,
    what=Text("{where}标记 {tag} 的值是普通文字，不是段落", "{where}tag {tag} was given plain text, not paragraphs"),
    why=Text(
        "放在段落之外的文字，Word 会丢弃或拒绝打开",
        "text outside a paragraph is dropped or makes Word refuse the file",
    ),
    cure=Text("去掉标记里的前缀（p、r 等），写成 {{{{ x }}}}", "leave out the prefix (p, r …): write {{{{ x }}}}"),
)

NO_COMMENT = "\0{#"
"""Prose has no comments: what looks like one is text, and not to be lost."""

LOOP = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem"})
TESTS = frozenset({"none", "even", "odd"})


class UnknownNameError(Exception):
    """A name that nothing bears. ``known`` are the names at its level, None meaning those of the context."""

    def __init__(self, name: str, known: Iterable[object] | None) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class Unknown(StrictUndefined):
    """What Jinja makes of an unknown name. It is an error at once, not when it is used: absence is None."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, obj: object = None, name: object = None, *_exception: object) -> None:
        raise UnknownNameError(str(hint if name is None else name), obj if isinstance(obj, dict) else None)


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of plain text: prose and standard sentences."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%"})

    def __init__(self, filters: Filters, comment_start: str = NO_COMMENT) -> None:
        super().__init__(
            undefined=Unknown,
            finalize=self.printed,
            comment_start_string=comment_start,
            optimized=False,  # looking for constants to fold takes longer than ever is saved
        )
        self.globals.clear()
        self.filters = {"length": len, "join": join, **filters}
        self.tests = {name: test for name, test in self.tests.items() if name in TESTS}

    @staticmethod
    def printed(value: object) -> str:
        """What a tag puts out. A whole number (a count, a row's number) needs no filter."""
        if type(value) is str:
            return value if value.isprintable() else check_characters(value)
        if type(value) is int:
            return str(value)
        raise TemplateFault(BARE_VALUE, {"type": called(value)})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """``name.key`` is a key of a dict, or what a loop knows of itself."""
        if isinstance(obj, dict):
            try:
                return obj[attribute]
            except KeyError:
                raise UnknownNameError(attribute, obj) from None
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return getattr(obj, attribute)
        holder = called(obj)
        return _refuse(Text(f"{holder.zh}没有 {attribute}", f"a {holder.en} has no {attribute}"))

    def getitem(self, obj: Any, argument: Any) -> Any:
        """``name[key]`` or ``name[number]``."""
        if isinstance(obj, dict) and argument not in obj:
            raise UnknownNameError(str(argument), obj)
        if isinstance(obj, (dict, list, tuple, str)):
            return obj[argument]
        holder = called(obj)
        return _refuse(Text(f"{holder.zh}不能用 [ ] 取值", f"a {holder.en} has nothing to look up with [ ]"))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic is for numbers: a text times a number, or formatted by ``%``, could fill the memory."""
        if type(left) in (int, Decimal) and type(right) in (int, Decimal):
            return super().call_binop(context, operator, left, right)
        one, other = called(left), called(right)
        return _refuse(Text(f"{one.zh} {operator} {other.zh}", f"{one.en} {operator} {other.en}"))


class XmlSandbox(Sandbox):
    """The environment of a docx template. It escapes where it checks, which no tag and no filter can switch off."""

    def __init__(self, filters: Filters) -> None:
        super().__init__({**filters, "markup": markup}, comment_start="{#")

    @staticmethod
    def printed(value: object) -> str:
        """What a tag puts out: escaped text, or the XML of a value that is XML (``Markup``, docxtpl's ``RichText``)."""
        if type(value) is str:
            return escape(value if value.isprintable() else check_characters(value))
        if type(value) is WellFormed:
            return value
        if hasattr(value, "__html__"):
            return check_markup(str(value.__html__()))
        return Sandbox.printed(value)


def join(texts: Iterable[str], between: str = "") -> str:
    """The filter ``join``: texts only, for a number joined in would escape its filter."""
    return between.join(texts)


def markup(value: object) -> object:
    """The filter put after ``{{p x }}`` and ``{{r x }}``: the value stands where plain text may not."""
    if not hasattr(value, "__html__"):
        raise TemplateFault(MARKUP_NEEDED, {})
    return value


def _refuse(detail: Text) -> NoReturn:
    raise TemplateFault(OPERATION, {"detail": detail})
