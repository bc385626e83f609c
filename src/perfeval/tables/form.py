"""The empty form to fill in: a workbook with the columns of the schema, their units and what may be written there."""

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from perfeval.model import Mark
from perfeval.tables.titles import Field, form
from perfeval.workbooks import saved

SHEETS = {"项目": "projects", "指标": "indicators"}
TITLE = "项目和指标"
ROWS = 1000
"""So many rows below the head are helped."""

_HEAD = PatternFill("solid", fgColor="D9E2F3")
_WIDE, _NARROW = 36, 14


def workbook() -> bytes:
    """The form; it is the same on every day."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, key in SHEETS.items():
        sheet = book.create_sheet(title)
        sheet.freeze_panes = "B2"
        for index, field in enumerate(form(key).fields, start=1):
            _column(sheet, index, field)
    return saved(book, TITLE)


def title(field: Field) -> str:
    """The head of a field's column: its title, and its unit."""
    return f"{field.title}（{field.unit}）" if field.unit else field.title


def _column(sheet: Worksheet, index: int, field: Field) -> None:
    letter = get_column_letter(index)
    head = sheet.cell(1, index, title(field))
    head.font, head.fill = Font(bold=True), _HEAD
    head.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    required = "必填。" if field.required else ""
    head.comment = Comment(f"{required}{field.rules['description']}", "perfeval", height=100, width=260)
    sheet.column_dimensions[letter].width = _WIDE if field.rules.get("maxLength", 0) > 120 else _NARROW  # noqa: PLR2004
    if not field.numeric:
        sheet.column_dimensions[letter].number_format = "@"  # else Excel takes 1-2 for a day of January
    validation = _validation(field, f"{letter}2")
    if validation is not None:
        validation.add(f"{letter}2:{letter}{ROWS + 1}")
        sheet.add_data_validation(validation)


def _validation(field: Field, cell: str) -> DataValidation | None:
    """What Excel lets be written in a column."""
    if "enum" in field.rules:
        names = field.rules["enumDescriptions"]
        return _refusing(DataValidation("list", f'"{",".join(names)}"'), f"请选：{'、'.join(names)}")
    if field.words:
        return None
    least, most = field.rules["minimum"], field.rules["maximum"]
    marks = [mark.value for mark in Mark if mark in field.rules.get("pattern", "")]
    numbers = f"AND(ISNUMBER({cell}),{cell}>={least},{cell}<={most})"
    words = "".join(f',{cell}="{mark}"' for mark in marks)
    also = f"，或 {'、'.join(marks)}" if marks else ""
    return _refusing(DataValidation("custom", f"OR({numbers}{words})"), f"请写 {least} 至 {most} 的数{also}")


def _refusing(validation: DataValidation, words: str) -> DataValidation:
    validation.allow_blank = validation.showErrorMessage = True
    validation.error, validation.errorTitle = words, "perfeval"
    return validation
