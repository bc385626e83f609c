"""Expressions and shapes in the words of a message."""

from jinja2 import nodes

from perfeval.diagnostic import Text
from perfeval.inspection.shapes import Shape
from perfeval.word.wording import OTHER_TYPE, TYPES


def called(shape: Shape) -> Text:
    """What a reader calls a value of this shape."""
    words = dict.fromkeys(TYPES.get(name, OTHER_TYPE) for name in shape.types)
    return Text("或".join(word.zh for word in words), " or ".join(word.en for word in words))


def spelled(node: nodes.Node | None) -> str:
    """An expression as its author wrote it, in short."""
    match node:
        case nodes.Name(name=word) | nodes.Const(value=word):
            return str(word)
        case nodes.Getattr(node=whole, attr=key):
            return f"{spelled(whole)}.{key}"
        case nodes.Getitem(node=whole, arg=nodes.Const(value=key)):
            return f"{spelled(whole)}[{key!r}]"
        case nodes.Filter(node=value, name=name):
            return f"{spelled(value)} | {name}"
        case nodes.Tuple(items=items) | nodes.List(items=items):
            return ", ".join(spelled(item) for item in items)
    return "…"
