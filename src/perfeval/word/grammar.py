"""What a tag may say: looking up, comparing, calculating, filtering, ``if`` and ``for``.

``set``, ``macro``, ``include``, ``call`` and their like are left out: a template defines nothing and reaches nothing,
so the work a tag can cause is bounded by its length and its loops.
"""

from typing import NamedTuple

from jinja2 import nodes

ALLOWED = (
    *(nodes.Template, nodes.Scope, nodes.Output, nodes.TemplateData, nodes.For, nodes.If),
    *(nodes.Name, nodes.Const, nodes.Tuple, nodes.List, nodes.Keyword),
    *(nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Filter, nodes.Test),
    *(nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr),
    *(nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos),
)
DEEPEST = 100
"""How deep an expression or a block may be: far beyond what anybody writes, far within what Python can walk."""

SIGNS = {nodes.Call: "( )", nodes.Concat: "~", nodes.Pow: "**", nodes.Dict: "{ }", nodes.Assign: "set"}


class Refused(NamedTuple):
    """A node outside the grammar: its line and what its author would call it."""

    line: int
    what: str


def check_grammar(tree: nodes.Template) -> Refused | None:
    """The first node that is outside the grammar, if any."""
    for node in tree.find_all(nodes.Node):
        if type(node) not in ALLOWED:
            return Refused(node.lineno, SIGNS.get(type(node), type(node).__name__.lower()))
        name = _name(node)
        if name.startswith("_"):
            return Refused(node.lineno, name)
    return None


def too_deep(tree: nodes.Template) -> int | None:
    """The line of the first node that lies too deep, if any; walked level by level, whatever the depth."""
    level: list[nodes.Node] = [tree]
    for _depth in range(DEEPEST):
        level = [child for node in level for child in node.iter_child_nodes()]
    return level[0].lineno if level else None


def _name(node: nodes.Node) -> str:
    match node:
        case nodes.Name(name=name) | nodes.Getattr(attr=name):
            return str(name)
    return ""
