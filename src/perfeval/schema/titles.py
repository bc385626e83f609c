"""What the schema calls a value, in Chinese."""

from functools import cache
from typing import Any

from perfeval.diagnostic import Pointer
from perfeval.schema import Schema, contract


def title_of(pointer: Pointer, name: str = "report") -> str:
    """The title of the value at a pointer, such as 预算数; the last key itself where the schema has none for it."""
    return _title(tuple(0 if isinstance(step, int) else step for step in pointer), name)


@cache
def _title(pointer: Pointer, name: str) -> str:
    whole = contract(name)
    schema: Schema = whole
    for step in pointer:
        schema = _target(_below(_target(schema, whole), step), whole)
    return str(schema.get("title", pointer[-1] if pointer else ""))


def _below(schema: Schema, step: str | int) -> Schema:
    if isinstance(step, int):
        below: Any = schema.get("items", {})
    else:
        below = schema.get("properties", {}).get(step, schema.get("additionalProperties"))
    return below if isinstance(below, dict) else {}


def _target(schema: Schema, whole: Schema) -> Schema:
    """A reference's target, under the words beside the reference."""
    if "$ref" not in schema:
        return schema
    target = whole["$defs"][str(schema["$ref"]).rpartition("/")[2]]
    return {**_target(target, whole), **{key: value for key, value in schema.items() if key != "$ref"}}
