"""Ctrl-C in a pass: what is under way ends, nothing more is begun."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event


@contextmanager
def interruption() -> Iterator[Callable[[], bool]]:
    """Tells whether an end was asked for; asked for again, it comes at once.

    An exception out of nowhere could meet a pool of processes while it starts one, which then nobody ends.
    """
    asked = Event()

    def note(*_: object) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()

    before = signal.signal(signal.SIGINT, note)
    try:
        yield asked.is_set
    finally:
        signal.signal(signal.SIGINT, before)
