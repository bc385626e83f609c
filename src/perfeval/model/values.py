"""What single values of a report may be: prose, amounts and marks, and words with a fixed meaning."""

from decimal import Decimal
from enum import StrEnum


class Prose(str):
    """Markdown text of the department; may name figures in ``{{ }}``."""

    __slots__ = ()


class Mark(StrEnum):
    """A word in a number's place; absent (None), zero and these two stay four different things."""

    NOT_APPLICABLE = "—"
    NONE = "无"


Amount = Decimal | Mark
"""万元, or a mark."""


class UnitKind(StrEnum):
    """Whether a unit is one of the department's own offices or affiliated to it."""

    OFFICE = "office"
    AFFILIATE = "affiliate"


class FundSource(StrEnum):
    """Which level of government the money comes from; local is the department's own level."""

    CENTRAL = "central"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"
    LOCAL = "local"


class Level(StrEnum):
    """Which level of government a department belongs to."""

    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    COUNTY = "county"
    TOWNSHIP = "township"


class MissingScore(StrEnum):
    """How a project without a score enters the mean."""

    ZERO = "zero"
    SKIP = "skip"
    ERROR = "error"
