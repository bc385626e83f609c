"""What stands beside the rows of a table: fields too many, columns without a title, rows below a gap, other sheets."""

import io
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from perfeval.diagnostic import Finding
from perfeval.tables.sheet import Cell
from tools.tables import HEAD, ROW, found, text, with_part, workbook, xlsx


def told(codes: str, findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(each.kind.code, str(each.place)) for each in findings if each.kind.code.startswith(codes)]


class TestFieldsTooMany:
    @pytest.mark.parametrize(
        ("row", "expected"),
        [
            ("乙,1200,1,090.50,1,95,尾款待付", [("T128", "3:19")]),
            ("乙,1,1,1,90,,x,y", [("T128", "3:13")]),
            ("合计,1,000.00,1,1,,5", [("T128", "3:18")]),
            ("乙,1,1,1,90,,", []),
            ("乙,1,1,1,90", []),
            ('乙,"1,200","1,090.50",1,95', []),
        ],
    )
    def test_a_row_of_a_text_has_no_more_fields_than_its_head(
        self, row: str, expected: list[tuple[str, str]], tmp_path: Path
    ) -> None:
        content = text(HEAD, ROW) + row + "\n"
        assert told("T128", found(tmp_path, content, "t.csv")) == expected

    def test_a_column_without_title_is_named_with_its_cells(self, tmp_path: Path) -> None:
        findings = found(tmp_path, xlsx((*HEAD, None), ROW, (*ROW, None, 7), *[(*ROW, None, 8)] * 6))
        (finding,) = (each for each in findings if each.kind.code == "T115")
        assert (str(finding.place), finding.arguments) == (
            "项目!G3",
            {"column": "G", "cells": "G3、G4、G5、G6、G7 … （7）"},
        )

    def test_one_before_the_last_title_of_a_text_moves_nothing(self, tmp_path: Path) -> None:
        findings = found(tmp_path, text(("", *HEAD), ("0", *ROW)), "t.csv")
        assert told("T1", findings) == [("T115", "2:1")]
        assert next(each for each in findings if each.kind.code == "T115").arguments["column"] == "1"

    @pytest.mark.parametrize(
        "content",
        [
            xlsx((None, *HEAD), (None, *ROW), ("合计", None, 1, 1, 1)),
            xlsx(("序号", "代码", *[None] * 5), (None, None, *HEAD), (1, "x", *ROW)),
            xlsx(("表",), (*HEAD, "备注", None), (*ROW, 1, 2), merged=["F2:G2"]),
        ],
    )
    def test_a_total_and_what_a_second_row_of_the_head_or_a_merged_title_names_pass(
        self, content: bytes, tmp_path: Path
    ) -> None:
        assert told("T115", found(tmp_path, content)) == []


class TestBelowAGap:
    INDICATORS = ("一级指标", "二级指标", "三级指标", "评分标准", "分值")

    @pytest.mark.parametrize(
        "row",
        [
            ROW,
            ("丙", None, 1, 1, 90),
            ("丙", None, None, None, "无"),
            (None, 5),
            (None, None, 1234.56),
            ("项目一：丙", 3, 3, 3),
            ("丙", None, "=1+1"),
        ],
    )
    def test_no_data_are_lost_though_a_cell_of_theirs_is_empty(self, row: tuple[Any, ...], tmp_path: Path) -> None:
        assert told("T13", found(tmp_path, xlsx(HEAD, ROW, (), (), row)))[0][0] == "T131"

    @pytest.mark.parametrize(
        "row", [(None, None, "乙", "达标得分", 40), (None, "质量", "乙"), (None, None, None, None, 4)]
    )
    def test_an_indicator_is_known_without_its_category(self, row: tuple[Any, ...], tmp_path: Path) -> None:
        content = xlsx(self.INDICATORS, ("产出", "数量", "甲", None, 60), (), row)
        assert [code for code, _ in told("T13", found(tmp_path, content, key="indicators"))] == ["T131"]

    @pytest.mark.parametrize(
        "row",
        [
            ("注：以上金额为决算数",),
            ("备注", "含上年结转", 5),
            ("填表人：张三", None, "联系电话：010-1234567", None, "2026年1月5日"),
            ("填表人", "张三", "联系电话", 13800000000),
            ("单位负责人（签字）：李四", None, "（盖章）"),
            (None, None, "审核人：李四"),
            ("以上项目均已完成",),
        ],
    )
    def test_a_remark_is_no_data(self, row: tuple[Any, ...], tmp_path: Path) -> None:
        assert told("T13", found(tmp_path, xlsx(HEAD, ROW, (), row))) == []

    def test_the_empty_row_is_named(self, tmp_path: Path) -> None:
        (finding,) = (each for each in found(tmp_path, xlsx(HEAD, ROW, (), (), ROW)) if each.kind.code == "T131")
        assert (str(finding.place), finding.arguments) == ("项目!A5", {"row": "3"})

    def test_a_total_is_held_against_the_rows_as_above_it(self, tmp_path: Path) -> None:
        assert told("T13", found(tmp_path, xlsx(HEAD, ROW, ROW, (), ("合计", 2, 2, 2)))) == []
        assert told("T13", found(tmp_path, xlsx(HEAD, ROW, ROW, (), ("合计", 9, 2, 2)))) == [("T130", "项目!B5")]


class TestPartsOfARow:
    def test_before_the_columns_that_are_read_it_says_so_too(self, tmp_path: Path) -> None:
        content = xlsx(("序号", *HEAD), (1, *ROW), ("其中", *ROW))
        assert told("T13", found(tmp_path, content)) == [("T134", "项目!A3")]

    def test_in_a_remark_it_says_nothing(self, tmp_path: Path) -> None:
        content = xlsx((*HEAD, "原因说明", "备注"), (*ROW, "其中：尾款待付", "其中：中央 1 万元"))
        assert told("T13", found(tmp_path, content)) == []


class TestOtherSheets:
    def test_one_with_a_head_and_rows_is_named_unless_a_sheet_is(self, tmp_path: Path) -> None:
        content = workbook({"说明": [("怎样填",)], "项目": [HEAD, ROW], "续表": [HEAD, ROW], "附表": [HEAD, ROW]})
        (finding,) = (each for each in found(tmp_path, content) if each.kind.code == "T109")
        assert finding.arguments == {"sheets": "“续表”、“附表”", "name": "项目"}
        assert str(finding.place) == "续表!A1"
        assert told("T109", found(tmp_path, content, sheet="项目")) == []

    def test_an_empty_form_and_the_other_separators_of_a_text_are_none(self, tmp_path: Path) -> None:
        assert told("T109", found(tmp_path, workbook({"项目": [HEAD, ROW], "续表": [HEAD]}))) == []
        content = "项目名称;预算数,执行数;预算数,项目名称\n甲;1,1;1,乙\n"
        assert told("T109", found(tmp_path, content, "t.csv")) == []


def test_a_comma_that_may_be_a_point_is_not_decided(tmp_path: Path) -> None:
    def hint(value: str) -> str:
        (finding,) = (
            each for each in found(tmp_path, text(HEAD, ("甲", value, 1, 1, 90)), "t.csv") if each.kind.code == "T120"
        )
        return finding.kind.what.say("zh", finding.arguments).partition(f"却写了“{value}”")[2]

    assert hint("100,5") == "，是 100.5 还是 1005？"
    assert hint("1000,500") == "，是 1000.500 还是 1000500？"
    assert hint("1,2,3") == ""
    assert hint("1,23万元") == ""
    assert hint("12 345 元") == "，应写 1.2345"
    assert hint("1,234元") == "，应写 0.1234"
    assert hint("很多") == ""


@pytest.mark.parametrize("kept", [" r=", ""])
def test_a_workbook_whose_cells_do_not_tell_their_places_is_read(kept: str, tmp_path: Path) -> None:
    content = xlsx(HEAD, ROW, ("乙", "一元", 1, 1, 90), hidden=[3])
    name = "xl/worksheets/sheet1.xml"
    part = ZipFile(io.BytesIO(content)).read(name).decode()
    rows = re.sub(r'(<row) r="[0-9]+"', r"\1", part) if not kept else part
    bare = re.sub(r'(<c) r="[A-Z]+[0-9]+"', r"\1", rows)
    assert bare != part
    assert told("T1", found(tmp_path, with_part(content, name, bare.encode()))) == [
        ("T132", "项目!A3"),
        ("T120", "项目!B3"),
    ]


def test_a_cell_of_a_workbook_knows_the_name_of_its_column(tmp_path: Path) -> None:
    (finding,) = (each for each in found(tmp_path, xlsx(HEAD, (*ROW, 5))) if each.kind.code == "T115")
    assert finding.arguments["column"] == Cell(finding.place).column == "F"
