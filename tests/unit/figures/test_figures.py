"""What holds of every figure of every report, and the order of the chapters."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from perfeval.figures import (
    CHAPTERS,
    Figure,
    assets,
    budget,
    calculate,
    department,
    funds,
    indicators,
    projects,
    staff,
)
from perfeval.figures.figure import Measure
from perfeval.model import Duties, DutyUnit, Prose, Report, Staff, UnitKind
from perfeval.quantity import Unit
from perfeval.standards.standard import Standard
from tools.small_reports import REPORTS, STANDARDS, derived, report, standard

NAME = re.compile(r"[a-z][a-z_]*(\.[a-z_0-9]+)+")
STAMMER = re.compile(r"([\u4e00-\u9fff]{2,})\1")
CHINESE = re.compile(r"[\u4e00-\u9fff]")

slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)


def every(given_report: Report, by: Standard) -> Iterator[Figure]:
    """The figures as the chapters give them, none lost to another of its name."""
    facts = calculate(given_report, by)
    for chapter in CHAPTERS:
        yield from chapter(facts)


@slow
@given(REPORTS, STANDARDS)
def test_a_value_is_an_exact_finite_number_words_or_absent(one: Report, by: Standard) -> None:
    for figure in every(one, by):
        assert type(figure.value) in {Decimal, str, type(None)}, figure
        assert figure.value != "", figure
        if isinstance(figure.value, Decimal):
            assert figure.value.is_finite(), figure
            assert figure.unit is not Unit.WORDS, figure
        elif figure.value is not None:
            assert figure.unit is Unit.WORDS, figure


@slow
@given(REPORTS, STANDARDS)
def test_every_name_is_plain_and_borne_once(one: Report, by: Standard) -> None:
    names = [figure.name for figure in every(one, by)]
    assert len(names) == len(set(names))
    assert [name for name in names if not NAME.fullmatch(name)] == []
    assert names == list(calculate(one, by).figures)


@slow
@given(REPORTS, STANDARDS)
def test_every_figure_says_in_both_languages_what_it_is_and_how_it_is_derived(one: Report, by: Standard) -> None:
    for figure in every(one, by):
        for words in (figure.label, figure.formula):
            assert words.zh.strip() == words.zh, figure
            assert words.en.strip() == words.en, figure
            assert words.zh, figure
            assert words.en, figure
        assert CHINESE.search(figure.label.zh), figure
        assert not STAMMER.search(figure.label.zh), figure
        if not figure.name.startswith(("indicators.", "projects.")):  # whose labels hold names of the department
            assert not CHINESE.search(figure.label.en), figure


@slow
@given(REPORTS, STANDARDS)
def test_a_pointer_leads_to_a_record_of_the_report(one: Report, by: Standard) -> None:
    for figure in every(one, by):
        if figure.pointer is not None:
            node: object = one
            for step in figure.pointer:
                node = node[step] if isinstance(node, tuple) and isinstance(step, int) else getattr(node, str(step))
            assert node is not None, figure


def test_an_empty_report_has_no_figures() -> None:
    assert derived(report()) == {}


def test_figures_come_in_the_order_of_the_report() -> None:
    units = (DutyUnit(name="办公室", kind=UnitKind.OFFICE, text=Prose("职责")),)
    names = list(calculate(report(staff=Staff(in_post=3), duties=Duties(units=units)), standard()).figures)
    assert names[0].startswith("duties.")
    assert names[-1].startswith("staff.")


@pytest.mark.parametrize(
    ("measure", "term"),
    [
        (funds.execution_rate, "预算执行率"),
        (funds.arrival_rate, "到位率"),
        (budget.adjustment_rate, "预算调整率"),
        (budget.completion_rate, "预算完成率"),
        (staff.control_rate, "在职人员控制率"),
        (assets.liability_ratio, "资产负债率"),
        (indicators.score_rate, "得分率"),
        (indicators.lost, "扣分"),
        (department.grade, "综合评价等级"),
        (projects.result_use, "自评结果应用意见"),
    ],
)
def test_a_figure_is_called_by_the_term_of_the_field(measure: Measure[Any, Any], term: str) -> None:
    assert measure.label.zh == term
    assert measure.formula.zh
    assert (measure.unit is Unit.PERCENT) == term.endswith("率")
