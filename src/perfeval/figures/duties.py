"""Duties: how many offices and affiliates are listed."""

from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Text
from perfeval.figures.figure import Facts, Figure, Scope, figure, taken
from perfeval.figures.tape import chosen
from perfeval.model import Duties, UnitKind
from perfeval.quantity import Unit


@figure("office_count", Text("内设科室数", "offices"), Unit.PROJECTS, Text("所列科室个数", "number of offices listed"))
def office_count(duties: Duties) -> Decimal | None:
    return Decimal(len(chosen(duties.units, lambda unit: unit.kind is UnitKind.OFFICE)))


@figure(
    "affiliate_count",
    Text("下属单位数", "affiliates"),
    Unit.PROJECTS,
    Text("所列下属单位个数", "number of affiliates listed"),
)
def affiliate_count(duties: Duties) -> Decimal | None:
    return Decimal(len(chosen(duties.units, lambda unit: unit.kind is UnitKind.AFFILIATE)))


DUTIES = (office_count, affiliate_count)


def chapter(facts: Facts) -> Iterator[Figure]:
    """``duties.*`` where duties are listed by unit."""
    duties = facts.report.duties
    if duties is not None and duties.units:
        yield from taken(DUTIES, Scope("duties", Text("", "Duties:"), duties, ("duties",)))
