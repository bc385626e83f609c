"""The summary of many departments, made of their entries alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from perfeval.quantity import Unit
from perfeval.summary.counts import FindingCount, GradeCount, finding_counts, grade_counts
from perfeval.summary.entry import Entry
from perfeval.summary.outliers import Outlier, outliers
from perfeval.summary.ranking import Ranked, ranked
from perfeval.summary.roster import Attendance, Repeated, Unchecked, attendance, repeated
from perfeval.summary.totals import Total, totals


@dataclass(frozen=True, slots=True)
class Summary:
    """Departments by rank, those whose errors keep them out (``unusable``), and what follows from both.

    No summary exists whose amounts are not those of its own departments to the last digit.
    """

    departments: tuple[Ranked, ...]
    unusable: tuple[Entry, ...]
    totals: tuple[Total, ...]
    grades: tuple[GradeCount, ...]
    outliers: tuple[Outlier, ...]
    findings: tuple[FindingCount, ...]
    repeated: tuple[Repeated, ...]
    attendance: Attendance | Unchecked

    def __post_init__(self) -> None:
        for total in self.totals:
            if total.figure.unit is Unit.MONEY:
                amounts = [getattr(one.reported, total.key) for one in self.departments]
                written = Fraction(total.figure.value or 0)
                assert written == sum(Fraction(amount) for amount in amounts if amount is not None), total

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the departments report on."""
        return tuple(sorted({one.reported.year for one in self.departments}))


def summarise(entries: Iterable[Entry], roster: Sequence[str] = (), *, is_selection: bool = False) -> Summary:
    """The summary of the entries; ``roster`` names the departments that were to report, of which a selection is few."""
    everything = tuple(entries)
    departments = ranked(everything)
    return Summary(
        departments,
        tuple(entry for entry in everything if entry.reported is None),
        tuple(totals([one.reported for one in departments])),
        tuple(grade_counts(departments)),
        tuple(outliers(departments)),
        finding_counts(everything),
        repeated(everything),
        attendance(roster, everything, is_selection=is_selection),
    )
