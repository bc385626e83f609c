"""A scoring standard: grade bands, weights, how execution and indicators are scored. All of it is data."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from perfeval.model import FundSource, MissingScore
from perfeval.quantity import DECIMALS, Unit, rounded

TAKEN_KEYS = frozenset(
    (
        "count", "total_score", "mean_score", "highest_score", "lowest_score", "unscored_count",
        "fully_executed_count", "not_begun_count", "budget", "received", "executed", "balance", "execution_rate",
        "arrival_rate", *FundSource,
    )
)  # fmt: skip
"""What ``projects.<key>`` means already, so that no grade may be called so."""


class ExecutionMethod(StrEnum):
    """How the execution rate becomes points."""

    LINEAR = "linear"
    STEPS = "steps"
    TABLE = "table"


class ReverseMethod(StrEnum):
    """The two formulas in use where less is better: down to zero at twice the target, or target ÷ actual."""

    LINEAR = "linear"
    INVERSE = "inverse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A grade: its key, its name, the score it begins at (included) and what the result is used for."""

    key: str
    name: str
    floor: Decimal
    result_use: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """From this execution rate (percent, included) on, this share (percent) of the weight."""

    floor: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Execution:
    """``step`` (percentage points) belongs to ``steps``, ``table`` (best first) to ``table``."""

    method: ExecutionMethod
    step: Decimal | None = None
    table: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualitative:
    """A verdict in words and the share (percent) of the weight that it is worth at most."""

    word: str
    share: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicators:
    """How an indicator's target and actual value become points."""

    reverse: ReverseMethod
    qualitative: tuple[Qualitative, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """Below this execution rate (percent) the total is at most this score."""

    below: Decimal
    score: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """Where the rules draw their lines; percent, and points of 100. A place says otherwise in its standard.

    ``overachieved``: a result from this share of its target on wants an explanation. ``low_execution``: an execution
    rate below this wants one. ``high_score``: a score from here on is doubtful where little was executed. ``outlier``:
    a score so far from the mean of all projects is doubtful. ``off``: rules that do not hold in this place.
    """

    overachieved: Decimal = Decimal(130)
    low_execution: Decimal = Decimal(60)
    high_score: Decimal = Decimal(75)
    outlier: Decimal = Decimal(50)
    off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """One place's scoring standard, as its data file says; scores are of 100."""

    title: str
    source: str
    date: dt.date
    weights: dict[str, Decimal]
    grades: tuple[Band, ...]
    execution: Execution
    indicators: Indicators
    missing_score: MissingScore
    caps: tuple[Cap, ...] = ()
    checks: Checks = Checks()

    def band(self, score: Decimal) -> Band:
        """The grade of a score as printed, at two decimals: the best band whose floor it reaches."""
        printed = rounded(score, DECIMALS[Unit.SCORE])
        return next((band for band in self.grades if printed >= band.floor), self.grades[-1])

    def cap(self, execution_rate: Decimal | None) -> Decimal | None:
        """The highest total allowed at this execution rate; None where nothing is capped."""
        if execution_rate is None:
            return None
        return min((cap.score for cap in self.caps if execution_rate < cap.below), default=None)
