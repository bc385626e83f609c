"""Rounds: the report rendered from files that stand still, and anew whenever one of them has changed.

No event is trusted. What was rendered counts only if every file is still as it was read a moment later, so half of a
save, whichever way an editor saves, is rendered in vain and never shown.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter, sleep
from typing import Generic, TypeVar

from watchfiles import watch

from perfeval.diagnostic import Result
from perfeval.files import Files
from perfeval.watch.held import Held

T = TypeVar("T")

CALM = 0.15
"""Seconds for which the files have to stand still."""
LONG_CALM = 0.7
"""The same where there is no document, or a file is empty or gone: that may be the middle of a save."""
STEP = 0.05
"""Seconds between two looks at files that should stand still."""
LOOK = 0.5
"""Seconds after which the files are looked at though nothing was heard of them, as on a network's disk."""


@dataclass(frozen=True, slots=True)
class Round(Generic[T]):
    """What came of files that stood still, these files, and the seconds that it took."""

    result: Result[T]
    files: Held
    seconds: float


def rounds(
    render: Callable[[Files], Result[T]],
    begin: Callable[[], None],
    rest: Callable[[], None],
    is_over: Callable[[], bool],
) -> Iterator[Round[T]]:
    """A round now, and one after each change of what ``render`` reads, between ``begin`` and ``rest``."""
    last = Held()
    while not is_over():
        if last.contents and last.is_current():
            rest()
            _await_change(last, is_over)
            continue
        begin()
        one = _try(render)
        calm = LONG_CALM if one.result.value is None or one.files.lacks(last) else CALM
        if _stands(one.files, calm, is_over) and not is_over():
            yield one
            last = one.files


def _try(render: Callable[[Files], Result[T]]) -> Round[T]:
    files, start = Held(), perf_counter()
    result = render(files)
    return Round(result, files, perf_counter() - start)


def _stands(files: Held, calm: float, is_over: Callable[[], bool]) -> bool:
    """Whether the files stay as they were read for so many seconds."""
    end = perf_counter() + calm
    while files.is_current():
        if is_over() or perf_counter() >= end:
            return True
        sleep(STEP)
    return False


def _await_change(files: Held, is_over: Callable[[], bool]) -> None:
    """Come back when a file is no more as it was read."""
    moments = _moments(files, is_over)
    while files.is_current() and next(moments, None) is not None:
        pass


def _moments(files: Held, is_over: Callable[[], bool]) -> Iterator[object]:
    """When it is worth looking: as soon as something happens in the files' folders, and from time to time."""
    milliseconds = int(STEP * 1000)
    try:
        yield from watch(
            *files.folders(),
            watch_filter=None,
            debounce=milliseconds,
            step=milliseconds,
            stop_event=_Ending(is_over),
            rust_timeout=int(LOOK * 1000),
            yield_on_timeout=True,
            recursive=False,
            ignore_permission_denied=True,
        )
    except (OSError, RuntimeError):  # a folder has just gone, or the system watches no more of them
        while not is_over():
            yield ()
            sleep(LOOK)


@dataclass(frozen=True, slots=True)
class _Ending:
    """The end of the watch in the form that watchfiles asks for."""

    is_set: Callable[[], bool]
