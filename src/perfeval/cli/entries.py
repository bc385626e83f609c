"""The departments' entries for a summary, made by the workers of this machine."""

from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import closing
from pathlib import Path

from perfeval.batch.pool import Pool
from perfeval.batch.work import FAULT, LOST
from perfeval.cli.interruption import interruption
from perfeval.cli.progress import progress
from perfeval.cli.workers import AHEAD, local
from perfeval.diagnostic import Finding, Lang, Place, Text
from perfeval.summary.entry import Entry, entry_of, lost

LEFT_OUT = Text("未计入", "left out")


def entries(paths: Sequence[Path], jobs: int | None, lang: Lang, *, quiet: bool) -> Iterator[Entry]:
    """Each department's entry, in their order, by as many processes as they are worth; an interruption ends it."""
    executors, count = local(len(paths), jobs)
    with (
        interruption() as is_interrupted,
        progress(len(paths), lang, quiet=quiet, lacking=LEFT_OUT) as shown,
        closing(Pool(executors, entry_of, failed)) as pool,
    ):
        for _, entry in pool.in_order(paths, AHEAD * count):
            shown.advance(failed=entry.reported is None)
            if is_interrupted():
                raise KeyboardInterrupt
            yield entry


def failed(path: Path, error: Exception) -> Entry:
    """The entry of a file whose worker ended, or over which the program failed."""
    said = f"{type(error).__name__}: {error}"
    kind, argument = (LOST, "reason") if isinstance(error, BrokenExecutor) else (FAULT, "error")
    return lost(Finding(str(path), Place(1, 1), "", kind, {argument: said}))
