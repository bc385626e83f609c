"""The pass: every department's report made or found up to date, each an outcome of its own, in order."""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from perfeval.batch.claims import Claims
from perfeval.batch.folder import Folder
from perfeval.batch.placing import Made, State, outcome, place
from perfeval.batch.plan import Step
from perfeval.batch.pool import Pool
from perfeval.batch.version import fingerprint
from perfeval.batch.work import Done, Task, lost, work

PLACERS = 4
"""So many documents are put in their places side by side: that is mostly to wait for the disk."""


@dataclass(frozen=True, slots=True)
class Order:
    """How the reports are made: with a trace, by which workers, so many at a time, who read and stage or not."""

    executors: Callable[[], Executor]
    ahead: int
    trace: bool = False
    workers_share_the_disk: bool = True


def make(
    steps: Sequence[Step], folder: Folder, order: Order, is_over: Callable[[], bool] = bool
) -> Generator[Made, None, None]:
    """The outcome of each department, in their order; each document is in its place and recorded before it is told.

    Nothing more is begun when it ``is_over``.
    """
    made_by = fingerprint(trace=order.trace)
    claims = Claims(steps, folder)
    known = [_known(step, claims) for step in steps]
    under_way: deque[Future[Made]] = deque()
    with closing(Pool(order.executors, work, _lost)) as pool, ThreadPoolExecutor(PLACERS) as placers:
        tasks = (_task(step, folder, order, made_by) for step, made in zip(steps, known, strict=True) if made is None)
        results = pool.in_order(tasks, order.ahead)
        for step, made in zip(steps, known, strict=True):
            if is_over():
                break
            done = Done() if made else _claimed(step, next(results)[1], claims)
            if done.document is None:
                under_way.append(_future(made or outcome(step, done)))
            else:
                under_way.append(placers.submit(place, step, done, done.document, folder, made_by))
            while under_way and (under_way[-1].done() or len(under_way) > PLACERS):
                yield under_way.popleft().result()
        yield from (made.result() for made in under_way)


def _known(step: Step, claims: Claims) -> Made | None:
    """What becomes of a department whose report need not or must not be made."""
    if step.cause is None:
        return Made(step.path, State.UNCHANGED, step.warnings)
    clash = None if step.name is None else claims.clash(step.path, step.name)
    return None if clash is None else outcome(step, Done((clash,)))


def _claimed(step: Step, done: Done, claims: Claims) -> Done:
    """What came of a task, without the document where another department wants its name, too."""
    clash = None if done.document is None else claims.clash(step.path, done.document.name)
    return done if clash is None else replace(done, findings=(*done.findings, clash), document=None)


def _task(step: Step, folder: Folder, order: Order, made_by: str) -> Task:
    staging = folder.staging.absolute() if order.workers_share_the_disk else None
    return Task(step.path, Path.cwd(), order.trace, made_by, staging)


def _lost(task: Task, error: Exception) -> Done:
    return lost(task.path, error)


def _future(made: Made) -> Future[Made]:
    future: Future[Made] = Future()
    future.set_result(made)
    return future
