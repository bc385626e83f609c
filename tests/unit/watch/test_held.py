"""Files of one moment: read once, known as current by their content, watched where they lie."""

from pathlib import Path

import pytest

from perfeval import pipeline
from perfeval.watch.held import Held
from raised import docx, own_layout


def test_a_file_is_read_once_and_stays_as_it_was(tmp_path: Path) -> None:
    held, path = Held(), tmp_path / "a"
    path.write_bytes(b"old")
    assert held.read(path) == b"old"
    assert held.is_current()
    path.write_bytes(b"new")
    assert held.read(path) == b"old"
    assert not held.is_current()
    path.write_bytes(b"old")
    assert held.is_current()


def test_a_beginning_is_another_thing_than_the_whole(tmp_path: Path) -> None:
    held, path = Held(), tmp_path / "a"
    path.write_bytes(b"12345")
    assert (held.read(path, 2), held.read(path)) == (b"12", b"12345")
    path.write_bytes(b"12346")
    assert not held.is_current()


def test_a_file_that_is_not_there_stays_away_until_it_comes(tmp_path: Path) -> None:
    held, path = Held(), tmp_path / "a"
    for _ in range(2):
        with pytest.raises(FileNotFoundError):
            held.read(path)
    assert held.is_current()
    path.write_bytes(b"")
    assert not held.is_current()
    with pytest.raises(FileNotFoundError):
        held.read(path)


@pytest.mark.parametrize(("before", "now"), [(b"a", None), (b"a", b"")])
def test_what_is_empty_or_gone_is_lacking_if_it_was_there(before: bytes, now: bytes | None, tmp_path: Path) -> None:
    assert _read(tmp_path / "a", now).lacks(_read(tmp_path / "a", before))


@pytest.mark.parametrize(("before", "now"), [(b"a", b"b"), (b"", None), (None, b""), (None, None)])
def test_else_it_is_not(before: bytes | None, now: bytes | None, tmp_path: Path) -> None:
    second = _read(tmp_path / "a", now)
    assert not second.lacks(_read(tmp_path / "a", before))
    assert not second.lacks(Held())


def _read(path: Path, content: bytes | None) -> Held:
    held = Held()
    path.unlink(missing_ok=True)
    if content is not None:
        path.write_bytes(content)
        held.read(path)
    else:
        with pytest.raises(FileNotFoundError):
            held.read(path)
    return held


@pytest.mark.unsound_template("the fewest parts that are read")
def test_all_that_a_report_is_made_of_is_watched(tmp_path: Path) -> None:
    path = own_layout(tmp_path / "of" / "departments", docx())
    held = Held()
    assert pipeline.render(path, files=held).findings == ()
    assert held.folders() >= {path.parent, path.parent / "ours", *path.parent.parents[:2]}


def test_of_what_is_not_there_the_nearest_folder_is_watched(tmp_path: Path) -> None:
    held = Held()
    with pytest.raises(FileNotFoundError):
        held.read(tmp_path / "no" / "such" / "file")
    assert held.folders() == {tmp_path}


def test_of_a_link_both_ends_are_watched(tmp_path: Path) -> None:
    held, there, here = Held(), tmp_path / "there", tmp_path / "here"
    for folder in (there, here):
        folder.mkdir()
    (there / "a").write_bytes(b"1")
    (here / "a").symlink_to(there / "a")
    held.read(here / "a")
    assert held.folders() == {there, here}
