"""The pass: every department's report made or found up to date, each an outcome of its own, in order."""

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from perfeval.batch.claims import Claims
from perfeval.batch.folder import Folder
from perfeval.batch.journal import Record
from perfeval.batch.plan import Step, reference
from perfeval.batch.pool import Pool
from perfeval.batch.version import fingerprint
from perfeval.batch.work import Done, Task, lost, work
from perfeval.diagnostic import Finding, Severity, Text
from perfeval.files import UNWRITABLE, about_file
from perfeval.write import stage


class State(StrEnum):
    """What became of a department's report."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Made:
    """One department of a pass: what became of its report, why it was made, what was found."""

    path: Path
    state: State
    warnings: int
    findings: tuple[Finding, ...] = ()
    cause: Text | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """How the reports are made: with a trace, by which workers, so many at a time, who read and stage or not."""

    executors: Callable[[], Executor]
    ahead: int
    trace: bool = False
    workers_share_the_disk: bool = True


def make(steps: Sequence[Step], folder: Folder, order: Order) -> Generator[Made, None, None]:
    """The outcome of each department, in their order; each document is in its place and recorded before it is told."""
    claims = Claims(steps, folder)
    refused = {
        number: finding
        for number, step in enumerate(steps)
        if step.cause is not None and step.name is not None and (finding := claims.clash(step.path, step.name))
    }
    with closing(Pool(order.executors, work, lost)) as pool:
        tasks = (
            _task(step, folder, order)
            for number, step in enumerate(steps)
            if step.cause is not None and number not in refused
        )
        done = pool.in_order(tasks, order.ahead)
        for number, step in enumerate(steps):
            if number in refused:
                yield Made(step.path, State.REFUSED, 0, (refused[number],), step.cause)
            elif step.cause is None:
                yield Made(step.path, State.UNCHANGED, step.warnings)
            else:
                _, result = next(done)
                yield _finished(step, result, folder, order, claims)


def _task(step: Step, folder: Folder, order: Order) -> Task:
    made_by = fingerprint(trace=order.trace)
    staging = folder.staging.absolute() if order.workers_share_the_disk else None
    return Task(step.path, Path.cwd(), order.trace, made_by, staging)


def _finished(step: Step, done: Done, folder: Folder, order: Order, claims: Claims) -> Made:
    """The document in its place and recorded, or why there is none."""
    findings = done.findings
    if done.document is not None:
        findings = (*findings, *_placed(step, done, folder, order, claims))
    codes = [finding.kind.code for finding in findings if finding.forbids]
    failed = any(code.startswith("W") for code in codes)
    state = State.FAILED if failed else State.REFUSED if codes else State.WRITTEN
    return Made(step.path, state, _warnings(done), findings, step.cause)


def _placed(step: Step, done: Done, folder: Folder, order: Order, claims: Claims) -> Iterator[Finding]:
    """Why the document could not take its place, if it could not."""
    assert done.document is not None
    clash = claims.clash(step.path, done.document.name)
    if clash is not None:
        yield clash
        return
    try:
        _place(step, done, folder, order)
    except (OSError, UnicodeError) as error:
        yield about_file(UNWRITABLE, folder.path / done.document.name, error)


def _place(step: Step, done: Done, folder: Folder, order: Order) -> None:
    document = done.document
    assert document is not None
    staged = document.staged
    if staged is None:
        assert document.content is not None
        staged = stage(document.content, folder.staging)
    folder.place(staged, document.name)
    folder.journal.note(
        Record(
            reference(step.path, folder.path),
            document.name,
            document.digest,
            fingerprint(trace=order.trace),
            _warnings(done),
            {reference(path, folder.path): known for path, known in done.inputs.items()},
        )
    )


def _warnings(done: Done) -> int:
    return sum(1 for one in done.findings if one.waived is None and one.kind.severity is Severity.WARNING)
