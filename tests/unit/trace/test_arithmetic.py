"""The arithmetic shown beside a figure really gives its value."""

from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from operator import sub, truediv

import pytest
from hypothesis import HealthCheck, given, settings

from perfeval import pipeline
from perfeval.figures import Figure, calculate
from perfeval.model import Assets, Comparison, Report, Staff
from perfeval.reporters.values import said
from perfeval.standards.standard import Standard
from perfeval.trace import Trace, trace
from perfeval.trace.arithmetic import Arithmetic, arithmetic_of
from tools.examples import EXAMPLES, example
from tools.small_reports import REPORTS, STANDARDS, project, report, standard

SIGNS = ("Σ", "+", "−", "÷", "之和")
ROUNDED = ("assets.total.previous", "assets.liabilities.previous", "assets.net.previous")
"""From a printed rate, as fine as this year's value: no plain quotient."""


def value_of(shown: Arithmetic) -> Fraction:
    """Reckoned anew, without a Decimal."""
    numbers = map(Fraction, shown.numbers)
    if shown.sign in {"", "+"}:
        return sum(numbers, Fraction(0))
    *_, result = accumulate(numbers, sub if shown.sign == "−" else truediv)
    assert isinstance(result, Fraction)
    return result * 100 if shown.percentage else result


def holds(found: Trace, figure: Figure) -> bool:
    shown = arithmetic_of(found, figure)
    assert isinstance(figure.value, Decimal)
    return shown is not None and abs(value_of(shown) - Fraction(figure.value)) < Fraction(1, 10**40)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_sum_difference_and_quotient_shows_numbers_that_give_it(name: str) -> None:
    explained = pipeline.explain(example(name)).value
    assert explained is not None
    reckoned = [
        figure
        for figure in explained.trace.facts.figures.values()
        if isinstance(figure.value, Decimal) and any(sign in figure.formula.zh for sign in SIGNS)
    ]
    assert len(reckoned) > 50
    wrong = [figure.name for figure in reckoned if not holds(explained.trace, figure)]
    assert wrong == [name for name in ROUNDED if name in explained.trace.facts.figures]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(REPORTS, STANDARDS)
def test_what_is_shown_gives_the_value_in_any_report(one: Report, by: Standard) -> None:
    found = trace(calculate(one, by))
    for figure in found.facts.figures.values():
        if arithmetic_of(found, figure) is not None:
            assert holds(found, figure), figure


def of(one: Report, name: str) -> Arithmetic | None:
    found = trace(calculate(one, standard()))
    return arithmetic_of(found, found.facts.figures[name])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("funds.budget", "10 + 30"),
        ("funds.balance", "40 − 45"),
        ("funds.execution_rate", "45 ÷ 40 × 100%"),
        ("projects.mean_score", "150 ÷ 2"),
        ("projects.1.balance", "10 − 15"),
        ("department.score", "75"),
    ],
)
def test_the_sign_is_that_of_the_formula(name: str, words: str) -> None:
    one = report(projects=(project("10", "15", score="80"), project("30", "30", score="70")))
    shown = of(one, name)
    assert shown is not None
    assert said(shown, "zh") == words


def test_a_negative_number_after_a_sign_stands_in_brackets() -> None:
    one = report(assets=Assets(total=Comparison(value=Decimal(5), change=Decimal(-3))))
    shown = of(one, "assets.total.previous")
    assert shown is not None
    assert said(shown, "zh") == "5 − (-3)"


def test_a_long_sum_tells_how_many_it_adds() -> None:
    shown = of(report(projects=(project("1", "1"),) * 7), "funds.budget")
    assert shown is not None
    assert (said(shown, "zh"), said(shown, "en")) == ("7 项之和", "sum of 7")


def test_without_a_result_or_in_words_there_is_no_arithmetic() -> None:
    one = report(projects=(project("1", "1", score="90"),), staff=Staff(in_post=3))
    assert of(one, "staff.vacancies") is None
    assert of(one, "projects.1.grade") is None
    assert of(one, "funds.budget_capital") is None


def test_a_value_from_a_rate_alone_is_not_passed_off_as_a_difference() -> None:
    one = report(assets=Assets(total=Comparison(value=Decimal("858.15"), change_rate=Decimal("-30.59"))))
    assert of(one, "assets.total.previous") is None
