"""What is asked of a pass over many departments."""

from dataclasses import dataclass
from pathlib import Path

from perfeval.diagnostic import Lang
from perfeval.formats.document import Form

FOR_MANY = ("jobs", "force", "why", "fail_fast", "prune", "quiet", "cluster", "shared_disk")
"""What means nothing for one department."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks of a pass, in the order of its options."""

    output: Path | None
    forms: tuple[Form, ...]
    trace: bool
    jobs: int | None
    force: bool
    why: bool
    fail_fast: bool
    prune: bool
    quiet: bool
    cluster: str | None
    shared_disk: bool
    lang: Lang

    @property
    def for_many(self) -> list[str]:
        """The options given that one department has no use for."""
        return [f"--{name.replace('_', '-')}" for name in FOR_MANY if getattr(self, name)]
