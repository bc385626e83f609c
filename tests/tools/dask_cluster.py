"""A scheduler of dask with workers, each a process of its own in a folder of its own; none is reached from elsewhere."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.passes import until


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where the scheduler answers, and the processes."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: tuple[subprocess.Popen[bytes], ...]


@contextmanager
def dask_cluster(folder: Path, workers: int) -> Iterator[Cluster]:
    with ExitStack() as stack:
        where = folder / "scheduler.json"
        scheduler = stack.enter_context(_process(folder / "scheduler", "scheduler", "--port", "0"))
        until(lambda: _address(where), scheduler)
        processes = tuple(
            stack.enter_context(_process(folder / f"worker{number}", "worker", "--nthreads", "1", "--no-nanny"))
            for number in range(workers)
        )
        for number, process in enumerate(processes):
            until(lambda: b"Registered to" in (folder / f"worker{number}" / "log").read_bytes(), process)  # noqa: B023 (asked within the round)
        yield Cluster(_address(where) or "", scheduler, processes)


@contextmanager
def _process(folder: Path, role: str, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """One of the cluster, started in its folder, which is empty but for what it says."""
    folder.mkdir()
    here = ("--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(folder.parent / "scheduler.json"))
    command = [sys.executable, "-m", f"distributed.cli.dask_{role}", *here, *options]
    with (folder / "log").open("wb") as log, subprocess.Popen(command, cwd=folder, stdout=log, stderr=log) as process:
        try:
            yield process
        finally:
            process.kill()


def _address(where: Path) -> str | None:
    """Nothing as long as the scheduler has not written it down."""
    try:
        return str(json.loads(where.read_text())["address"])
    except (OSError, ValueError):
        return None
