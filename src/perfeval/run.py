"""One file on its way through the stages, and what they find in it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from perfeval import rules
from perfeval.diagnostic import Diagnostic, Finding, Outcome, Place, Result
from perfeval.files import Files
from perfeval.load import Source
from perfeval.model import Waiver
from perfeval.rules import Rule
from perfeval.waivers import accepted, doubts
from perfeval.workspace import Workspace

T = TypeVar("T")


class Run:
    """One file on its way through the stages; it collects what they find."""

    def __init__(self, source: Source, files: Files) -> None:
        self.source = source
        self.files = files
        self.workspace: Workspace | None = None
        self.findings: list[Finding] = []

    def take(self, outcome: Outcome[T]) -> T | None:
        """A stage's value, its diagnostics noted at their places."""
        self.note(outcome.diagnostics)
        return outcome.value

    def note(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep what was found, at its place in the report's file."""
        self.findings += map(self.source.locate, diagnostics)

    def accept(self, waivers: Sequence[Waiver], asked: Sequence[Rule]) -> None:
        """Mark the findings that the department accepts as they stand, and note waivers of nothing."""
        self.findings = [accepted(finding, waivers) for finding in self.findings]
        self.note(doubts(self.findings, waivers, rules.CODES, [rule.kind.code for rule in asked]))

    def take_setting(self, setting: Result[T] | Diagnostic) -> T | None:
        """A settings file's value; its findings know their own file."""
        if isinstance(setting, Diagnostic):
            self.note((setting,))
            return None
        self.findings += setting.findings
        return setting.value

    def beside(self, key: str) -> Path:
        """The folder of the file that gives the value of a key: relative paths start there."""
        return Path(self.source.location((key,)).file).parent

    @property
    def has_errors(self) -> bool:
        """Whether anything found so far forbids the document."""
        return any(finding.forbids for finding in self.findings)


def ordered(findings: Iterable[Finding], file: str) -> tuple[Finding, ...]:
    """In the order of the file's lines, then those of other files."""
    return tuple(sorted(findings, key=lambda found: (found.file != file, found.file, found.place)))


class Once:
    """Lets through what was not told yet: what is wrong in a file that reports share is told with the first of them."""

    def __init__(self) -> None:
        self._told = set[tuple[str, Place, str, str]]()

    def of(self, findings: Iterable[Finding], file: str) -> Iterator[Finding]:
        """The findings of a report that are new."""
        for finding in findings:
            if finding.file == file or self._is_new(finding):
                yield finding

    def _is_new(self, finding: Finding) -> bool:
        key = finding.file, finding.place, finding.kind.code, finding.kind.what.say("en", finding.arguments)
        is_new = key not in self._told
        self._told.add(key)
        return is_new
