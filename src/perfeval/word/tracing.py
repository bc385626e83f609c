"""The sandboxes that mark what is printed of values with an origin; the text without the marks is the same."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import wraps
from typing import Any

from jinja2.runtime import Context

from perfeval.word.marks import BEGIN, TracedCount, TracedNumber, TracedWords, marked, unmarked
from perfeval.word.sandbox import Filters, Sandbox, XmlSandbox, join


class Tracing(Sandbox):
    """The environment of prose and standard sentences."""

    def __init__(self, filters: Filters) -> None:
        super().__init__({name: _keeping_marks(filter_) for name, filter_ in filters.items()})
        self.filters |= {"length": _keeping_marks(len), "join": _joined}

    @staticmethod
    def printed(value: object) -> str:
        """What a tag puts out, marked where it is a value with an origin."""
        return Sandbox.printed(_with_mark(value))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on the bare values: its result has an origin no more."""
        return super().call_binop(context, operator, _bare(left), _bare(right))


class TracingXml(Tracing, XmlSandbox):
    """The environment of a docx template."""

    @staticmethod
    def printed(value: object) -> str:
        """What a tag puts out, marked and escaped."""
        return XmlSandbox.printed(_with_mark(value))


def _keeping_marks(filter_: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, marking what it prints of a value.

    A text with marks keeps them, unless without them it would be printed otherwise: in Markdown much hangs on how a
    line begins and ends.
    """

    @wraps(filter_)
    def printed(value: object, *rest: object, **named: object) -> Any:
        if isinstance(value, TracedNumber | TracedCount):
            return marked(filter_(value, *rest, **named), value.origins)
        value = _with_mark(value)
        result = filter_(value, *rest, **named)
        if not isinstance(value, str) or BEGIN not in value:
            return result
        plain = filter_(unmarked(value), *rest, **named)
        return result if isinstance(result, str) and unmarked(result) == plain else plain

    return printed


def _joined(texts: Iterable[object], between: str = "") -> str:
    return join(map(_with_mark, texts), between)  # type: ignore[arg-type]  # what is no text is refused by join


def _with_mark(value: object) -> object:
    """What needs no filter (words, a whole number) as marked text, if it has an origin; else the value as it is."""
    return marked(str(value), value.origins) if isinstance(value, TracedWords | TracedCount) else value


def _bare(value: Any) -> Any:
    if isinstance(value, TracedNumber):
        return Decimal(value)
    return int(value) if isinstance(value, TracedCount) else value
