"""The schemas are closed, explained in Chinese, exemplified, and use only keywords that have an explanation."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from perfeval.resources import folder
from perfeval.schema import Schema, contract, target
from perfeval.schema.explain import explain
from perfeval.schema.explanations import EXPLANATIONS

NAMES = sorted(path.name.removesuffix(".schema.json") for path in folder("schemas").glob("*.schema.json"))
SILENT = {
    *("$schema", "$defs", "$ref", "title", "description", "examples"),
    *("enumDescriptions", "patternErrorMessage", "contentMediaType"),
}
APPLICATORS = {"properties", "items", "allOf", "if", "then"}


def with_decimals(name: str) -> Schema:
    """The schema with its numbers as the loader would give them, so that its examples can be data."""
    text = (folder("schemas") / f"{name}.schema.json").read_text(encoding="utf-8")
    schema: Schema = json.loads(text, parse_int=Decimal, parse_float=Decimal)
    return schema


def nodes(schema: Any) -> Iterator[Schema]:
    yield schema
    inner = [schema.get("items"), schema.get("additionalProperties"), schema.get("then"), *schema.get("allOf", ())]
    for group in ("properties", "$defs"):
        inner += schema.get(group, {}).values()
    for node in inner:
        if isinstance(node, dict):
            yield from nodes(node)


def properties(schema: Schema) -> list[tuple[str, Schema]]:
    return [pair for node in nodes(schema) for pair in node.get("properties", {}).items()]


def resolved(node: Schema, schema: Schema) -> tuple[Schema, Schema]:
    """A field with all that it refers to, and the schema that its parts are from."""
    if "$ref" not in node:
        return node, schema
    referred, whole = resolved(*target(node["$ref"], schema))
    return {**referred, **{key: value for key, value in node.items() if key != "$ref"}}, whole


def is_leaf(node: Schema, schema: Schema) -> bool:
    """Whether a field has no parts that carry examples of their own."""
    (item, _), value = resolved(node.get("items", {}), schema), node.get("additionalProperties", False)
    return "properties" not in node and "properties" not in item and (value is False or "examples" not in value)


def test_schemas_are_found() -> None:
    assert "report" in NAMES


@pytest.mark.parametrize("name", NAMES)
class TestSchemas:
    def test_is_a_valid_schema(self, name: str) -> None:
        Draft202012Validator.check_schema(contract(name))

    def test_every_property_is_explained_in_chinese(self, name: str) -> None:
        fields = properties(contract(name))
        assert fields
        for key, field in fields:
            assert re.search("[\u4e00-\u9fff]", field["title"]), key
            assert re.search("[\u4e00-\u9fff]", field["description"]), key

    def test_every_leaf_has_examples_and_they_are_valid(self, name: str) -> None:
        schema = with_decimals(name)
        checked = 0
        for key, field in properties(schema):
            if is_leaf(*resolved(field, schema)):
                assert field["examples"], key
            for example in field.get("examples", ()):
                assert explain(example, {**field, "$defs": schema.get("$defs", {})}) == (), key
                checked += 1
        assert checked

    def test_every_keyword_has_its_explanation(self, name: str) -> None:
        used = {keyword for node in nodes(contract(name)) for keyword in node} - SILENT - APPLICATORS
        assert "type" in used
        assert used <= set(EXPLANATIONS)

    def test_objects_are_closed_and_words_are_texts_with_meanings(self, name: str) -> None:
        for node in nodes(contract(name)):
            if "properties" in node:
                assert node["additionalProperties"] is False
            if "enum" in node:
                assert node["type"] == "string"
                words: list[str] = node["enum"]
                assert len(words) == len(node.get("enumDescriptions", words))


def test_what_is_shared_is_called_as_in_a_report() -> None:
    shared, report = contract("workspace")["properties"]["shared"]["properties"], contract("report")["properties"]
    assert {key: field["title"] for key, field in shared.items()} == {key: report[key]["title"] for key in shared}
    level = shared["department"]["properties"]["level"]
    assert level["title"] == target(level["$ref"], contract("workspace"))[0]["title"]
