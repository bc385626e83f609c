"""Other forms of the reports of a pass: made of its Word documents, as whole, as incremental and as told as those."""

import signal
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest

from perfeval.diagnostic import Diagnostic, Kind, Outcome, Severity, Text
from perfeval.formats import turning
from perfeval.formats.document import Form
from perfeval.formats.turning import Converter
from tools.command import Run
from tools.passes import Left
from tools.three import NAMES, dept

FORMS = ("--format", "docx,txt")
FAILS = Kind("W299", Severity.ERROR, what=Text("没有转换器", "no converter"), why=Text("", ""), cure=Text("", ""))
DOUBTS = Kind("W298", Severity.WARNING, what=Text("字体", "a font"), why=Text("", ""), cure=Text("", ""))


class Typist:
    """A converter that writes how long each document is, and knows how often it was asked."""

    def __init__(self) -> None:
        self.version = "1"
        self.calls: list[int] = []
        self.fails = False

    def __call__(self, documents: Sequence[bytes]) -> Sequence[Outcome[bytes]]:
        self.calls.append(len(documents))
        if self.fails:
            return [Outcome(None, (Diagnostic(FAILS, ()),)) for _ in documents]
        return [Outcome(str(len(document)).encode(), (Diagnostic(DOUBTS, ()),)) for document in documents]


@pytest.fixture
def typist(monkeypatch: pytest.MonkeyPatch) -> Typist:
    made = Typist()
    converter = Converter(made, lambda: made.version, at_once=2)
    monkeypatch.setitem(cast("dict[Form, Converter]", turning.CONVERTERS), Form.TEXT, converter)
    return made


def texts() -> dict[str, str]:
    return {path.stem: path.read_text() for path in Path("out").glob("*.txt")}


def lengths() -> dict[str, str]:
    return {path.stem: str(path.stat().st_size) for path in Path("out").glob("*.docx")}


def table(out: str) -> dict[str, list[int]]:
    """The numbers of each form."""
    return {form: list(map(int, numbers)) for form, *numbers in map(str.split, out.splitlines()[1:3])}


def test_every_document_is_turned_so_many_at_a_time(depts: list[Path], typist: Typist, render: Run) -> None:
    ran = render(*FORMS)
    assert ran.code == 0
    assert texts() == lengths()
    assert len(texts()) == len(NAMES)
    assert typist.calls == [2, 1]
    assert table(ran.out) == {"docx": [3, 0, 0, 0, 3], "txt": [3, 0, 0, 0, 3]}


def test_what_is_said_of_all_is_told_once(depts: list[Path], typist: Typist, render: Run) -> None:
    assert render(*FORMS).err.count("a font") == 1


def test_nothing_is_turned_twice(depts: list[Path], typist: Typist, render: Run) -> None:
    render(*FORMS)
    ran = render(*FORMS)
    assert typist.calls == [2, 1]
    assert table(ran.out)["txt"] == [0, 3, 0, 0, 3]


def test_a_department_that_changes_is_turned_again(depts: list[Path], typist: Typist, render: Run) -> None:
    render(*FORMS)
    depts[1].write_text(depts[1].read_text() + "\nattachment: 9\n")
    ran = render(*FORMS, "--why")
    assert typist.calls == [2, 1, 1]
    assert texts() == lengths()
    assert table(ran.out)["txt"] == [1, 2, 0, 0, 3]
    assert ".docx has changed" in ran.err


def test_another_version_turns_everything_again(depts: list[Path], typist: Typist, render: Run) -> None:
    render(*FORMS)
    typist.version = "2"
    assert table(render(*FORMS).out) == {"docx": [0, 3, 0, 0, 3], "txt": [3, 0, 0, 0, 3]}


def test_a_text_that_is_lost_or_altered_is_made_anew(depts: list[Path], typist: Typist, render: Run) -> None:
    render(*FORMS)
    first, second, _ = sorted(Path("out").glob("*.txt"))
    first.unlink()
    second.write_text("altered")
    assert table(render(*FORMS).out)["txt"] == [2, 1, 0, 0, 3]
    assert texts() == lengths()


def test_a_department_with_errors_has_no_text_either(depts: list[Path], typist: Typist, render: Run) -> None:
    depts[0].write_text(depts[0].read_text().replace("year: 2025", "year: soon"))
    ran = render(*FORMS)
    assert ran.code == 1
    assert table(ran.out) == {"docx": [2, 0, 1, 0, 3], "txt": [2, 0, 1, 0, 3]}
    assert len(texts()) == 2


def test_where_nothing_can_be_turned_the_documents_are_there(depts: list[Path], typist: Typist, render: Run) -> None:
    typist.fails = True
    ran = render(*FORMS)
    assert ran.code == 3
    assert ran.err.count("no converter") == 1
    assert len(lengths()) == 3
    assert texts() == {}
    assert table(ran.out)["txt"] == [0, 0, 0, 3, 3]
    typist.fails = False
    assert table(render(*FORMS).out)["txt"] == [3, 0, 0, 0, 3]


def test_who_failed_is_named_though_the_same_was_said_of_another(
    depts: list[Path], typist: Typist, render: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("perfeval.batch.turning.stage", full)
    ran = render(*FORMS)
    assert ran.code == 3
    assert [ran.err.count(f"{name}2025年度部门整体支出绩效自评报告.txt") for name in NAMES] == [1, 1, 1]
    assert ran.err.count("the file cannot be written: No space left on device") == 3


def test_after_the_first_that_fails_no_more_is_begun_if_asked(depts: list[Path], typist: Typist, render: Run) -> None:
    typist.fails = True
    ran = render(*FORMS, "--fail-fast")
    assert ran.code == 3
    assert typist.calls == [2]


def test_a_program_error_costs_the_form_and_no_more(
    depts: list[Path], typist: Typist, render: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("perfeval.batch.turning.turned", broken)
    ran = render(*FORMS)
    assert ran.code == 3
    assert "ZeroDivisionError" in ran.err
    assert len(lengths()) == 3


def test_a_text_of_an_older_report_is_named_and_pruned(depts: list[Path], typist: Typist, render: Run) -> None:
    render(*FORMS)
    assert "any more" not in render().out
    depts[1].write_text(depts[1].read_text() + "\nattachment: 9\n")
    assert render().out.count(".txt: no department's report any more") == 1
    render("--prune")
    assert len(texts()) == 2
    assert len(lengths()) == 3


def test_with_a_department_both_its_documents_go(depts: list[Path], typist: Typist, render: Run) -> None:
    render(*FORMS)
    depts[0].unlink()
    render(*FORMS, "--prune")
    assert len(texts()) == len(lengths()) == 2


def test_nothing_is_left_in_the_pass_s_own_folder(depts: list[Path], typist: Typist, render: Run) -> None:
    render(*FORMS)
    assert Left(Path("out")).staged == []


def test_an_interruption_leaves_what_is_whole(
    depts: list[Path], typist: Typist, render: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = turning.turned

    def interrupted(*arguments: object) -> object:
        signal.raise_signal(signal.SIGINT)
        return whole(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("perfeval.batch.turning.turned", interrupted)
    ran = render(*FORMS)
    assert ran.code == 130
    assert set(texts().items()) < set(lengths().items())


def test_two_processes_turn_to_the_same(here: None, render: Run) -> None:
    for number in range(3):
        dept(f"部门{number}")
    ran = render("--format", "md", "--jobs", "2")
    assert ran.code == 0, ran.err
    one = {path.name: path.read_bytes() for path in Path("out").glob("*.md")}
    assert len(one) == 3
    render("--format", "md", out="out1")
    assert {path.name: path.read_bytes() for path in Path("out1").glob("*.md")} == one
