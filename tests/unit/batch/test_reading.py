"""What was read is noted, and what a task carries is all that its worker reads."""

import os
from errno import EACCES
from pathlib import Path

import pytest

from perfeval.batch.reading import NO_FILE, Carried, LackingError, Noted, digest
from perfeval.files import DISK, Disk


def test_the_digest_of_everything_read_is_noted(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    files = Noted(DISK)
    assert files.read(tmp_path / "a") == b"abc"
    assert files.digests == {str(tmp_path / "a"): digest(b"abc")}


def test_that_a_file_could_not_be_read_is_noted_too(tmp_path: Path) -> None:
    files = Noted(DISK)
    with pytest.raises(FileNotFoundError):
        files.read(tmp_path / "none")
    assert files.digests == {str(tmp_path / "none"): NO_FILE}
    assert digest(b"") != NO_FILE


def test_relative_paths_start_at_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abcdef")
    files = Disk(tmp_path)
    assert files.read(Path("a")) == b"abcdef"
    assert files.read(Path("a"), 3) == b"abc"
    assert files.read(tmp_path / "a") == b"abcdef"


def test_carried_contents_are_given_and_nothing_is_read_from_the_disk(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"on the disk")
    with pytest.raises(LackingError) as lacking:
        Carried({}).read(tmp_path / "a")
    assert lacking.value.path == tmp_path / "a"
    files = Carried({str(tmp_path / "a"): b"carried"})
    assert files.read(tmp_path / "a") == b"carried"
    assert files.read(tmp_path / "a", 3) == b"car"
    assert files.read(tmp_path / "a", 0) == b""


def test_why_a_carried_file_could_not_be_read_is_told_as_the_system_would(tmp_path: Path) -> None:
    with pytest.raises(PermissionError, match=os.strerror(EACCES)):
        Carried({"a": EACCES}).read(Path("a"))
