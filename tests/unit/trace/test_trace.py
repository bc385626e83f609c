"""Every figure knows its operands: whatever changes it is among them, and whatever is among them can change it."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

import pytest
from altered import alterations, numbers
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from perfeval import pipeline
from perfeval.diagnostic import Pointer
from perfeval.figures import Facts, calculate
from perfeval.figures.tape import TAPE
from perfeval.model import Assets, Comparison, Indicator, Mark, MissingScore, Project, Report
from perfeval.standards.standard import Standard
from perfeval.trace import Trace, trace
from perfeval.trace.operands import Choice, Given, Operands, Step, Used, counted, flat
from perfeval.trace.watched import watched
from perfeval.tree import leaves
from tools.examples import EXAMPLES, example
from tools.small_reports import REPORTS, STANDARDS, indicators, project, report, scored, standard

slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)

Parts = Callable[[Operands], Iterable[Given | Used]]
COUNTS = ("unscored_count", "fully_executed_count", "not_begun_count")
"""Changed only by a row on the edge of being counted, not by every row that was looked at."""


def traced(one: Report, by: Standard | None = None) -> Trace:
    return trace(calculate(one, by or standard()))


def changed(before: Facts, after: Facts) -> Iterator[str]:
    """The figures whose value differs, or that came or went."""
    for name in {**before.figures, **after.figures}:
        first, second = before.figures.get(name), after.figures.get(name)
        if first is None or second is None or first.value != second.value:
            yield name


def reached(found: Trace, name: str, parts: Parts = flat) -> set[Pointer]:
    """The given values that a figure comes from, through all the figures between."""
    pointers: set[Pointer] = set()
    ahead, seen = [name], {name}
    while ahead:
        for operand in parts(found.operands[ahead.pop()]):
            if isinstance(operand, Given):
                pointers.add(operand.pointer)
            elif operand.name in found.operands and operand.name not in seen:
                seen.add(operand.name)
                ahead.append(operand.name)
    return pointers


@pytest.mark.parametrize("name", EXAMPLES)
def test_whatever_changes_a_figure_is_among_its_operands_and_each_of_them_can_change_it(name: str) -> None:
    explained = pipeline.explain(example(name)).value
    assert explained is not None
    facts = explained.trace.facts
    changing: dict[str, set[Pointer]] = {figure: set() for figure in facts.figures}
    for pointer, value in numbers(facts.report):
        for other in alterations(facts.report, pointer, value):
            for figure in changed(facts, calculate(other, facts.standard)):
                changing[figure].add(pointer)
    listed = {figure: reached(explained.trace, figure) for figure in facts.figures}
    assert {figure: unknown for figure in listed if (unknown := changing[figure] - listed[figure])} == {}
    every = {pointer for pointer, _ in numbers(facts.report)}
    idle = {
        figure: unmoved
        for figure, known in facts.figures.items()
        if known.value is not None  # without a result it lists what it asked for
        and not figure.endswith(COUNTS)
        # rows chosen by another score may add up to the same: that is asked of the number of rows alone
        and (unmoved := reached(explained.trace, figure, _parts_of(figure)) & every - changing[figure])
    }
    assert idle == {}


def _parts_of(figure: str) -> Parts:
    return flat if figure.endswith(".count") else counted


@slow
@given(REPORTS, STANDARDS, st.data())
def test_whatever_changes_a_figure_of_any_report_is_among_its_operands(
    one: Report, by: Standard, data: st.DataObject
) -> None:
    given_numbers = list(numbers(one))
    assume(given_numbers)
    pointer, value = data.draw(st.sampled_from(given_numbers))
    facts = calculate(one, by)
    found = trace(facts)
    for other in alterations(one, pointer, value):
        for figure in changed(facts, calculate(other, by)):
            if figure in facts.figures:
                assert pointer in reached(found, figure), figure


@slow
@given(REPORTS, STANDARDS)
def test_watched_records_are_records_and_give_the_same_figures(one: Report, by: Standard) -> None:
    told: dict[Pointer, object] = {}
    copy = watched(one, told.__setitem__)
    assert isinstance(copy, Report)
    assert calculate(copy, by).figures == calculate(one, by).figures
    assert {pointer: told[pointer] for pointer, _ in leaves(one)} == dict(leaves(one))


@slow
@given(REPORTS, STANDARDS)
def test_every_figure_is_traced_and_none_to_itself(one: Report, by: Standard) -> None:
    found = traced(one, by)
    assert list(found.operands) == list(found.facts.figures)
    for name, operands in found.operands.items():
        assert Used(name) not in flat(operands)


def two() -> tuple[Project, ...]:
    return (project("10", "5", score="90"), project("30", "30", score="70"))


def test_a_quotient_names_the_figures_that_it_divides() -> None:
    assert traced(report(projects=two())).operands["funds.execution_rate"] == (
        Used("funds.executed"),
        Used("funds.budget"),
    )


def test_a_sum_lists_its_values_in_the_order_of_the_file() -> None:
    assert traced(report(projects=two())).operands["funds.budget"] == (
        Given(("projects", 0, "budget"), Decimal(10)),
        Given(("projects", 1, "budget"), Decimal(30)),
    )


def test_each_chapter_names_its_own_figures() -> None:
    operands = traced(report(projects=two())).operands
    assert operands["projects.balance"] == (Used("projects.budget"), Used("projects.executed"))
    assert operands["funds.balance"] == (Used("funds.budget"), Used("funds.executed"))


def test_rows_chosen_by_a_value_tell_which_and_by_what() -> None:
    choice, amount = traced(report(projects=two())).operands["projects.excellent.budget"]
    decided_by = tuple(Given(("projects", index, "score"), Decimal(score)) for index, score in enumerate((90, 70)))
    assert choice == Choice(2, (("projects", 0),), decided_by)
    assert amount == Given(("projects", 0, "budget"), Decimal(10))


def test_rows_chosen_by_a_figure_name_the_figure() -> None:
    (choice,) = traced(report(projects=two())).operands["projects.fully_executed_count"]
    assert choice == Choice(
        2, (("projects", 1),), (Used("projects.1.execution_rate"), Used("projects.2.execution_rate"))
    )


def test_a_sum_over_rows_that_can_be_compared_is_a_step_of_its_own() -> None:
    marked = traced(report(projects=(*two(), project("7", "—"))))
    budget, executed = marked.operands["funds.balance"]
    assert isinstance(budget, Step)
    assert isinstance(executed, Step)
    assert (budget.value, executed.value) == (Decimal(40), Decimal(35))
    choice = budget.operands[0]
    assert isinstance(choice, Choice)
    assert choice.taken == (("projects", 0), ("projects", 1))
    assert Given(("projects", 2, "executed"), Mark.NOT_APPLICABLE) in choice.operands


def test_where_no_row_can_be_compared_the_choice_tells_so() -> None:
    found = traced(report(projects=(project("10", "—"), project("—", "5"))))
    assert found.facts.value("funds.balance") is None
    for step in found.operands["funds.balance"]:
        assert isinstance(step, Step)
        (choice,) = step.operands
        assert isinstance(choice, Choice)
        assert (step.value, choice.of, choice.taken) == (None, 2, ())


def test_a_score_left_out_and_how_that_is_treated_are_operands() -> None:
    found = traced(report(projects=scored("90", None), missing_score=MissingScore.ZERO))
    assert found.operands["projects.total_score"] == (
        Given(("projects", 0, "score"), Decimal(90)),
        Given(("projects", 1, "score"), None),
        Given(("missing_score",), MissingScore.ZERO),
    )


def test_a_member_given_is_all_there_is_to_know() -> None:
    assets = Assets(total=Comparison(value=Decimal(5), previous=Decimal(4)))
    operands = traced(report(assets=assets)).operands
    assert operands["assets.total.value"] == (Given(("assets", "total", "value"), Decimal(5)),)
    assert operands["assets.total.change"] == (
        Given(("assets", "total", "change"), None),
        Used("assets.total.value"),
        Used("assets.total.previous"),
    )


def test_an_indicator_that_names_a_figure_is_made_of_it() -> None:
    item = Indicator(name="执行率", weight=Decimal(10), figure="funds.execution_rate")
    found = traced(report(projects=two(), indicators=indicators(item)))
    assert Used("funds.execution_rate") in found.operands["indicators.1.1.1.standard_score"]
    assert ("projects", 0, "budget") in reached(found, "indicators.score")


def test_the_inverse_tells_what_is_reckoned_and_what_is_decided() -> None:
    found = traced(report(projects=two()))
    score = ("projects", 0, "score")
    assert found.used_by("projects.mean_score") == ("department.uncapped_score",)
    assert "projects.total_score" in found.used_by(score)
    assert "projects.excellent.budget" in found.decided_by(score)
    assert "projects.excellent.budget" not in found.used_by(score)


def test_nobody_listens_before_and_after() -> None:
    assert TAPE.get() is None
    traced(report(projects=two()))
    assert TAPE.get() is None
