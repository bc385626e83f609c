"""Documents that no department stands for any more are told of only as long as they are as they were written."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from perfeval.batch.folder import Folder, opened
from perfeval.batch.gone import left_behind
from perfeval.batch.journal import Record
from perfeval.batch.reading import digest

RECORD = Record("../depts/a.yaml", "a.docx", digest(b"document"), "1", 0, {})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Folder]:
    """The document of a department whose file is there."""
    monkeypatch.chdir(tmp_path)
    Path("depts").mkdir()
    Path("depts/a.yaml").write_bytes(b"a")
    with opened(Path("out")) as folder:
        (folder.path / "a.docx").write_bytes(b"document")
        folder.journal.note(RECORD)
        yield folder


def targets(folder: Folder) -> list[str]:
    return [record.target for record in left_behind(folder)]


def test_the_document_of_a_department_stays(folder: Folder) -> None:
    assert targets(folder) == []


def test_the_document_of_a_department_whose_file_is_gone_is_told_once(folder: Folder) -> None:
    folder.journal.note(RECORD)
    Path("depts/a.yaml").unlink()
    assert targets(folder) == ["a.docx"]


@pytest.mark.parametrize("altered", [b"by hand", None])
def test_one_that_was_edited_or_is_gone_itself_is_not(altered: bytes | None, folder: Folder) -> None:
    Path("depts/a.yaml").unlink()
    (folder.path / "a.docx").unlink()
    if altered is not None:
        (folder.path / "a.docx").write_bytes(altered)
    assert targets(folder) == []


def test_a_department_of_another_name_leaves_the_document_of_its_old_one(folder: Folder) -> None:
    folder.journal.note(replace(RECORD, target="b.docx"))
    assert targets(folder) == ["a.docx"]


def test_a_department_with_its_old_name_again_leaves_nothing(folder: Folder) -> None:
    folder.journal.note(replace(RECORD, target="b.docx"))
    folder.journal.note(RECORD)
    assert targets(folder) == []


@pytest.mark.parametrize("target", ["a.docx", "A.DOCX"])
def test_a_document_that_another_department_has_taken_over_stays(target: str, folder: Folder) -> None:
    Path("depts/b.yaml").write_bytes(b"b")
    Path("depts/a.yaml").unlink()
    folder.journal.note(replace(RECORD, source="../depts/b.yaml", target=target))
    assert targets(folder) == []


def test_a_file_that_no_pass_wrote_is_none_of_its_business(folder: Folder) -> None:
    (folder.path / "foreign.docx").write_bytes(b"document")
    assert targets(folder) == []


def test_departments_are_found_from_a_folder_that_is_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("depts").mkdir()
    Path("depts/a.yaml").write_bytes(b"a")
    (tmp_path / "elsewhere" / "deep" / "out").mkdir(parents=True)
    Path("out").symlink_to(tmp_path / "elsewhere" / "deep" / "out")
    with opened(Path("out")) as folder:
        (folder.path / "a.docx").write_bytes(b"document")
        folder.journal.note(replace(RECORD, source="../../../depts/a.yaml"))
        assert targets(folder) == []
    with opened(Path("elsewhere/deep/out")) as folder:
        assert targets(folder) == []
