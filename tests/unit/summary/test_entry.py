"""What a summary keeps of one department's file."""

import pickle
from decimal import Decimal
from pathlib import Path

import pytest

from perfeval.diagnostic import Finding, Place, Severity
from perfeval.files import UNREADABLE
from perfeval.model import Level
from perfeval.pipeline import check
from perfeval.summary.entry import Counted, Entry, entry_of, lost
from planted import REPORT
from tools.departments import department


def made(folder: Path, text: str) -> Entry:
    path = folder / "dept.yaml"
    path.write_text(text, encoding="utf-8")
    return entry_of(path)


def test_the_figures_are_those_of_the_report(tmp_path: Path) -> None:
    entry = made(tmp_path, department(0))
    composed = check(tmp_path / "dept.yaml").value
    assert composed is not None
    assert entry.reported is not None
    value = composed.facts.value
    assert entry.name == composed.facts.report.department.name
    assert (entry.reported.level, entry.reported.year) == (Level.DISTRICT, 2025)
    assert entry.reported.score == value("department.score")
    assert entry.reported.grade == value("department.grade")
    for name in ("budget", "received", "executed", "balance", "execution_rate"):
        assert getattr(entry.reported, name) == value(f"funds.{name}")
    assert entry.reported.projects == value("projects.count")
    assert entry.reported.scale.grades[0] == ("优秀", Decimal(85))


def test_it_is_small_and_can_be_sent(tmp_path: Path) -> None:
    entry = made(tmp_path, department(1))
    sent = pickle.dumps(entry)
    assert pickle.loads(sent) == entry
    assert len(sent) < 2000


def test_findings_are_those_of_check_counted_by_code(tmp_path: Path) -> None:
    text = REPORT.replace("\n", "\nnonsense: 1\n", 1)
    entry = made(tmp_path, text)
    assert entry.counted == (Counted("S010", Severity.ERROR, 1, 0),)
    assert (entry.errors, entry.reported) == (1, None)
    assert entry.name is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("year: 去年\ndepartment: {name: ' 示例局 '}\n", "示例局"),
        ("department: 示例局\n", None),
        ("department: {name: 5}\n", None),
        ("department: {name: ' '}\n", None),
        ("year: [\n", None),
    ],
)
def test_a_file_with_errors_is_called_what_it_says(text: str, name: str | None, tmp_path: Path) -> None:
    entry = made(tmp_path, text)
    assert (entry.name, entry.reported) == (name, None)
    assert entry.errors


def test_a_file_that_cannot_be_read_is_an_entry_too(tmp_path: Path) -> None:
    entry = entry_of(tmp_path / "nothing.yaml")
    (unread,) = entry.unread
    assert unread.file == entry.file
    assert entry == Entry(
        str(tmp_path / "nothing.yaml"), None, None, (Counted("W101", Severity.ERROR, 1, 0),), (unread,)
    )
    assert pickle.loads(pickle.dumps(entry)) == entry


def test_a_file_with_errors_is_read_for_all_that(tmp_path: Path) -> None:
    assert made(tmp_path, "year: [\n").unread == ()


def test_where_nothing_came_of_the_work_that_is_all_that_is_known() -> None:
    finding = Finding("甲.yaml", Place(1, 1), "", UNREADABLE, {})
    assert lost(finding) == Entry("甲.yaml", None, None, (Counted("W101", Severity.ERROR, 1, 0),), (finding,))


def test_an_error_of_a_rule_keeps_the_figures_out_unless_it_is_waived(tmp_path: Path) -> None:
    wrong = made(tmp_path, REPORT.replace("grade: 优秀\nexpect", "grade: 良好\nexpect"))
    assert wrong.reported is None
    assert (wrong.errors, wrong.counted) == (1, (Counted("K206", Severity.ERROR, 1, 0),))
    waiver = "waivers: [{code: K206, at: grade, found: {given: 良好, score: '88', derived: 优秀}, reason: 核实过, by: 财务科}]\n"
    waived = made(tmp_path, REPORT.replace("grade: 优秀\nexpect", "grade: 良好\nexpect") + waiver)
    assert waived.reported is not None
    assert (waived.errors, waived.counted) == (0, (Counted("K206", Severity.ERROR, 0, 1),))
