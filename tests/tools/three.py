"""Three departments, and what a pass over them says and leaves behind."""

import re
from pathlib import Path

from planted import REPORT
from tools.command import Ran
from tools.passes import Left, counts

NAMES = ("甲局", "乙局", "丙局")


def text(name: str) -> str:
    found = re.search(r"^department: \{name: ([^,}]+)", REPORT, re.MULTILINE)
    assert found is not None
    return REPORT.replace(f"name: {found[1]}", f"name: {name}", 1)


def dept(name: str, path: str | None = None) -> Path:
    """A department's file, by default named as it is."""
    file = Path(path or f"depts/{name}.yaml")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text(name), encoding="utf-8")
    return file


def document(name: str) -> str:
    return f"{name}2025年度部门整体支出绩效自评报告.docx"


def made(left: Left) -> set[str]:
    return set(left.documents)


LEFT = Left(Path("out"))
ALL = {document(name) for name in NAMES}


def states(ran: Ran) -> tuple[int, ...]:
    """Written, unchanged, with errors, failed."""
    table = counts(ran.out)
    return tuple(table[head] for head in ("written", "unchanged", "with errors", "failed"))
