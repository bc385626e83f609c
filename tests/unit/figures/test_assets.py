"""Assets against last year, what is left after liabilities, and their ratio."""

from decimal import Decimal
from typing import Any

from perfeval.model import Assets, Comparison
from tools.small_reports import Values, derived, report


def found(**parts: Any) -> Values:
    return derived(report(assets=Assets(**parts)))


def test_net_value_and_liability_ratio() -> None:
    both = found(total=Comparison(value=Decimal(800)), liabilities=Comparison(value=Decimal(200)))
    assert both["assets.net_value"] == 600
    assert both["assets.liability_ratio"] == 25


def test_values_are_completed_before_they_are_used() -> None:
    total = Comparison(previous=Decimal(500), change=Decimal(300))
    both = found(total=total, liabilities=Comparison(value=Decimal(1000)))
    assert both["assets.total.value"] == 800
    assert both["assets.total.change_rate"] == 60
    assert both["assets.net_value"] == -200
    assert both["assets.liability_ratio"] == 125


def test_parts_come_only_where_given_and_one_alone_has_no_ratio() -> None:
    only = found(net=Comparison(value=Decimal(5), previous=Decimal(4)))
    assert only["assets.net.change"] == 1
    assert only["assets.net.change_rate"] == 25
    assert (only["assets.net_value"], only["assets.liability_ratio"]) == (None, None)
    assert not any(name.startswith(("assets.total", "assets.liabilities")) for name in only)


def test_without_assets_there_is_a_net_value_but_no_ratio() -> None:
    both = found(total=Comparison(value=Decimal(0)), liabilities=Comparison(value=Decimal(3)))
    assert (both["assets.net_value"], both["assets.liability_ratio"]) == (-3, None)
