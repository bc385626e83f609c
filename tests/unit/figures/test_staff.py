"""Posts approved, in post against them, vacancies."""

from decimal import Decimal

import pytest

from perfeval.model import Establishment, Staff
from tools.small_reports import derived, report


@pytest.mark.parametrize(
    ("establishment", "in_post", "expected"),
    [
        (Establishment(administrative=15, institutional=35), 40, (50, 80, 10)),
        (Establishment(administrative=15, institutional=35), 60, (50, 120, -10)),
        (Establishment(administrative=15), 15, (15, 100, 0)),
        (Establishment(institutional=8), 2, (8, 25, 6)),
        (Establishment(administrative=0, institutional=8), 0, (8, 0, 8)),
        (Establishment(administrative=0, institutional=0), 3, (0, None, -3)),
        (Establishment(institutional=8), None, (8, None, None)),
        (Establishment(), 3, (None, None, None)),
        (None, 3, (None, None, None)),
    ],
)
def test_total_control_rate_and_vacancies(
    establishment: Establishment | None, in_post: int | None, expected: tuple[int | None, ...]
) -> None:
    found = derived(report(staff=Staff(establishment=establishment, in_post=in_post)))
    assert tuple(found.values()) == expected
    assert list(found) == ["staff.establishment_total", "staff.control_rate", "staff.vacancies"]


def test_people_are_exact_numbers() -> None:
    found = derived(report(staff=Staff(establishment=Establishment(institutional=3), in_post=2)))
    assert all(type(value) is Decimal for value in found.values())
