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
from perfeval.cli.progress import Progress, progress
from perfeval.cli.table import WITHOUT_REPORT
from perfeval.cli.tell import coloured
from perfeval.cli.workers import Asked, local
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
    with (
        progress(len(names), asked.lang, quiet=asked.quiet, lacking=lacking) as shown,
        closing(turn(form, names, folder, partial(local, jobs=asked.jobs), force=asked.force)) as each,
    ):
        for made in each:
            counts.update({made.state: 1})
            _tell(made, told, shown, asked)
            shown.advance(failed=made.state in WITHOUT_REPORT)
            if is_over():
                break
    return counts


def _names(paths: Sequence[Path], folder: Folder) -> Iterator[str]:
    """The names of the departments' Word documents."""
    for path in paths:
        record = folder.journal.of(reference(path, folder.path))
        assert record is not None
        yield record.target


def _tell(made: Made, told: set[str], shown: Progress, asked: Asked) -> None:
    """Why a document is turned, if asked; what is said of it, unless the same was said of another one."""
    if asked.why and made.cause is not None:
        shown.say(f"{made.path}: {made.cause.say(asked.lang)}")
    for finding in made.findings:
        words = finding.kind.what.say("en", finding.arguments)
        if words not in told:
            told.add(words)
            shown.say(block(finding, asked.lang, coloured=coloured(sys.stderr)))
