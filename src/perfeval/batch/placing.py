"""What became of a department's report, and how its document takes its place."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from perfeval.batch.folder import Folder
from perfeval.batch.journal import Record
from perfeval.batch.plan import Step, reference
from perfeval.batch.work import Document, Done
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


def outcome(step: Step, done: Done) -> Made:
    """What became of a department, by what was found."""
    against = [finding.kind for finding in done.findings if finding.forbids]
    failed = any(kind.is_failure for kind in against)
    state = State.FAILED if failed else State.REFUSED if against else State.WRITTEN
    return Made(step.path, state, _warnings(done), done.findings, step.cause)


def place(step: Step, done: Done, document: Document, folder: Folder, made_by: str) -> Made:
    """Let the document take its place and record it, or tell why it could not."""
    try:
        folder.place(document.staged or stage(document.content, folder.staging), document.name)
        folder.journal.note(_record(step, done, document, folder.path, made_by))
    except (OSError, UnicodeError) as error:
        unwritten = about_file(UNWRITABLE, folder.path / document.name, error)
        done = replace(done, findings=(*done.findings, unwritten))
    return outcome(step, done)


def _record(step: Step, done: Done, document: Document, folder: Path, made_by: str) -> Record:
    inputs = {reference(path, folder): known for path, known in done.inputs.items()}
    return Record(reference(step.path, folder), document.name, document.digest, made_by, _warnings(done), inputs)


def _warnings(done: Done) -> int:
    return sum(1 for one in done.findings if one.waived is None and one.kind.severity is Severity.WARNING)
