"""One department as a summary needs it: a few figures and what was found, small enough for another process to send."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from perfeval import pipeline
from perfeval.diagnostic import Finding, Severity
from perfeval.figures import Facts
from perfeval.model import Level
from perfeval.standards import Standard


@dataclass(frozen=True, slots=True)
class Scale:
    """What is left to know of a scoring standard: its grades with their floors, best first, and where it has doubts."""

    title: str
    grades: tuple[tuple[str, Decimal], ...]
    low_execution: Decimal
    high_score: Decimal


@dataclass(frozen=True, slots=True)
class Reported:
    """The figures of a department; money in 万元, None where the report has no such figure."""

    level: Level | None
    year: int
    scale: Scale
    score: Decimal | None
    grade: str | None
    budget: Decimal | None
    received: Decimal | None
    executed: Decimal | None
    balance: Decimal | None
    execution_rate: Decimal | None
    projects: Decimal | None


@dataclass(frozen=True, slots=True)
class Counted:
    """How often something was found in a department; ``waived`` are those that it accepts, not among ``found``."""

    code: str
    severity: Severity
    found: int
    waived: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A department's file; ``name`` is None where it does not tell it, ``reported`` where errors forbid figures.

    ``unread`` says why the file, or another that its report is made of, could not be read.
    """

    file: str
    name: str | None
    reported: Reported | None
    counted: tuple[Counted, ...]
    unread: tuple[Finding, ...] = ()

    @property
    def errors(self) -> int:
        """How many errors stand against its figures."""
        return sum(counted.found for counted in self.counted if counted.severity is Severity.ERROR)


def entry_of(path: Path) -> Entry:
    """The department in a YAML file; what is found between reports is left out."""
    seen = pipeline.examine(path)
    data = None if seen.source is None else seen.source.data
    is_forbidden = any(finding.forbids for finding in seen.findings)
    reported = None if seen.facts is None or is_forbidden else _reported(seen.facts)
    unread = tuple(finding for finding in seen.findings if finding.kind.is_failure)
    return Entry(str(path), _name(data), reported, _counted(seen.findings), unread)


def lost(finding: Finding) -> Entry:
    """The entry of a file of which no more is known than what became of the work on it."""
    return Entry(finding.file, None, None, _counted((finding,)), (finding,))


def _name(data: Mapping[str, object] | None) -> str | None:
    """What the department is called, in a file with errors too."""
    department = (data or {}).get("department")
    name = department.get("name") if isinstance(department, Mapping) else None
    return name.strip() if isinstance(name, str) and name.strip() else None


def _counted(findings: Iterable[Finding]) -> tuple[Counted, ...]:
    severities: dict[str, Severity] = {}
    found, waived = Counter[str](), Counter[str]()
    for finding in findings:
        code = finding.kind.code
        severities[code] = finding.kind.severity
        (found if finding.waived is None else waived)[code] += 1
    return tuple(Counted(code, severity, found[code], waived[code]) for code, severity in sorted(severities.items()))


def _reported(facts: Facts) -> Reported:
    report, grade = facts.report, facts.value("department.grade")
    return Reported(
        level=report.department.level,
        year=report.year,
        scale=_scale(facts.standard),
        score=_number(facts, "department.score"),
        grade=None if grade is None else str(grade),
        budget=_number(facts, "funds.budget"),
        received=_number(facts, "funds.received"),
        executed=_number(facts, "funds.executed"),
        balance=_number(facts, "funds.balance"),
        execution_rate=_number(facts, "funds.execution_rate"),
        projects=_number(facts, "projects.count"),
    )


def _number(facts: Facts, name: str) -> Decimal | None:
    value = facts.value(name)
    return value if isinstance(value, Decimal) else None


def _scale(standard: Standard) -> Scale:
    grades = tuple((band.name, band.floor) for band in standard.grades)
    return Scale(standard.title, grades, standard.checks.low_execution, standard.checks.high_score)
