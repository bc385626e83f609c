"""``perfeval render --format``: which forms are meant, and what becomes of them for one department."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest

from perfeval.diagnostic import Diagnostic, Kind, Outcome, Severity, Text
from perfeval.formats import turning
from perfeval.formats.document import Form
from perfeval.formats.turning import Converter
from tools.command import Run

FAILS = Kind("W299", Severity.ERROR, what=Text("没有转换器", "no converter"), why=Text("", ""), cure=Text("", ""))


def measured(documents: Sequence[bytes]) -> Sequence[Outcome[bytes]]:
    return [Outcome(str(len(document)).encode()) for document in documents]


def refused(documents: Sequence[bytes]) -> Sequence[Outcome[bytes]]:
    return [Outcome(None, (Diagnostic(FAILS, ()),)) for _ in documents]


@pytest.fixture(autouse=True)
def converters(monkeypatch: pytest.MonkeyPatch) -> None:
    known = cast("dict[Form, Converter]", turning.CONVERTERS)
    monkeypatch.setitem(known, Form.TEXT, Converter(measured, str))
    monkeypatch.setitem(known, Form.HTML, Converter(measured, str))
    monkeypatch.setitem(known, Form.PDF, Converter(refused, str))


def suffixes(folder: Path) -> list[str]:
    return sorted(path.suffix for path in folder.iterdir())


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        ((), [".docx"]),
        (("--format", "txt"), [".txt"]),
        (("--format", "docx,txt"), [".docx", ".txt"]),
        (("--format", "TXT, html"), [".html", ".txt"]),
        (("--format", "txt", "--format", "html,txt"), [".html", ".txt"]),
    ],
)
def test_the_forms_that_are_asked_for_are_written(
    asked: Sequence[str], made: list[str], run: Run, dept: Path, tmp_path: Path
) -> None:
    ran = run("render", dept, "-o", tmp_path / "out", *asked)
    assert ran.code == 0
    assert suffixes(tmp_path / "out") == made
    assert ran.out.count("out") == len(made)


def test_the_suffix_of_the_file_says_the_form(run: Run, dept: Path, tmp_path: Path) -> None:
    run("render", dept, "-o", tmp_path / "a.docx")
    run("render", dept, "-o", tmp_path / "b.TXT")
    assert (tmp_path / "b.TXT").read_text() == str((tmp_path / "a.docx").stat().st_size)


def test_a_form_that_fails_leaves_the_others(run: Run, dept: Path, tmp_path: Path) -> None:
    ran = run("render", dept, "-o", tmp_path / "out", "--format", "docx,pdf,txt", "--lang", "zh")
    assert ran.code == 3
    assert "没有转换器" in ran.err
    assert "dept.yaml:1:1: W299" in ran.err
    assert suffixes(tmp_path / "out") == [".docx", ".txt"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "doc"), "没有“doc”这种形式，可以写 docx、pdf、html、md、odt、txt。用法"),
        (("--format", ""), "没有“”这种形式"),
        (("--format", "txt", "-o", "a.docx"), "a.docx 不是 txt：改一改扩展名，或不写 --format。"),
        (("--format", "txt,docx", "-o", "a.docx"), "a.docx 只能是一份 docx；要几种形式，就写文件夹。"),
        (("--format", "docx,txt", "--trace"), "--trace 只用于 docx。"),
        (("--trace", "-o", "a.pdf"), "--trace 只用于 docx。"),
        (("-o", "a.wps"), "只能生成 .docx、.pdf、.html、.md、.odt、.txt，不能生成 .wps。"),
    ],
)
def test_wrong_usage_is_told_and_writes_nothing(
    arguments: Sequence[str], said: str, run: Run, dept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(dept.parent)
    before = set(dept.parent.iterdir())
    ran = run("render", dept, *arguments, "--lang", "zh")
    assert ran.code == 2
    assert said in ran.err
    assert set(dept.parent.iterdir()) == before


@pytest.mark.parametrize("name", ["all.pdf", "all.docx"])
def test_many_departments_go_into_a_folder(name: str, run: Run, dept: Path) -> None:
    ran = run("render", dept.parent, "-o", dept.parent / name, "--lang", "zh")
    assert ran.code == 2
    assert f"许多部门的报告要放进文件夹，不是一个 {Path(name).suffix}。" in ran.err
