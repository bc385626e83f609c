"""Excel workbooks, CSV texts and reports that name them."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from perfeval import pipeline
from perfeval.diagnostic import Finding

HEAD = ("项目名称", "预算数", "到位数", "执行数", "自评得分")
ROW = ("甲", 1, 1, 1, 90)
REPORT = (
    "layout: project-ledger\nstandard: shijiazhuang\nyear: 2025\ndepartment: {{name: 示例局}}\n"
    "missing_score: skip\n{key}: {{{reference}}}\n"
)

Cells = Sequence[Any]
"""The values of a row; a pair is a number and its format."""


def workbook(
    sheets: Mapping[str, Iterable[Cells]], merged: Sequence[str] = (), hidden: Sequence[int | str] = ()
) -> bytes:
    """A workbook with these sheets; what is merged and hidden, rows by number and columns by letter, is so in all."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for line, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                cell = sheet.cell(line, column)
                cell.value, cell.number_format = value if isinstance(value, tuple) else (value, cell.number_format)
        for cells in merged:
            sheet.merge_cells(cells)
        for each in hidden:
            (sheet.column_dimensions[each] if isinstance(each, str) else sheet.row_dimensions[each]).hidden = True
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xlsx(*rows: Cells, **more: Sequence[Any]) -> bytes:
    """A workbook with one sheet."""
    return workbook({"项目": rows}, **more)


def text(*rows: Cells, mark: str = ",") -> str:
    """A CSV text."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=mark).writerows(rows)
    return stream.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """A workbook with another part in place of one of its own, or besides."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, part)
    return stream.getvalue()


def report(folder: Path, content: bytes | str, file: str = "t.xlsx", key: str = "projects", sheet: str = "") -> Path:
    """A report beside a table that it names."""
    (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode())
    reference = f"file: {file}" + (f", sheet: {sheet}" if sheet else "")
    path = folder / "dept.yaml"
    path.write_text(REPORT.format(key=key, reference=reference), encoding="utf-8")
    return path


def found(folder: Path, content: bytes | str, file: str = "t.xlsx", **more: str) -> tuple[Finding, ...]:
    """What is found in a report with a table."""
    return pipeline.check(report(folder, content, file, **more)).findings
