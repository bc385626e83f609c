"""The command ``watch`` as a process of its own: what it says line by line, and its end."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

PATIENCE = 30
"""Seconds after which a line that is waited for is not going to come."""


@dataclass(frozen=True, slots=True)
class Watching:
    """A watch under way; ``lines`` are those that nobody has read yet."""

    process: "subprocess.Popen[str]"
    lines: "Queue[str]"

    def until(self, words: str) -> str:
        """What it says until a line has these words, that line included."""
        said = ""
        while words not in said:
            try:
                said += self.lines.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError(f"{words!r} was never said, but: {said}") from None
        return said

    def interrupted(self) -> int:
        """Its exit code after Ctrl-C, which may take two seconds."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=2)


@contextmanager
def watching(*arguments: str | Path, folder: Path) -> Iterator[Watching]:
    """The command in a folder; it ends with the block."""
    with subprocess.Popen(
        [sys.executable, "-m", "perfeval", "watch", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        lines: Queue[str] = Queue()
        assert process.stdout is not None
        reader = Thread(target=_read, args=(process.stdout, lines))
        reader.start()
        try:
            yield Watching(process, lines)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            reader.join()


def _read(stream: Iterator[str], lines: "Queue[str]") -> None:
    for line in stream:
        lines.put(line)
