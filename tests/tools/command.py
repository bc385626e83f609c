"""The command, run as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]
"""Runs the command with arguments in the process of the tests."""


def process(
    *arguments: str | Path,
    environment: Mapping[str, str] = NOTHING,
    folder: Path | None = None,
    prefix: tuple[str, ...] = (),
) -> Ran:
    """Runs the command as a process of its own, in a known locale unless told otherwise."""
    done = subprocess.run(
        [*prefix, sys.executable, "-m", "perfeval", *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8", **environment},
        timeout=120,
    )
    ran = Ran(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))
    assert "Traceback" not in ran.err
    return ran
