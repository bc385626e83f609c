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
NO_WORKERS = "the scheduler has no workers"
NO_SCHEDULER = "the scheduler is lost"


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
        cores = sum(client.ncores().values())
        if not cores:
            raise UnreachableError(NO_WORKERS)
        executor = Remote(client)
        yield (executor if shares_the_disk else Bringing(executor)), cores


class Remote(Executor):
    """A client as an executor. Dask's own leaves those who wait without an answer when the scheduler is lost.

    It needs no end: what is not done when the client is closed, its workers leave alone.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Future[Any]:
        given: Future[Any] = Future()
        if self._client.status == "running":
            done = self._client.submit(fn, *args, pure=False)
            assert self._client.loop is not None
            self._client.loop.add_callback(self._pass_on, done, given)
        else:  # what is given to a client without a scheduler is never done
            given.set_exception(ConnectionError(NO_SCHEDULER))
        return given

    async def _pass_on(self, done: Any, given: Future[Any]) -> None:
        try:
            given.set_result(await self._client.gather(done, asynchronous=True))
        except Exception as error:  # noqa: BLE001 (who waits is told)
            given.set_exception(error)
        except BaseException:  # noqa: BLE001 (asyncio ends what nobody will ever do so)
            given.set_exception(ConnectionError(NO_SCHEDULER))


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
