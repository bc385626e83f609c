"""In any report: a figure in a plain sentence stands, and one digit of it changed is told."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from perfeval.audit import Verdict, audit
from perfeval.figures import Facts, Figure, calculate
from perfeval.model import Prose, Report
from perfeval.printing import PRINT
from perfeval.quantity import Unit
from tools.facts import with_sections
from tools.small_reports import REPORTS, standard

AFTER = {Unit.MONEY: "万元", Unit.PERCENT: "", Unit.SCORE: "分", Unit.PROJECTS: "个", Unit.PEOPLE: "人"}
TELLING = 4
"""Digits that make a number known among others."""


def numbers(facts: Facts) -> list[Figure]:
    return [figure for figure in facts.figures.values() if isinstance(figure.value, Decimal)]


def sentence(figure: Figure, printed: str) -> Prose:
    return Prose(f"{figure.label.zh}为{printed}{AFTER[figure.unit]}。")


def doubts(one: Facts, text: Prose) -> list[Verdict]:
    found = audit(with_sections(one, conclusion=text))
    return [doubt.verdict for doubt in found if doubt.pointer == ("conclusion",)]


@given(REPORTS, st.data())
def test_a_figure_printed_after_its_label_stands(report: Report, data: st.DataObject) -> None:
    facts = calculate(report, standard())
    assume(numbers(facts))
    figure = data.draw(st.sampled_from(numbers(facts)))
    assert isinstance(figure.value, Decimal)
    assert doubts(facts, sentence(figure, PRINT[figure.unit](figure.value))) == []


@given(REPORTS, st.data())
def test_an_amount_with_one_digit_changed_is_told(report: Report, data: st.DataObject) -> None:
    facts = calculate(report, standard())
    amounts = [figure for figure in numbers(facts) if figure.unit is Unit.MONEY and _digits(figure) >= TELLING]
    assume(amounts)
    figure = data.draw(st.sampled_from(amounts))
    printed = PRINT[figure.unit](figure.value)
    place = data.draw(st.sampled_from([place for place, sign in enumerate(printed) if sign.isdigit()]))
    digit = data.draw(st.sampled_from([other for other in "0123456789" if other != printed[place]]))
    told = doubts(facts, sentence(figure, printed[:place] + digit + printed[place + 1 :]))
    assert [verdict for verdict in told if verdict is not Verdict.UNBACKED]


def _digits(figure: Figure) -> int:
    """How many digits an amount has, zeros at its ends apart."""
    assert isinstance(figure.value, Decimal)
    return len(figure.value.normalize().as_tuple().digits)
