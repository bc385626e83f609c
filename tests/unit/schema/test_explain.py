"""Both validators agree, and every failure is told once, in our own words, at its place."""

import copy
import json
import string
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import FormatChecker

from perfeval.diagnostic import Diagnostic, Kind, Pointer
from perfeval.resources import folder
from perfeval.schema import Schema, _fast, contract, examine, kinds
from perfeval.schema.explain import _Validator, explain
from perfeval.schema.explanations import EXPLANATIONS

KINDS = [kind for kind in vars(kinds).values() if isinstance(kind, Kind)]
TEXT = (folder("schemas") / "report.schema.json").read_text(encoding="utf-8")
SCHEMA: Schema = json.loads(TEXT, parse_int=Decimal, parse_float=Decimal)


def sample(node: Schema) -> Any:
    """A valid value with every key there is, out of the schema's own examples."""
    if "$ref" in node:
        node = {**SCHEMA["$defs"][node["$ref"].rpartition("/")[2]], **node}
    if "examples" in node:
        return copy.deepcopy(node["examples"][0])
    if "array" in node["type"]:
        return [sample(node["items"]), sample(node["items"])]
    return {key: sample(field) for key, field in node["properties"].items()}


def whole() -> Any:
    return sample(SCHEMA)


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
    ("type", root("projects", "projects.xlsx"), kinds.LIST_OR_TABLE_WANTED, ("projects",)),
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
    ("minItems", root("projects", []), kinds.TOO_FEW, ("projects",)),
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
    others = {keyword for keyword, _, _, _ in OTHERS}
    assert {case[0] for case in CASES} | others == set(EXPLANATIONS)
    elsewhere = {kinds.MISSPELT_KEY.code, kinds.CHINESE_KEY.code} | {kind.code for _, _, _, kind in OTHERS}
    assert {case[2].code for case in CASES} | elsewhere == {kind.code for kind in KINDS}


def test_codes_are_unique() -> None:
    assert KINDS
    assert len({kind.code for kind in KINDS}) == len(KINDS)


def test_every_argument_of_a_kind_is_named_in_both_languages_or_known() -> None:
    for kind in KINDS:
        for words in (kind.what, kind.why, kind.cure):
            named = [
                {name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (words.zh, words.en)
            ]
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


# keywords and shapes that only other schemas use: keyword, schema, value, kind
OTHERS: list[tuple[str, Schema, Any, Kind]] = [
    ("pattern", {"type": "string", "pattern": "^[0-9]{3}$", "examples": ["101"]}, "101\n", kinds.MALFORMED),
    ("minLength", {"type": "string", "minLength": 1}, "", kinds.BLANK),
    ("exclusiveMinimum", {"type": "number", "exclusiveMinimum": 0}, Decimal(0), kinds.TOO_SMALL),
    ("minProperties", {"type": "object", "minProperties": 1}, {}, kinds.TOO_FEW),
    ("enum", {"type": "string", "enum": ["linear", "steps"]}, "step", kinds.MISSPELT_CHOICE),
]


@pytest.mark.parametrize(("keyword", "schema", "value", "kind"), OTHERS)
def test_what_only_other_schemas_use(keyword: str, schema: Schema, value: Any, kind: Kind) -> None:
    assert keyword in schema
    (told,) = explain(value, {"title": "编码", **schema})
    assert told.kind == kind
    assert_reads_well(told)


def test_a_key_that_another_key_requires() -> None:
    steps = {"if": {"properties": {"method": {"const": "steps"}}}, "then": {"required": ["step"]}}
    fields = {"method": {"title": "办法", "type": "string"}, "step": {"title": "档距", "type": "number"}}
    schema = {"title": "得分", "type": "object", "additionalProperties": False, "properties": fields, "allOf": [steps]}
    (told,) = explain({"method": "steps"}, schema)
    assert told.kind is kinds.MISSING_KEY
    assert told.kind.what.say("zh", told.arguments) == "“得分”（最外层）缺少“step”（档距）"


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
        f"“全年预算”（projects › #2 › budget）应是数字、— 或 无，却写了“{shown}”"
    )
    assert (
        told.kind.what.say("en", told.arguments)
        == f'projects › #2 › budget should be a number, — or 无 and is "{shown}"'
    )


def test_the_whole_sample_is_valid() -> None:
    assert examine(whole(), "report") == ()


VALUES = st.one_of(
    st.none(),
    st.sampled_from(["", " ", "—", "无", "—\n", "office", "2026-02-30", "2026-03-16", "2026-03-16\n", "２026-03-16"]),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.integers().map(Decimal),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.sampled_from(["1000000000000", "1000000000000.000001", "2025.0", "2025.5", "-0", "1E+400", "0.1"]).map(Decimal),
    st.sampled_from([[], {}, [None], {"name": "x"}, ["x"], "长" * 121, "𠮷" * 120, "é" * 61]).map(copy.deepcopy),
)


@pytest.mark.parametrize(
    ("shared", "kind", "where"),
    [
        ({"year": Decimal(25)}, kinds.TOO_SMALL, ("year",)),
        ({"basis": [{"number": "甲"}]}, kinds.MISSING_KEY, ("basis", 0)),
        ({"evaluation": {"stages": [{"title": "甲", "text": "乙", "ende": "2026-03-01"}]}}, kinds.MISSPELT_KEY, ("evaluation", "stages", 0, "ende")),
        ({"evaluation": {"start": "2026-02-30"}}, kinds.NO_SUCH_DAY, ("evaluation", "start")),
        ({"department": {"level": "区级"}}, kinds.MISSPELT_CHOICE, ("department", "level")),
    ],
)  # fmt: skip
def test_what_another_schema_defines_is_told_alike(shared: Any, kind: Kind, where: Pointer) -> None:
    (told,) = examine({"shared": shared}, "workspace")
    assert (told.kind, told.where) == (kind, ("shared", *where))
    assert_reads_well(told)
    of_report = [one for one in examine(shared, "report") if one.where == where]
    assert [one.arguments["title"] for one in of_report] == [told.arguments["title"]]


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
