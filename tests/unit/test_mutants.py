"""The mutation bench: what it alters, who witnesses it, and how it counts."""

from collections.abc import Callable

import pytest

from mutants import alterations
from mutants.alterations import Mutant, mutants
from mutants.laws import LAWS, broken
from mutants.spots import spots
from mutants.subjects import FILES, Subject, facts_of, source_of, subject
from mutants.tables import cross_table, report, share
from mutants.unpinned import why
from mutants.verdicts import Verdict, found
from mutants.witnesses import Witness, witness

LEDGER, SCORECARD, _, STARTER = FILES
GRADES = ("优秀", "良好")
FILE = """\
layout: project-ledger
year: 2025
evaluation: {start: 2026-03-02, stages: [{title: 甲, start: 2026-03-05, text: 乙}]}
projects:
  - {name: "2024年工程{{ projects.1.budget }}共15万元", source: local, budget: 15, executed: 0, score: —}
  - {name: 道路, source: central, budget: 98.60, executed: 0}
conclusion: |-
  “优秀”项目2个，
  比上年增加3.5万元、4万元。
"""


def found_spots() -> dict[str, str]:
    """What stands in ``FILE``, by its pointer and number among those of the pointer."""
    seen: dict[str, str] = {}
    for spot in spots(source_of(FILE), GRADES):
        assert FILE[spot.start : spot.end] == spot.written
        path = ".".join(map(str, spot.pointer))
        seen[f"{path}#{sum(key.startswith(f'{path}#') for key in seen)}"] = f"{spot.sort}: {spot.written}"
    return seen


def test_every_number_date_and_word_of_choice_has_a_spot() -> None:
    assert found_spots() == {
        "year#0": "number: 2025",
        "evaluation.start#0": "date: 2026-03-02",
        "evaluation.stages.0.start#0": "date: 2026-03-05",
        "projects.0.name#0": "number in words: 2024",
        "projects.0.name#1": "number in words: 15",
        "projects.0.source#0": "word: local",
        "projects.0.budget#0": "number: 15",
        "projects.0.executed#0": "number: 0",
        "projects.0.score#0": "word: —",
        "projects.1.source#0": "word: central",
        "projects.1.budget#0": "number: 98.60",
        "projects.1.executed#0": "number: 0",
        "conclusion#0": "word: 优秀",
        "conclusion#1": "number in words: 2",
        "conclusion#2": "number in words: 3.5",
        "conclusion#3": "number in words: 4",
    }


@pytest.mark.parametrize(
    ("alter", "written", "instead"),
    [
        (alterations.last_digit, "26.4", "26.5"),
        (alterations.last_digit, "9.99", "9.98"),
        (alterations.times_ten, "5", "50"),
        (alterations.times_ten, "0.2616", "2.616"),
        (alterations.times_ten, "-60.17", "-601.7"),
        (alterations.times_ten, "0.05", "0.5"),
        (alterations.swapped_digits, "1123", "1213"),
        (alterations.swapped_digits, "100", None),
        (alterations.swapped_digits, "10.50", "10.05"),
        (alterations.swapped_digits, "7", None),
        (alterations.sign, "5", "-5"),
        (alterations.sign, "-5", "5"),
        (alterations.year_before, "2026-03-02", "2025-03-02"),
        (alterations.forty_days_later, "2025-12-31", "2026-02-09"),
    ],
)
def test_an_alteration_is_a_slip_of_the_hand(
    alter: Callable[[str], str | None], written: str, instead: str | None
) -> None:
    assert alter(written) == instead


def altered(pointer: str, alteration: str, written: str = "") -> list[str]:
    """The lines that come in place of others by an alteration of ``FILE`` at a value, one mutant each."""
    lines = []
    for mutant in mutants(list(spots(source_of(FILE), GRADES)), FILE):
        spot = mutant.spot
        if ".".join(map(str, spot.pointer)) == pointer and mutant.alteration == alteration and written in spot.written:
            lines += [line for line in mutant.applied(FILE).splitlines() if line not in FILE.splitlines()]
    return lines


def test_a_neighbours_value_is_that_of_the_next_row() -> None:
    [line] = altered("projects.0.budget", "neighbour's value")
    assert "source: local, budget: 98.60" in line


def test_what_would_be_equal_is_no_mutant() -> None:
    assert altered("projects.0.executed", "neighbour's value") == []
    assert altered("projects.0.executed", "× 10") == []
    assert altered("projects.0.executed", "sign") == []


def test_two_dates_change_places() -> None:
    [line] = altered("evaluation.start", "swapped with next")
    assert line.index("start: 2026-03-05") < line.index("start: 2026-03-02")


def test_a_word_becomes_the_next_there_is() -> None:
    assert "source: central" in altered("projects.0.source", "next word")[0]
    assert "source: provincial" in altered("projects.1.source", "next word")[0]
    assert "score: 无" in altered("projects.0.score", "next word")[0]
    assert "“良好”" in altered("conclusion", "next word")[0]


def test_the_sign_of_a_number_in_words_is_the_word_before_it() -> None:
    assert altered("conclusion", "sign", "3.5") == ["  比上年减少3.5万元、4万元。"]
    assert altered("conclusion", "sign", "4") == ["  比上年增加3.5万元、-4万元。"]
    assert altered("conclusion", "sign", "2") == []


def test_in_words_the_neighbour_is_the_next_number_of_the_unit() -> None:
    assert altered("conclusion", "neighbour's value", "3.5") == ["  比上年增加4万元、4万元。"]
    assert altered("conclusion", "neighbour's value", "2") == []


@pytest.mark.parametrize("file", FILES)
def test_an_example_breaks_no_law_but_for_a_tail_of_rounding(file: str) -> None:
    laws = {law for law, _ in broken(subject(file, typed_out=False).facts)}
    assert laws == ({"change = basic + project"} if file == SCORECARD else set())


@pytest.mark.parametrize(
    ("file", "there", "instead", "law"),
    [
        (LEDGER, "executed: 4.02", "executed: 4.03", "executed ≤ received ≤ budget"),
        (LEDGER, "executed: 4.02", "balance: 1, executed: 4.02", "balance = budget − executed"),
        (LEDGER, "executed: 4.02", "execution_rate: 99, executed: 4.02", "rate = executed ÷ budget"),
        (LEDGER, "score: 99.5", "score: 100.5", "score ≤ 100"),
        (LEDGER, "score: 99.5", "grade: 良好, score: 99.5", "grade by score"),
        (LEDGER, "problems:", "funds: [{source: central, budget: 1, executed: 1}]\nproblems:", "fund = its projects"),
        (SCORECARD, "weight: 15\n            score: 15", "weight: 15\n            score: 16", "score ≤ weight"),
        (SCORECARD, "weight: 15", "weight: 16", "weights = 100"),
        (SCORECARD, "name: 产出指标", "name: 产出指标\n    weight: 40", "weight = its parts"),
        (SCORECARD, "score: 9\n", "score: 8\n", "score by execution rate"),
        (STARTER, "actual: 100", "actual: 90", "score by target"),
        (STARTER, "previous: 480", "previous: 480, change: 21", "change = value − previous"),
        (STARTER, "previous: 480", "previous: 480, change_rate: 4.18", "rate of change"),
        (STARTER, "value: 300", "value: 301", "net = total − liabilities"),
        (SCORECARD, "change_rate: -16.97", "change_rate: -16.07", "net = total − liabilities"),
        (SCORECARD, "change: 378.32", "change: 378.42", "change = basic + project, beyond rounding"),
        (SCORECARD, "in_post: 51", "in_post: 52", "in post ≤ establishment"),
        (SCORECARD, "date: 2025-12-31", "date: 2025-12-30", "assets at the year's end"),
        (SCORECARD, "end: 2026-03-31", "end: 2026-04-02", "days in order"),
        (SCORECARD, "end: 2026-04-20", "end: 2027-04-20", "evaluation in the next year"),
    ],
)
def test_a_law_is_broken_where_what_it_says_does_not_hold(file: str, there: str, instead: str, law: str) -> None:
    text = subject(file, typed_out=False).text
    assert there in text
    facts = facts_of(text.replace(there, instead, 1))
    assert facts is not None
    assert law in {name for name, _ in broken(facts)}


def test_there_are_no_other_laws() -> None:
    assert len(LAWS) == 13


@pytest.mark.parametrize("file", FILES)
def test_what_is_typed_out_of_the_data_is_known(file: str) -> None:
    typed = subject(file, typed_out=True)
    words = [typed.text[start:end] for start, end in typed.from_data]
    assert "优秀" in words
    assert str(typed.facts.report.year) in words
    assert "{{" not in "".join(line for line in typed.text.splitlines() if not line.startswith("#"))
    assert all(spot.pointer[0] == "texts" or typed.holds_data(spot) for spot in (one.spot for one in typed.mutants()))


def mutant_of(altered: Subject, kind: str, alteration: str, written: str) -> Mutant:
    return next(
        mutant
        for mutant in altered.mutants()
        if (mutant.spot.kind, mutant.alteration, mutant.spot.written) == (kind, alteration, written)
    )


@pytest.mark.parametrize(
    ("file", "kind", "written", "known_by"),
    [
        (LEDGER, "expect", "26.4", Witness.EXPECT),
        (LEDGER, "projects.*.budget", "26.4", Witness.EXPECT),
        (LEDGER, "projects.*.budget", "0.2616", Witness.TEXT),
        (LEDGER, "projects.*.name", "0.2616", Witness.TEXT),
        (LEDGER, "projects.*.name", "2024", None),
        (LEDGER, "year", "2025", Witness.TEXT),
        (LEDGER, "goals.overall", "2025", Witness.DATA),
        (LEDGER, "budget.revenue.final", "54181.91", None),
        (SCORECARD, "staff.in_post", "51", Witness.LAW),
        (SCORECARD, "staff.retired", "24", None),
        (SCORECARD, "indicators.*.groups.*.items.*.criterion", "15", Witness.TEXT),
        (SCORECARD, "texts.funds", "91.19", Witness.DATA),
        (SCORECARD, "texts.budget_change", "25", None),
    ],
)
def test_a_witness_is_who_says_the_same(file: str, kind: str, written: str, known_by: Witness | None) -> None:
    altered = subject(file, typed_out=kind.startswith("texts."))
    assert witness(altered, mutant_of(altered, kind, "last digit", written)) is known_by


def test_what_the_schema_refuses_is_known_by_the_contract() -> None:
    altered = subject(SCORECARD, typed_out=False)
    assert witness(altered, mutant_of(altered, "staff.retired", "sign", "24")) is Witness.CONTRACT


def test_a_mutant_is_found_by_what_was_not_said_before() -> None:
    altered = subject(LEDGER, typed_out=False)
    assert found(altered, mutant_of(altered, "expect", "last digit", "26.4"))
    assert not found(altered, mutant_of(altered, "attachment", "last digit", "2"))


def verdict(*, found: bool, witness: Witness | None, kind: str = "year", alteration: str = "sign") -> Verdict:
    return Verdict("a.yaml", 7, kind, alteration, "1", "2", found, witness)


VERDICTS = [
    verdict(found=True, witness=Witness.LAW),
    verdict(found=True, witness=Witness.CONTRACT, alteration="× 10"),
    verdict(found=False, witness=Witness.LAW),
    verdict(found=False, witness=None, kind="goals.overall"),
]


def test_a_table_counts_by_place_and_alteration() -> None:
    assert [line.split() for line in cross_table(VERDICTS, ["sign", "× 10", "all"])] == [
        ["place", "sign", "×", "10", "all", "share"],
        ["goals.overall", "0/1", "0/1", "0.0%"],
        ["year", "1/2", "1/1", "2/3", "66.7%"],
        ["all", "1/3", "1/1", "2/4", "50.0%"],
    ]
    assert share([]) == 100


def test_the_report_names_what_is_pinned_and_not_found_and_what_nothing_contradicts() -> None:
    lines = list(report(VERDICTS))
    assert "PINNED: 2/3, 66.7% found; but for those that the schema refuses, 1/2, 50.0%" in lines
    assert "     1 × year, sign, known by law: a.yaml:7 1 → 2" in lines
    assert f"     1 × goals.overall: {why('goals.overall')}" in lines
