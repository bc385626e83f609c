"""The quick form of a docx part: right or nothing.

The sandbox looks into every value, and checks and escapes each text by itself, so that it can tell which tag goes
wrong. Nearly always none does. In this form the template's own text is bytes that are ready, a value is looked up as a
dict's and handed out bare, and all texts are checked and escaped at once. Whatever is not as it should be (a missing
name, a value that is no text, a character that XML cannot hold) gives no document, and the sandbox says what it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from jinja2 import Template as JinjaTemplate
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from perfeval.word.characters import WellFormed, check_characters
from perfeval.word.sandbox import XmlSandbox

BETWEEN = "\0"
"""Parts the texts while they are escaped together: no text that was checked has it."""


class _BareValues(CodeGenerator):
    """Python code that yields the template's text as bytes and every value as it is."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        """``name.key``, which only a dict has; what a loop knows of itself is asked of the sandbox."""
        is_loop = isinstance(node.node, nodes.Name) and node.node.name == "loop"
        if is_loop or not isinstance(node.node, nodes.Name | nodes.Getattr):
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f"[{node.attr!r}]")

    def _output_const_repr(self, group: Iterable[Any]) -> str:
        return repr("".join(group).encode())

    def _output_child_pre(self, *_child: object) -> None:
        """Opens no call around a value."""

    def _output_child_post(self, *_child: object) -> None:
        """Closes none."""


class QuickXml(XmlSandbox):
    """The environment of a docx part in its quick form."""

    code_generator_class = _BareValues


def written(template: JinjaTemplate, context: Mapping[str, object]) -> bytes | None:
    """The part with its tags replaced; None where it takes the sandbox to tell how, or why not."""
    try:
        return _joined(template.root_render_func(template.new_context(dict(context))))
    except Exception:  # noqa: BLE001 (the sandbox meets it again)
        return None


def _joined(pieces: Iterable[object]) -> bytes:
    """The template's own text and the values as one run of bytes; texts are put back, escaped, where they were."""
    finished: list[bytes] = []
    texts: list[str] = []
    places: list[int] = []
    for place, piece in enumerate(pieces):
        if type(piece) is bytes:
            finished.append(piece)
        elif type(piece) is str:
            finished.append(b"")
            texts.append(piece)
            places.append(place)
        else:
            finished.append(_unescaped(piece))
    for place, text in zip(places, _escaped(texts), strict=True):
        finished[place] = text
    return b"".join(finished)


def _escaped(texts: Sequence[str]) -> Sequence[bytes]:
    together = "".join(texts)
    if not together.isprintable():
        check_characters(together)
    return escape(BETWEEN.join(texts)).encode().split(BETWEEN.encode()) if texts else ()


def _unescaped(value: object) -> bytes:
    if type(value) is WellFormed:
        return value.encode()
    if type(value) is int:
        return b"%d" % value
    raise TypeError
