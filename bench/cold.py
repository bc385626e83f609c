"""Whole processes, as a user starts them."""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable

from measuring import medians, row, timed
from stages import LEDGER

ROUNDS = 7


def measure() -> None:
    """The commands that are used most, and the memory of the largest process."""
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "perfeval --help": ["--help"],
            "perfeval check": ["check", str(LEDGER)],
            "perfeval render": ["render", str(LEDGER), "-o", folder],
        }
        times = medians(*(timed(_process(arguments)) for arguments in commands.values()), rounds=ROUNDS)
    for name, taken in zip(commands, times, strict=True):
        row(f"cold: {name}", taken)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'cold: largest process':44s} {peak:9.1f} MB")


def _process(arguments: list[str]) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, "-m", "perfeval", *arguments], check=True, capture_output=True)
