"""Turns what jsonschema refuses into diagnostics of our own, one for each mistake, in the order of the data."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from perfeval.diagnostic import Diagnostic, Pointer
from perfeval.schema import Schema, referred, target
from perfeval.schema.explanations import ABOUT_KEYS, EXPLANATIONS
from perfeval.schema.failure import Failure


def _is_integer(_: object, value: object) -> bool:
    return isinstance(value, Decimal) and value == value.to_integral_value()


def _pattern(_: object, pattern: str, value: object, __: object) -> Iterator[ValidationError]:
    if isinstance(value, str) and not re.search(pattern.replace("$", r"\Z"), value):
        yield ValidationError("pattern")


# Numbers come as Decimal, which jsonschema knows for a number but never for an integer; and Python's $ lets a final
# newline through, where the standard (and every editor) means the very end.
_Validator = extend(  # type: ignore[no-untyped-call]  # its stub says nothing
    Draft202012Validator,
    validators={"pattern": _pattern},
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer),
)


def _referred(uri: str) -> Resource[Any]:
    return DRAFT202012.create_resource(referred(uri))


def explain(data: object, schema: Schema) -> tuple[Diagnostic, ...]:
    """Every mistake of the data once, in the order of the data; empty where jsonschema finds none."""
    others: Registry[Any] = Registry(retrieve=_referred)  # type: ignore[call-arg]  # its fields are attrs' aliases
    validator = _Validator(schema, format_checker=FormatChecker(["date"]), registry=others)
    ranks = {keyword: rank for rank, keyword in enumerate(EXPLANATIONS)}
    first: dict[tuple[Pointer, str], ValidationError] = {}
    for error in sorted(validator.iter_errors(data), key=lambda error: ranks[str(error.validator)]):
        # A value is wrong in one way only, but a mapping may both lack keys and have keys too many.
        about = f"{error.validator} {error.validator_value}" if error.validator in ABOUT_KEYS else ""
        first.setdefault((tuple(error.absolute_path), about), error)
    found = [told for error in first.values() for told in EXPLANATIONS[str(error.validator)](_failure(error, schema))]
    return tuple(sorted(found, key=lambda diagnostic: _position(data, diagnostic)))


def _failure(error: ValidationError, schema: Schema) -> Failure:
    passed = list(_passed(schema, error.absolute_schema_path))
    titled = [node for node in passed if isinstance(node.get("title"), str)]
    closed = [node["properties"] for node in passed if node.get("additionalProperties") is False]
    rules = error.schema if isinstance(error.schema, dict) else {}
    return Failure(tuple(error.absolute_path), error.instance, rules, titled[-1], closed[-1] if closed else {})


def _passed(schema: Schema, way: Iterable[str | int]) -> Iterator[Schema]:
    """Every mapping of the schema on the way to a keyword; jsonschema leaves out the steps through references."""
    node: Any = schema
    for step in way:
        if isinstance(node, dict):
            yield node
            while step not in node:
                node, schema = target(node["$ref"], schema)
                yield node
        node = node[step]


def _position(data: Any, diagnostic: Diagnostic) -> list[int]:
    assert isinstance(diagnostic.where, tuple), "a finding about data points into it"
    position = []
    for step in diagnostic.where:
        position.append(step if isinstance(step, int) else list(data).index(step))
        data = data[step]
    return position
