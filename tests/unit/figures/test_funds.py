"""Funds in all, by source and by project; absent, zero, — and 无 stay four different things."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfeval.figures.figure import known, sum_of
from perfeval.model import Fund, FundSource, Mark
from tools.small_reports import CAPS, derived, number, project, report, standard


def fund(source: FundSource, budget: str, executed: str, received: str | None = None) -> Fund:
    return Fund(
        source=source,
        budget=number(budget),
        executed=number(executed),
        received=None if received is None else number(received),
    )


def test_totals_balance_and_rates_of_all_projects() -> None:
    found = derived(report(projects=(project("10.02", "8", "9"), project("29.98", "2.000001", "11"))))
    assert found["funds.budget"] == Decimal(40)
    assert found["funds.received"] == Decimal(20)
    assert found["funds.executed"] == Decimal("10.000001")
    assert found["funds.balance"] == Decimal("29.999999")
    assert found["funds.execution_rate"] == Decimal("25.0000025")
    assert found["funds.arrival_rate"] == Decimal(50)


def test_the_total_is_written_in_capitals_too() -> None:
    found = derived(report(projects=(project("10.02", "8.3"),)))
    assert found["funds.budget_capital"] == "人民币壹拾万零贰佰元整"
    assert found["funds.executed_capital"] == "人民币捌万叁仟元整"
    assert found["funds.balance_capital"] == "人民币壹万柒仟贰佰元整"
    assert derived(report(projects=(project("—", "8.3"),)))["funds.budget_capital"] is None


def test_by_source_with_its_share_and_only_for_sources_present() -> None:
    rows = (
        project("30", "15", "30", source=FundSource.CENTRAL),
        project("50", "50", "25", source=FundSource.LOCAL),
        project("20", "5", "20", source=FundSource.CENTRAL),
        project("100", "0", "0", source=FundSource.MUNICIPAL),
    )
    found = derived(report(projects=rows))
    central = ("budget", "received", "executed", "balance", "execution_rate", "arrival_rate", "share")
    assert [found[f"funds.central.{name}"] for name in central] == [50, 50, 20, 30, 40, 100, 25]
    assert [found[f"funds.municipal.{name}"] for name in central] == [100, 0, 0, 100, 0, 0, 50]
    assert found["funds.local.share"] == 25
    assert not any(name.startswith("funds.provincial") for name in found)


def test_funds_given_by_source_stand_before_the_projects() -> None:
    funds = (fund(FundSource.CENTRAL, "7", "3"), fund(FundSource.LOCAL, "1", "1"))
    found = derived(report(funds=funds, projects=(project("100", "100", source=FundSource.MUNICIPAL),)))
    assert (found["funds.budget"], found["funds.executed"]) == (8, 4)
    assert found["projects.budget"] == 100
    assert "funds.municipal.budget" not in found


def test_without_a_budget_there_is_no_rate() -> None:
    found = derived(report(projects=(project("0", "0", "0", source=FundSource.LOCAL),)))
    for name in ("funds", "funds.local", "projects", "projects.1"):
        assert found[f"{name}.execution_rate"] is None
        assert found[f"{name}.arrival_rate"] is None
        assert found[f"{name}.balance"] == 0
    assert found["funds.local.share"] is None


@pytest.mark.parametrize(
    ("received", "total", "rate"),
    [
        ((None, "5"), None, None),
        (("0", "5"), 5, 25),
        (("—", "5"), 5, 50),
        (("无", "5"), 5, 25),
        (("0", "0"), 0, 0),
        (("无", "无"), 0, 0),
        (("—", "无"), 0, 0),
        (("—", "—"), None, None),
        ((None, None), None, None),
    ],
)
def test_absent_leaves_no_total_none_adds_nothing_and_not_applicable_alone_is_no_zero(
    received: tuple[str | None, str | None], total: int | None, rate: int | None
) -> None:
    found = derived(report(projects=tuple(project("10", "1", one) for one in received)))
    assert found["funds.received"] == total
    assert found["funds.arrival_rate"] == rate
    assert found["funds.budget"] == 20


def test_a_row_with_a_mark_has_no_balance_and_no_rate() -> None:
    found = derived(report(projects=(project("—", "5", "无"), project("10", "无", "—"))))
    for row in ("projects.1", "projects.2"):
        assert [found[f"{row}.{name}"] for name in ("balance", "execution_rate", "arrival_rate")] == [None] * 3


def test_a_row_spent_beyond_its_budget_has_a_negative_balance() -> None:
    found = derived(report(projects=(project("10", "12.5", "5"),)))
    assert found["projects.1.balance"] == Decimal("-2.5")
    assert found["projects.1.execution_rate"] == 125
    assert found["projects.1.arrival_rate"] == 50


def test_no_amounts_add_up_to_zero() -> None:
    assert sum_of([]) == 0


def test_a_mark_is_no_number() -> None:
    assert [known(one) for one in (None, Mark.NONE, Mark.NOT_APPLICABLE, Decimal(0))] == [None, None, None, 0]


@given(st.lists(st.decimals(0, 10**12, places=6), min_size=1))
def test_totals_are_exact(amounts: list[Decimal]) -> None:
    exact = sum(map(Fraction, amounts))
    found = derived(report(projects=tuple(project(f"{one:f}", "0") for one in amounts)))
    total = found["funds.budget"]
    assert isinstance(total, Decimal)
    assert Fraction(total) == exact


@given(st.lists(st.tuples(st.decimals(0, 10**9, places=6), st.sampled_from(FundSource)), min_size=1))
def test_the_sources_make_up_the_whole(rows: list[tuple[Decimal, FundSource]]) -> None:
    found = derived(
        report(projects=tuple(project(f"{one:f}", "0", source=source) for one, source in rows)), standard(caps=CAPS)
    )
    parts = [found[f"funds.{source}.budget"] for source in {source for _, source in rows}]
    assert sum(part for part in parts if isinstance(part, Decimal)) == found["funds.budget"]


def test_where_no_row_has_both_amounts_there_is_neither_balance_nor_rate() -> None:
    rows = (project("10", "—", "—", source=FundSource.LOCAL, score="90"), project("—", "3", "5", score="90"))
    found = derived(report(projects=rows))
    for part in ("funds", "funds.local", "projects", "projects.excellent"):
        assert [found[f"{part}.{name}"] for name in ("balance", "execution_rate", "arrival_rate")] == [None] * 3
    assert (found["funds.budget"], found["funds.executed"], found["funds.received"]) == (10, 3, 5)
    assert found["funds.balance_capital"] is None


def test_of_no_rows_the_balance_is_zero() -> None:
    found = derived(report(projects=(project("10", "—", score="90"),)))
    assert [found[f"projects.good.{name}"] for name in ("budget", "executed", "balance")] == [0, 0, 0]


def test_a_row_without_a_budget_is_left_out_of_rate_and_balance_but_not_out_of_the_sums() -> None:
    found = derived(report(projects=(project("—", "50", "0"), project("100", "50", "100"))))
    assert (found["funds.budget"], found["funds.executed"]) == (100, 100)
    assert (found["funds.balance"], found["funds.execution_rate"]) == (50, 50)
