"""The workbook as a reader has it: real numbers, texts that stay texts, a head that stays, the same bytes."""

import io
import re
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from perfeval.summary import Summary, entry_of, summarise
from perfeval.summary.workbook import SHEETS, workbook
from tools.departments import write
from tools.entries import OTHER_SCALE, WARNED, entry, refused

X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SOME = summarise(
    [
        entry(
            "甲局", "92.4295081967213", budget="76447.148186", balance="-0.5", counted=(WARNED,), file="files/a.yaml"
        ),
        entry(
            "乙局", None, grade=None, budget=None, execution_rate=None, level=None, projects=None, file="files/b.yaml"
        ),
        entry("丙局", 80, grade="差", scale=OTHER_SCALE, execution_rate="12.345", file="files/c.yaml"),
        refused("丁局", "files/d.yaml"),
    ],
    ["甲局", "乙局", "丙局", "戊局"],
)


def sheets(made: Summary) -> dict[str, Worksheet]:
    book = load_workbook(io.BytesIO(workbook(made)))
    return {sheet.title: sheet for sheet in book.worksheets}


def rows(sheet: Worksheet) -> list[tuple[object, ...]]:
    return [tuple(cell for cell in row) for row in sheet.iter_rows(values_only=True)]


def as_written(made: Summary, sheet: int) -> list[list[str]]:
    """The texts of the cells in the file itself, before any program makes floats of them."""
    with ZipFile(io.BytesIO(workbook(made))) as archive:
        root = etree.fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))
    return [["".join(map(str, cell.itertext())) for cell in row.iter(f"{X}c")] for row in root.iter(f"{X}row")]


def test_the_sheets_are_those_that_are_described() -> None:
    made = sheets(SOME)
    assert list(made) == ["汇总", "部门", "异常", "检查意见", "缺报"]
    for title, columns in SHEETS.items():
        assert rows(made[title])[0] == tuple(column.head for column in columns)


def test_a_department_is_a_row_of_texts_and_numbers() -> None:
    assert rows(sheets(SOME)["部门"])[1:] == [
        (1, "甲局", "区级", 2025, 92.4295081967213, "优", 76447.148186, 100, 90, -0.5, 0.9, 76447.148186 / 76547.148186, 4, "甲标准", "a.yaml"),
        (2, "丙局", "区级", 2025, 80, "差", 100, 100, 90, 10, 0.12345, pytest.approx(100 / 76547.148186), 4, "乙标准", "c.yaml"),
        (None, "乙局", None, 2025, None, None, None, 100, 90, 10, None, None, None, "甲标准", "b.yaml"),
    ]  # fmt: skip


def test_numbers_have_forms_that_hide_no_digit() -> None:
    sheet = sheets(SOME)["部门"]
    assert [cell.number_format for cell in sheet[2]][4:13] == [
        "0.00", "General", "#,##0.00####", "#,##0.00####", "#,##0.00####", "#,##0.00####", "0.00%", "0.00%", "#,##0",
    ]  # fmt: skip
    assert {cell.number_format for cell in sheets(summarise([entry("甲")]))["部门"]["G"][1:]} == {"#,##0.00"}


def test_amounts_of_any_length_are_written_to_the_last_digit() -> None:
    long = "123456789012345678901234.567891"
    made = summarise([entry("甲", budget=long), entry("乙", budget="0.000001")])
    assert [row[6] for row in as_written(made, 2)[1:]] == [long, "0.000001"]
    assert as_written(made, 1)[5][:2] == ["全年预算数合计", "123456789012345678901234.567892"]


def test_totals_say_how_they_are_made_and_who_is_left_out() -> None:
    made = {row[0]: row[1:] for row in rows(sheets(SOME)["汇总"])}
    assert made["收到的文件"] == (4, "个", "检查过的部门文件个数", None)
    assert made["未纳入汇总的部门"][0] == 1
    assert made["未报送的部门"] == (1, "个", "应报部门名单内没有收到报告的部门个数", None)
    assert made["全年预算数合计"] == (76547.148186, "万元", "各部门全年预算数之和", 1)
    assert made["总体预算执行率"] == (
        pytest.approx(180 / 76547.148186), None, "执行数之和 ÷ 全年预算数之和 × 100%（两数齐备的部门）", 1,
    )  # fmt: skip
    assert made["平均得分"][0] == pytest.approx(86.21475409836065)
    assert made["等级为“优”的部门"] == (1, "个", "按《甲标准》，综合得分90分（含）以上的部门", None)
    assert made["等级为“良”的部门"][2] == "按《甲标准》，综合得分80分（含）以上、不满90分的部门"


def test_outliers_findings_and_who_is_missing() -> None:
    made = sheets(SOME)
    assert rows(made["异常"])[1] == (
        "丙局", "预算执行率低于评分标准的界限而综合得分不低于高分线", "执行率12.35%，界限50.00%；得分80，高分线70",
    )  # fmt: skip
    assert [row[:2] + row[3:] for row in rows(made["检查意见"])[1:]] == [
        ("K301", "错误", 1, 3, 0), ("K801", "警告", 1, 1, 2),
    ]  # fmt: skip
    assert rows(made["缺报"])[1:] == [
        ("未报送", "戊局", "在应报部门名单内，没有收到报告"),
        ("未纳入汇总", "丁局", "有3处错误，改正后才能计入：d.yaml"),
        ("不在名单", "丁局", "收到了报告，但不在应报部门名单内"),
    ]


@pytest.mark.parametrize("name", ["=1+1", '=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "#N/A", "2025-01-01", "12", " 甲"])
def test_text_stays_text_whatever_it_begins_with(name: str) -> None:
    made = summarise([entry(name)])
    cell = sheets(made)["部门"]["B2"]
    assert (cell.value, cell.data_type) == (name, "s")
    with ZipFile(io.BytesIO(workbook(made))) as archive:
        assert not any(b"<f>" in archive.read(part) for part in archive.namelist())


def test_heads_stay_and_rows_can_be_filtered_and_printed() -> None:
    for title, sheet in sheets(SOME).items():
        names = [get_column_letter(number) for number in range(1, len(SHEETS[title]) + 1)]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == f"A1:{names[-1]}{sheet.max_row}", title
        assert sheet.print_title_rows == "$1:$1"
        setup = sheet.page_setup
        assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)
        assert sheet.oddFooter is not None
        assert sheet.oddFooter.center.text == "— &P —"
        assert [sheet.column_dimensions[name].width for name in names] == [column.width for column in SHEETS[title]]
        assert sheet["A1"].font.name == "黑体"


def test_an_empty_sheet_has_its_head() -> None:
    assert sheets(summarise([]))["部门"].auto_filter.ref == "A1:O1"
    assert len(rows(sheets(summarise([]))["部门"])) == 1


def test_the_same_summary_gives_the_same_bytes_and_no_time() -> None:
    content = workbook(SOME)
    assert content == workbook(SOME)
    with ZipFile(io.BytesIO(content)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]+Z", core)) == {"1980-01-01T00:00:00Z"}
    assert "openpyxl" not in core


def amounts(path: Path, name: str) -> Fraction:
    """An amount of a file added up by other means: its rows as YAML has them, in fractions."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return sum((Fraction(row[name]) for row in data.get("funds") or data["projects"]), Fraction(0))


def column(table: Sequence[Sequence[str]], head: str) -> list[str]:
    return [row[table[0].index(head)] for row in table[1:]]


def test_the_totals_in_the_file_are_those_of_the_departments_files(tmp_path: Path) -> None:
    paths = write(tmp_path, 12)
    made = summarise(map(entry_of, paths))
    totals = dict(zip(column(as_written(made, 1), "项目"), column(as_written(made, 1), "数值"), strict=True))
    departments = as_written(made, 2)
    for name, label in (("budget", "全年预算数"), ("received", "到位数"), ("executed", "执行数")):
        by_file = {path.name: amounts(path, name) for path in paths}
        written = dict(zip(column(departments, "文件"), column(departments, f"{label}（万元）"), strict=True))
        assert {file: Fraction(value) for file, value in written.items()} == by_file
        assert Fraction(totals[f"{label}合计"]) == sum(by_file.values())
    balance = sum(amounts(path, "budget") - amounts(path, "executed") for path in paths)
    assert Fraction(totals["结余数合计"]) == balance
    assert sum(Fraction(share) for share in column(departments, "占预算合计")) == pytest.approx(1, abs=1e-12)
    rate = sum(amounts(path, "executed") for path in paths) / sum(amounts(path, "budget") for path in paths)
    assert float(totals["总体预算执行率"]) == pytest.approx(float(rate), abs=1e-14)
