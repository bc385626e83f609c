"""What becomes of a mutant: whether ``check`` finds it, and who could have known."""

import tempfile
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mutants.alterations import Mutant
from mutants.subjects import Subject, subject
from mutants.witnesses import Witness, witness
from perfeval import pipeline
from perfeval.diagnostic import Finding, Pointer

Said = tuple[object, ...]
"""What makes a finding another one: its code, its value, whether it is waived, and at the altered value its numbers."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A mutant of a file, told as a user would see it."""

    file: str
    line: int
    kind: str
    alteration: str
    written: str
    instead: str
    found: bool
    witness: Witness | None


def judge(job: tuple[str, bool, Mutant]) -> Verdict:
    """The verdict on a mutant of a file, as it stands or typed out; runs in a process of its own."""
    file, typed_out, mutant = job
    altered = subject(file, typed_out=typed_out)
    spot = mutant.spot
    return Verdict(
        file,
        altered.text.count("\n", 0, spot.start) + 1,
        f"typed out: {spot.kind}" if typed_out else spot.kind,
        mutant.alteration,
        spot.written,
        mutant.edits[0].instead,
        found(altered, mutant),
        witness(altered, mutant),
    )


def found(altered: Subject, mutant: Mutant) -> bool:
    """Whether ``check`` says anything that it does not say of the unaltered file."""
    at = mutant.spot.pointer
    said = Counter(_said(finding, at) for finding in _check(mutant.applied(altered.text)))
    return bool(said - Counter(_said(finding, at) for finding in _unaltered(altered)))


def _said(finding: Finding, at: Pointer) -> Said:
    """Elsewhere the numbers of a finding do not count: a mean that is named changes with every score."""
    numbers = str(sorted(finding.arguments.items())) if finding.pointer in {at, None} else ""
    return finding.kind.code, finding.pointer, finding.waived is None, numbers


@cache
def _unaltered(altered: Subject) -> tuple[Finding, ...]:
    return _check(altered.text)


def _check(text: str) -> tuple[Finding, ...]:
    """The findings in a file with this text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "部门.yaml"
        path.write_text(text, encoding="utf-8")
        return pipeline.check(path).findings
