"""The schema and the model say the same, and valid data become the model's records."""

import datetime as dt
import inspect
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from perfeval import model
from perfeval.load import Source
from perfeval.model import (
    Assets,
    Comparison,
    Department,
    DutyUnit,
    FundSource,
    Indicator,
    Mark,
    MissingScore,
    Project,
    Prose,
    Report,
    UnitKind,
)
from perfeval.schema import Schema, contract
from perfeval.validate import validate

SCHEMA = contract("report")


def resolved(node: Schema) -> Schema:
    return {**SCHEMA["$defs"][node["$ref"].rpartition("/")[2]], **node} if "$ref" in node else node


def compared(record: Any, node: Schema) -> set[Any]:
    """Compares a record's fields with an object's properties, and so on below; every record that was reached."""
    own, properties = fields(record), node["properties"]
    assert {field.name for field in own} == set(properties), record
    assert {field.name for field in own if field.default is MISSING} == set(node.get("required", ())), record
    reached = {record}
    for name, hint in get_type_hints(record).items():
        reached |= agree(hint, resolved(properties[name]), f"{record.__name__}.{name}")
    return reached


def agree(hint: Any, node: Schema, name: str) -> set[Any]:
    """Asserts that a type of the model and a schema take the same values."""
    kinds = set(get_args(hint)) - {NoneType} if get_origin(hint) is UnionType else {hint}
    prose = node.get("contentMediaType") == "text/markdown"
    assert prose == (Prose in kinds), name
    assert ("format" in node) == (dt.date in kinds), name
    assert node.get("enum", []) == [word.value for word in enumeration(kinds)], name
    if len(kinds) > 1:
        assert node["type"] == ["number", "string"], name
        assert ("无" in node["pattern"]) == (kinds == {Decimal, Mark}), name
        assert kinds <= {Decimal, Mark, str}, name
        return set()
    (kind,) = kinds
    if is_dataclass(kind):
        assert node["type"] == "object", name
        return compared(kind, node)
    if get_origin(kind) is tuple:
        assert "array" in node["type"], name  # or the file that has its rows
        return agree(get_args(kind)[0], resolved(node["items"]), name)
    if get_origin(kind) is dict:
        assert node["type"] == "object", name
        return agree(get_args(kind)[1], resolved(node["additionalProperties"]), name)
    assert node["type"] == {Decimal: "number", int: "integer"}.get(kind, "string"), name
    return set()


def enumeration(kinds: set[Any]) -> list[StrEnum]:
    return [word for kind in kinds - {Mark} if inspect.isclass(kind) and issubclass(kind, StrEnum) for word in kind]


def test_schema_and_model_agree() -> None:
    reached = compared(Report, SCHEMA)
    records = {record for record in vars(model).values() if inspect.isclass(record) and is_dataclass(record)}
    assert len(records) > 20
    assert reached == records


def test_the_marks_of_the_schema_are_those_of_the_model() -> None:
    for shape in ("amount", "balance", "score"):
        assert SCHEMA["$defs"][shape]["pattern"] == f"^({'|'.join(Mark)})$"


def source(data: Any) -> Source:
    return Source("dept.yaml", "", data)


WRITTEN = {
    "layout": "project-ledger",
    "standard": "shijiazhuang",
    "year": Decimal(2025),
    "department": {"name": "某局"},
    "duties": {"units": [{"name": "办公室", "kind": "office", "text": "负责**日常**。"}]},
    "assets": {"date": "2025-12-31", "total": {"value": Decimal("858.15"), "change_rate": Decimal("-30.59")}},
    "projects": [
        {"name": "甲", "source": "local", "budget": Decimal("4.020000"), "executed": Decimal(0), "score": "—"},
        {"name": "乙", "budget": "无", "executed": "—"},
    ],
    "missing_score": "skip",
    "indicators": [
        {
            "name": "产出",
            "groups": [
                {
                    "name": "数量",
                    "items": [
                        {"name": "完成率", "weight": Decimal(15), "actual": Decimal(100)},
                        {"name": "时效", "weight": Decimal(5), "actual": "基本达成"},
                    ],
                }
            ],
        }
    ],
    "problems": ["一个问题"],
    "texts": {"intro": "如下。"},
    "expect": {"funds.budget": Decimal("4.02"), "grade": "优秀"},
}


def built() -> Report:
    outcome = validate(source(WRITTEN))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def test_valid_data_become_records() -> None:
    report = built()
    assert (report.year, type(report.year)) == (2025, int)
    assert report.department == Department(name="某局")
    assert report.assets == Assets(
        date=dt.date(2025, 12, 31), total=Comparison(value=Decimal("858.15"), change_rate=Decimal("-30.59"))
    )
    assert report.missing_score is MissingScore.SKIP
    assert report.duties is not None
    assert report.duties.units == (DutyUnit(name="办公室", kind=UnitKind.OFFICE, text=Prose("负责**日常**。")),)
    assert type(report.duties.units[0].text) is Prose
    assert type(report.problems[0]) is Prose
    assert report.texts == {"intro": "如下。"}
    assert report.expect == {"funds.budget": Decimal("4.02"), "grade": "优秀"}


def test_absent_zero_and_the_two_marks_stay_four_things() -> None:
    first, second = built().projects
    assert first == Project(
        name="甲",
        source=FundSource.LOCAL,
        budget=Decimal("4.02"),
        executed=Decimal(0),
        score=Mark.NOT_APPLICABLE,
    )
    assert str(first.budget) == "4.020000"
    assert (second.budget, second.received, second.executed) == (Mark.NONE, None, Mark.NOT_APPLICABLE)
    assert type(second.budget) is Mark


def test_an_actual_value_is_a_number_or_words() -> None:
    assert built().indicators[0].groups[0].items == (
        Indicator(name="完成率", weight=Decimal(15), actual=Decimal(100)),
        Indicator(name="时效", weight=Decimal(5), actual="基本达成"),
    )


@pytest.mark.parametrize("data", [None, {}, WRITTEN | {"year": None}])
def test_invalid_data_give_findings_and_no_report(data: Any) -> None:
    outcome = validate(source(data))
    assert outcome.value is None
    assert outcome.diagnostics


def test_a_day_that_does_not_exist_is_no_crash() -> None:
    outcome = validate(source(WRITTEN | {"assets": {"date": "2025-02-30"}}))
    assert [(told.kind.code, told.where) for told in outcome.diagnostics] == [("S033", ("assets", "date"))]
