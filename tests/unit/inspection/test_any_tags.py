"""Whatever tags stand together: looking at them never fails, and what passes is rendered without a fault of names."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from perfeval.diagnostic import Location, Place
from perfeval.inspection.known import report_contexts
from perfeval.inspection.passage import Mention, Passage
from perfeval.inspection.shapes import either, shape_of
from perfeval.printing import FILTERS
from perfeval.word.fault import NOWHERE, TemplateFault
from perfeval.word.sandbox import Sandbox
from perfeval.word.tagged import Tagged
from perfeval.word.wording import TYPES

FULLEST = next(iter(report_contexts()))
KNOWN = either(map(shape_of, report_contexts())).keys or {}
TELLABLE = {"R112", "R114"}
"""What is told of names and of values printed bare holds for every report; a missing value does not."""

PATHS = st.sampled_from(
    ("year", "report.projects", "funds.budget", "report.department.name", "report.evaluation.start", "indicator_rows",
     "report.projects[0].name", "projects", "row", "row.name", "row.budget", "row.item.weight", "loop.index", "loop.first",
     "report.basis[0]", "nonsense", "year.x", "3", "'甲'", "none", "[year, 1]", "report.problems[:2]", "grades[0]['name']")
)  # fmt: skip
EXPRESSIONS = st.recursive(
    PATHS,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from((*FILTERS, "length", "join", "nothing"))).map(
            lambda two: f"{two[0]} | {two[1]}"
        ),
        st.tuples(
            inner, st.sampled_from((" and ", " or ", " + ", " * ", " / ", " == ", " < ", " if year else ")), inner
        ).map("".join),
        inner.map(lambda one: f"not ({one})"),
        inner.map(lambda one: f"({one}) is none"),
    ),
    max_leaves=3,
)
TAGS = st.one_of(
    EXPRESSIONS.map(lambda one: f"{{{{ {one} }}}}"),
    EXPRESSIONS.map(lambda one: f"{{% if {one} %}}"),
    EXPRESSIONS.map(lambda one: f"{{% elif {one} %}}"),
    PATHS.map(lambda one: f"{{% for row in {one} %}}"),
    st.sampled_from(
        ("{% else %}", "{% endif %}", "{% endfor %}", "{% for a, b in [(1, 'x')] %}{{ b }}{% endfor %}", "甲")
    ),
    st.sampled_from(
        ("{% set x = 1 %}", "{{ year | }}", "{% for %}", "{% raw %}", "{% endraw %}", "{{ }}", "{% nothing %}")
    ),
)


def faults(tags: list[str]) -> list[str]:
    mentions = [Mention(tag, NOWHERE, Location("", Place(number, 1), "")) for number, tag in enumerate(tags, 1)]
    return [fault.kind.code for fault in Passage(mentions, str, Sandbox(FILTERS)).faults(KNOWN)]


@settings(deadline=None)
@example(["{% endraw %}", "{% raw %}"])
@given(st.lists(TAGS, max_size=10))
def test_looking_at_tags_never_fails(tags: list[str]) -> None:
    found = faults(tags)
    with suppress(TemplateFault):
        Tagged.compile("".join(tags), FILTERS)
        return
    assert found


LOOPS = st.sampled_from(("report.projects", "indicator_rows", "grades", "report.problems", "report.basis"))
KEYS = st.sampled_from(("row.name", "row.budget", "row.item.weight", "row.number", "row.low", "row", "row.title"))
PRINTS = st.tuples(st.one_of(KEYS, PATHS), st.sampled_from(("", *(f" | {name}" for name in FILTERS)))).map(
    lambda two: f"{{{{ {two[0]}{two[1]} }}}}"
)


@settings(deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(LOOPS, st.lists(PRINTS, min_size=1, max_size=2), EXPRESSIONS)
def test_what_has_no_fault_names_nothing_unknown_and_prints_nothing_bare(
    rows: str, prints: list[str], condition: str
) -> None:
    tags = [f"{{% for row in {rows} %}}", *prints, "{% endfor %}", f"{{% if {condition} %}}", "甲", "{% endif %}"]
    assume(not faults(tags))
    try:
        Tagged.compile("".join(tags), FILTERS).render(FULLEST)
    except TemplateFault as fault:
        is_missing = fault.arguments.get("type") == TYPES["NoneType"]
        assert is_missing or fault.kind.code not in TELLABLE, fault  # noqa: PT017 (that it may be raised is no failure)


@pytest.mark.parametrize(("depth", "codes"), [(20, []), (150, ["R111"]), (3000, ["R111"])])
def test_blocks_too_deep_for_the_engine_are_told_in_words(depth: int, codes: list[str]) -> None:
    assert faults(["{% if year %}"] * depth + ["{% endif %}"] * depth) == codes
