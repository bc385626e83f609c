"""Rounds: every way of saving gives one whole state, never half of one; what is not changed is not rendered."""

import os
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from perfeval import pipeline
from perfeval.diagnostic import Result
from perfeval.files import Files
from perfeval.watch import rounds as module
from perfeval.watch.rounds import rounds
from raised import LAYOUT, docx, own_layout

OLD, NEW = (b"x" * 5000 + word + b" end" for word in (b"old", b"new"))
PATIENCE, AFTERWARDS = 20.0, 0.5
PAUSE = 0.1
"""Seconds in the middle of a save: more than between two looks."""


def in_place(path: Path) -> None:
    path.write_bytes(NEW)


def truncated_and_written(path: Path) -> None:
    with path.open("wb") as stream:
        time.sleep(PAUSE)
        for start in range(0, len(NEW), 2000):
            stream.write(NEW[start : start + 2000])
            stream.flush()
            time.sleep(PAUSE)


def renamed_over(path: Path) -> None:
    other = path.with_suffix(".tmp")
    other.write_bytes(NEW)
    time.sleep(PAUSE)
    other.replace(path)


def old_renamed_away(path: Path) -> None:
    path.rename(path.with_suffix(".bak"))
    time.sleep(PAUSE)
    truncated_and_written(path)


def gone_for_a_moment(path: Path) -> None:
    path.unlink()
    time.sleep(PAUSE)
    path.write_bytes(NEW)


def many_at_once(path: Path) -> None:
    for number in range(8):
        path.write_bytes(NEW[: 600 * number])
        time.sleep(PAUSE / 2)
    path.write_bytes(NEW)


SAVES = (in_place, truncated_and_written, renamed_over, old_renamed_away, gone_for_a_moment, many_at_once)


def whole(path: Path) -> Callable[[Files], Result[bytes]]:
    """Renders a file that must not lack its end."""

    def render(files: Files) -> Result[bytes]:
        try:
            content = files.read(path)
        except OSError:
            return Result(None)
        return Result(content if content.endswith(b"end") else None)

    return render


def nothing() -> None:
    pass


def seen(render: Callable[[Files], Result[bytes]], changes: Sequence[Callable[[], None]]) -> list[bytes | None]:
    """The values of the rounds to the one of the last change; each change is made after a round."""
    values: list[bytes | None] = []
    ends = [time.monotonic() + PATIENCE]
    to_come = iter(changes)
    for one in rounds(render, nothing, nothing, lambda: time.monotonic() > ends[-1]):
        values.append(one.result.value)
        change = next(to_come, None)
        if change is not None:
            Thread(target=change).start()
        if values[-1] == NEW:
            ends.append(time.monotonic() + AFTERWARDS)
    return values


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes(OLD)
    return path


@pytest.mark.parametrize("save", SAVES)
def test_a_save_is_one_round_however_it_is_made(save: Callable[[Path], None], path: Path) -> None:
    assert seen(whole(path), [lambda: save(path)]) == [OLD, NEW]


@pytest.mark.parametrize("save", [in_place, old_renamed_away])
def test_so_it_is_where_the_system_tells_of_no_change(
    save: Callable[[Path], None], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "true")
    assert seen(whole(path), [lambda: save(path)]) == [OLD, NEW]


def test_and_where_folders_cannot_be_watched(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def watch(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(module, "watch", watch)
    assert seen(whole(path), [lambda: in_place(path)]) == [OLD, NEW]


def test_a_save_without_a_change_is_no_round(path: Path) -> None:
    def rewrite() -> None:
        path.write_bytes(OLD)
        time.sleep(4 * PAUSE)
        os.utime(path)
        path.with_name("another").write_bytes(b"")
        time.sleep(4 * PAUSE)
        in_place(path)

    assert seen(whole(path), [rewrite]) == [OLD, NEW]


def test_a_mistake_that_stays_is_told_and_its_mending_too(path: Path) -> None:
    def mistake() -> None:
        path.write_bytes(OLD[:-1])

    assert seen(whole(path), [mistake, lambda: in_place(path)]) == [OLD, None, NEW]


def test_what_changes_while_it_is_rendered_is_rendered_again(path: Path) -> None:
    reads: list[bytes] = []

    def render(files: Files) -> Result[bytes]:
        reads.append(files.read(path))
        path.write_bytes(NEW)
        return Result(reads[-1])

    assert seen(render, []) == [NEW]
    assert reads == [OLD, NEW]


@pytest.mark.unsound_template("the fewest parts that are read")
def test_a_layout_of_ones_own_is_watched_as_soon_as_it_is_named(tmp_path: Path) -> None:
    path = own_layout(tmp_path, docx())
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("./ours", "project-ledger"), encoding="utf-8")

    def render(files: Files) -> Result[bytes]:
        document = pipeline.render(path, files=files).value
        return Result(NEW if document is not None and document.name == "最后" else None)

    def named() -> None:
        path.write_text(text, encoding="utf-8")

    def changed() -> None:
        (tmp_path / "ours" / "layout.yaml").write_text(LAYOUT.replace("报告", "最后"), encoding="utf-8")

    assert seen(render, [named, changed]) == [None, None, NEW]


def test_so_is_a_workspace_that_comes_to_be(path: Path) -> None:
    settings = path.parent / "perfeval.yaml"

    def render(files: Files) -> Result[bytes]:
        try:
            return Result(files.read(settings))
        except FileNotFoundError:
            return Result(OLD)

    assert seen(render, [lambda: in_place(settings)]) == [OLD, NEW]


def test_saves_in_quick_succession_are_one_round(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CALM", 1.0)

    def saves() -> None:
        for number in range(10):
            path.write_bytes(b"%d end" % number)
            time.sleep(0.03)
        path.write_bytes(NEW)

    assert seen(whole(path), [saves]) == [OLD, NEW]


def test_a_file_that_a_report_can_do_without_may_be_gone_for_a_moment(path: Path) -> None:
    beside = path.with_name("perfeval.yaml")
    beside.write_bytes(b"shared")

    def render(files: Files) -> Result[bytes]:
        try:
            files.read(beside)
        except FileNotFoundError:
            return Result(b"alone")
        return Result(files.read(path))

    def gone() -> None:
        beside.unlink()
        time.sleep(3 * PAUSE)
        beside.write_bytes(b"shared")
        time.sleep(8 * PAUSE)
        in_place(path)

    assert seen(render, [gone]) == [OLD, NEW]


def test_it_is_told_when_work_begins_and_ends(path: Path) -> None:
    told: list[object] = []
    ends = [time.monotonic() + PATIENCE]

    def change() -> None:
        while told[-1] != "rest":
            time.sleep(0.01)
        in_place(path)

    begin, rest = (partial(told.append, word) for word in ("begin", "rest"))
    for one in rounds(whole(path), begin, rest, lambda: time.monotonic() > ends[-1]):
        told.append(one.result.value)
        if one.result.value == OLD:
            Thread(target=change).start()
        else:
            ends.append(time.monotonic() + AFTERWARDS)
    begun = [word for word, before in zip(told, [None, *told], strict=False) if (word, before) != ("begin", "begin")]
    assert begun == ["begin", OLD, "rest", "begin", NEW, "rest"]


def test_what_is_again_as_it_was_is_no_work(path: Path) -> None:
    def gone_and_back() -> None:
        gone_for_a_moment(path)
        path.write_bytes(OLD)
        time.sleep(8 * PAUSE)
        in_place(path)

    assert seen(whole(path), [gone_and_back]) == [OLD, NEW]
