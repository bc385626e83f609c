"""The second half of a pass: its Word documents turned into another form, several at a time."""

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from perfeval.batch.folder import Folder
from perfeval.batch.placing import Made, State, outcome, place
from perfeval.batch.plan import ASKED, Step, cause_of
from perfeval.batch.pool import Pool
from perfeval.batch.reading import digest
from perfeval.batch.version import fingerprint
from perfeval.batch.work import Document, Done, failed, lost
from perfeval.diagnostic import Result
from perfeval.files import UNWRITABLE, about_file
from perfeval.formats.document import Form
from perfeval.formats.turning import CONVERTERS, turned
from perfeval.write import stage


@dataclass(frozen=True, slots=True)
class Turning:
    """Word documents of a folder that are turned into a form together; what comes of them is left in ``staging``.

    ``folder`` and ``staging`` are absolute, ``called`` is the folder as people named it.
    """

    form: Form
    names: tuple[str, ...]
    folder: Path
    staging: Path
    called: Path


def turn(
    form: Form,
    names: Sequence[str],
    folder: Folder,
    workers: Callable[[int], tuple[Callable[[], Executor], int]],
    *,
    force: bool,
    is_over: Callable[[], bool] = bool,
) -> Generator[Made, None, None]:
    """What becomes of each of the folder's documents in that form: those that are up to date, then the others in order.

    ``workers`` gives those who turn so many documents, and their number. Nothing more is begun when it ``is_over``.
    """
    made_by = f"{fingerprint(trace=False)}+{CONVERTERS[form].version()}"
    steps = {name: _step(form, name, folder, made_by, force=force) for name in names}
    yield from (Made(step.path, State.UNCHANGED, step.warnings) for step in steps.values() if step.cause is None)
    to_turn = [name for name, step in steps.items() if step.cause is not None]
    executors, count = workers(len(to_turn))
    tasks = takewhile(lambda _: not is_over(), _tasks(form, to_turn, folder))
    with closing(Pool(executors, turn_together, _lost)) as pool:
        for task, results in pool.in_order(tasks, count):
            for name, done in zip(task.names, results, strict=True):
                if done.document is None:
                    yield outcome(steps[name], done)
                else:
                    yield place(steps[name], done, done.document, folder, made_by)


def turn_together(task: Turning) -> tuple[Done, ...]:
    """What comes of each document. Whatever happens is told in what is given back."""
    try:
        contents = [(task.folder / name).read_bytes() for name in task.names]
        called = [str(task.called / name) for name in task.names]
        results = turned(task.form, list(zip(called, contents, strict=True)))
        return tuple(_done(task, *each) for each in zip(task.names, contents, results, strict=True))
    except Exception as error:  # noqa: BLE001 (the other documents go on)
        return tuple(failed(task.called / name, error) for name in task.names)


def _step(form: Form, name: str, folder: Folder, made_by: str, *, force: bool) -> Step:
    record = folder.journal.of(name, form.suffix)
    cause = ASKED if force else cause_of(record, folder.path, made_by)
    return Step(folder.path / name, cause, None, record.warnings if record is not None else 0)


def _tasks(form: Form, names: Sequence[str], folder: Folder) -> Iterator[Turning]:
    size = CONVERTERS[form].at_once
    for start in range(0, len(names), size):
        together = tuple(names[start : start + size])
        yield Turning(form, together, folder.path.absolute(), folder.staging.absolute(), folder.path)


def _done(task: Turning, name: str, content: bytes, result: Result[bytes]) -> Done:
    """The document, waiting for its place beside the one that it was made of."""
    if result.value is None:
        return Done(result.findings)
    target = name.removesuffix(Form.DOCX.suffix) + task.form.suffix
    try:
        staged = stage(result.value, task.staging)
    except (OSError, UnicodeError) as error:
        return Done((*result.findings, about_file(UNWRITABLE, task.called / target, error)))
    document = Document(target, digest(result.value), b"", staged)
    return Done(result.findings, document, {str(task.called / name): digest(content)})


def _lost(task: Turning, error: Exception) -> tuple[Done, ...]:
    return tuple(lost(task.called / name, error) for name in task.names)
