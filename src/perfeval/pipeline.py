"""The way of the data, stated once: load, assemble, validate, calculate, check, compose, render."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from perfeval import rules
from perfeval.assemble import assemble
from perfeval.compose import compose
from perfeval.context import Context
from perfeval.diagnostic import Diagnostic, Finding, Outcome, Result
from perfeval.figures import Facts, Figures, calculate
from perfeval.files import DISK, UNREADABLE, Files, about_file
from perfeval.formats.document import Document
from perfeval.layouts import Layout, read_layout
from perfeval.load import Source, load, read
from perfeval.model import Waiver
from perfeval.rules import ALL, BetweenReports, Selection
from perfeval.run import Once, Run, ordered
from perfeval.standards import read_standard
from perfeval.trace import trace as traced
from perfeval.trace.explained import Explained, Printed
from perfeval.validate import validate
from perfeval.waivers import accepted

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Composed:
    """A checked report, ready to be rendered."""

    facts: Facts
    layout: Layout
    context: Context


@dataclass(frozen=True, slots=True)
class Examined:
    """What is known of a file: its source if it could be read, its facts if it is a report, and what was found."""

    source: Source | None
    facts: Facts | None
    findings: tuple[Finding, ...]


def figures(path: Path) -> Result[Figures]:
    """The derived figures of the report in a YAML file; rules are not asked."""

    def stages(run: Run) -> Figures | None:
        facts = _calculate(run)
        return None if facts is None else facts.figures

    return _over(path, stages)


def explain(path: Path) -> Result[Explained]:
    """What each derived figure of the report in a YAML file is made of; rules are not asked."""

    def stages(run: Run) -> Explained | None:
        facts = _calculate(run)
        return None if facts is None else Explained(run.source, traced(facts), _printed(run, facts))

    return _over(path, stages)


def check(path: Path, selection: Selection = ALL) -> Result[Composed]:
    """Everything but rendering: the value is there with warnings, not with errors."""
    return _over(path, lambda run: _check(run, selection))


def check_all(paths: Iterable[Path], selection: Selection = ALL) -> tuple[Finding, ...]:
    """The findings of many files in their order: what is found in each, and between it and those before."""
    between, waivers = BetweenReports(), dict[str, Sequence[Waiver]]()

    def stages(run: Run) -> None:
        facts = _calculate(run)
        if facts is not None:
            between.take(rules.note(facts, run.source, selection))
            waivers[run.source.file] = facts.report.waivers
            _ask(run, facts, selection)

    found = {str(path): _over(path, stages).findings for path in paths}
    for finding in between.findings():
        found[finding.file] += (accepted(finding, waivers[finding.file]),)
    once = Once()
    return tuple(finding for file, findings in found.items() for finding in once.of(ordered(findings, file), file))


def examine(path: Path, files: Files = DISK) -> Examined:
    """One file by itself, with all that can be known of it though errors may forbid the document."""
    seen: list[tuple[Source, Facts | None]] = []

    def stages(run: Run) -> None:
        facts = _calculate(run)
        seen.append((run.source, facts))
        if facts is not None:
            _ask(run, facts, ALL)

    found = _over(path, stages, files).findings
    source, facts = seen[0] if seen else (None, None)
    return Examined(source, facts, found)


def try_rules(texts: Mapping[str, str], selection: Selection) -> tuple[Finding, ...]:
    """What the rules of a selection find in reports given as texts by file name, such as their own examples."""
    between = BetweenReports()

    def stages(run: Run) -> None:
        facts = _calculate(run)
        if facts is not None:
            run.note(rules.check(facts, selection))
            between.take(rules.note(facts, run.source, selection))

    found: list[Finding] = []
    for file, text in texts.items():
        found += _through(read(text.encode(), file), DISK, stages).findings
    return (*found, *between.findings())


def render(path: Path, *, trace: bool = False, files: Files = DISK) -> Result[Document]:
    """Check the report in a YAML file and render it, with its trace if asked; no document where there are errors."""

    def stages(run: Run) -> Document | None:
        composed = _check(run, ALL)
        if composed is None or run.has_errors:
            return None
        # Only who renders pays for the import of what makes documents.
        if trace:
            from perfeval.formats.traced import traced_docx  # noqa: PLC0415

            return run.take(traced_docx(composed.facts, composed.layout, run.source))
        from perfeval.formats.docx import docx  # noqa: PLC0415

        return run.take(docx(composed.layout, composed.context))

    return _over(path, stages, files)


def _over(path: Path, stages: Callable[[Run], T | None], files: Files = DISK) -> Result[T]:
    """Load a file, assemble what belongs to it, and take it through the stages."""

    def assembled(run: Run) -> T | None:
        assemble(run, path.parent)
        return stages(run)

    try:
        outcome = load(path, files)
    except OSError as error:
        return Result(None, (about_file(UNREADABLE, path, error),))
    return _through(outcome, files, assembled)


def _through(outcome: Outcome[Source], files: Files, stages: Callable[[Run], T | None]) -> Result[T]:
    """The stages after loading."""
    assert outcome.value is not None
    run = Run(outcome.value, files)
    run.take(outcome)
    value = stages(run)
    return Result(None if run.has_errors else value, ordered(run.findings, run.source.file))


def _calculate(run: Run) -> Facts | None:
    report = None if run.source.data is None else run.take(validate(run.source))
    if report is None:
        return None
    standard = run.take_setting(read_standard(report.standard, run.beside("standard"), run.files))
    return None if standard is None else calculate(report, standard)


def _check(run: Run, selection: Selection) -> Composed | None:
    """As far as the findings let it go, so that one run tells all."""
    facts = _calculate(run)
    return None if facts is None else _ask(run, facts, selection)


def _ask(run: Run, facts: Facts, selection: Selection) -> Composed | None:
    """What the rules find, then what composing does."""
    run.note(rules.check(facts, selection))
    run.accept(facts.report.waivers, rules.asked(facts, selection))
    layout = run.take_setting(read_layout(facts.report.layout, run.beside("layout"), run.files))
    if layout is None:
        return None
    if run.workspace is not None:
        layout = run.workspace.named(layout)
    context = run.take(compose(facts, layout))
    return None if context is None else Composed(facts, layout, context)


def _printed(run: Run, facts: Facts) -> tuple[Printed, ...]:
    """Where the report prints its values; nowhere as long as it cannot be composed, which is for ``check`` to tell."""
    layout = read_layout(facts.report.layout, run.beside("layout"), run.files)
    if isinstance(layout, Diagnostic) or layout.value is None:
        return ()
    from perfeval.formats.traced import places  # noqa: PLC0415 (as for a trace)

    return places(facts, layout.value, run.source).value or ()
