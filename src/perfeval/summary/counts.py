"""What is counted over departments: their grades, and what was found in them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from perfeval.diagnostic import Severity
from perfeval.quantity import rate
from perfeval.rules import EVERY
from perfeval.summary.entry import Entry
from perfeval.summary.ranking import Ranked

WORST_FIRST = tuple(Severity)
SUBJECTS = {rule.kind.code: rule.formula.zh for rule in EVERY}
"""What must hold, by the code of the rule."""
OTHERS = {
    "L": "文件的写法",
    "S": "文件的内容和格式",
    "R": "版式和语句",
    "A": "接受检查意见的写法",
    "W": "文件的读取",
}
"""What the other findings are about, by the letter of their code."""


@dataclass(frozen=True, slots=True)
class GradeCount:
    """How many of the departments under one standard have a grade; from ``low`` on, below ``high``, in points."""

    standard: str
    grade: str
    low: Decimal
    high: Decimal | None
    departments: int
    share: Decimal | None


@dataclass(frozen=True, slots=True)
class FindingCount:
    """In how many departments a rule found something, and how often; what is waived is counted apart."""

    code: str
    severity: Severity
    subject: str
    departments: int
    found: int
    waived: int


def grade_counts(departments: Sequence[Ranked]) -> Iterator[GradeCount]:
    """By standard, then best first; the share is that of the departments graded by this standard."""
    graded = Counter((one.standard, one.reported.grade) for one in departments)
    for standard, grades in {one.standard: one.reported.scale.grades for one in departments}.items():
        whole = Decimal(sum(graded[standard, grade] for grade, _ in grades))
        high = None
        for grade, low in grades:
            counted = graded[standard, grade]
            yield GradeCount(standard, grade, low, high, counted, rate(Decimal(counted), whole))
            high = low


def finding_counts(entries: Iterable[Entry]) -> tuple[FindingCount, ...]:
    """Errors first, then what was found in most departments."""
    departments, found, waived = Counter[str](), Counter[str](), Counter[str]()
    severities: dict[str, Severity] = {}
    for entry in entries:
        for counted in entry.counted:
            severities[counted.code] = counted.severity
            departments[counted.code] += 1
            found[counted.code] += counted.found
            waived[counted.code] += counted.waived
    rows = (
        FindingCount(code, severity, subject(code), departments[code], found[code], waived[code])
        for code, severity in severities.items()
    )
    return tuple(sorted(rows, key=lambda row: (WORST_FIRST.index(row.severity), -row.departments, row.code)))


def subject(code: str) -> str:
    """What a finding of this code is about."""
    return SUBJECTS.get(code) or OTHERS[code[0]]
