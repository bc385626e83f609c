"""The other forms of the reports of a pass: made of its Word documents, told and counted like those."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from perfeval.batch.folder import Folder
from perfeval.batch.placing import Made
from perfeval.batch.plan import reference
from perfeval.cli.asked import Asked
from perfeval.cli.progress import Progress, progress
from perfeval.cli.table import WITHOUT_REPORT
from perfeval.cli.tell import coloured
from perfeval.cli.workers import local
from perfeval.diagnostic import Text
from perfeval.formats.document import Form
from perfeval.reporters.findings.text import block


def turn_all(
    form: Form, paths: Sequence[Path], folder: Folder, asked: Asked, is_over: Callable[[], bool]
) -> Counter[str]:
    """What became of the departments' documents in that form, by how many."""
    from perfeval.batch.turning import turn

    counts, told = Counter[str](), set[str]()
    names = list(_names(paths, folder))
    lacking = Text(f"未转成 {form}", f"without {form}")

    def is_enough() -> bool:
        return is_over() or (asked.fail_fast and any(counts[state] for state in WITHOUT_REPORT))

    workers = partial(local, jobs=asked.jobs)
    with (
        progress(len(names), asked.lang, quiet=asked.quiet, lacking=lacking) as shown,
        closing(turn(form, names, folder, workers, force=asked.force, is_over=is_enough)) as each,
    ):
        for made in each:
            counts.update({made.state: 1})
            _tell(made, told, shown, asked)
            shown.advance(failed=made.state in WITHOUT_REPORT)
    return counts


def _names(paths: Sequence[Path], folder: Folder) -> Iterator[str]:
    """The names of the departments' Word documents."""
    for path in paths:
        record = folder.journal.of(reference(path, folder.path))
        assert record is not None
        yield record.target


def _tell(made: Made, told: set[str], shown: Progress, asked: Asked) -> None:
    """Why a document is turned, if asked; what is said of it, in one line where the same was said of another one.

    What has no arguments is about the machine, and told once.
    """
    if asked.why and made.cause is not None:
        shown.say(f"{made.path}: {made.cause.say(asked.lang)}")
    for finding in made.findings:
        words = finding.kind.what.say("en", finding.arguments)
        if words not in told:
            told.add(words)
            shown.say(block(finding, asked.lang, coloured=coloured(sys.stderr)))
        elif finding.forbids and finding.arguments:
            shown.say(f"{finding.file}: {finding.kind.code} {finding.kind.what.say(asked.lang, finding.arguments)}")
