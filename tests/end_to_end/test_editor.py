"""An editor with yaml-language-server helps whoever fills in a file: no network, the schema by the file's first line."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from perfeval.layouts import folder_of, names
from tools.examples import EXAMPLES, example
from tools.language_server import LanguageServer
from tools.require import ROOT

MARK = "‸"
"""Where the writer is in a text; it is taken out."""
SKELETON = "```yaml"
"""An offer to write all that must be there at once is told by what it writes."""
HANZI = re.compile(r"[\u4e00-\u9fff]")

LEDGER, SCORECARD = map(example, EXAMPLES)
STANDARDS = sorted((ROOT / "src" / "perfeval" / "standards").glob("*.yaml"))
STANDARD, LAYOUT = STANDARDS[-1], folder_of("project-ledger") / "layout.yaml"
FILES = [*sorted((ROOT / "examples").glob("*.yaml")), *sorted((ROOT / "templates").glob("*/layout.yaml")), *STANDARDS]


class Edit(NamedTuple):
    """What is written in place of some text of a file, and the words that must be heard at the mark."""

    file: Path
    there: str
    instead: str
    heard: tuple[str, ...]


FAULTS = {
    "a word for a number": Edit(SCORECARD, "in_post: 51", f"in_post: {MARK}若干", ("integer",)),
    "a number in quotes": Edit(SCORECARD, "initial: 2024.99", f'initial: {MARK}"2024.99"', ("number",)),
    "an unknown key": Edit(SCORECARD, "retired: 24", f"{MARK}retirees: 24", ("retirees",)),
    "an unknown key in braces": Edit(LEDGER, "received: 4.02,", f"{MARK}recieved: 4.02,", ("recieved",)),
    "a missing key": Edit(SCORECARD, "local, budget: 922.93", f"local{MARK}", ("budget",)),
    "a missing section": Edit(LEDGER, "layout: project-ledger\n", MARK, ("layout",)),
    "a word that is no choice": Edit(SCORECARD, "level: district", f"level: {MARK}quarter", ("district",)),
    "a number out of range": Edit(LEDGER, "year: 2025", f"year: {MARK}1925", ("2000",)),
    "a date with dots": Edit(SCORECARD, "date: 2025-12-31", f"date: {MARK}2025.12.31", ("年-月-日",)),
    "a text for a list": Edit(LAYOUT, "requires: [department, projects]", f"requires: {MARK}projects", ("array",)),
    "a key that no layout has": Edit(LAYOUT, "texts:\n", f"{MARK}headings: {{}}\ntexts:\n", ("headings",)),
    "a key that no standard has": Edit(STANDARD, "weights:\n", f"{MARK}points: 100\nweights:\n", ("points",)),
}  # fmt: skip
OFFERS = {
    "sections": Edit(SCORECARD, "attachment: 3\n", f"{MARK}\n", ("official_expenses", "出国（境）", "missing_score")),
    "keys of a section": Edit(SCORECARD, "  retired: 24\n", f"  {MARK}\n", ("retired", "年末退休人员")),
    "keys in braces": Edit(LEDGER, "received: 4.02,", f"r{MARK}", ("received", "实际到位数", "万元")),
    "choices": Edit(SCORECARD, "level: district", f"level: {MARK}", ("district", "区级", "township", "乡镇级")),
    "keys of a layout": Edit(LAYOUT, "requires: [department, projects]\n", f"{MARK}\n", ("requires", "不可缺少")),
    "choices of a standard": Edit(STANDARD, "reverse: linear", f"reverse: {MARK}", ("inverse", "目标 ÷ 实际")),
}
HOVERS = {
    "a section": Edit(SCORECARD, "staff:", f"st{MARK}aff:", ("人员情况", "单位：人")),
    "a key": Edit(SCORECARD, "initial: 2024.99", f"in{MARK}itial: 2024.99", ("年初预算", "批复", "2024.99")),
    "a key in braces": Edit(LEDGER, "executed: 4.02,", f"exe{MARK}cuted: 4.02,", ("执行数", "全年实际支出数")),
    "a choice": Edit(SCORECARD, "level: district", f"level: dist{MARK}rict", ("部门级次", "允许的值", "区级")),
    "a key of a layout": Edit(LAYOUT, "filename:", f"file{MARK}name:", ("输出文件名", "不含扩展名")),
    "a key of a standard": Edit(STANDARD, "floor: 85", f"flo{MARK}or: 85", ("起点分",)),
}


def edited(edit: Edit) -> tuple[str, int, int]:
    """The text without the mark, and the mark's line and column, counted from 1."""
    text = edit.file.read_text(encoding="utf-8")
    assert edit.there in text
    before, _, after = text.replace(edit.there, edit.instead, 1).partition(MARK)
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with LanguageServer() as running:
        yield running


@pytest.mark.parametrize("file", FILES, ids=[file.relative_to(ROOT).as_posix() for file in FILES])
def test_nothing_is_said_of_a_file_in_order(file: Path, server: LanguageServer) -> None:
    assert server.open(file, file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("edit", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_marked_on_its_line_and_nowhere_else(edit: Edit, server: LanguageServer) -> None:
    text, line, _ = edited(edit)
    complaints = server.open(edit.file, text)
    assert {complaint.line for complaint in complaints} == {line}, complaints
    assert all(any(word in complaint.said for complaint in complaints) for word in edit.heard), complaints


@pytest.mark.parametrize("edit", OFFERS.values(), ids=OFFERS)
def test_what_may_follow_is_offered_and_told_in_chinese(edit: Edit, server: LanguageServer) -> None:
    text, line, column = edited(edit)
    server.open(edit.file, text)
    offered = server.complete(edit.file, line, column)
    assert offered
    assert all(HANZI.search(told) or SKELETON in told for told in offered.values()), offered
    assert all(word in str(offered) for word in edit.heard), offered


@pytest.mark.parametrize("edit", HOVERS.values(), ids=HOVERS)
def test_a_key_or_value_is_told_in_chinese(edit: Edit, server: LanguageServer) -> None:
    text, line, column = edited(edit)
    assert server.open(edit.file, text) == []
    told = server.hover(edit.file, line, column)
    assert all(word in told for word in edit.heard), told


OPTIONAL = {"goals": "整体绩效目标", "execution_weight": "预算执行率分值"}
"""What a starter may give, by its title: one of them at least."""


@pytest.mark.parametrize("layout", names())
def test_a_starter_is_helped_by_the_schema_beside_it(layout: str, tmp_path: Path, server: LanguageServer) -> None:
    file = tmp_path / "部门.yaml"
    subprocess.run([sys.executable, "-m", "perfeval", "new", str(file), "--layout", layout], check=True)
    text = file.read_text(encoding="utf-8")
    key = next(words for words in OPTIONAL if f"\n{words}:" in text)
    line = next(number for number, words in enumerate(text.splitlines(), 1) if words.startswith(f"{key}:"))
    assert server.open(file, text) == []
    assert OPTIONAL[key] in server.hover(file, line, 1)
    assert {complaint.line for complaint in server.open(file, text.replace(f"\n{key}:", "\ngaols:"))} == {line}


def test_a_workspace_is_helped_by_both_schemas_beside_it(tmp_path: Path, server: LanguageServer) -> None:
    file = tmp_path / "perfeval.yaml"
    subprocess.run([sys.executable, "-m", "perfeval", "new", "--workspace", str(tmp_path)], check=True)
    text = file.read_text(encoding="utf-8")
    line = next(number for number, words in enumerate(text.splitlines(), 1) if words.startswith("  year: 2025"))
    assert server.open(file, text) == []
    assert "评价年度" in server.hover(file, line, 3)
    complaints = server.open(file, text.replace("  year: 2025", "  year: 1925"))
    assert [(complaint.line, "2000" in complaint.said) for complaint in complaints] == [(line, True)]
    basis = text.splitlines().index("  basis:") + 2
    assert {complaint.line for complaint in server.open(file, text.replace(" title:", " titel:"))} == {basis}
