"""Reads tags as Jinja would run them, on shapes in place of values: what fails whatever the report says is found."""
# ruff: noqa: N802, N815 (Jinja names what visits its nodes)

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from jinja2 import nodes
from jinja2.visitor import NodeVisitor

from perfeval.diagnostic import Arguments, Kind, Text
from perfeval.inspection.kinds import NO_LIST, NO_PARTS, WRONG_TYPE
from perfeval.inspection.shapes import (
    ANYTHING,
    COUNT,
    NUMBER,
    TEXT,
    TRUTH,
    Leaf,
    Shape,
    either,
    list_of,
    loop_of,
    shape_of,
)  # fmt: skip
from perfeval.inspection.signatures import SIGNATURES
from perfeval.inspection.words import called, spelled
from perfeval.word.sandbox import BARE_VALUE, MARKUP_NEEDED, OPERATION, TESTS
from perfeval.word.tagged import SYNTAX, UNKNOWN_NAME, nearest
from perfeval.word.wording import said, said_of_operation

Names = Mapping[str, Shape]
ALIKE = 0.8
"""Where any name may stand, one so much like a known one is a slip of the pen."""
NEED_A_FILTER = frozenset((Leaf.NUMBER, Leaf.DATE, Leaf.TRUTH))
NUMBERS = frozenset((Leaf.NUMBER, Leaf.COUNT))


class Found(NamedTuple):
    """Something wrong, at the tag on a line."""

    line: int
    kind: Kind
    arguments: Arguments


def read(tree: nodes.Template, known: Names, filters: Collection[str]) -> Iterator[Found]:
    """What would go wrong in the tags of a template that may name what is known and use these filters."""
    reader = _Reader(filters)
    reader.visit(tree, known)
    yield from reader.found


class _Reader(NodeVisitor):
    """Goes through the tree; an expression gives the shape of its value, and ``found`` grows."""

    def __init__(self, filters: Collection[str]) -> None:
        self._filters = filters
        self.found: list[Found] = []

    def of(self, node: nodes.Node, names: Names) -> Shape:
        """The shape of an expression's value."""
        shape: Shape = self.visit(node, names)
        return shape

    def generic_visit(self, node: nodes.Node, names: Names) -> Shape:
        """What has no method of its own: statements, and expressions that say yes or no."""
        for child in node.iter_child_nodes():
            self.visit(child, names)
        return TRUTH

    def visit_Output(self, node: nodes.Output, names: Names) -> None:
        for printed in node.nodes:
            if not isinstance(printed, nodes.TemplateData):
                value = self.of(printed, names)
                if value.is_known and (value.leaves & NEED_A_FILTER or value.is_record or value.is_list):
                    self._say(printed, BARE_VALUE, type=called(value))

    def visit_For(self, node: nodes.For, names: Names) -> None:
        rows = self.of(node.iter, names)
        if rows.is_known and not rows.is_list:
            self._say(node.iter, NO_LIST, name=spelled(node.iter), type=called(rows))
        item = ANYTHING if rows.item is None or rows.item.is_never else rows.item
        inside = {**names, "loop": loop_of(item), **dict(self._targets(node.target, item))}
        for one in (*([] if node.test is None else [node.test]), *node.body):
            self.visit(one, inside)
        for one in node.else_:
            self.visit(one, names)

    def _targets(self, target: nodes.Node, item: Shape) -> Iterator[tuple[str, Shape]]:
        """The names that a loop gives to each item, or to its parts."""
        if not isinstance(target, nodes.Tuple):
            yield spelled(target), item
            return
        if item.is_known and not item.is_list:
            self._say(target, NO_LIST, name=spelled(target), type=called(item))
        fitting = item.parts is not None and len(item.parts) == len(target.items)
        parts: Sequence[Shape] = (item.parts or ()) if fitting else [item.item or ANYTHING] * len(target.items)
        for one, part in zip(target.items, parts, strict=True):
            yield from self._targets(one, part)

    def visit_Const(self, node: nodes.Const, _: Names) -> Shape:
        return NUMBER if isinstance(node.value, float) else shape_of(node.value)

    def visit_Name(self, node: nodes.Name, names: Names) -> Shape:
        if node.name not in names:
            self._say(node, UNKNOWN_NAME, name=node.name, nearest=nearest(node.name, names))
        return names.get(node.name, ANYTHING)

    def visit_Getattr(self, node: nodes.Getattr, names: Names) -> Shape:
        return self._part(node, self.of(node.node, names), node.attr)

    def visit_Getitem(self, node: nodes.Getitem, names: Names) -> Shape:
        """What stands under a key or a number, in a slice, or under what is not known beforehand."""
        whole, key = self.of(node.node, names), self.of(node.arg, names)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._part(node, whole, node.arg.value)
        if isinstance(node.arg, nodes.Slice):
            return whole if whole.item is None else list_of(whole.item)
        if whole.is_record:
            return (not key.leaves - NUMBERS and whole.numbered) or ANYTHING
        return whole.item or (TEXT if whole.leaves == TEXT.leaves else ANYTHING)

    def _part(self, node: nodes.Getattr | nodes.Getitem, whole: Shape, key: str) -> Shape:
        """What stands under a key."""
        if not whole.is_known:
            return ANYTHING
        if whole.keys is None:
            self._say(node, NO_PARTS, name=spelled(node.node), key=key, type=called(whole))
            return ANYTHING
        if key in whole.keys:
            return whole.keys[key]
        if whole.further is not None and not get_close_matches(key, whole.keys, 1, ALIKE):
            return whole.further
        self._say(node, UNKNOWN_NAME, name=key, nearest=nearest(key, whole.keys))
        return ANYTHING

    def visit_Filter(self, node: nodes.Filter, names: Names) -> Shape:
        value, *_ = [self.of(child, names) for child in node.iter_child_nodes()]
        if node.name not in self._filters:
            self._say(node, SYNTAX, detail=said(f"No filter named '{node.name}'.", self._filters))
            return ANYTHING
        filter_ = SIGNATURES[node.name]
        if not filter_.suits(value) and node.name == "markup":
            self._say(node, MARKUP_NEEDED)
        elif not filter_.suits(value):
            type_, takes = called(value), called(filter_.takes)
            self._say(node, WRONG_TYPE, filter=node.name, type=type_, name=spelled(node.node), takes=takes)
        elif not filter_.accepts(len(node.args), [str(keyword.key) for keyword in node.kwargs]):
            self._say(node, OPERATION, detail=said_of_operation(TypeError(f"{node.name}() takes other arguments")))
        return filter_.gives

    def visit_Keyword(self, node: nodes.Keyword, names: Names) -> Shape:
        return self.of(node.value, names)

    def visit_Test(self, node: nodes.Test, names: Names) -> Shape:
        if node.name not in TESTS:
            self._say(node, SYNTAX, detail=said(f"No test named '{node.name}'.", ()))
        return self.generic_visit(node, names)

    def visit_List(self, node: nodes.List, names: Names) -> Shape:
        return list_of(either(self.of(item, names) for item in node.items))

    def visit_Tuple(self, node: nodes.Tuple, names: Names) -> Shape:
        parts = tuple(self.of(item, names) for item in node.items)
        return Shape(item=either(parts), parts=parts)

    def visit_And(self, node: nodes.And, names: Names) -> Shape:
        """What is printed of it is the right side, or something that is empty."""
        self.visit(node.left, names)
        return self.of(node.right, names)

    def visit_Or(self, node: nodes.Or, names: Names) -> Shape:
        return either((self.of(node.left, names), self.of(node.right, names)))

    def visit_CondExpr(self, node: nodes.CondExpr, names: Names) -> Shape:
        self.visit(node.test, names)
        return either(self.of(branch, names) for branch in (node.expr1, node.expr2) if branch is not None)

    def visit_Neg(self, node: nodes.Neg, names: Names) -> Shape:
        return self.of(node.node, names)

    visit_Pos = visit_Neg

    def visit_Add(self, node: nodes.BinExpr, names: Names) -> Shape:
        left, right = self.of(node.left, names), self.of(node.right, names)
        if any(side.is_known and not side.leaves & NUMBERS for side in (left, right)):
            one, other = called(left), called(right)
            words = Text(f"{one.zh} {node.operator} {other.zh}", f"{one.en} {node.operator} {other.en}")
            self._say(node, OPERATION, detail=words)
            return ANYTHING
        if not (left.is_known and right.is_known):
            return ANYTHING
        return COUNT if left.leaves | right.leaves == COUNT.leaves and node.operator != "/" else NUMBER

    visit_Sub = visit_Mul = visit_Div = visit_FloorDiv = visit_Mod = visit_Add

    def _say(self, node: nodes.Node, kind: Kind, **arguments: str | Text) -> None:
        self.found.append(Found(node.lineno, kind, arguments))
