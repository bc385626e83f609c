"""Workers on other machines: dask.distributed's, given the contents of files and giving back documents."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import Any

from distributed import Client
from distributed.comm.addressing import get_address_host_port

from perfeval.batch.work import Done, Task

CONNECTING = 10
"""Seconds to wait for the scheduler."""
SHARED_FROM = 2
"""A file that so many departments asked for goes with every task."""


class UnreachableError(Exception):
    """There is no scheduler at the address."""


@contextmanager
def cluster(address: str, *, shares_the_disk: bool) -> Iterator[tuple[Executor, int]]:
    """The workers of a scheduler and how many tasks they do at a time. Raises UnreachableError."""
    for name in ("distributed", "distributed.client"):  # what becomes of a department is told by its outcome
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        get_address_host_port(address)  # a client that has nowhere to go would take long to give up
        client = Client(address, timeout=CONNECTING, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UnreachableError(str(error)) from None
    with client:
        executor = Remote(client)
        yield (executor if shares_the_disk else Bringing(executor)), sum(client.ncores().values())


class Remote(Executor):
    """A client's executor, which knows only two ways to end: waiting for all, and for nothing that is not done."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._executor: Executor = client.get_executor(pure=False)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Future[Any]:
        if self._client.status == "running":
            return self._executor.submit(fn, *args)
        nowhere: Future[Any] = Future()  # what is given to a client without a scheduler is never done
        nowhere.set_exception(ConnectionError("the scheduler is lost"))
        return nowhere

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 (Executor's)
        self._executor.shutdown(wait=wait and not cancel_futures)


class Bringing(Executor):
    """Lets another executor work on tasks that carry what they read: what a worker lacks is brought."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._wanted = Counter[Path]()
        self._shared: dict[str, bytes | int] = {}
        self._lock = Lock()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Future[Any]:
        (task,) = args
        whole: Future[Any] = Future()
        self._hand_out(fn, replace(task, contents={**self._shared, **_contents(task, task.path)}), whole)
        return whole

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 (Executor's)
        self._executor.shutdown(wait=wait, cancel_futures=cancel_futures)

    def _hand_out(self, fn: Callable[..., Any], task: Task, whole: Future[Any]) -> None:
        def finished(part: Future[Done]) -> None:
            try:
                done = part.result()
                if done.lacking is not None:
                    self._hand_out(fn, self._bring(task, done.lacking), whole)
                else:
                    whole.set_result(done)
            except BaseException as error:  # noqa: BLE001 (who waits for the whole is told)
                whole.set_exception(error)

        self._executor.submit(fn, task).add_done_callback(finished)

    def _bring(self, task: Task, path: Path) -> Task:
        """The task with one file more, which goes with all that follow if others want it, too."""
        brought = _contents(task, path)
        with self._lock:
            self._wanted[path] += 1
            if self._wanted[path] == SHARED_FROM:
                self._shared = {**self._shared, **brought}
        return replace(task, contents={**(task.contents or {}), **brought})


def _contents(task: Task, path: Path) -> dict[str, bytes | int]:
    """What a file holds, or the number of the system's reason why it cannot be read."""
    try:
        return {str(path): (task.folder / path).read_bytes()}
    except OSError as error:
        return {str(path): error.errno or 0}
