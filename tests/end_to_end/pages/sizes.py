"""Reports as short and as long as they come: of one row or of hundreds, with names of one character or of 120."""

from decimal import Decimal
from typing import Any

CHARACTERS = "部门整体支出绩效自评报告道路工程改造提升"
LONGEST_NAME, LONGEST_DEPARTMENT = 120, 60
WEIGHTS = {"产出指标": 50, "效益指标": 30, "预算执行率指标": 10, "满意度指标": 10}

SIZES = {
    "1 short": (1, (1,)),
    "1 long": (1, (LONGEST_NAME,)),
    "61": (61, (1, LONGEST_NAME, 17)),
    "400": (400, (9, 1, 24, 9, 9, 9, 9, LONGEST_NAME)),
}
"""How many rows, and how long their names are in turn."""

Data = dict[str, Any]


TABLES = {"project-ledger": "projects", "indicator-scorecard": "indicators"}
"""The layouts, and the table that each is for."""


def report(layout: str, size: str) -> Data:
    """A report without a fault; its rows are those of the table that the layout is for."""
    rows, lengths = SIZES[size]
    made = {
        "projects": [project(number, lengths[number % len(lengths)]) for number in range(rows)],
        "indicators": [category(*one, rows, lengths) for one in WEIGHTS.items()],
    }
    return {
        "layout": layout,
        "standard": "shijiazhuang",
        "year": 2025,
        "department": {"name": words(0, LONGEST_DEPARTMENT if LONGEST_NAME in lengths else 1), "level": "district"},
        TABLES[layout]: made[TABLES[layout]],
        "conclusion": "综合评价如下。",
        "problems": ["个别项目进度偏慢。"],
        "measures": ["加强项目管理。"],
    }


def words(number: int, length: int) -> str:
    """So many characters, another beginning for every number."""
    start = number % len(CHARACTERS)
    return (CHARACTERS[start:] + CHARACTERS * (length // len(CHARACTERS) + 1))[:length]


def project(number: int, length: int) -> Data:
    """A project that spent what it had."""
    amount = 1000 + number
    name = words(number, length) if length == 1 else f"{words(number, length - 4)}{number + 1:04d}"
    return {
        "name": name, "source": "local", "budget": amount, "received": amount, "executed": amount,
        "score": 95, "result_use": "优先保障",
    }  # fmt: skip


def category(name: str, weight: int, rows: int, lengths: tuple[int, ...]) -> Data:
    """A quarter of the indicators, whole tenths of a point each and the last what is left; not one loses a point."""
    count = max(rows // 4, 1)
    tenths = [weight * 10 // count] * (count - 1)
    points = [Decimal(share) / 10 for share in (*tenths, weight * 10 - sum(tenths))]
    items = [item(number, own, lengths[number % len(lengths)]) for number, own in enumerate(points)]
    return {"name": name, "groups": [{"name": f"{name[:2]}数量指标", "items": items}]}


def item(number: int, points: Decimal, length: int) -> Data:
    """An indicator with full marks."""
    name = words(number, length) if length == 1 else f"{words(number, length - 4)}{number + 1:04d}"
    criterion = words(number, min(length, 60))
    return {"name": name, "criterion": criterion, "weight": points, "target": ">= 95%", "actual": 98, "score": points}
