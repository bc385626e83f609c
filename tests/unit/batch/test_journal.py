"""The journal gives back the records whose lines are whole, whatever has become of the file."""

import os
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfeval.batch import journal as module
from perfeval.batch.journal import NAME, Journal, Record

RECORDS = tuple(
    Record(f"../部门/{number}.yaml", f"{number}号报告.docx", f"d{number}", "1", number, {f"../部门/{number}.yaml": "i"})
    for number in range(5)
)


def written(folder: Path, *records: Record) -> bytes:
    """The bytes of a journal of its own."""
    journal = Journal(folder)
    for record in records:
        journal.note(record)
    journal.close()
    return (folder / NAME).read_bytes()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written(tmp_path_factory.mktemp("whole"), *RECORDS)


def opened(folder: Path, content: bytes) -> Journal:
    (folder / NAME).write_bytes(content)
    return Journal(folder)


def found(journal: Journal) -> list[Record]:
    journal.close()
    return list(journal)


def test_what_was_noted_is_there_after_it_was_closed_and_opened_again(tmp_path: Path) -> None:
    written(tmp_path, *RECORDS)
    assert found(Journal(tmp_path)) == list(RECORDS)


def test_a_record_is_on_the_disk_as_soon_as_it_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bytes] = []
    monkeypatch.setattr(os, "fsync", lambda _: synced.append((tmp_path / NAME).read_bytes()))
    journal = Journal(tmp_path)
    journal.note(RECORDS[0])
    assert synced
    assert synced[-1].endswith(b"\n")
    journal.close()


def test_the_last_record_of_a_department_counts(tmp_path: Path) -> None:
    later = replace(RECORDS[1], target="改名.docx")
    written(tmp_path, *RECORDS, later)
    journal = Journal(tmp_path)
    assert journal.of(RECORDS[1].source) == later
    assert journal.of("../部门/none.yaml") is None
    again = replace(later, warnings=9)
    journal.note(again)
    assert journal.of(RECORDS[1].source) == again
    assert journal.of(RECORDS[0].source) == RECORDS[0]
    journal.close()


@given(data=st.data())
def test_cut_off_anywhere_it_has_the_records_whose_lines_are_whole_and_goes_on(
    data: st.DataObject, whole: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cut = data.draw(st.integers(0, len(whole)))
    lines = whole[:cut].count(b"\n")
    folder = tmp_path_factory.mktemp("cut")
    journal = opened(folder, whole[:cut])
    assert [journal.of(record.source) for record in RECORDS] == [*RECORDS[:lines], *[None] * (5 - lines)]
    journal.note(RECORDS[-1])
    assert found(journal) == [*RECORDS[:lines], RECORDS[-1]]
    assert found(Journal(folder)) == [*RECORDS[:lines], RECORDS[-1]]


@given(garbage=st.binary(), data=st.data())
def test_garbage_anywhere_after_whole_lines_is_no_record(
    garbage: bytes, data: st.DataObject, whole: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    lines = data.draw(st.integers(0, 5))
    folder = tmp_path_factory.mktemp("garbage")
    start = b"".join(whole.splitlines(keepends=True)[:lines])
    journal = opened(folder, start + garbage)
    journal.note(RECORDS[-1])
    assert found(journal) == [*RECORDS[:lines], RECORDS[-1]]


@given(at=st.integers(0, 10_000), change=st.integers(1, 255))
def test_a_line_in_which_one_byte_is_another_is_no_record(
    at: int, change: int, whole: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    at %= len(whole)
    altered = whole[:at] + bytes([whole[at] ^ change]) + whole[at + 1 :]
    records = found(opened(tmp_path_factory.mktemp("altered"), altered))
    hit = whole[:at].count(b"\n")
    assert records in (
        [*RECORDS[:hit], *RECORDS[hit + 1 :]],
        [*RECORDS[:hit], *RECORDS[hit + 2 :]],  # the end of the line was hit, and the next is no line of its own
    )


@pytest.mark.parametrize("said", [b"", b"null", b"[1]", b'{"department": "a"}', b'{"of": "another version"}'])
def test_a_sound_line_that_says_something_else_is_no_record(said: bytes, whole: bytes, tmp_path: Path) -> None:
    foreign = b"%08x %s\n" % (crc32(said), said)
    assert found(opened(tmp_path, foreign + whole)) == list(RECORDS)


def test_a_torn_journal_is_written_anew(whole: bytes, tmp_path: Path) -> None:
    opened(tmp_path, whole[:-1]).close()
    assert (tmp_path / NAME).read_bytes() == b"".join(whole.splitlines(keepends=True)[:-1])


def test_lines_out_of_date_are_dropped_when_they_are_many(
    whole: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SLACK", 3)
    renamed = replace(RECORDS[0], target="改名.docx")
    written(tmp_path, *RECORDS, *RECORDS, *RECORDS, renamed)
    assert found(Journal(tmp_path)) == [*RECORDS, renamed]


def test_a_journal_of_few_old_lines_stays_as_it_is(tmp_path: Path) -> None:
    before = written(tmp_path, *RECORDS, *RECORDS)
    Journal(tmp_path).close()
    assert (tmp_path / NAME).read_bytes() == before


def test_after_a_record_that_found_no_room_the_journal_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal(tmp_path)
    journal.note(RECORDS[0])

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        journal.note(RECORDS[1])
    monkeypatch.undo()
    assert journal.of(RECORDS[1].source) is None
    journal.note(RECORDS[2])
    journal.close()
    again = Journal(tmp_path)
    assert [again.of(record.source) for record in RECORDS[:3]] == [RECORDS[0], None, RECORDS[2]]
    again.close()
