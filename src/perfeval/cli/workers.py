"""Who works for a pass."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import partial

import click

from perfeval.batch.making import Order
from perfeval.batch.pool import Inline, processes
from perfeval.cli.asked import Asked
from perfeval.diagnostic import Text

AHEAD = 4
"""Tasks under way for each worker: enough that none waits for another's result to be put in its place."""
WORTH_A_WORKER = 20
"""Departments from which on another process is worth its start."""
NO_DASK = Text(
    "没有安装 dask.distributed：pip install 'perfeval[cluster]'。",
    "dask.distributed is not installed: pip install 'perfeval[cluster]'.",
)


def local(tasks: int, jobs: int | None) -> tuple[Callable[[], Executor], int]:
    """Workers of this machine, and how many they are: so many, or as many as the tasks are worth."""
    count = jobs or min(os.cpu_count() or 1, 1 + tasks // WORTH_A_WORKER)
    return (Inline if count == 1 else partial(processes, count)), count


@contextmanager
def workers(to_make: int, asked: Asked) -> Iterator[Order]:
    """A scheduler's workers, processes of this machine, or this process alone."""
    if asked.cluster is None:
        executors, count = local(to_make, asked.jobs)
        yield Order(executors, AHEAD * count, asked.trace)
        return
    try:
        from perfeval.batch.cluster import UnreachableError, cluster
    except ImportError:
        raise click.BadParameter(NO_DASK.say(asked.lang), param_hint="--cluster") from None
    try:
        with cluster(asked.cluster, shares_the_disk=asked.shared_disk) as (executor, cores):
            yield Order(lambda: executor, AHEAD * cores, asked.trace, asked.shared_disk)
    except UnreachableError as error:
        words = Text(f"连不上 {asked.cluster}：{error}", f"nobody answers at {asked.cluster}: {error}")
        raise click.BadParameter(words.say(asked.lang), param_hint="--cluster") from None
