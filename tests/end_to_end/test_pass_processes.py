"""Passes as processes: two over one folder, one that is interrupted, one that loses its workers, no place to write."""

import os
import signal
from pathlib import Path

import pytest

from perfeval.batch.folder import OWN
from tools.command import Ran, process
from tools.passes import Left, counts, departments_in, ended, faults_of, started, until, workers_of
from tools.require import require

WHOLE = 40


@pytest.fixture
def mortal() -> tuple[str, ...]:
    """Begins a command whose process permissions bind, root's too."""
    if os.geteuid() != 0:
        return ()
    return (require("setpriv"), "--bounding-set=-dac_override,-dac_read_search")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    departments_in(tmp_path / "depts", WHOLE)
    return tmp_path


def render(folder: Path, *more: str) -> Ran:
    return process("render", "depts", "-o", "out", "--jobs", "2", "--lang", "en", *more, folder=folder)


def complete(left: Left) -> bool:
    """Whether every document is there and whole, and recorded once."""
    recorded = sorted(record["target"] for record in left.records)
    assert not any(faults_of(left.folder / name) for name in left.documents)
    assert left.staged == []
    return len(recorded) == WHOLE and recorded == sorted(left.documents)


def test_of_two_at_once_one_does_nothing_and_says_so(folder: Path) -> None:
    left = Left(folder / "out")
    with started("depts", "-o", "out", "--jobs", "2", folder=folder) as run:
        until(lambda: left.count or None, run)
        run.send_signal(signal.SIGSTOP)  # or it might be through before the second looks
        second = render(folder)
        run.send_signal(signal.SIGCONT)
        _, told = run.communicate()
    assert run.returncode == 0
    assert b"Traceback" not in told
    assert (second.code, second.out) == (3, "")
    assert "W107" in second.err
    assert complete(left)
    before = left.identities
    assert counts(render(folder).out)["unchanged"] == WHOLE
    assert left.identities == before


def test_two_that_start_until_both_are_through_make_everything_once(folder: Path) -> None:
    left = Left(folder / "out")
    waiting, codes = 2, []
    while waiting:
        with (
            started("depts", "-o", "out", "--jobs", "1", folder=folder) as one,
            started(folder / "depts", "-o", folder / "out", "--jobs", "2", folder=folder.parent) as other,
        ):
            for run in (one, other):
                _, told = run.communicate()
                assert b"Traceback" not in told
                codes.append(run.returncode)
                waiting -= run.returncode == 0 and waiting > 0
    assert set(codes) <= {0, 3}
    assert complete(left)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_pass_ends_with_its_table_and_the_next_one_makes_the_rest(jobs: str, folder: Path) -> None:
    left = Left(folder / "out")
    with started("depts", "-o", "out", "--jobs", jobs, "--lang", "en", folder=folder) as run:
        until(lambda: left.count >= 5 or None, run)
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does: the workers, too
        out, told = run.communicate()
        until(lambda: ended(run.pid))
    assert run.returncode == 130, told.decode()
    assert b"Traceback" not in told
    table = counts(out.decode())
    assert table["together"] == WHOLE
    assert table["written"] + table["not reached"] == WHOLE
    assert 4 <= table["written"] <= len(left.documents) <= table["written"] + 1 < WHOLE
    assert left.staged == []
    done = left.records
    assert counts(render(folder).out)["unchanged"] == len(done)
    assert complete(left)


@pytest.mark.parametrize("sign", ["lock", "journal", "staging/*.part"])
def test_an_early_interruption_is_no_traceback_either(sign: str, folder: Path) -> None:
    with started("depts", "-o", "out", "--jobs", "2", folder=folder) as run:
        until(lambda: next((folder / "out" / OWN).glob(sign), None), run)
        os.killpg(run.pid, signal.SIGINT)
        _, told = run.communicate()
        until(lambda: ended(run.pid))
    assert b"Traceback" not in told, told.decode()
    assert run.returncode == 130
    assert counts(render(folder).out)["together"] == WHOLE
    assert complete(Left(folder / "out"))


def test_the_pass_goes_on_when_a_worker_is_killed(folder: Path) -> None:
    left = Left(folder / "out")
    with started("depts", "-o", "out", "--jobs", "2", "--lang", "en", folder=folder) as run:
        for moment in (5, 20):
            until(lambda: left.count >= moment or None, run)  # noqa: B023 (asked within the round)
            workers = until(lambda: workers_of(run))  # after a death others have to be started first
            assert workers
            os.kill(workers[0], signal.SIGKILL)
        out, told = run.communicate()
        until(lambda: ended(run.pid))
    assert run.returncode == 0
    assert b"Traceback" not in told
    assert counts(out.decode())["written"] == WHOLE
    assert complete(left)


def test_workers_end_with_the_process_that_started_them(folder: Path) -> None:
    left = Left(folder / "out")
    with started("depts", "-o", "out", "--jobs", "2", folder=folder) as run:
        until(lambda: left.count or None, run)
        assert len(workers_of(run)) == 2
        run.kill()
        run.communicate()
        until(lambda: ended(run.pid))


def test_a_folder_that_may_not_be_written_is_told_in_words(folder: Path, mortal: tuple[str, ...]) -> None:
    closed = folder / "out"
    closed.mkdir(mode=0o555)
    for target in (closed, closed / "below"):
        ran = process("render", "depts", "-o", target, "--lang", "zh", folder=folder, prefix=mortal)
        assert ran.code == 3
        assert f"{target}:1:1: W102 错误" in ran.err
        assert list(closed.iterdir()) == []


def test_a_folder_whose_documents_may_not_be_replaced_is_told_for_each(folder: Path) -> None:
    process("render", "depts", "-o", "out", "--jobs", "1", folder=folder)
    left = Left(folder / "out")
    for name in left.documents:
        (folder / "out" / name).unlink()
        (folder / "out" / name).mkdir()
    ran = render(folder)
    assert ran.code == 3
    assert counts(ran.out)["failed"] == WHOLE
    assert ran.err.count("W102") == WHOLE
    assert left.staged == []
