"""The way of the data, stated once: load, validate, calculate, check, compose, render."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from perfeval import rules
from perfeval.compose import compose
from perfeval.context import Context
from perfeval.diagnostic import Diagnostic, Finding, Kind, Outcome, Place, Result, Severity, Text, reason_of
from perfeval.figures import Facts, Figures, calculate
from perfeval.formats.document import Document
from perfeval.formats.docx import docx
from perfeval.layouts import Layout, read_layout
from perfeval.load import Source, load, read
from perfeval.model import Waiver
from perfeval.rules import ALL, Rule, Selection
from perfeval.standards import read_standard
from perfeval.validate import validate
from perfeval.waivers import accepted, doubts

T = TypeVar("T")

UNREADABLE = Kind(
    "W101",
    Severity.ERROR,
    what=Text("无法读取文件：{reason}", "the file cannot be read: {reason}"),
    why=Text("没有读到内容，什么也没有做", "nothing was read, nothing was done"),
    cure=Text("核对路径、文件名和权限", "check path, name and permissions"),
)


@dataclass(frozen=True, slots=True)
class Composed:
    """A checked report, ready to be rendered."""

    layout: Layout
    context: Context


class _Run:
    """One file on its way through the stages; it collects what they find."""

    def __init__(self, source: Source, folder: Path) -> None:
        self.source = source
        self.folder = folder
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

    @property
    def has_errors(self) -> bool:
        """Whether anything found so far forbids the document."""
        return any(finding.forbids for finding in self.findings)


def figures(path: Path) -> Result[Figures]:
    """The derived figures of the report in a YAML file; rules are not asked."""

    def stages(run: _Run) -> Figures | None:
        facts = _calculate(run)
        return None if facts is None else facts.figures

    return _over(path, stages)


def check(path: Path, selection: Selection = ALL) -> Result[Composed]:
    """Everything but rendering: the value is there with warnings, not with errors."""
    return _over(path, lambda run: _check(run, selection))


def try_rules(text: str, selection: Selection) -> tuple[Finding, ...]:
    """What the rules of a selection find in a report given as text, such as their own examples."""

    def stages(run: _Run) -> None:
        facts = _calculate(run)
        if facts is not None:
            run.note(rules.check(facts, selection))

    return _through(read(text.encode(), "dept.yaml"), Path(), stages).findings


def render(path: Path) -> Result[Document]:
    """Check the report in a YAML file and render it; no document where there are errors."""

    def stages(run: _Run) -> Document | None:
        composed = _check(run, ALL)
        if composed is None or run.has_errors:
            return None
        return run.take(docx(composed.layout, composed.context))

    return _over(path, stages)


def _over(path: Path, stages: Callable[[_Run], T | None]) -> Result[T]:
    """Load a file and take it through the stages."""
    try:
        outcome = load(path)
    except OSError as error:
        return Result(None, (about_file(UNREADABLE, path, error),))
    return _through(outcome, path.parent, stages)


def _through(outcome: Outcome[Source], folder: Path, stages: Callable[[_Run], T | None]) -> Result[T]:
    """The stages after loading; findings in the order of the file's lines, then those of other files."""
    assert outcome.value is not None
    run = _Run(outcome.value, folder)
    run.take(outcome)
    value = stages(run)
    ordered = sorted(run.findings, key=lambda found: (found.file != run.source.file, found.file, found.place))
    return Result(None if run.has_errors else value, tuple(ordered))


def _calculate(run: _Run) -> Facts | None:
    report = None if run.source.data is None else run.take(validate(run.source))
    if report is None:
        return None
    standard = run.take_setting(read_standard(report.standard, run.folder))
    return None if standard is None else calculate(report, standard)


def _check(run: _Run, selection: Selection) -> Composed | None:
    """As far as the findings let it go, so that one run tells all."""
    facts = _calculate(run)
    if facts is None:
        return None
    run.note(rules.check(facts, selection))
    run.accept(facts.report.waivers, rules.asked(facts, selection))
    layout = run.take_setting(read_layout(facts.report.layout, run.folder))
    if layout is None:
        return None
    context = run.take(compose(facts, layout))
    return None if context is None else Composed(layout, context)


def about_file(kind: Kind, path: Path, error: OSError | UnicodeError) -> Finding:
    """A finding about a file as a whole, with the system's reason."""
    return Finding(str(path), Place(1, 1), "", kind, {"reason": reason_of(error)})
