"""Holds data against a schema: accepts fast, and explains every failure in our own words."""

import json
from functools import cache, reduce
from operator import getitem
from typing import Any

import jsonschema_rs

from perfeval.diagnostic import Diagnostic
from perfeval.resources import folder

Schema = dict[str, Any]


def examine(data: object, name: str) -> tuple[Diagnostic, ...]:
    """All that is wrong with the data (dict, list, str, Decimal, None) by ``schemas/<name>.schema.json``.

    In the order of the data; empty when it is valid. Raises FileNotFoundError for an unknown schema.
    """
    if _fast(name).is_valid(data):
        return ()
    # The import of jsonschema costs 265 ms, which only a file with mistakes should pay.
    from perfeval.schema.explain import explain  # noqa: PLC0415

    return explain(data, contract(name))


@cache
def contract(name: str) -> Schema:
    """The schema of that name, read once; not to be changed."""
    schema: Schema = json.loads((folder("schemas") / f"{name}.schema.json").read_text(encoding="utf-8"))
    return schema


def referred(uri: str) -> Schema:
    """The schema that another one names by its file."""
    return contract(uri.rpartition("/")[2].removesuffix(".schema.json"))


def target(reference: str, whole: Schema) -> tuple[Schema, Schema]:
    """What a reference in a schema leads to, and the whole schema that it is in."""
    file, _, way = reference.partition("#")
    whole = referred(file) if file else whole
    return reduce(getitem, way.split("/")[1:], whole), whole


@cache
def _fast(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(contract(name), validate_formats=True, retriever=referred)
