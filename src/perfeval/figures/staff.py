"""Staff: posts approved, in post against them, vacancies."""

from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Text
from perfeval.figures.figure import Facts, Figure, Scope, figure, taken
from perfeval.figures.regulations import COMMON_INDICATORS
from perfeval.model import Staff
from perfeval.quantity import Unit, difference, rate


def _in_post(staff: Staff) -> Decimal | None:
    return None if staff.in_post is None else Decimal(staff.in_post)


@figure(
    "establishment_total",
    Text("编制总数", "establishment"),
    Unit.PEOPLE,
    Text("行政编制 + 事业编制", "administrative + institutional posts"),
)
def establishment_total(staff: Staff) -> Decimal | None:
    if staff.establishment is None:
        return None
    posts = (staff.establishment.administrative, staff.establishment.institutional)
    given = [post for post in posts if post is not None]
    return Decimal(sum(given)) if given else None


@figure(
    "control_rate",
    Text("在职人员控制率", "control rate"),
    Unit.PERCENT,
    Text("在职人数 ÷ 编制总数 × 100%", "in post ÷ establishment × 100%"),
    COMMON_INDICATORS,
)
def control_rate(staff: Staff) -> Decimal | None:
    return rate(_in_post(staff), establishment_total(staff))


@figure("vacancies", Text("空编数", "vacancies"), Unit.PEOPLE, Text("编制总数 − 在职人数", "establishment − in post"))
def vacancies(staff: Staff) -> Decimal | None:
    return difference(establishment_total(staff), _in_post(staff))


STAFF = (establishment_total, control_rate, vacancies)


def chapter(facts: Facts) -> Iterator[Figure]:
    """``staff.*`` where staff are given."""
    if facts.report.staff is not None:
        yield from taken(STAFF, Scope("staff", Text("人员：", "Staff:"), facts.report.staff, ("staff",)))
