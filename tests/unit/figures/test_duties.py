"""Offices and affiliates are counted from the list."""

from perfeval.model import Duties, DutyUnit, Prose, Theme, UnitKind
from tools.small_reports import derived, report


def unit(kind: UnitKind) -> DutyUnit:
    return DutyUnit(name="单位", kind=kind, text=Prose("职责"))


def test_units_are_counted_by_kind_whatever_is_announced() -> None:
    units = (unit(UnitKind.OFFICE), unit(UnitKind.AFFILIATE), unit(UnitKind.OFFICE))
    found = derived(report(duties=Duties(units=units, offices=9, affiliates=9)))
    assert found == {"duties.office_count": 2, "duties.affiliate_count": 1}


def test_a_kind_that_is_not_listed_counts_zero() -> None:
    assert derived(report(duties=Duties(units=(unit(UnitKind.OFFICE),))))["duties.affiliate_count"] == 0


def test_duties_by_theme_list_no_units_and_count_none() -> None:
    assert derived(report(duties=Duties(themes=(Theme(title="主题", text=Prose("职责")),)))) == {}
