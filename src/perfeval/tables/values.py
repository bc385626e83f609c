"""What a cell gives a field: words as they are shown, numbers exactly as they are shown."""

import re
import unicodedata
from decimal import Decimal

from perfeval.diagnostic import Diagnostic, Text
from perfeval.model import Mark
from perfeval.quantity import Unit
from perfeval.schema import readings
from perfeval.tables import faults
from perfeval.tables.head import Column
from perfeval.tables.sheet import Cell, Number
from perfeval.tables.titles import Field
from perfeval.tables.units import SCALES

_NUMBER = re.compile(r"([-+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?) ?([^0-9.,]*)")
_ODD_GROUPS = re.compile(r"[0-9]{4,}[, ]+[0-9]|[0-9][, ]+(?![0-9]{3}(?![0-9]))[0-9]")
_TWO_HALVES = re.compile("([0-9]+),([0-9]+)")
_TWO_SIDED = str.maketrans({"\u2212": "-", "\u3000": " "})
_LONGEST = 24

Value = Decimal | str


def value(cell: Cell, column: Column) -> Value | Diagnostic:
    """The value of a cell that is not blank, in the unit of the report; or why there is none."""
    if cell.fault is not None:
        return cell.fault
    field = column.field
    if not field.numeric:
        return _word(cell.text, field)
    if cell.text in set(Mark) and "无" in field.rules.get("pattern", ""):
        return cell.text
    number = cell.number or _number(cell.text)
    if number is not None and _fits(number.unit, column, shown=cell.number is not None):
        return _scaled(number.shown, column)
    if field.words:
        return cell.text
    return Diagnostic(faults.NOT_A_NUMBER, cell.place, _about(cell, column))


def held(cell: Cell, column: Column) -> Decimal | None:
    """What a number cell holds, in the unit of the report."""
    return None if cell.number is None else _scaled(cell.number.held, column)


def _word(text: str, field: Field) -> str:
    """Words; of an enumeration the word that the Chinese name stands for."""
    words = field.rules.get("enum", [])
    names = dict(zip(field.rules.get("enumDescriptions", []), words, strict=True))
    return str(names.get(text.removesuffix("资金"), text))


def _number(text: str) -> Number | None:
    """The number that a text is, with its unit."""
    plain = unicodedata.normalize("NFKC", text).translate(_TWO_SIDED).strip()
    match = _NUMBER.fullmatch(plain)
    if match is None or len(match[1]) > _LONGEST:
        return None
    number = Decimal(match[1].replace(",", ""))
    return Number(number, number, match[2].strip())


def _fits(unit: str, column: Column, *, shown: bool) -> bool:
    """Whether the unit beside a number is the column's own; one that Excel draws where the field has none."""
    match column.field.unit:
        case Unit.MONEY:
            return unit in {"", column.unit}
        case Unit.PERCENT | Unit.SCORE as own:
            return unit in {"", own.value}
    return shown or unit in {"", "%"}


def _scaled(number: Decimal, column: Column) -> Decimal:
    return number.scaleb(SCALES[column.unit]) if column.field.unit is Unit.MONEY else number


def _about(cell: Cell, column: Column) -> dict[str, str | Text]:
    hint = _hint(cell.text) if column.unit == "万元" else ""
    return {"title": column.field.title, "value": " ".join(cell.text.split())[:_LONGEST], "hint": hint}


def _hint(text: str) -> Text | str:
    """The number that was meant; both, where a comma may be either a decimal point or between thousands."""
    if _ODD_GROUPS.search(unicodedata.normalize("NFKC", text)):
        halves = _TWO_HALVES.fullmatch(unicodedata.normalize("NFKC", text).strip())
        if halves is None:
            return ""
        point, none = f"{halves[1]}.{halves[2]}", f"{halves[1]}{halves[2]}"
        return Text(f"，是 {point} 还是 {none}？", f"; is {point} meant, or {none}?")
    meant = readings.number(text)
    return Text(f"，应写 {meant[0]}", f"; write {meant[0]}") if meant else ""
