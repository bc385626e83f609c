"""Every rule says what must hold, with the shortest report that does and one that does not."""

import pytest

from perfeval import pipeline
from perfeval.reporters import catalogue
from perfeval.rules import ALL, EVERY, AnyRule, Selection

each_rule = pytest.mark.parametrize("rule", EVERY, ids=[rule.kind.code for rule in EVERY])
ON_REQUEST = tuple(rule for rule in EVERY if rule.on_request)


def codes(rule: AnyRule, example: str, selection: Selection) -> set[str]:
    """What is found in an example: the rules' codes, or why it is no report."""
    return {found.kind.code for found in pipeline.try_rules(catalogue.files(rule, example), selection)}


def beside(rule: AnyRule) -> Selection:
    """All rules, as a run without options asks them, and this one beside them though it be on request."""
    return Selection(("K",), tuple(other.kind.code for other in ON_REQUEST if other is not rule))


@each_rule
def test_a_rule_has_a_formula_in_both_languages(rule: AnyRule) -> None:
    assert rule.formula.zh
    assert rule.formula.en
    assert rule.formula.zh != rule.formula.en
    assert not rule.formula.zh.endswith(("。", "，", " "))
    assert not rule.formula.en.endswith((".", ",", " "))


@each_rule
def test_nothing_is_found_in_the_example_that_passes(rule: AnyRule) -> None:
    assert rule.passes
    assert codes(rule, rule.passes, beside(rule)) == set()


@each_rule
def test_only_this_rule_finds_fault_with_the_example_that_fails(rule: AnyRule) -> None:
    assert rule.fails
    assert codes(rule, rule.fails, beside(rule)) == {rule.kind.code}


@pytest.mark.parametrize("rule", ON_REQUEST, ids=[rule.kind.code for rule in ON_REQUEST])
def test_a_rule_on_request_is_silent_where_nobody_asks(rule: AnyRule) -> None:
    assert codes(rule, rule.fails, ALL) == set()
