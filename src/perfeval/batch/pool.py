"""Tasks handed to workers, their results taken in the order of the tasks, whatever becomes of a worker."""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import suppress
from itertools import islice
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import wait
from typing import Generic, ParamSpec, TypeVar

A = TypeVar("A")
B = TypeVar("B")
P = ParamSpec("P")
R = TypeVar("R")


MOST = 61 if sys.platform == "win32" else 1024
"""More processes than Windows lets wait for, or than any machine is served with."""


class Inline(Executor):
    """Does the work at once, in this process."""

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 (who asks for the result is told)
            future.set_exception(error)
        return future


def processes(count: int) -> Executor:
    """So many processes of this machine; they start with all that they need where the system can fork."""
    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    context = get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["perfeval.batch.work"])
    return ProcessPoolExecutor(min(count, MOST), mp_context=context, initializer=_begin)


def _begin() -> None:
    """An interruption is for the process that handed out the work to hear; when that is gone, so is the worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


class Pool(Generic[A, B]):
    """Workers for one kind of work. ``crashed`` says what came of a task that ended its worker, twice."""

    def __init__(
        self, executors: Callable[[], Executor], work: Callable[[A], B], crashed: Callable[[A, Exception], B]
    ) -> None:
        self._executors = executors
        self._work = work
        self._crashed = crashed
        self._executor = executors()

    def in_order(self, tasks: Iterable[A], ahead: int) -> Iterator[tuple[A, B]]:
        """Each task with its result, in the order of the tasks; at most ``ahead`` are under way."""
        rest = iter(tasks)
        under_way = deque((task, self._submit(task)) for task in islice(rest, ahead))
        while under_way:
            first, future = under_way.popleft()
            try:
                result = future.result()
            except BrokenExecutor:
                result = self._alone(first)
                under_way = deque((task, one if _is_well(one) else self._submit(task)) for task, one in under_way)
            except Exception as error:  # noqa: BLE001 (a worker elsewhere was lost with this task)
                result = self._crashed(first, error)
            yield first, result
            under_way.extend((task, self._submit(task)) for task in islice(rest, 1))

    def _submit(self, task: A) -> Future[B]:
        """Hand out a task; a pool that broke meanwhile tells so when the result is asked for."""
        with suppress(BrokenExecutor):
            return self._executor.submit(self._work, task)
        broken: Future[B] = Future()
        broken.set_exception(BrokenExecutor())
        return broken

    def _alone(self, task: A) -> B:
        """A task that may have broken the pool, with new workers and no other task beside it."""
        self._renew()
        try:
            return self._executor.submit(self._work, task).result()
        except BrokenExecutor as error:
            self._renew()
            return self._crashed(task, error)
        except Exception as error:  # noqa: BLE001 (as where it was not alone)
            return self._crashed(task, error)

    def _renew(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._executors()

    def close(self) -> None:
        """Nothing more is begun; what is under way ends."""
        self._executor.shutdown(wait=True, cancel_futures=True)


def _is_well(future: Future[B]) -> bool:
    """Whether a result was had before the pool broke."""
    return future.done() and not future.cancelled() and future.exception() is None
