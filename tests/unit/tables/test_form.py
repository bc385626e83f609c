"""The empty form: what is written into it is read back, and what it lets be written is what the schema takes."""

import io
import time
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner

from perfeval.cli.commands import app
from perfeval.files import DISK
from perfeval.load import load
from perfeval.schema import contract
from perfeval.tables import fill
from perfeval.tables.form import ROWS, SHEETS, workbook
from perfeval.tables.titles import ALIASES, bare, form
from tools.tables import report

PROJECTS: list[list[Any]] = [
    [
        "道路工程",
        "养护中心",
        "本级",
        4,
        4.02,
        4.02,
        3,
        1.02,
        74.63,
        99.5,
        "优秀",
        "优先保障",
        "合同尚未到付款期\n下年支付",
        "畅通",
        "已畅通",
    ],
    ["1-2", None, None, None, "无", None, "—", None, None, "—"],
]
INDICATORS: list[list[Any]] = [
    [
        "产出指标",
        60,
        "数量指标",
        None,
        "完成率",
        "达到100%得满分",
        60,
        ">= 100%",
        100,
        "funds.execution_rate",
        60,
        None,
    ],
    ["效益指标", None, "社会效益指标", 40, "满意度", None, 40, "长期有效", "基本达成", None, "无", "样本不足"],
]


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def filled_in(rows: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    book = opened(workbook())
    for title, values in rows.items():
        for line, row in enumerate(values, start=2):
            for column, value in enumerate(row, start=1):
                book[title].cell(line, column, cast("Any", value))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read_back(folder: Path, content: bytes) -> dict[str, Any]:
    path = report(folder, content)
    path.write_text(path.read_text(encoding="utf-8") + "indicators: {file: t.xlsx}\n", encoding="utf-8")
    source = load(path).value
    assert source is not None
    result = fill(source, DISK)
    assert result.findings == ()
    assert result.value is not None
    assert result.value.data is not None
    return result.value.data


def test_what_is_filled_in_is_read_back(tmp_path: Path) -> None:
    data = read_back(tmp_path, filled_in({"项目": PROJECTS, "指标": INDICATORS}))
    number = Decimal
    assert data["projects"] == [
        {"name": "道路工程", "implementing_unit": "养护中心", "source": "local", "initial": number(4),
         "budget": number("4.02"), "received": number("4.02"),
         "executed": number(3), "balance": number("1.02"), "execution_rate": number("74.63"),
         "score": number("99.5"), "grade": "优秀", "result_use": "优先保障", "reason": "合同尚未到付款期\n下年支付",
         "goal": "畅通", "result": "已畅通"},
        {"name": "1-2", "budget": "无", "executed": "—", "score": "—"},
    ]  # fmt: skip
    assert data["indicators"] == [
        {"name": "产出指标", "weight": number(60), "groups": [{"name": "数量指标", "items": [
            {"name": "完成率", "criterion": "达到100%得满分", "weight": number(60), "target": ">= 100%",
             "actual": number(100), "figure": "funds.execution_rate", "score": number(60)}]}]},
        {"name": "效益指标", "groups": [{"name": "社会效益指标", "weight": number(40), "items": [
            {"name": "满意度", "weight": number(40), "target": "长期有效", "actual": "基本达成", "score": "无",
             "reason": "样本不足"}]}]},
    ]  # fmt: skip


def test_every_field_has_a_column_with_its_explanation() -> None:
    book = opened(workbook())
    assert book.sheetnames == list(SHEETS)
    for title, key in SHEETS.items():
        sheet = book[title]
        fields = form(key).fields
        assert [bare(str(cell.value)) for cell in sheet[1]] == [bare(field.title) for field in fields]
        assert sheet.freeze_panes == "B2"
        for cell, field in zip(sheet[1], fields, strict=True):
            assert cell.comment is not None
            assert field.rules["description"] in cell.comment.text
            assert cell.comment.text.startswith("必填") == field.required


def test_columns_take_what_the_schema_takes() -> None:
    sheet = opened(workbook())["项目"]
    rules = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    assert rules[f"C2:C{ROWS + 1}"].formula1 == '"中央,省级,市级,本级"'
    assert rules[f"E2:E{ROWS + 1}"].formula1 == 'OR(AND(ISNUMBER(E2),E2>=0,E2<=1000000000000),E2="—",E2="无")'
    assert rules[f"I2:I{ROWS + 1}"].formula1 == "OR(AND(ISNUMBER(I2),I2>=0,I2<=1000000))"
    assert len(rules) == 8


def test_the_form_is_the_same_on_every_day(monkeypatch: pytest.MonkeyPatch) -> None:
    today = workbook()
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 100_000)
    assert workbook() == today


@pytest.mark.parametrize("key", SHEETS.values())
def test_no_two_fields_of_a_table_have_one_title(key: str) -> None:
    titles = [bare(title) for field in form(key).fields for title in set(map(bare, field.titles))]
    assert len(set(titles)) == len(titles)


def test_the_common_names_are_those_of_fields() -> None:
    fields = [
        ".".join((key, *form(key).lists[: field.level], field.key))
        for key in SHEETS.values()
        for field in form(key).fields
    ]
    assert set(ALIASES) <= set(fields)


def test_the_fields_are_those_of_the_schema() -> None:
    defined = contract("report")["$defs"]
    of_project = [key for key in defined["project"]["properties"] if key not in {"funds", "indicators"}]
    assert [field.key for field in form("projects").fields] == of_project
    assert form("indicators").lists == ("groups", "items")
    inner = [field.key for field in form("indicators").fields if field.level == 2]
    assert inner == list(defined["indicator"]["properties"])


class TestNew:
    @pytest.fixture
    def run(self) -> Callable[..., Any]:
        return lambda *arguments: CliRunner().invoke(app, ["new", *map(str, arguments)])

    def test_the_suffix_tells_that_the_form_is_meant(self, run: Callable[..., Any], tmp_path: Path) -> None:
        path = tmp_path / "项目.xlsx"
        ran = run(path, "--lang", "zh")
        assert (ran.exit_code, ran.output) == (0, f"已生成：{path}\n")
        assert path.read_bytes() == workbook()

    def test_it_takes_no_layout(self, run: Callable[..., Any], tmp_path: Path) -> None:
        ran = run(tmp_path / "x.xlsx", "--layout", "project-ledger", "--lang", "zh")
        assert ran.exit_code == 2
        assert "不需要 --layout" in ran.output
        assert list(tmp_path.iterdir()) == []
