"""What a pass costs: departments as large as the example, made by one process and by two, and once more unchanged."""

import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import psutil

from stages import LEDGER

RUNS = (200, 1000)
POLLING = 0.5
"""Seconds between two looks at the processes: to look oftener would take its share of the machine."""
NAME = "石家庄市藁城区住房和城乡建设局"


class Ran(NamedTuple):
    """Seconds on the clock and of all processors, and the megabytes of the largest process."""

    wall: float
    cpu: float
    peak: float


def measure() -> None:
    """Passes of as many departments as the arguments say, whole processes, with every check and each file on disk."""
    counts = [int(count) for count in sys.argv[1:]] or RUNS
    print(f"{'departments':>12s}{'jobs':>6s}{'seconds':>10s}{'a second':>10s}{'CPU ms each':>13s}{'peak MB':>9s}")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            departments = Path(folder) / "departments"
            write(departments, count)
            for jobs in (1, 2):
                out = Path(folder) / f"out{jobs}"
                _row(count, str(jobs), _pass(departments, out, jobs))
                assert sum(1 for _ in out.glob("*.docx")) == count, "not every report was written"
            _row(count, "none", _pass(departments, out, 1))


def write(folder: Path, count: int) -> None:
    """So many departments like the example, each with a name of its own."""
    folder.mkdir()
    text = LEDGER.read_text(encoding="utf-8")
    for number in range(count):
        (folder / f"{number:06d}.yaml").write_text(text.replace(NAME, f"{NAME}第{number}分局"), encoding="utf-8")


def _pass(departments: Path, out: Path, jobs: int) -> Ran:
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "perfeval",
        "render",
        departments,
        "-o",
        out,
        "--jobs",
        str(jobs),
        "--quiet",
    ]
    cpu: dict[int, float] = {}
    peak = 0.0
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            for one in _family(process.pid):
                with suppress(psutil.Error):
                    cpu[one.pid] = sum(one.cpu_times()[:2])
                    peak = max(peak, one.memory_info().rss / 2**20)
            time.sleep(POLLING)
    assert process.returncode == 0
    return Ran(time.perf_counter() - start, sum(cpu.values()), peak)


def _family(pid: int) -> list[psutil.Process]:
    with suppress(psutil.Error):
        first = psutil.Process(pid)
        return [first, *first.children(recursive=True)]
    return []


def _row(count: int, jobs: str, ran: Ran) -> None:
    each = ran.cpu / count * 1000
    print(f"{count:12,d}{jobs:>6s}{ran.wall:10.2f}{count / ran.wall:10.1f}{each:13.2f}{ran.peak:9.0f}", flush=True)
