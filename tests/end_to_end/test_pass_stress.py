"""A pass over three hundred departments, ten of them broken, that is killed again and again."""

import os
import re
import signal
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from perfeval.batch.folder import OWN
from tools.command import process
from tools.departments import department
from tools.passes import Left, counts, departments_in, ended, faults_of, started, until
from tools.validators import VALIDATORS

WHOLE = 300
KILLS = 10


def line_of(number: int) -> str:
    """By which a department's own line is known in its text."""
    found = re.search(r"^department: .*$", department(number), re.MULTILINE)
    assert found is not None
    return found[0]


def altered(number: int, old: str, new: str) -> bytes:
    text = department(number)
    assert old in text
    return text.replace(old, new, 1).encode()


BROKEN = {
    3: (b"\x00\x01\xff\xfe\x80", "L002"),
    30: (department(30).encode("gbk"), "L003"),
    61: (department(61).encode() + b"goals: [\n", "L020"),
    90: (altered(90, "year: 2025", "year: soon"), "S022"),
    121: (altered(121, "weight: 10, figure", "weight: 15, figure"), "K"),
    151: (altered(151, "indicator-scorecard", "indicator-scorcard"), "S302"),
    180: (None, "W101"),
    212: (altered(212, line_of(212), line_of(213)), "S311"),
    213: (department(213).encode(), "S311"),
    240: (altered(240, "  units:", "\tunits:"), "L031"),
    299: (b"", "L005"),
}
"""Departments without a report: what their files hold, nothing where none can be read, and the code that says why."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stress")
    paths = departments_in(folder / "depts", WHOLE)
    for number, (content, _) in BROKEN.items():
        paths[number].unlink()
        if content is None:
            paths[number].symlink_to("nowhere")
        else:
            paths[number].write_bytes(content)
    return folder


def table(written: int, unchanged: int) -> dict[str, int]:
    refused = len(BROKEN) - 1
    return {"written": written, "unchanged": unchanged, "with errors": refused, "failed": 1, "together": WHOLE}


def render(folder: Path, *more: str) -> tuple[int, str, str]:
    ran = process("render", "depts", "-o", "out", "--jobs", "2", "--lang", "en", *more, folder=folder)
    return ran.code, ran.out, ran.err


def named(text: str, pattern: str) -> set[str]:
    """The departments that lines of the pattern name."""
    return {f"../depts/{number}.yaml" for number in re.findall(rf"^depts/(\d+)\.yaml{pattern}", text, re.MULTILINE)}


def test_killed_ten_times_a_pass_loses_nothing_and_makes_nothing_twice(folder: Path) -> None:
    """One story in many acts, each of them needs those before it."""
    left = Left(folder / "out")
    draw = Random(2025)
    moments = sorted(draw.sample(range(1, WHOLE - len(BROKEN) - 20), KILLS))
    for number, moment in enumerate(moments):
        recorded = {record["source"] for record in left.records}
        before = left.identities
        kept = {record["target"]: before[record["target"]] for record in left.records}
        with started("depts", "-o", "out", "--jobs", "2", "--why", "--lang", "en", folder=folder) as run:
            until(lambda: left.count >= moment or None, run)  # noqa: B023 (asked within the round)
            assert run.poll() is None
            if number % 2:
                os.kill(run.pid, signal.SIGKILL)
            else:
                os.killpg(run.pid, signal.SIGKILL)
            _, noise = run.communicate()
            until(lambda: ended(run.pid))
        assert b"Traceback" not in noise
        assert not named(noise.decode(), ": it is new") & recorded
        after = left.identities
        assert kept.items() <= after.items()
        assert not any(faults_of(folder / "out" / name) for name in after if after[name] != before.get(name))

    recorded = {record["source"] for record in left.records}
    assert len(recorded) >= moments[-1] - KILLS
    code, out, told = render(folder, "--why")
    assert code == 3
    assert counts(out) == table(WHOLE - len(BROKEN) - len(recorded), len(recorded))
    assert not named(told, ": it is new") & recorded

    for number, (_, why) in BROKEN.items():
        assert re.search(rf"^depts/{number:05d}\.yaml:\d+:\d+: {why}", told, re.MULTILINE), number
    assert len(named(told, r":\d+:\d+: ")) == len(BROKEN)

    assert len(left.documents) == WHOLE - len(BROKEN)
    assert not any(faults_of(folder / "out" / name) for name in left.documents)
    assert left.staged == []
    assert {path.name for path in (folder / "out" / OWN).iterdir()} == {"journal", "lock", "staging"}
    made = Counter(record["source"] for record in left.records)
    assert set(made.values()) == {1}
    assert set(made) == {f"../depts/{n:05d}.yaml" for n in range(WHOLE) if n not in BROKEN}
    assert {record["target"] for record in left.records} == set(left.documents)

    before = left.identities
    code, out, _ = render(folder)
    assert (code, counts(out)) == (3, table(0, WHOLE - len(BROKEN)))
    assert left.identities == before

    alone = folder / "alone.docx"
    for number in draw.sample([n for n in range(WHOLE) if n not in BROKEN], 3):
        target = next(record["target"] for record in left.records if record["source"].endswith(f"{number:05d}.yaml"))
        assert process("render", f"depts/{number:05d}.yaml", "-o", alone, folder=folder).code in (0, 1)
        assert alone.read_bytes() == left.documents[target]
        assert [VALIDATORS[name](alone) for name in ("openxml-audit", "ooxml-integrity", "structure")] == [[], [], []]
