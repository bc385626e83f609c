"""Results come in the order of the tasks, whatever becomes of the workers."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing
from functools import partial
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval.batch.pool import Inline, Pool, processes
from tools import deadly

T = TypeVar("T")
Crash = tuple[str, str]


def crashed(task: object, error: Exception) -> str:
    return f"lost {task}"


def everything(
    executors: Callable[[], Executor], work: Callable[[int], int], tasks: list[int], ahead: int = 4
) -> list[tuple[int, int | str]]:
    with closing(Pool[int, int | str](executors, work, crashed)) as pool:
        return list(pool.in_order(tasks, ahead))


@settings(max_examples=30)
@given(delays=st.lists(st.integers(0, 4), max_size=12), workers=st.integers(1, 4), ahead=st.integers(1, 9))
def test_results_come_in_the_order_of_the_tasks_however_long_each_takes(
    delays: list[int], workers: int, ahead: int
) -> None:
    def work(task: int) -> int:
        time.sleep(delays[task] / 1000)
        return -task

    tasks = list(range(len(delays)))
    assert everything(partial(ThreadPoolExecutor, workers), work, tasks, ahead) == [(task, -task) for task in tasks]


@pytest.mark.parametrize("executors", [Inline, partial(ThreadPoolExecutor, 3)])
def test_no_more_than_so_many_are_under_way(executors: Callable[[], Executor]) -> None:
    lock, taken, given_back, most = threading.Lock(), 0, 0, 0

    def tasks() -> Iterator[int]:
        nonlocal taken, most
        for task in range(20):
            with lock:
                taken += 1
                most = max(most, taken - given_back)
            yield task

    with closing(Pool[int, int | str](executors, abs, crashed)) as pool:
        for _ in pool.in_order(tasks(), 5):
            with lock:
                given_back += 1
    assert most == 5


def test_work_that_raises_is_told_and_the_others_go_on() -> None:
    def work(task: int) -> int:
        if task == 2:
            raise RuntimeError
        return task

    assert everything(partial(ThreadPoolExecutor, 2), work, [1, 2, 3]) == [(1, 1), (2, "lost 2"), (3, 3)]


@pytest.mark.parametrize("ahead", [1, 8])
def test_a_task_that_always_ends_its_worker_fails_alone(ahead: int) -> None:
    found = everything(partial(processes, 2), deadly.ends_its_worker_on_five, list(range(12)), ahead)
    assert found == [(task, "lost 5" if task == 5 else -task) for task in range(12)]


def test_two_such_tasks_side_by_side_fail_alone() -> None:
    tasks = [0, 5, 5, 1, 5]
    found = everything(partial(processes, 2), deadly.ends_its_worker_on_five, tasks)
    assert found == [(0, 0), (5, "lost 5"), (5, "lost 5"), (1, -1), (5, "lost 5")]


def test_an_innocent_task_is_done_though_its_worker_ended(tmp_path_factory: pytest.TempPathFactory) -> None:
    once = str(tmp_path_factory.mktemp("once") / "ended")
    with closing(Pool[str, str](partial(processes, 2), deadly.ends_its_worker_once, crashed)) as pool:
        assert list(pool.in_order([once, "a", "b"], 2)) == [(once, "done"), ("a", "done"), ("b", "done")]


def test_when_it_is_closed_nothing_more_is_begun() -> None:
    begun: list[int] = []
    gate = threading.Event()

    def work(task: int) -> int:
        begun.append(task)
        if task:
            gate.wait(10)
        return task

    with closing(Pool[int, int | str](partial(ThreadPoolExecutor, 1), work, crashed)) as pool:
        results = pool.in_order(range(9), 6)
        assert next(results) == (0, 0)
        gate.set()
    assert len(begun) < 9


def test_inline_work_is_done_in_this_thread_and_its_errors_are_heard() -> None:
    assert Inline().submit(threading.get_ident).result() == threading.get_ident()

    def fail() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Inline().submit(fail)
