"""Reports whose projects or indicators stand in a table: what is read, what is refused, and at which cell."""

import io
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from perfeval import pipeline
from perfeval.cli.tell import exit_code
from perfeval.diagnostic import Finding, Text
from perfeval.files import DISK
from perfeval.load import Source, load
from perfeval.reporters.findings import data as objects
from perfeval.reporters.findings import github, sarif
from perfeval.reporters.findings.checked import Checked
from perfeval.reporters.findings.text import text as told
from perfeval.tables import fill
from tools import tables
from tools.tables import HEAD, ROW, found, report, text, xlsx


def filled(folder: Path, content: bytes | str, file: str = "t.xlsx", **more: str) -> Source:
    source = load(report(folder, content, file, **more)).value
    assert source is not None
    result = fill(source, DISK)
    assert result.value is not None, [(str(each.place), each.kind.code, each.arguments) for each in result.findings]
    return result.value


def rows(folder: Path, content: bytes | str, file: str = "t.xlsx", **more: str) -> Any:
    source = filled(folder, content, file, **more)
    assert source.data is not None
    return source.data[more.get("key", "projects")]


def errors(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(each.kind.code, str(each.place)) for each in findings if each.forbids]


def of(codes: str, findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(each.kind.code, str(each.place)) for each in findings if each.kind.code.startswith(codes)]


class TestProjects:
    def test_title_and_unit_stand_above_numbers_beside_and_a_total_below(self, tmp_path: Path) -> None:
        content = xlsx(
            ("2025年度项目支出表",),
            (None, None, None, "单位：万元"),
            ("序号", "项目 名称", "资金来源", "预算数\n（调整后）", "执行数（至2025年底）", "自评得分", "结果应用"),
            (1, "甲", "本级", 4.02, 4.02, 99.5, "优先保障"),
            (2, "乙", "省级资金", "1,234.50", "—", "无", None),
            (None, "合 计", None, 1238.52, 4.02),
            (),
            ("填表人：张三",),
        )
        assert rows(tmp_path, content) == [
            {"name": "甲", "source": "local", "budget": Decimal("4.02"), "executed": Decimal("4.02"),
             "score": Decimal("99.5"), "result_use": "优先保障"},
            {"name": "乙", "source": "provincial", "budget": Decimal("1234.5"), "executed": "—", "score": "无"},
        ]  # fmt: skip
        assert errors(found(tmp_path, content)) == []

    @pytest.mark.parametrize(
        ("head", "above", "unit"),
        [
            ("预算数（元）", "", "元"),
            ("预算数", "单位：元", "元"),
            ("预算数", "金额单位： 人民币元", "元"),
            ("预算数", "资金情况（元）", "元"),
            ("预算数（万元）", "单位：元", "万元"),
            ("预算数", "预算单位：元氏县财政局", "万元"),
            ("预算数（亿元）", "", "亿元"),
            ("预算数（百元）", "", "百元"),
            ("预算数【元】", "", "元"),
            ("预算数", "以百元为单位", "百元"),
        ],
    )
    def test_other_units_are_turned_into_wan_yuan_exactly(
        self, head: str, above: str, unit: str, tmp_path: Path
    ) -> None:
        value = {"元": "1.23456789", "万元": "12345.6789", "亿元": "123456789", "百元": "123.456789"}[unit]
        content = text((above,), ("项目名称", head, "执行数（万元）"), ("甲", "12345.6789", "1"))
        assert rows(tmp_path, content, "t.csv")[0]["budget"] == Decimal(value)

    def test_a_head_may_have_two_rows(self, tmp_path: Path) -> None:
        content = xlsx(
            ("项目支出表",), ("项目名称", "资金情况", None, "得分"), (None, "预算数", "执行数", None), ("甲", 1, 1, 90)
        )
        assert rows(tmp_path, content) == [
            {"name": "甲", "budget": Decimal(1), "executed": Decimal(1), "score": Decimal(90)}
        ]

    def test_empty_zero_and_the_marks_stay_four_things(self, tmp_path: Path) -> None:
        content = text(HEAD, ("甲", 0, "", "—", "无"))
        assert rows(tmp_path, content, "t.csv") == [
            {"name": "甲", "budget": Decimal(0), "executed": "—", "score": "无"}
        ]

    @pytest.mark.parametrize("mark", ",;\t")
    @pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
    def test_a_text_of_any_separator_is_read(self, mark: str, encoding: str, tmp_path: Path) -> None:
        content = text(HEAD, ("甲；一，二", "1,000", 1, 1, 90), mark=mark).encode(encoding)
        assert rows(tmp_path, content, "t.csv")[0]["budget"] == Decimal(1000)

    def test_a_word_may_be_a_number(self, tmp_path: Path) -> None:
        assert rows(tmp_path, xlsx(HEAD, (2025, 1, 1, 1)))[0]["name"] == "2025"

    def test_line_ends_within_a_cell_are_alike(self, tmp_path: Path) -> None:
        content = xlsx((*HEAD, "原因说明"), (*ROW, "一_x000D_\n二"), (*ROW, "一\n二"))
        assert [row["reason"] for row in rows(tmp_path, content)] == ["一\n二"] * 2

    def test_a_merged_word_holds_for_all_its_rows(self, tmp_path: Path) -> None:
        head = ("项目名称", "资金来源", "预算数", "执行数")
        content = xlsx(head, ("甲", "中央", 1, 1), ("乙", None, 1, 1), ("丙", None, 1, 1), merged=["B2:B3"])
        assert [row.get("source") for row in rows(tmp_path, content)] == ["central", "central", None]

    def test_the_first_sheet_with_a_head_is_read_unless_one_is_named(self, tmp_path: Path) -> None:
        content = tables.workbook(
            {"说明": [("怎样填",)], "项目": [HEAD, ROW], "上年": [(*HEAD, "等级"), ("乙", 1, 1, 1)]}
        )
        assert rows(tmp_path, content)[0]["name"] == "甲"
        assert rows(tmp_path, content, sheet="上年")[0]["name"] == "乙"

    def test_a_remark_below_the_columns_is_no_row(self, tmp_path: Path) -> None:
        assert len(rows(tmp_path, xlsx(("序号", *HEAD), (1, *ROW), ("填表人：张三",)))) == 1

    def test_a_subtotal_is_of_the_rows_since_the_one_before(self, tmp_path: Path) -> None:
        content = text(HEAD, ROW, ROW, ("小计", 2, 2, 2), ROW, ("小计", 1, 1, 1), ("合计", 3, 3, 3))
        assert len(rows(tmp_path, content, "t.csv")) == 3
        content = text(HEAD, ("总计", 3, 3, 3), ("小计", 2, 2, 2), ROW, ROW, ("小计", 1, 1, 1), ROW)
        assert len(rows(tmp_path, content, "t.csv")) == 3

    def test_a_total_of_what_is_held_agrees_where_less_is_shown(self, tmp_path: Path) -> None:
        row = ("甲", (1.004, "0.00"), 1, 1, 90)
        content = xlsx(HEAD, row, row, row, ("合计", (3.012, "0.00")))
        assert of("T", found(tmp_path, content)) == [("T124", "项目!B2")]
        content = xlsx(HEAD, row, row, row, ("合计", (3.02, "0.00")))
        assert of("T13", found(tmp_path, content)) == [("T130", "项目!B5")]


NESTED = [
    {"name": "产出", "weight": Decimal(60), "groups": [
        {"name": "数量", "items": [
            {"name": "甲", "weight": Decimal(20), "target": ">= 100%", "actual": Decimal(100), "score": Decimal(20)},
            {"name": "乙", "weight": Decimal(20), "target": "长期有效", "actual": "基本达成", "score": Decimal(20)},
        ]},
        {"name": "质量", "items": [
            {"name": "丙", "weight": Decimal(20), "target": "95%", "actual": Decimal("95.5"), "score": "—"},
        ]},
    ]},
    {"name": "效益", "groups": [{"name": "数量", "items": [{"name": "丁", "weight": Decimal(40)}]}]},
]  # fmt: skip


class TestIndicators:
    HEAD = ("一级指标", "一级分值", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分")

    @pytest.mark.parametrize("merged", [["A2:A4", "B2:B4", "C2:C3"], []])
    @pytest.mark.parametrize("repeated", [True, False])
    def test_categories_and_groups_are_merged_left_empty_or_repeated(
        self, merged: list[str], *, repeated: bool, tmp_path: Path
    ) -> None:
        first, group = ("产出", 60, "数量") if repeated and not merged else (None, None, None), "数量"
        content = xlsx(
            self.HEAD,
            ("产出", 60, "数量", "甲", 20, ">= 100%", (1, "0%"), 20),
            (*first, "乙", 20, "长期有效", "基本达成", 20),
            (first[0], first[1], "质量", "丙", 20, (0.95, "0%"), "95.5%", "—"),
            ("效益", None, group, "丁", 40, None, None, None),
            ("合计", None, None, None, 100),
            merged=merged,
        )
        assert rows(tmp_path, content, key="indicators") == NESTED

    def test_each_value_is_told_at_its_cell(self, tmp_path: Path) -> None:
        content = xlsx(self.HEAD, ("产出", 60, "数量", "甲", 20), (None, None, "质量", "乙", 20))
        source = filled(tmp_path, content, key="indicators")
        for pointer, cell in {
            ("indicators", 0, "name"): "A2",
            ("indicators", 0, "weight"): "B2",
            ("indicators", 0, "groups"): "C2",
            ("indicators", 0, "groups", 1): "C3",
            ("indicators", 0, "groups", 1, "items", 0, "weight"): "E3",
            ("indicators", 0, "groups", 1, "items", 0, "score"): "D3",
        }.items():
            assert str(source.location(pointer).place) == f"项目!{cell}", pointer
        assert source.location(("indicators",)).file == source.file

    def test_a_category_has_one_weight(self, tmp_path: Path) -> None:
        content = xlsx(self.HEAD, ("产出", 60, "数量", "甲", 20), (None, 50, None, "乙", 20))
        assert errors(found(tmp_path, content, key="indicators")) == [("T127", "项目!B3")]


def changed(column: int, value: object) -> Callable[[], bytes]:
    """The second of two projects with another value."""
    return lambda: xlsx(HEAD, ROW, [*ROW[:column], value, *ROW[column + 1 :]])


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (changed(1, "一元"), [("T120", "项目!B3")]),
        (changed(1, "5元"), [("T120", "项目!B3")]),
        (changed(1, (0.5, "0%")), [("T120", "项目!B3")]),
        (changed(1, (5, '0"元"')), [("T120", "项目!B3")]),
        (changed(1, (45000, "yyyy-mm-dd")), [("T120", "项目!B3")]),
        (changed(column=1, value=True), [("T120", "项目!B3")]),
        (changed(1, "1" * 25), [("T120", "项目!B3")]),
        (changed(0, None), [("T121", "项目!A3")]),
        (changed(3, None), [("T121", "项目!D3")]),
        (changed(2, "=1+1"), [("T122", "项目!C3")]),
        (changed(4, "#DIV/0!"), [("T123", "项目!E3")]),
        (changed(1, (50000, "0,")), [("T125", "项目!B3")]),
        (changed(1, (0, "0.00;-0.00;")), [("T129", "项目!B3")]),
        (changed(1, (5, ";;;")), [("T129", "项目!B3")]),
        (changed(0, "其中：乙"), [("T134", "项目!A3")]),
        (changed(0, "其中 乙"), [("T134", "项目!A3")]),
        (changed(0, "甲\u202e"), [("L013", "项目!A3")]),
        (changed(4, 1001), [("S035", "项目!E3")]),
        (changed(1, -1), [("S034", "项目!B3")]),
        (changed(0, "长" * 301), [("S037", "项目!A3")]),
        (changed(4, 101), [("K201", "项目!E3")]),
        (lambda: xlsx(HEAD), [("S038", "6:11")]),
        (lambda: xlsx(("项目名称", "资金来源", "预算数", "执行数"), ("甲", "别处", 1, 1)), [("S030", "项目!B2")]),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_cell(
    content: Callable[[], bytes], expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert errors(found(tmp_path, content())) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("乙", "一元", 1, 1, 90), ("T120", "3:3")),
        (("乙", "", 1, 1, 90), ("T121", "3:3")),
        (("乙",), ("T121", "3:1")),
        (("乙", 1, 1, 1, 1001), ("S035", "3:9")),
    ],
)
def test_a_mistake_in_a_text_is_told_at_line_and_column(
    row: tuple[Any, ...], expected: tuple[str, str], tmp_path: Path
) -> None:
    assert errors(found(tmp_path, text(HEAD, ROW, row), "t.csv"))[0] == expected


class TestReferences:
    @pytest.mark.parametrize(
        ("written", "code", "pointer"),
        [
            ("{fiel: t.xlsx}", "S011", "projects.fiel"),
            ("{file: t.xlsx, seite: 项目}", "S010", "projects.seite"),
            ("{sheet: 项目}", "S013", "projects"),
            ("{file: }", "S020", "projects.file"),
            ("{file: 5}", "S025", "projects.file"),
            ("{file: [t.xlsx]}", "S026", "projects.file"),
            ("{name: 甲, budget: 1, executed: 1}", "S027", "projects"),
            ("t.xlsx", "S029", "projects"),
            ("[{file: t.xlsx}]", "T108", "projects.0.file"),
        ],
    )
    def test_a_reference_is_held_against_its_form(self, written: str, code: str, pointer: str, tmp_path: Path) -> None:
        path = report(tmp_path, b"")
        path.write_text(path.read_text(encoding="utf-8").replace("{file: t.xlsx}", written), encoding="utf-8")
        (finding,) = pipeline.check(path).findings
        assert finding.kind.code == code
        assert finding.pointer == tuple(int(step) if step.isdigit() else step for step in pointer.split("."))
        assert finding.file == str(path)

    def test_a_file_that_is_not_there_is_told_as_any_that_cannot_be_read(self, tmp_path: Path) -> None:
        path = report(tmp_path, b"")
        (tmp_path / "t.xlsx").unlink()
        (finding,) = pipeline.check(path).findings
        assert (finding.kind.code, finding.file) == ("W101", str(tmp_path / "t.xlsx"))
        assert exit_code((finding,)) == 3

    @pytest.mark.parametrize(
        ("written", "cure"),
        [
            ("t.xlsx", "{file: t.xlsx}"),
            ("旧表.CSV", "{file: 旧表.CSV}"),
            ("见附件", "{file: projects.xlsx}"),
            ("5", "{file: projects.xlsx}"),
            ("[{file: t.xlsx}, {file: b.xlsx}]", "{file: t.xlsx}"),
        ],
    )
    def test_who_names_a_table_otherwise_is_shown_how(self, written: str, cure: str, tmp_path: Path) -> None:
        path = report(tmp_path, b"")
        path.write_text(path.read_text(encoding="utf-8").replace("{file: t.xlsx}", written), encoding="utf-8")
        (finding,) = pipeline.check(path).findings
        assert cure in finding.kind.cure.say("zh", finding.arguments)

    def test_projects_and_indicators_may_stand_in_one_workbook(self, tmp_path: Path) -> None:
        content = tables.workbook(
            {
                "项目": [HEAD, ROW],
                "指标": [("一级指标", "二级指标", "三级指标", "分值"), ("产出", "数量", "甲", 100)],
            }
        )
        path = report(tmp_path, content)
        path.write_text(path.read_text(encoding="utf-8") + "indicators: {file: t.xlsx}\n", encoding="utf-8")
        source = load(path).value
        assert source is not None
        result = fill(source, DISK).value
        assert result is not None
        assert str(result.location(("projects", 0, "name")).place) == "项目!A2"
        assert str(result.location(("indicators", 0, "name")).place) == "指标!A2"

    def test_a_report_without_tables_is_as_it_was(self) -> None:
        source = Source("dept.yaml", "", {"projects": []})
        assert fill(source, DISK).value is source
        refused = Source("dept.yaml", "")
        assert fill(refused, DISK).value is refused


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("xl/worksheets/sheet1.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'),
        ("xl/worksheets/sheet1.xml", '<?xml version="1.0" encoding="UTF-16"?><worksheet/>'.encode("utf-16")),
        ("xl/workbook.xml", b"<workbook"),
        ("xl/styles.xml", b""),
    ],
)
def test_a_workbook_that_is_broken_or_hostile_is_refused(name: str, part: bytes, tmp_path: Path) -> None:
    assert errors(found(tmp_path, tables.with_part(xlsx(HEAD, ROW), name, part))) == [("T103", "1:1")]


def test_a_table_of_too_many_rows_or_bytes_is_refused(tmp_path: Path) -> None:
    assert errors(found(tmp_path, xlsx(HEAD, *[ROW] * 5000))) == [("T104", "1:1")]
    assert errors(found(tmp_path, b"PK" + bytes(17 << 20))) == [("T104", "1:1")]
    assert errors(found(tmp_path, xlsx(HEAD, [*ROW, *[""] * 200, "x"]))) == [("T104", "1:1")]
    formatted = xlsx(HEAD, ROW, *[(None,)] * 6000)
    assert errors(found(tmp_path, formatted)) == []


def test_the_size_that_a_workbook_tells_of_itself_is_not_relied_on(tmp_path: Path) -> None:
    content = xlsx(HEAD, ROW)
    name = "xl/worksheets/sheet1.xml"
    part = ZipFile(io.BytesIO(content)).read(name).replace(b'ref="A1:E2"', b'ref="A1"')
    assert rows(tmp_path, tables.with_part(content, name, part))[0]["score"] == Decimal(90)


def test_the_excerpt_is_the_row_with_the_caret_under_the_cell(tmp_path: Path) -> None:
    findings = found(tmp_path, xlsx(("序号", *HEAD), (1, "道路\n工程", 1, 1, "一元", 90)))
    lines = told(Checked(findings), "zh").splitlines()
    assert lines[0].startswith(f"{tmp_path / 't.xlsx'}:项目!E2: T120 错误 “执行数”应是数字，却写了“一元”")
    assert lines[1:3] == ["     2 | 1 | 道路 工程 | 1 | 1 | 一元 | 90", "       |                         ^"]


def test_programs_are_told_the_sheet_too(tmp_path: Path) -> None:
    findings = found(tmp_path, changed(1, "一元")())
    (told_as,) = (objects.as_object(each, "zh") for each in findings)
    assert (told_as["sheet"], told_as["line"], told_as["column"]) == ("项目", 3, 2)
    assert told_as["excerpt"] == "甲\t一元\t1\t1\t90"
    assert '"fullyQualifiedName": "项目!B3"' in sarif.as_sarif(Checked(findings), "zh")
    assert "::项目!B3 “全年预算”应是数字" in github.as_annotations(Checked(findings), "zh")


def test_who_has_no_table_does_not_pay_for_reading_one(tmp_path: Path) -> None:
    path = tmp_path / "dept.yaml"
    rows = "projects:\n  - {name: 甲, budget: 1, executed: 1, score: 90}\n"
    path.write_text(
        tables.REPORT.format(key="projects", reference="").replace("projects: {}\n", rows), encoding="utf-8"
    )
    said = (
        f"import sys; from pathlib import Path; from perfeval import pipeline; assert pipeline.check(Path({str(path)!r})).value;"
        "print([name for name in ('openpyxl', 'perfeval.tables.reading') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", said], check=True, capture_output=True, text=True).stdout == "[]\n"


MERGED = ("项目名称", "预算数", "执行数")


@pytest.mark.parametrize(
    ("content", "file", "sheet", "expected"),
    [
        (b"", "t.ods", "", [("T101", "6:18")]),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "t.xlsx", "", [("T102", "1:1")]),
        (xlsx(HEAD, ROW), "t.xlsx", "项口", [("T105", "6:33")]),
        (text(HEAD, ROW), "t.csv", "项目", [("T106", "6:32")]),
        (text(HEAD, ROW) + '"乙', "t.csv", "", [("T107", "3:1")]),
        (text(HEAD, ROW).encode("utf-16"), "t.csv", "", [("L004", "1:1")]),
        (xlsx(*[("说明",)] * 20, HEAD, ROW), "t.xlsx", "", [("T110", "项目!A1")]),
        (text(("项目名称", "金额"), ("甲", 1)), "t.csv", "", [("T110", "1:1")]),
        (xlsx((*HEAD, "得 分"), ROW), "t.xlsx", "", [("T112", "项目!F1")]),
        (xlsx(("单位：元",), ("", "资金（万元）"), HEAD, ROW), "t.xlsx", "", [("T114", "项目!B3")]),
        (xlsx(("表",), ("序号", "项目名称", "到位数"), (1, "甲", 1)), "t.xlsx", "", [("T113", "项目!B2")] * 2),
        (xlsx(HEAD, ROW, (), ("说明",), ("合计", 1, 1, 1), ROW), "t.xlsx", "", [("T131", "项目!A6")]),
        (text(HEAD, ROW, ("", "", "", "", ""), ROW), "t.csv", "", [("T131", "4:1")]),
    ],
)
def test_a_file_or_head_that_cannot_be_read_is_told(
    content: bytes | str, file: str, sheet: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert errors(found(tmp_path, content, file, sheet=sheet)) == expected


def test_a_number_merged_over_rows_is_refused_an_empty_one_is_empty(tmp_path: Path) -> None:
    row = ("甲", 1, 1)
    assert errors(found(tmp_path, xlsx(MERGED, row, row, merged=["B2:B3"]))) == [("T126", "项目!B3")]
    head = (*MERGED, "到位数")
    assert errors(found(tmp_path, xlsx(head, row, row, merged=["D2:D3"]))) == []


def test_a_value_merged_over_columns_is_refused_once_a_row(tmp_path: Path) -> None:
    head = ("项目名称", "预算数", "到位数", "结余", "执行数")
    content = xlsx(head, ("甲", 1, None, None, 1), ("乙", 1, 1, 0, 1), merged=["B2:D2"])
    assert errors(found(tmp_path, content)) == [("T126", "项目!C2")]
    content = xlsx(head, ("甲", 1, None, 1, 1), ("乙", None, None, 1, 1), merged=["B2:C3"])
    assert errors(found(tmp_path, content)) == [("T126", "项目!C2"), ("T126", "项目!B3")]
    content = xlsx(head, ("甲", 1, None, None, 1), merged=["C2:D2"])
    assert errors(found(tmp_path, content)) == []


def test_columns_nobody_knows_are_named_with_what_may_be_meant(tmp_path: Path) -> None:
    findings = found(tmp_path, xlsx((*HEAD, "结果应有", "备注"), (*ROW, "优先保障", "无")))
    (finding,) = (each for each in findings if each.kind.code == "T111")
    assert finding.arguments["columns"] == Text(
        "“结果应有”（F1，是不是“结果应用”？）、“备注”（G1）",
        "“结果应有” (F1; did you mean “结果应用”?), “备注” (G1)",
    )


def test_hidden_rows_are_read_with_a_note(tmp_path: Path) -> None:
    findings = found(tmp_path, xlsx(HEAD, ROW, ("乙", 1, 1, 1, 90), ("丙", 1, 1, 1, 90), hidden=[1, 3, 4]))
    (finding,) = (each for each in findings if each.kind.code == "T132")
    assert (str(finding.place), finding.arguments) == ("项目!A3", {"count": "2"})


def test_hidden_columns_that_are_read_are_named_in_a_note(tmp_path: Path) -> None:
    findings = found(tmp_path, xlsx((*HEAD, "备注"), (*ROW, "无"), hidden=["B", "E", "F"]))
    (finding,) = (each for each in findings if each.kind.code == "T133")
    assert (str(finding.place), finding.arguments) == ("项目!B1", {"titles": "“全年预算”（B）、“得分”（E）"})
    assert of("T133", found(tmp_path, xlsx((*HEAD, "备注"), (*ROW, "无"), hidden=["F"]))) == []


def test_numbers_that_show_less_than_they_hold_are_told_once_a_column(tmp_path: Path) -> None:
    short = ("乙", (1.2345, "0.00"), 1, 1, 90)
    assert rows(tmp_path, xlsx(HEAD, ROW, short))[1]["budget"] == Decimal("1.23")
    findings = found(tmp_path, xlsx(HEAD, ROW, *[short] * 6))
    (finding,) = (each for each in findings if each.kind.code == "T124")
    assert str(finding.place) == "项目!B3"
    assert finding.arguments["cells"] == "B3、B4、B5、B6、B7 … （6）"
    assert (finding.arguments["shown"], finding.arguments["held"]) == ("1.23", "1.2345")


def test_a_word_of_a_text_is_told_at_its_character(tmp_path: Path) -> None:
    source = filled(tmp_path, text((*HEAD, "原因说明"), (*ROW, "一\n二"), ("乙,丙", 1, 1, 1, 90, "三")), "t.csv")
    assert str(source.location(("projects", 1, "name"), offset=2).place) == "4:4"
    assert str(source.location(("projects", 0, "reason"), offset=2).place) == "2:13"
    assert str(source.location(("projects", 1, "name"), at_key=True).place) == "4:2"
    assert str(source.location(("projects", 1, "grade"), offset=2).place) == "4:2"
