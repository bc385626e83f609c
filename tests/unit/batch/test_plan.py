"""What has to be made, and why."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from perfeval.batch.folder import Folder, opened
from perfeval.batch.journal import Record
from perfeval.batch.plan import (
    ALTERED,
    ASKED,
    FIRST,
    LOST,
    PROGRAM,
    Step,
    cause_of,
    plan,
    reference,
)
from perfeval.batch.reading import NO_FILE, digest
from perfeval.diagnostic import Text

RECORD = Record(
    "../depts/a.yaml", "a.docx", digest(b"document"), "1", 2,
    {"../depts/a.yaml": digest(b"a"), "../depts/own/report.docx": digest(b"layout"), "../perfeval.yaml": NO_FILE},
)  # fmt: skip


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which everything is as it was recorded."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "depts" / "own").mkdir(parents=True)
    (tmp_path / "depts" / "a.yaml").write_bytes(b"a")
    (tmp_path / "depts" / "own" / "report.docx").write_bytes(b"layout")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.docx").write_bytes(b"document")
    return tmp_path / "out"


@pytest.fixture
def folder(out: Path) -> Iterator[Folder]:
    with opened(out) as folder:
        folder.journal.note(RECORD)
        yield folder


def changed(path: str) -> Text:
    return Text(f"{path} 有变化", f"{path} has changed")


def test_what_is_as_it_was_written_need_not_be_made(out: Path) -> None:
    assert cause_of(RECORD, Path("out"), "1") is None
    assert cause_of(RECORD, out, "1") is None


def test_what_was_never_made_has_to_be(out: Path) -> None:
    assert cause_of(None, out, "1") is FIRST


def test_another_program_makes_it_anew(out: Path) -> None:
    assert cause_of(RECORD, out, "2") is PROGRAM


@pytest.mark.parametrize("path", ["depts/a.yaml", "depts/own/report.docx"])
@pytest.mark.parametrize("how", ["write", "unlink"])
def test_a_file_that_was_read_and_is_another_now_is_named(out: Path, path: str, how: str) -> None:
    if how == "write":
        Path(path).write_bytes(b"another")
    else:
        Path(path).unlink()
    assert cause_of(RECORD, Path("out"), "1") == changed(path)


def test_a_file_that_was_looked_for_in_vain_and_is_there_now_is_named(out: Path) -> None:
    Path("perfeval.yaml").write_bytes(b"")
    assert cause_of(RECORD, Path("out"), "1") == changed("perfeval.yaml")


def test_a_document_that_is_gone_or_altered_is_made_anew(out: Path) -> None:
    (out / "a.docx").write_bytes(b"by hand")
    assert cause_of(RECORD, out, "1") is ALTERED
    (out / "a.docx").unlink()
    assert cause_of(RECORD, out, "1") is LOST


def test_what_is_up_to_date_keeps_its_name_and_warnings(folder: Folder) -> None:
    assert list(plan([Path("depts/a.yaml")], folder, "1", force=False)) == [
        Step(Path("depts/a.yaml"), None, "a.docx", 2)
    ]


def test_a_path_is_known_however_it_is_written(folder: Folder, tmp_path: Path) -> None:
    paths = [Path("depts/a.yaml"), tmp_path / "depts" / "a.yaml", Path("out/../depts/a.yaml")]
    assert [step.cause for step in plan(paths, folder, "1", force=False)] == [None, None, None]


def test_force_makes_what_is_up_to_date_too(folder: Folder) -> None:
    assert [step.cause for step in plan([Path("depts/a.yaml")], folder, "1", force=True)] == [ASKED]


def test_a_reference_starts_at_the_folder_of_the_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert reference("depts/a.yaml", Path("out")) == "../depts/a.yaml"
    assert reference(tmp_path / "out" / "a.yaml", Path("out")) == "a.yaml"


def test_a_reference_to_another_drive_is_the_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise ValueError

    monkeypatch.setattr("os.path.relpath", fail)
    assert reference(tmp_path / "a.yaml", tmp_path) == str(tmp_path / "a.yaml")
