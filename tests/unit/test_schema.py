"""The schemas say what they should, both validators agree, and every failure is explained in our own words."""

import re
import string
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from perfeval.diagnostic import Diagnostic, Kind, Pointer
from perfeval.resources import folder
from perfeval.schema import Schema, _fast, contract, examine, kinds, readings
from perfeval.schema.explain import _Validator, explain
from perfeval.schema.explanations import EXPLANATIONS

NAMES = sorted(path.name.removesuffix(".schema.json") for path in folder("schemas").glob("*.schema.json"))
KINDS = {name: kind for name, kind in vars(kinds).items() if isinstance(kind, Kind)}
SILENT = {"$schema", "$defs", "$ref", "title", "description", "examples", "enumDescriptions", "contentMediaType"}
APPLICATORS = {"properties", "items"}


def nodes(schema: Any) -> Iterator[Schema]:
    yield schema
    inner = [schema.get("items"), schema.get("additionalProperties")]
    for group in ("properties", "$defs"):
        inner += schema.get(group, {}).values()
    for node in inner:
        if isinstance(node, dict):
            yield from nodes(node)


def properties(schema: Schema) -> list[tuple[str, Schema]]:
    return [pair for node in nodes(schema) for pair in node.get("properties", {}).items()]


def resolved(node: Schema, schema: Schema) -> Schema:
    return {**schema["$defs"][node["$ref"].rpartition("/")[2]], **node} if "$ref" in node else node


def sample(node: Schema, schema: Schema) -> Any:
    """A valid value with every key there is, out of the schema's own examples."""
    node = resolved(node, schema)
    if "examples" in node:
        return exact(node["examples"][0])
    if node["type"] == "array":
        return [sample(node["items"], schema) for _ in range(2)]
    return {key: sample(field, schema) for key, field in node["properties"].items()}


def exact(value: Any) -> Any:
    """The value as the loader gives it: every number a Decimal."""
    match value:
        case dict():
            return {key: exact(item) for key, item in value.items()}
        case list():
            return [exact(item) for item in value]
        case int() | float():
            return Decimal(str(value))
    return value


def whole() -> Any:
    return sample(contract("report"), contract("report"))


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
        schema = contract(name)
        checked = 0
        for key, field in properties(schema):
            node = resolved(field, schema)
            if "properties" not in node and "properties" not in resolved(node.get("items", {}), schema):
                assert field["examples"], key
            for example in field.get("examples", ()):
                assert explain(exact(example), {**field, "$defs": schema["$defs"]}) == (), key
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
                assert len(node["enum"]) == len(node["enumDescriptions"])


def first_project(key: str, value: Any) -> Callable[[Any], None]:
    return lambda data: data["projects"][0].__setitem__(key, value)


def root(key: str, value: Any) -> Callable[[Any], None]:
    return lambda data: data.__setitem__(key, value)


def without(key: str) -> Callable[[Any], None]:
    return lambda data: data["projects"][0].__delitem__(key)


PROJECT: Pointer = ("projects", 0)
# keyword that refuses, mistake, kind that tells it, its place
CASES: list[tuple[str, Callable[[Any], None], Kind, Pointer]] = [
    ("additionalProperties", first_project("nonsense", "x"), kinds.UNKNOWN_KEY, (*PROJECT, "nonsense")),
    ("additionalProperties", root("{0}", "x"), kinds.UNKNOWN_KEY, ("{0}",)),
    ("required", without("budget"), kinds.MISSING_KEY, PROJECT),
    ("type", root("year", None), kinds.EMPTY_VALUE, ("year",)),
    ("type", root("year", "2025"), kinds.NUMBER_AS_TEXT, ("year",)),
    ("pattern", first_project("score", "95%"), kinds.NUMBER_AS_TEXT, (*PROJECT, "score")),
    ("type", root("year", "去年"), kinds.NUMBER_WANTED, ("year",)),
    ("type", first_project("budget", []), kinds.NUMBER_WANTED, (*PROJECT, "budget")),
    ("type", root("year", Decimal("2025.5")), kinds.NOT_AN_INTEGER, ("year",)),
    ("pattern", first_project("budget", "暂无{x}"), kinds.NOT_AN_AMOUNT, (*PROJECT, "budget")),
    ("type", first_project("name", Decimal(110)), kinds.NUMBER_FOR_TEXT, (*PROJECT, "name")),
    ("type", first_project("name", {"a": "b"}), kinds.TEXT_WANTED, (*PROJECT, "name")),
    ("type", root("problems", "一个问题"), kinds.LIST_WANTED, ("problems",)),
    ("type", root("assets", [Decimal(1)]), kinds.MAPPING_WANTED, ("assets",)),
    ("type", root("texts", []), kinds.MAPPING_WANTED, ("texts",)),
    ("enum", first_project("source", "别处"), kinds.NOT_A_CHOICE, (*PROJECT, "source")),
    ("enum", first_project("source", "中央"), kinds.MISSPELT_CHOICE, (*PROJECT, "source")),
    ("pattern", lambda data: data["assets"].update(date="2025年3月6日"), kinds.NOT_A_DATE, ("assets", "date")),
    ("pattern", lambda data: data["assets"].update(date="年底"), kinds.NOT_A_DATE, ("assets", "date")),
    ("format", lambda data: data["assets"].update(date="2025-02-30"), kinds.NO_SUCH_DAY, ("assets", "date")),
    ("minimum", first_project("budget", Decimal(-1)), kinds.TOO_SMALL, (*PROJECT, "budget")),
    ("maximum", first_project("budget", Decimal("1E+13")), kinds.TOO_LARGE, (*PROJECT, "budget")),
    ("pattern", first_project("name", " \u3000"), kinds.BLANK, (*PROJECT, "name")),
    ("maxLength", first_project("name", "长" * 301), kinds.TOO_LONG, (*PROJECT, "name")),
    ("minItems", root("projects", []), kinds.EMPTY_LIST, ("projects",)),
]


@pytest.mark.parametrize(("keyword", "mistake", "kind", "where"), CASES)
def test_one_mistake_is_told_once_by_its_kind(
    keyword: str, mistake: Callable[[Any], None], kind: Kind, where: Pointer
) -> None:
    data = whole()
    mistake(data)
    refusing = _Validator(contract("report"), format_checker=FormatChecker(["date"]))
    assert keyword in {error.validator for error in refusing.iter_errors(data)}
    (told,) = examine(data, "report")
    assert (told.kind, told.where) == (kind, where)
    assert told.at_key == (keyword == "additionalProperties")
    assert_reads_well(told)


def assert_reads_well(told: Diagnostic) -> None:
    for words in (told.kind.what, told.kind.why, told.kind.cure):
        assert words.say("zh", told.arguments)
        assert words.say("en", told.arguments)


def test_the_cases_cover_every_keyword_and_kind() -> None:
    assert {case[0] for case in CASES} == set(EXPLANATIONS)
    elsewhere = {kinds.MISSPELT_KEY.code, kinds.CHINESE_KEY.code, kinds.MALFORMED.code}
    assert {case[2].code for case in CASES} | elsewhere == {kind.code for kind in KINDS.values()}


def test_codes_are_unique() -> None:
    assert KINDS
    assert len({kind.code for kind in KINDS.values()}) == len(KINDS)


def test_every_argument_of_a_kind_is_named_in_both_languages_or_known() -> None:
    for kind in KINDS.values():
        for words in (kind.what, kind.why, kind.cure):
            named = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in words]
            assert named[1] <= named[0] | {"path", "value"}, kind.code


@pytest.mark.parametrize(
    ("written", "kind", "right"),
    [
        ("buget", kinds.MISSPELT_KEY, "budget"),
        ("Budget", kinds.MISSPELT_KEY, "budget"),
        ("全年预算", kinds.CHINESE_KEY, "budget"),
        ("全年预算数", kinds.CHINESE_KEY, "budget"),
    ],
)
def test_a_key_that_was_meant_is_named_and_not_told_as_missing(written: str, kind: Kind, right: str) -> None:
    data = whole()
    del data["projects"][0]["budget"]
    data["projects"][0][written] = Decimal(1)
    (told,) = examine(data, "report")
    assert (told.kind, told.where, told.at_key) == (kind, ("projects", 0, written), True)
    assert told.arguments["right"] == right
    assert_reads_well(told)


def test_a_form_without_words_of_its_own_is_shown_by_example() -> None:
    schema = {"title": "编码", "type": "string", "pattern": "^[0-9]{3}$", "examples": ["101"]}
    (told,) = explain("x", schema)
    assert told.kind == kinds.MALFORMED
    assert told.kind.cure.say("zh", told.arguments) == "照这样写：101"


@pytest.mark.parametrize(("data", "kind"), [(None, kinds.MAPPING_WANTED), ([], kinds.MAPPING_WANTED)])
def test_a_root_that_is_no_mapping(data: object, kind: Kind) -> None:
    (told,) = examine(data, "report")
    assert (told.kind, told.where) == (kind, ())
    assert_reads_well(told)


def test_all_mistakes_in_the_order_of_the_file() -> None:
    data = {
        "year": "2025年",
        "projects": [{"name": "甲", "budget": None, "executed": "-"}, {"nam": "乙", "executed": Decimal(1)}],
        "department": {"name": ""},
    }
    told = [(diagnostic.kind, diagnostic.where) for diagnostic in examine(data, "report")]
    assert told == [
        (kinds.MISSING_KEY, ()),
        (kinds.MISSING_KEY, ()),
        (kinds.NUMBER_AS_TEXT, ("year",)),
        (kinds.EMPTY_VALUE, ("projects", 0, "budget")),
        (kinds.NOT_AN_AMOUNT, ("projects", 0, "executed")),
        (kinds.MISSING_KEY, ("projects", 1)),
        (kinds.MISSPELT_KEY, ("projects", 1, "nam")),
        (kinds.BLANK, ("department", "name")),
    ]


def test_a_message_names_the_field_its_path_and_the_value_in_short() -> None:
    data = whole()
    data["projects"][1]["budget"] = "按\n批复" + "长" * 50
    (told,) = examine(data, "report")
    shown = "按 批复" + "长" * 26 + "…"
    assert told.kind.what.say("zh", told.arguments) == (
        f"「全年预算」（projects › #2 › budget）应是数字、— 或 无，却写了 “{shown}”"
    )
    assert (
        told.kind.what.say("en", told.arguments)
        == f'projects › #2 › budget should be a number, — or 无 and is "{shown}"'
    )


@pytest.mark.parametrize(
    ("text", "number", "cause"),
    [
        ("95%", "95", "a percent sign"),
        ("９５％", "95", "a percent sign"),
        ("1,234.5", "1234.5", "a thousands separator"),
        ("１２", "12", "a full-width character or a blank"),
        ("100万元", "100", "the unit 万元"),
        ("5,000 元", "0.5", "the unit 元 in place of 万元"),
        ("1.2亿元", "12000", "the unit 亿元 in place of 万元"),
        ("12", "12", "a quotation mark, a leading zero or a plus sign"),
        ("−3.50", "-3.5", "a full-width character or a blank"),
    ],
)
def test_a_number_meant_by_a_text(text: str, number: str, cause: str) -> None:
    reading = readings.number(text)
    assert reading is not None
    assert (reading[0], reading[1].en) == (number, cause)


@pytest.mark.parametrize("text", ["", "约100", "1.2.3", "—", "²", "1e5", "9" * 400])
def test_a_text_that_is_no_number(text: str) -> None:
    assert readings.number(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [("2026.3.6", "2026-03-06"), ("２０２６年３月１６日", "2026-03-16"), ("2026-3-6\n", "2026-03-06"), ("三月", None)],
)
def test_a_date_meant_by_a_text(text: str, date: str | None) -> None:
    assert readings.date(text) == date


def test_the_whole_sample_is_valid() -> None:
    assert examine(whole(), "report") == ()


VALUES = st.one_of(
    st.none(),
    st.sampled_from(["", " ", "—", "无", "—\n", "office", "2026-02-30", "2026-03-16", "2026-03-16\n", "２026-03-16"]),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.integers().map(Decimal),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.sampled_from(["1000000000000", "1000000000000.000001", "2025.0", "2025.5", "-0", "1E+400", "0.1"]).map(Decimal),
    st.sampled_from([[], {}, [None], {"name": "x"}, ["x"], "长" * 121, "𠮷" * 120, "é" * 61]),
)


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every container of the data with each of its keys or indices."""
    for step in list(data) if isinstance(data, dict) else range(len(data)):
        yield data, step
        if isinstance(data[step], dict | list):
            yield from places(data[step])


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_both_validators_give_the_same_verdict_and_every_failure_reads_well(draw: st.DataObject) -> None:
    data = whole()
    for _ in range(draw.draw(st.integers(1, 3))):
        container, step = draw.draw(st.sampled_from(list(places(data))))
        match draw.draw(st.sampled_from(["replace", "delete", "add"])):
            case "delete":
                del container[step]
            case "add" if isinstance(container, dict):
                container[draw.draw(st.text(st.characters(exclude_categories=["Cs"])))] = draw.draw(VALUES)
            case _:
                container[step] = draw.draw(VALUES)
    told = explain(data, contract("report"))
    assert _fast("report").is_valid(data) == (told == ())
    for diagnostic in told:
        assert_reads_well(diagnostic)
