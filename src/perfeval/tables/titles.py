"""The columns that a table may have: the fields of the schema, by their titles and keys and by common names."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from perfeval.model.units import unit_of
from perfeval.quantity import Unit
from perfeval.schema import Schema, contract, target
from perfeval.tables.units import BRACKETED

ALIASES = {
    "projects.name": ("项目",),
    "projects.implementing_unit": ("项目实施单位", "项目单位", "承担单位"),
    "projects.source": ("资金渠道",),
    "projects.initial": ("年初预算数", "年初预算金额"),
    "projects.budget": ("预算数", "全年预算数", "预算金额", "预算资金", "调整预算数", "调整后预算数"),
    "projects.received": ("到位数", "资金到位数", "到位金额", "实际到位数"),
    "projects.executed": ("全年执行数", "执行金额", "支出数", "实际支出", "实际支出数"),
    "projects.balance": ("结余数", "结余资金", "结余金额"),
    "projects.execution_rate": ("执行率",),
    "projects.score": ("自评得分", "自评分", "项目得分"),
    "projects.grade": ("自评等级", "评价等级", "等次"),
    "projects.result_use": ("结果运用", "自评结果应用", "评价结果应用"),
    "projects.reason": ("原因", "偏差原因", "原因分析"),
    "indicators.name": ("一级",),
    "indicators.weight": ("一级指标分值", "一级权重", "一级指标权重"),
    "indicators.groups.name": ("二级",),
    "indicators.groups.weight": ("二级指标分值", "二级权重", "二级指标权重"),
    "indicators.groups.items.name": ("三级", "指标名称"),
    "indicators.groups.items.criterion": ("评价标准", "计分标准", "评分细则", "评分办法"),
    "indicators.groups.items.weight": ("权重", "指标分值", "标准分", "三级分值"),
    "indicators.groups.items.target": ("指标值", "目标值", "年度目标值", "预期指标值"),
    "indicators.groups.items.actual": ("完成值", "实际值", "全年完成值", "实际完成情况"),
    "indicators.groups.items.score": ("自评得分", "自评分"),
    "indicators.groups.items.reason": (
        *("偏差原因分析", "偏差原因分析及改进措施", "偏差原因及改进措施", "未完成原因及改进措施", "扣分原因"),
    ),
}
"""What real tables write for a field; its title and its key in the schema are known besides."""

IGNORED = frozenset(("序号", "编号", "行次", "no", "no."))
"""Columns that number the rows."""

_SPACES = re.compile(r"[\s*:]+")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a row: ``level`` tells in which of the nested lists, the outermost being 0."""

    level: int
    key: str
    rules: Schema
    required: bool
    titles: tuple[str, ...]

    @property
    def title(self) -> str:
        """What the schema calls it."""
        return str(self.rules["title"])

    @property
    def unit(self) -> Unit | None:
        """What its number counts; None for words, or where that depends on the row."""
        return unit_of(("projects", self.key)) if self.numeric else None

    @property
    def numeric(self) -> bool:
        """Whether it may be a number."""
        return "number" in self.rules["type"]

    @property
    def words(self) -> bool:
        """Whether it may be any words."""
        return self.numeric is False or "maxLength" in self.rules


@dataclass(frozen=True, slots=True)
class Form:
    """What a row of a table may hold; ``lists`` are the keys of the lists within, from the outermost inwards."""

    key: str
    title: str
    fields: tuple[Field, ...]
    lists: tuple[str, ...]

    @property
    def names(self) -> tuple[Field, ...]:
        """The field that names the record, at each level."""
        return tuple(field for field in self.fields if field.key == "name")

    def known(self) -> str:
        """The titles of the schema."""
        return "、".join(field.title for field in self.fields)


@cache
def form(key: str) -> Form:
    """The form of the table for a key of a report: ``projects`` or ``indicators``."""
    section = contract("report")["properties"][key]
    lists, fields, rules = list[str](), list[Field](), section
    while rules:
        record = _resolved(rules["items"])
        way = ".".join((key, *lists))
        inner = {name: record["properties"][name] for name in record["required"] if _is_list(record, name)}
        fields += _fields(record, way, level=len(lists), innermost=not inner)
        name, rules = next(iter(inner.items()), ("", {}))
        lists += [name] if name else []
    return Form(key, section["title"], tuple(fields), tuple(lists))


@cache
def by_title(key: str) -> dict[str, Field]:
    """The fields of the table for a key by all that they may be called."""
    return {bare(title): field for field in form(key).fields for title in field.titles}


def _is_list(record: Schema, key: str) -> bool:
    return bool(record["properties"][key].get("type") == "array")


def _fields(record: Schema, way: str, *, level: int, innermost: bool) -> Iterator[Field]:
    for key, each in record["properties"].items():
        rules = _resolved(each)
        if rules["type"] not in ("array", "object"):
            names = (rules["title"], *([key] if innermost else []), *ALIASES.get(f"{way}.{key}", ()))
            yield Field(level, key, rules, key in record["required"], names)


def _resolved(node: Schema) -> Schema:
    """A node with what it refers to."""
    return {**target(node["$ref"], contract("report"))[0], **node} if "$ref" in node else node


def bare(title: str) -> str:
    """A title without what stands beside the words: blanks, signs, and asides in brackets such as the unit."""
    plain = unicodedata.normalize("NFKC", title).lower()
    while (less := BRACKETED.sub("", plain)) != plain:
        plain = less
    return _SPACES.sub("", plain)
