"""What could lose a document, or mix it up with another's: each is tried."""

import os
import unicodedata
from pathlib import Path

import pytest

from perfeval.batch import plan
from perfeval.batch.folder import OWN
from tools.command import Run
from tools.passes import Left
from tools.require import ROOT
from tools.three import ALL, LEFT, NAMES, dept, document, made, states, text


@pytest.mark.parametrize("call", range(1, 11))
def test_a_disk_that_is_full_for_a_moment_costs_one_document_and_no_more(
    call: int, render: Run, depts: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    render()
    whole = LEFT.documents
    for path in depts:
        path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    synced, calls = os.fsync, list[int]()

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == call:
            raise OSError(28, "No space left on device")
        synced(descriptor)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        ran = render()
    assert (ran.code, states(ran)) == ((3, (2, 0, 0, 1)) if call <= 9 else (0, (3, 0, 0, 0)))
    assert "gone" not in ran.out
    assert LEFT.documents == whole
    again = render("--prune")
    # The last record of all is in the file, if not surely on the disk: nothing was written over it.
    assert (again.code, states(again)) == (0, (1, 2, 0, 0) if call <= 8 else (0, 3, 0, 0))
    assert LEFT.documents == whole
    assert LEFT.staged == []


@pytest.mark.usefixtures("depts")
def test_a_document_replaced_by_another_departments_is_made_anew(render: Run) -> None:
    render()
    whole = LEFT.documents
    (Path("out") / document("甲局")).write_bytes(whole[document("乙局")])
    assert states(render()) == (1, 2, 0, 0)
    assert LEFT.documents == whole


def test_departments_that_change_names_with_each_other(render: Run, depts: list[Path]) -> None:
    render()
    dept("乙局", "depts/甲局.yaml")
    dept("甲局", "depts/乙局.yaml")
    assert states(render()) == (2, 1, 0, 0)
    assert made(LEFT) == ALL
    assert states(render("--prune")) == (0, 3, 0, 0)
    assert made(LEFT) == ALL


def test_a_department_that_takes_the_name_of_one_that_left(render: Run, depts: list[Path]) -> None:
    render()
    depts[0].unlink()
    dept("甲局", "depts/乙局.yaml")
    ran = render("--prune")
    assert states(ran) == (1, 1, 0, 0)
    assert made(LEFT) == ALL - {document("乙局")}


def test_two_departments_of_one_name_are_both_told(render: Run, depts: list[Path]) -> None:
    dept("甲局", "depts/more/甲局.yaml")
    ran = render()
    assert (ran.code, states(ran)) == (1, (2, 0, 2, 0))
    assert ran.err.count(f"“{document('甲局')}”") == 2
    assert made(LEFT) == ALL - {document("甲局")}


def test_one_that_takes_the_name_of_another_that_is_up_to_date(render: Run, depts: list[Path]) -> None:
    render()
    whole = LEFT.documents
    dept("甲局", "depts/丁局.yaml")
    assert states(render()) == (0, 3, 1, 0)
    assert LEFT.documents == whole


def test_names_that_turn_out_the_same_too_late_do_not_replace_each_other(
    render: Run, depts: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "foretold", lambda _: None)
    dept("甲局", "depts/more/甲局.yaml")
    ran = render()
    assert (ran.code, states(ran)) == (1, (3, 0, 1, 0))
    first = LEFT.documents[document("甲局")]
    assert LEFT.staged == []
    assert states(render()) == (0, 3, 1, 0)
    assert LEFT.documents[document("甲局")] == first


def test_names_that_differ_in_capitals_or_composition_only(render: Run) -> None:
    for number, name in enumerate(("Cafe\u0301局", "CAF\u00c9局", "丙局")):
        dept(name, f"depts/{number}.yaml")
    assert states(render()) == (1, 0, 2, 0)
    assert made(LEFT) == {document("丙局")}


def test_the_same_department_named_again_and_again_is_one(render: Run, depts: list[Path]) -> None:
    Path("link.yaml").symlink_to(depts[0])
    ran = render(of=("depts", depts[0], depts[0].absolute(), "depts/../depts", "link.yaml"))
    assert (ran.code, states(ran)) == (0, (3, 0, 0, 0))


def test_one_folder_however_it_is_named(render: Run, depts: list[Path], tmp_path: Path) -> None:
    (tmp_path / "far" / "away").mkdir(parents=True)
    Path("link").symlink_to(tmp_path / "far" / "away")
    assert states(render(out="link")) == (3, 0, 0, 0)
    for out in ("link", "far/away", "far/../link", tmp_path / "link", tmp_path / "far" / "away"):
        for of in ("depts", tmp_path / "depts"):
            ran = render("--prune", out=out, of=(of,))
            assert states(ran) == (0, 3, 0, 0)
            assert "gone" not in ran.out
    assert made(Left(Path("far/away"))) == ALL


def test_the_documents_among_the_departments(render: Run, depts: list[Path]) -> None:
    left = Left(Path("depts"))
    assert states(render(out="depts")) == (3, 0, 0, 0)
    assert states(render(out="depts")) == (0, 3, 0, 0)
    assert made(left) == ALL | {path.name for path in depts}
    assert all((Path("depts") / path.name).read_text(encoding="utf-8") == text(path.stem) for path in depts)


def test_all_of_it_moved_is_as_up_to_date_as_before(
    render: Run, depts: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    render()
    Path("moved").mkdir()
    for name in ("depts", "out"):
        Path(name).rename(f"moved/{name}")
    monkeypatch.chdir("moved")
    assert states(render()) == (0, 3, 0, 0)


def test_a_department_that_is_edited_while_it_is_made_is_made_again(
    render: Run, depts: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = os.fsync

    def edited(descriptor: int) -> None:
        for path in depts:
            path.write_text(text(f"{path.stem}新"), encoding="utf-8")
        synced(descriptor)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", edited)
        assert sum(states(render())) == 3
    render()
    ran = render("--prune")
    assert states(ran) == (0, 3, 0, 0)
    assert made(LEFT) == {document(f"{name}新") for name in NAMES}


@pytest.mark.parametrize(
    "name", ["../../出去", "甲/乙", "/etc/甲", "..", ".perfeval", "CON", "a\\b", "甲:乙", "～" * 90, "甲\u200b乙"]
)
def test_no_name_of_a_department_leads_out_of_the_folder(name: str, render: Run, tmp_path: Path) -> None:
    dept(f'"{name}"'.replace("\\", "\\\\"), "depts/a.yaml")
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    ran = render()
    new = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    own = {tmp_path / "out" / OWN / name for name in ("journal", "lock")}
    assert new >= own
    assert len(new - own) == states(ran)[0]
    for path in new - own:
        assert (tmp_path / "out") in path.parents
        assert OWN not in path.parts
        assert unicodedata.is_normalized("NFC", path.name)
    assert states(render())[1] == states(ran)[0]


@pytest.mark.usefixtures("depts")
def test_a_lost_journal_makes_everything_anew_to_the_same_bytes(render: Run) -> None:
    render()
    whole = LEFT.documents
    (Path("out") / OWN / "journal").unlink()
    assert states(render()) == (3, 0, 0, 0)
    assert LEFT.documents == whole


@pytest.mark.usefixtures("depts")
def test_files_that_others_put_there_stay(render: Run) -> None:
    Path("out").mkdir()
    for name in ("notes.docx", ".hidden"):
        (Path("out") / name).write_bytes(b"mine")
    render("--prune")
    assert made(LEFT) == {*ALL, "notes.docx", ".hidden"}


def test_another_template_in_a_layout_of_ones_own_makes_it_anew(render: Run) -> None:
    ours = Path("depts/ours")
    ours.mkdir(parents=True)
    built_in = ROOT / "templates" / "indicator-scorecard"
    for name in ("layout.yaml", "report.docx"):
        (ours / name).write_bytes((built_in / name).read_bytes())
    path = dept("甲局")
    path.write_text(text("甲局").replace("layout: indicator-scorecard", "layout: ./ours"), encoding="utf-8")
    assert states(render()) == (1, 0, 0, 0)
    (ours / "report.docx").write_bytes((ROOT / "templates" / "project-ledger" / "report.docx").read_bytes())
    assert "depts/ours/report.docx has changed" in render("--why").err
