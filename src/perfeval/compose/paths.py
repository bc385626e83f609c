"""Dotted paths, by which a layout names a value of the context."""

from typing import Any

from perfeval.context import Context
from perfeval.word.fault import TemplateFault
from perfeval.word.sandbox import OPERATION
from perfeval.word.tagged import UNKNOWN_NAME, nearest
from perfeval.word.wording import called


def value_at(path: str, tree: Context) -> Any:
    """The value there; None where something on the way was not given. Raises ``TemplateFault`` R112."""
    node: Any = tree
    for step in path.split("."):
        if node is None:
            return None
        if not isinstance(node, dict) or step not in node:
            known = node if isinstance(node, dict) else ()
            raise TemplateFault(UNKNOWN_NAME, {"tag": path, "name": step, "nearest": nearest(step, known)})
        node = node[step]
    return node


def rows_at(path: str, tree: Context) -> list[Context]:
    """The records listed there; none where nothing was given. Raises ``TemplateFault`` R112 and R113."""
    rows = value_at(path, tree)
    if rows is None:
        return []
    if not (isinstance(rows, list) and all(isinstance(row, dict) for row in rows)):
        raise TemplateFault(OPERATION, {"tag": path, "detail": called(rows)})
    return rows
