"""``perfeval summary``: which file it writes, what it tells, how it exits."""

import signal
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest
from openpyxl import load_workbook

from docx_text import lines
from perfeval.cli import entries
from perfeval.layouts import folder_of
from perfeval.summary import Entry, entry_of
from raised import REPORT
from tools.command import Run


def entry_of_a_fault(_: Path) -> Entry:
    """A program that fails over a file."""
    raise ZeroDivisionError


@pytest.fixture
def departments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports without a fault, in a folder of the current one."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "departments"
    folder.mkdir()
    for name in ("甲局", "乙局"):
        (folder / f"{name}.yaml").write_text(REPORT.replace("示例局", name), encoding="utf-8")
    return folder


def test_a_document(run: Run, departments: Path) -> None:
    ran = run("summary", "departments", "-o", "out/汇总.docx", "--lang", "zh")
    assert (ran.code, ran.out, ran.err) == (0, "已生成：out/汇总.docx（2个部门）\n", "")
    assert "[Title] 2025年度部门整体支出绩效自评" in lines(Path("out/汇总.docx").read_bytes())


def test_a_workbook(run: Run, departments: Path) -> None:
    ran = run("summary", "departments", "-o", "汇总.XLSX", "--lang", "en")
    assert (ran.code, ran.out, ran.err) == (0, "Written: 汇总.XLSX (2 departments)\n", "")
    assert load_workbook("汇总.XLSX")["部门"]["B2"].value == "乙局"


def test_departments_with_errors_are_told_and_give_another_exit_code(run: Run, departments: Path) -> None:
    (departments / "丙局.yaml").write_text("year: [", encoding="utf-8")
    ran = run("summary", "departments", "-o", "a.xlsx", "--lang", "zh")
    assert ran.code == 1
    assert ran.out == "已生成：a.xlsx（2个部门）\n1个文件有错误，没有计入；用 perfeval check 查看。\n"
    assert load_workbook("a.xlsx")["缺报"]["A2"].value == "未纳入汇总"


def test_it_tells_how_far_it_has_come(run: Run, departments: Path) -> None:
    for number in range(18):
        (departments / f"{number}.yaml").write_text("year: [", encoding="utf-8")
    told = run("summary", "departments", "-o", "a.xlsx", "--lang", "zh").err.splitlines()
    assert [line.partition("，")[0] for line in told] == [f"{number}/20" for number in range(2, 22, 2)]
    assert told[-1].endswith("未计入 18 个")
    assert run("summary", "departments", "-o", "a.xlsx", "--lang", "en").err.endswith(" 18 left out\n")
    assert run("summary", "departments", "-o", "a.xlsx", "--quiet").err == ""


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
@pytest.mark.parametrize(("named", "code"), [("nothere.yaml", 3), ("wrong.yaml", 1)])
def test_of_nobody_nothing_is_written(named: str, code: int, suffix: str, run: Run, departments: Path) -> None:
    Path("wrong.yaml").write_text("year: [", encoding="utf-8")
    file = Path(f"a.{suffix}")
    file.write_bytes(b"a good summary")
    ran = run("summary", named, "-o", file, "--lang", "zh")
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.endswith("没有一个部门可以计入，没有生成汇总。\n")
    assert ("W101" in ran.err) is (code == 3)
    assert file.read_bytes() == b"a good summary"


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_summed_up(run: Run, departments: Path) -> None:
    (departments / "丙局.yaml").mkdir()
    (departments / "丁局.yaml").write_text("year: [", encoding="utf-8")
    ran = run("summary", "departments", "departments/丙局.yaml/戊局.yaml", "-o", "a.docx", "--lang", "zh")
    assert ran.code == 3
    assert ran.out.startswith("已生成：a.docx（2个部门）\n2个文件有错误")
    assert "戊局.yaml:1:1: W101 错误 无法读取文件：没有这个文件或文件夹" in ran.err
    assert ran.err.count("错误 ") == 1
    told = "\n".join(lines(Path("a.docx").read_bytes()))
    assert "2个有错误（含没有读到的1个），未纳入汇总" in told
    assert "没有读到，未能检查：" in told


def test_a_file_over_which_the_program_fails_stops_no_other(
    run: Run, departments: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entries, "entry_of", lambda path: (entry_of_a_fault if "甲" in path.name else entry_of)(path))
    ran = run("summary", "departments", "-o", "a.xlsx", "--jobs", "1", "--lang", "zh")
    assert ran.code == 3
    assert "甲局.yaml:1:1: W104 错误 程序出错：ZeroDivisionError: " in ran.err
    assert ran.out.startswith("已生成：a.xlsx（1个部门）")


def test_an_interruption_ends_it_and_nothing_is_written(
    run: Run, departments: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(path: Path) -> Entry:
        if "甲" in path.name:
            signal.raise_signal(signal.SIGINT)
        return entry_of(path)

    monkeypatch.setattr(entries, "entry_of", interrupted)
    assert run("summary", "departments", "-o", "a.xlsx", "--jobs", "1").code == 130
    assert not Path("a.xlsx").exists()


def test_a_worker_that_ends_is_told_as_lost() -> None:
    (finding,) = entries.failed(Path("甲局.yaml"), BrokenExecutor("gone")).unread
    assert finding.kind.code == "W106"
    assert finding.kind.what.say("zh", finding.arguments) == "处理这个文件的工作进程没有做完：BrokenExecutor: gone"


def test_doubts_are_told_and_the_file_is_written(run: Run, departments: Path) -> None:
    (departments / "丙局.yaml").write_text(REPORT.replace("示例局", "甲局"), encoding="utf-8")
    ran = run("summary", "departments", "-o", "a.xlsx", "--lang", "zh")
    assert ran.code == 0
    assert "W202 警告 “甲局”已有另一个文件" in ran.err
    assert Path("a.xlsx").exists()


def test_without_a_path_the_workspace_says_who_was_to_report(run: Run, departments: Path) -> None:
    Path("perfeval.yaml").write_text("departments: departments\nroster: [甲局, 丙局]\n", encoding="utf-8")
    assert run("summary", "-o", "a.xlsx").code == 0
    assert [row[0].value for row in load_workbook("a.xlsx")["缺报"].iter_rows(min_row=2)] == ["未报送", "不在名单"]
    run("summary", "departments/甲局.yaml", "-o", "b.xlsx")
    named = load_workbook("b.xlsx")
    assert named["缺报"].max_row == 1
    assert [cell.value for cell in named["汇总"][5]][:4] == [
        "未报送的部门", None, "个", "本次只汇总指定的文件，没有与应报部门名单核对",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["a.pdf", "a", "out.doc"])
def test_another_form_is_wrong_usage(name: str, run: Run, departments: Path) -> None:
    ran = run("summary", "departments", "-o", name, "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert f"只能生成 .docx 或 .xlsx，不能生成 {name}。" in ran.err


def test_a_layout_is_for_documents(run: Run, departments: Path) -> None:
    ran = run("summary", "departments", "-o", "a.xlsx", "--layout", "own", "--lang", "zh")
    assert ran.code == 2
    assert "版式只用于 .docx。" in ran.err


def test_nothing_to_sum_up_is_wrong_usage(run: Run, departments: Path) -> None:
    assert run("summary", "-o", "a.xlsx").code == 2
    assert run("summary", "departments").code == 2


def test_a_layout_of_ones_own(run: Run, departments: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "report.docx").write_bytes((folder_of("bureau-summary") / "report.docx").read_bytes())
    wording = "kind: summary\nbased_on: bureau-summary\ndescription: {zh: 我, en: own}\nfilename: 汇总\ntexts: {note: 本局说明。}\n"
    (own / "layout.yaml").write_text(wording, encoding="utf-8")
    assert run("summary", "departments", "-o", "a.docx", "--layout", "own").code == 0
    assert "[BodyText] 本局说明。" in lines(Path("a.docx").read_bytes())


@pytest.mark.parametrize(("folder", "code"), [("nowhere", "S303"), (str(folder_of("project-ledger")), "S310")])
def test_a_layout_that_will_not_do_is_told(folder: str, code: str, run: Run, departments: Path) -> None:
    ran = run("summary", "departments", "-o", "a.docx", "--layout", folder)
    assert (ran.code, ran.out) == (1, "")
    assert code in ran.err
    assert folder in ran.err
    assert not Path("a.docx").exists()


def test_a_file_that_cannot_be_written_is_told(run: Run, departments: Path) -> None:
    ran = run("summary", "departments", "-o", "departments/甲局.yaml/a.docx")
    assert (ran.code, ran.out) == (3, "")
    assert "W102" in ran.err
