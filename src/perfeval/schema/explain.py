"""Turns what jsonschema refuses into diagnostics of our own, one for each mistake, in the order of the data."""

from decimal import Decimal
from functools import reduce
from operator import getitem
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from perfeval.diagnostic import Diagnostic, Pointer
from perfeval.schema import Schema
from perfeval.schema.explanations import ABOUT_KEYS, EXPLANATIONS
from perfeval.schema.failure import Failure


def _is_integer(_: object, value: object) -> bool:
    return isinstance(value, Decimal) and value == value.to_integral_value()


# Numbers come as Decimal, which jsonschema knows for a number but never for an integer.
_Validator = extend(  # type: ignore[no-untyped-call]  # its stub says nothing
    Draft202012Validator, type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer)
)


def explain(data: object, schema: Schema) -> tuple[Diagnostic, ...]:
    """Every mistake of the data once, in the order of the data; empty where jsonschema finds none."""
    validator = _Validator(schema, format_checker=FormatChecker(["date"]))
    ranks = {keyword: rank for rank, keyword in enumerate(EXPLANATIONS)}
    first: dict[tuple[Pointer, str], ValidationError] = {}
    for error in sorted(validator.iter_errors(data), key=lambda error: ranks[str(error.validator)]):
        # A value is wrong in one way only, but a mapping may both lack keys and have keys too many.
        about = str(error.validator) if error.validator in ABOUT_KEYS else ""
        first.setdefault((tuple(error.absolute_path), about), error)
    found = [told for error in first.values() for told in EXPLANATIONS[str(error.validator)](_failure(error, schema))]
    return tuple(sorted(found, key=lambda diagnostic: _position(data, diagnostic)))


def _failure(error: ValidationError, schema: Schema) -> Failure:
    node: Any = schema
    field = schema
    for step in error.absolute_schema_path:
        if step not in node:  # jsonschema leaves out the step through a reference
            node = reduce(getitem, node["$ref"].split("/")[1:], schema)
        node = node[step]
        # Among properties, "title" may be the name of one and then leads to its schema.
        if isinstance(node, dict) and isinstance(node.get("title"), str):
            field = node
    rules = error.schema if isinstance(error.schema, dict) else {}
    return Failure(tuple(error.absolute_path), error.instance, rules, field)


def _position(data: Any, diagnostic: Diagnostic) -> list[int]:
    assert isinstance(diagnostic.where, tuple), "a finding about data points into it"
    position = []
    for step in diagnostic.where:
        position.append(step if isinstance(step, int) else list(data).index(step))
        data = data[step]
    return position
