"""Every value given in a record is found, with the way to it."""

import datetime as dt
from decimal import Decimal

from perfeval.model import Department, Evaluation, Mark, Project, Prose, Report, Stage
from perfeval.tree import leaves


def test_values_come_in_the_order_of_the_model_and_absent_ones_not_at_all() -> None:
    report = Report(
        layout="a",
        standard="b",
        year=2025,
        department=Department(name="某局"),
        evaluation=Evaluation(stages=(Stage(title="一", start=dt.date(2026, 3, 1), text=Prose("文")),)),
        projects=(
            Project(name="甲", budget=Decimal(0), executed=Mark.NONE),
            Project(name="乙", budget=Decimal(2), executed=Decimal(1), score=Mark.NOT_APPLICABLE),
        ),
        expect={"funds.budget": Decimal(2)},
    )
    assert list(leaves(report)) == [
        (("layout",), "a"),
        (("standard",), "b"),
        (("year",), 2025),
        (("department", "name"), "某局"),
        (("evaluation", "stages", 0, "title"), "一"),
        (("evaluation", "stages", 0, "start"), dt.date(2026, 3, 1)),
        (("evaluation", "stages", 0, "text"), "文"),
        (("projects", 0, "name"), "甲"),
        (("projects", 0, "budget"), 0),
        (("projects", 0, "executed"), Mark.NONE),
        (("projects", 1, "name"), "乙"),
        (("projects", 1, "budget"), 2),
        (("projects", 1, "executed"), 1),
        (("projects", 1, "score"), Mark.NOT_APPLICABLE),
        (("expect", "funds.budget"), 2),
    ]


def test_what_is_no_record_has_nothing_below_it() -> None:
    assert list(leaves("文", ("a", 1))) == []
    assert list(leaves(None)) == []
    assert list(leaves(())) == []


def test_prose_stays_prose() -> None:
    ((_, text),) = leaves((Prose("文"),))
    assert type(text) is Prose
