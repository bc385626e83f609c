"""Workers that see no file of ours are brought what they lack."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from errno import ENOENT
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from perfeval.batch.cluster import Bringing, Remote, UnreachableError, cluster
from perfeval.batch.pool import Pool
from perfeval.batch.reading import Carried, LackingError
from perfeval.batch.work import Done, Task, lost

SHARED = Path("shared.yaml")
ABSENT = Path("absent.yaml")


def work(task: Task) -> Done:
    """Reads the department's file, one that all share and one that is not there, as far as it carries them."""
    assert task.contents is not None
    files = Carried(task.contents)
    said = []
    try:
        for path in (task.path, SHARED, ABSENT):
            try:
                said.append(files.read(path).decode())
            except OSError as error:
                said.append(str(error.errno))
    except LackingError as lacking:
        return Done(lacking=lacking.path)
    return Done(inputs={str(task.path): " ".join(said)})


class Watched(ThreadPoolExecutor):
    """Keeps what it was asked to do."""

    def __init__(self) -> None:
        super().__init__(2)
        self.tasks: list[Task] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Future[Any]:
        self.tasks += args
        return super().submit(fn, *args)


def tasks(folder: Path, count: int) -> list[Task]:
    (folder / SHARED).write_text("shared")
    for number in range(count):
        (folder / f"{number}.yaml").write_text(f"text {number}")
    return [Task(Path(f"{number}.yaml"), folder, False, "1") for number in range(count)]  # noqa: FBT003


def test_what_a_worker_lacks_is_brought_from_the_folder_of_the_task(tmp_path: Path) -> None:
    (task,) = tasks(tmp_path, 1)
    with Bringing(Watched()) as executor:
        done: Done = executor.submit(work, task).result()
    assert done.inputs == {"0.yaml": f"text 0 shared {ENOENT}"}


def test_every_task_carries_its_own_file_and_later_ones_what_two_asked_for(tmp_path: Path) -> None:
    watched = Watched()
    with closing(Pool[Task, Done](lambda: Bringing(watched), work, lambda task, error: lost(task.path, error))) as pool:
        found = [done.inputs for _, done in pool.in_order(tasks(tmp_path, 6), 1)]
    assert found == [{f"{number}.yaml": f"text {number} shared {ENOENT}"} for number in range(6)]
    carried = [(str(task.path), sorted(task.contents or {})) for task in watched.tasks]
    shared = [str(ABSENT), str(SHARED)]
    alone = [(name, sorted([name, *more])) for name in ("0.yaml", "1.yaml") for more in ((), shared[1:], shared)]
    assert carried == alone + [(f"{number}.yaml", sorted([f"{number}.yaml", *shared])) for number in range(2, 6)]


def test_a_department_that_cannot_be_read_carries_the_reason(tmp_path: Path) -> None:
    task = replace(tasks(tmp_path, 1)[0], path=Path("none.yaml"))
    with Bringing(Watched()) as executor:
        assert executor.submit(work, task).result().inputs == {"none.yaml": f"{ENOENT} shared {ENOENT}"}


def test_who_waits_is_told_of_an_error_on_the_way(tmp_path: Path) -> None:
    def fail(_: Task) -> Done:
        raise RuntimeError("lost")

    executor = Bringing(Watched())
    with pytest.raises(RuntimeError, match="lost"):
        executor.submit(fail, tasks(tmp_path, 1)[0]).result()


def test_who_waits_is_told_that_nothing_more_is_brought(tmp_path: Path) -> None:
    class Closing(Watched):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **more: Any) -> Future[Any]:
            future = super().submit(fn, *args, **more)
            future.result()
            self.shutdown()
            return future

    with pytest.raises(RuntimeError, match="shutdown"):
        Bringing(Closing()).submit(work, tasks(tmp_path, 1)[0]).result()


class Dask:
    """A client whose work is done at once, and what is given to it."""

    def __init__(self, status: str = "running", failure: BaseException | None = None) -> None:
        self.status = status
        self.loop = self
        self._failure = failure

    def submit(self, fn: Callable[[int], int], task: int, *, pure: bool) -> int:
        assert not pure
        return fn(task)

    def add_callback(self, fn: Callable[..., Coroutine[Any, Any, None]], *args: object) -> None:
        asyncio.run(fn(*args))

    async def gather(self, done: int, *, asynchronous: bool) -> int:
        assert asynchronous
        if self._failure is not None:
            raise self._failure
        return done


def remote(dask: Any) -> Remote:
    return Remote(dask)


def test_a_client_does_the_work_as_long_as_it_has_a_scheduler() -> None:
    assert remote(Dask()).submit(abs, -2).result() == 2
    with pytest.raises(ConnectionError, match="lost"):
        remote(Dask("connecting")).submit(abs, -2).result()


@pytest.mark.parametrize(
    ("failure", "told"), [(OSError("closed"), OSError), (asyncio.CancelledError(), ConnectionError)]
)
def test_who_waits_for_a_client_is_told_whatever_happens(failure: BaseException, told: type[Exception]) -> None:
    with pytest.raises(told):
        remote(Dask(failure=failure)).submit(abs, -2).result()


@pytest.mark.parametrize("address", ["nonsense", "tcp://127.0.0.1", "tcp://127.0.0.1:x"])
def test_what_is_no_address_is_told_at_once(address: str) -> None:
    with pytest.raises(UnreachableError), cluster(address, shares_the_disk=False):
        pass


def test_nobody_at_the_address_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perfeval.batch.cluster.Client", partial(refuse))
    with pytest.raises(UnreachableError, match="nobody"), cluster("tcp://127.0.0.1:1", shares_the_disk=False):
        pass


def refuse(*_: object, **__: object) -> None:
    raise OSError("nobody")
