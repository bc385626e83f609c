"""Whatever LibreOffice does, every document has its outcome, and none costs another."""

import _thread
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Timer

import psutil
import pytest

from perfeval import office
from perfeval.diagnostic import Outcome
from perfeval.office import run
from raised import LINKED_PICTURE, body, docx
from tools.fake_office import fake_office, pdf_of, runs

PLAIN = docx(body("Plain text"))
SHOWN = pdf_of("Plain text")
HANGS = """
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
(here / "pids").write_text(f"{os.getpid()} {child.pid}")
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, which nothing may be left in."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def codes(outcomes: Sequence[Outcome[bytes]]) -> list[str]:
    """What was found of each document; nothing is said of fonts where nothing but text is looked at."""
    return [
        " ".join(found.kind.code for found in outcome.diagnostics) if outcome.value is None else "PDF"
        for outcome in outcomes
    ]


def reason(outcome: Outcome[bytes]) -> str:
    return outcome.diagnostics[0].kind.what.say("en", outcome.diagnostics[0].arguments)


def all_gone(pids: Path) -> bool:
    """Whether processes have ended, or only wait for somebody to take note of it."""
    started = [psutil.Process(int(pid)) for pid in pids.read_text().split() if psutil.pid_exists(int(pid))]
    _, alive = psutil.wait_procs([each for each in started if each.status() != psutil.STATUS_ZOMBIE], timeout=2)
    return all(each.status() == psutil.STATUS_ZOMBIE for each in alive)


def test_all_documents_go_through_one_run(tmp_path: Path, temporary: Path) -> None:
    others = [docx(body(f"Plain {name}")) for name in "abc"]
    answers = {name: pdf_of(f"Plain {name}") for name in "abc"}
    script = (
        "for file in files:\n  for name in 'abc':\n    if says(file, f'Plain {name}'): answer(file, f'{name}.pdf')\n"
    )
    with fake_office(tmp_path / "fake", script, **answers):
        made = office.pdf(others)
        assert codes(made) == ["PDF"] * 3
        assert [outcome.value for outcome in made] == [office.pdf([other])[0].value for other in others]
    assert runs(tmp_path / "fake") == [3, 1, 1, 1]
    assert list(temporary.iterdir()) == []


def test_the_same_document_twice_is_printed_once(tmp_path: Path) -> None:
    with fake_office(tmp_path / "fake", "for file in files: answer(file, 'a.pdf')", a=SHOWN):
        assert codes(office.pdf([PLAIN, PLAIN])) == ["PDF", "PDF"]
    assert runs(tmp_path / "fake") == [1]


def test_nothing_is_run_for_nothing(tmp_path: Path) -> None:
    with fake_office(tmp_path / "fake", ""):
        assert office.pdf([]) == ()
    assert runs(tmp_path / "fake") == []


def test_success_without_a_pdf_is_none(tmp_path: Path) -> None:
    with fake_office(tmp_path / "fake", "print('Error: no export filter')"):
        made = office.pdf([PLAIN])
    assert codes(made) == ["W302"]
    assert "Error: no export filter" in reason(made[0])


def test_a_line_that_is_always_said_is_no_reason(tmp_path: Path) -> None:
    script = "print('Error: no filter')\nprint('Warning: failed to launch javaldx - java may not function correctly')"
    with fake_office(tmp_path / "fake", script):
        assert "Error: no filter" in reason(office.pdf([PLAIN])[0])
    with fake_office(tmp_path / "fake", script.splitlines()[1]):
        assert "it said nothing" in reason(office.pdf([PLAIN])[0])


@pytest.mark.parametrize("script", ["os.kill(os.getpid(), signal.SIGKILL)", "sys.exit(128 + signal.SIGKILL)"])
def test_the_signal_that_ended_it_is_told(tmp_path: Path, script: str) -> None:
    with fake_office(tmp_path / "fake", f"print('Stack: 0x1', flush=True)\n{script}"):
        assert "ended by signal 9 (Killed)" in reason(office.pdf([PLAIN])[0])


def test_what_a_killed_run_left_behind_is_cleared_away(tmp_path: Path, temporary: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    for process in (gone.pid, os.getpid()):
        (temporary / f"perfeval-pdf-{process}-abc" / "profile").mkdir(parents=True)
    with fake_office(tmp_path / "fake", "for file in files: answer(file, 'a.pdf')", a=SHOWN):
        assert codes(office.pdf([PLAIN])) == ["PDF"]
    assert [folder.name for folder in temporary.iterdir()] == [f"perfeval-pdf-{os.getpid()}-abc"]


def test_garbage_is_no_pdf(tmp_path: Path) -> None:
    with fake_office(tmp_path / "fake", "for file in files: answer(file, 'a.pdf')", a=b"%PDF-1.6 and no more"):
        made = office.pdf([PLAIN])
    assert codes(made) == ["W302"]
    assert "cannot be opened" in reason(made[0])


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    with fake_office(tmp_path / "fake", ""):
        (tmp_path / "fake" / "soffice").write_bytes(b"\x7fELF no program")
        assert codes(office.pdf([PLAIN])) == ["W302"]


def test_a_run_that_hangs_is_ended_with_its_children(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "SECONDS", 1)
    monkeypatch.setattr(run, "SECONDS_EACH", 0)
    with fake_office(tmp_path / "fake", HANGS):
        made = office.pdf([PLAIN])
    assert "after 1 seconds" in reason(made[0])
    assert all_gone(tmp_path / "fake" / "pids")
    assert list(temporary.iterdir()) == []


def test_an_interrupted_run_leaves_nothing(tmp_path: Path, temporary: Path) -> None:
    pids = tmp_path / "fake" / "pids"

    def interrupt() -> None:
        while not pids.exists() or not pids.read_text():
            time.sleep(0.05)
        _thread.interrupt_main()

    with fake_office(tmp_path / "fake", HANGS):
        Timer(0, interrupt).start()
        with pytest.raises(KeyboardInterrupt):
            office.pdf([PLAIN])
    assert all_gone(pids)
    assert list(temporary.iterdir()) == []


def test_a_child_that_outlives_its_run_is_ended(tmp_path: Path) -> None:
    script = HANGS.replace("time.sleep(60)\n", "for file in files: answer(file, 'a.pdf')\n")
    with fake_office(tmp_path / "fake", script, a=SHOWN):
        assert codes(office.pdf([PLAIN])) == ["PDF"]
    assert all_gone(tmp_path / "fake" / "pids")


def test_a_document_that_kills_the_run_costs_no_other(tmp_path: Path) -> None:
    script = """
for file in files:
    if says(file, "deadly"):
        os.kill(os.getpid(), signal.SIGKILL)
    answer(file, "a.pdf")
"""
    plain = [docx(body("Plain text"), {"word/number.xml": f"<x>{number}</x>"}) for number in range(3)]
    with fake_office(tmp_path / "fake", script, a=SHOWN):
        made = office.pdf([plain[0], docx(body("deadly")), plain[1], plain[2]])
    assert codes(made) == ["PDF", "W302", "PDF", "PDF"]
    assert runs(tmp_path / "fake") == [4, 1, 1, 1]


def test_the_pdf_of_another_text_is_refused(tmp_path: Path) -> None:
    with fake_office(tmp_path / "fake", "for file in files: answer(file, 'a.pdf')", a=pdf_of("Nothing of it")):
        made = office.pdf([docx(body("Nothing of it", "Budget 2025"))])
    assert codes(made) == ["W303"]
    assert "Budget 2025" in reason(made[0])


def test_a_character_without_a_glyph_is_refused(tmp_path: Path) -> None:
    with fake_office(tmp_path / "fake", "for file in files: answer(file, 'a.pdf')", a=pdf_of(said="甲乙")):
        made = office.pdf([docx(body("甲乙"))])
    assert codes(made) == ["W304"]
    assert ": 乙甲" in reason(made[0])


def test_a_document_that_refers_outside_is_not_given_to_it(tmp_path: Path) -> None:
    linked = docx(body("Plain text"), {"word/_rels/document.xml.rels": LINKED_PICTURE})
    with fake_office(tmp_path / "fake", "for file in files: answer(file, 'a.pdf')", a=SHOWN):
        made = office.pdf([linked, PLAIN, b"no document"])
    assert codes(made) == ["R301", "PDF", "R301"]
    assert "http://example.org/x.png" in reason(made[0])
    assert runs(tmp_path / "fake") == [1]


def test_without_libreoffice_it_is_told_how_to_have_it(tmp_path: Path) -> None:
    with fake_office(tmp_path / "fake", None):
        made = office.pdf([PLAIN, PLAIN])
    assert codes(made) == ["W301", "W301"]
    for system in ("apt install", "dnf install", "brew install", "winget install"):
        assert system in made[0].diagnostics[0].kind.cure.zh


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "write_bytes", full)
    with fake_office(tmp_path / "fake", ""):
        made = office.pdf([PLAIN])
    assert "No space left" in reason(made[0])
