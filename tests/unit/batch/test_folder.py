"""One pass at a time in a folder, and nothing half-done left in it."""

import os
from pathlib import Path

import pytest

from perfeval.batch.folder import OWN, BusyError, opened
from perfeval.write import stage


def test_a_second_pass_is_told_that_the_folder_is_busy(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "out")
    with opened(tmp_path / "out"):
        for path in (tmp_path / "out", tmp_path / "link"):
            with pytest.raises(BusyError), opened(path):
                pass
    with opened(tmp_path / "out"):
        pass


def test_the_folder_is_free_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError), opened(tmp_path):
        raise KeyError
    with opened(tmp_path):
        pass


def test_a_pass_that_is_told_so_leaves_what_the_other_staged(tmp_path: Path) -> None:
    with opened(tmp_path) as folder:
        staged = stage(b"document", folder.staging)
        with pytest.raises(BusyError), opened(tmp_path):
            pass
        assert staged.read_bytes() == b"document"


@pytest.mark.parametrize("when", ["before", "after"])
def test_what_is_half_done_is_cleared_away(when: str, tmp_path: Path) -> None:
    with opened(tmp_path) as folder:
        staging = folder.staging
        if when == "after":
            stage(b"half", staging)
    assert list(staging.iterdir()) == []
    if when == "before":
        stage(b"half", staging)
        (staging / "a folder").mkdir()
        with opened(tmp_path):
            assert [path.name for path in staging.iterdir()] == ["a folder"]


def test_a_document_takes_its_place_in_a_folder_of_its_own(tmp_path: Path) -> None:
    with opened(tmp_path) as folder:
        folder.place(stage(b"document", folder.staging), "a/b.docx")
        assert list(folder.staging.iterdir()) == []
    assert (tmp_path / "a" / "b.docx").read_bytes() == b"document"
    assert {path.name for path in tmp_path.iterdir()} == {"a", OWN}


def test_a_folder_keeps_the_name_it_is_called_by_unless_a_link_is_on_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with opened(Path("out")) as folder:
        assert folder.path == Path("out")
    Path("link").symlink_to("out")
    with opened(Path("link/more")) as folder:
        assert os.fspath(folder.path) == os.path.realpath("out/more")
