"""Prose that stands in two departments' reports: what is told, where, and what is let pass."""

import pickle
import tracemalloc
from itertools import permutations

import pytest

from perfeval.diagnostic import Finding, Place, Severity
from perfeval.rules import ACROSS, BetweenReports
from perfeval.rules.prose.copied.copies import COMMON
from perfeval.rules.prose.copied.firsts import Firsts
from perfeval.rules.prose.copied.passages import LONG
from perfeval.rules.rule import AnyAcrossRule, files_of
from tools.between import found_between, noted
from tools.departments import department

LAKE = "组织清理湖区养殖围网，逐段勘定岸线，在入湖河口设置拦污设施，并按月公布水质。"
BOATS = "登记渔船与码头，更换老化的救生器材；禁渔期内每日巡航，违规捕捞当场制止并移交处理。"
PATROL = "湖长每周巡湖一次，发现的问题当日交办，半月内复查销号，复查结果向沿湖各村公示。"
PASSAGE = LAKE + BOATS
OTHER = "开放图书馆夜间阅览室，增设盲文书架，送书下乡并举办读书会，借阅人次逐月统计。"


def report(department: str, *prose: str, short: str | None = None) -> str:
    """A report with one text of prose after another, each with its own key."""
    names = f"name: {department}" + (f", short_name: {short}" if short else "")
    texts = "".join(f"{key}: |-\n  {text}\n" for key, text in zip(("results", "conclusion"), prose, strict=False))
    return f"layout: project-ledger\nstandard: shijiazhuang\nyear: 2025\ndepartment: {{{names}}}\n{texts}"


def told(*texts: str) -> list[tuple[str, int, str]]:
    """File, line and length of each finding."""
    return [(found.file, found.place.line, str(found.arguments["length"])) for found in found_between(texts)]


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalpha())


def test_a_copied_passage_is_told_in_the_later_file() -> None:
    (found,) = found_between((report("甲县水利局", OTHER, PASSAGE), report("乙县水利局", PASSAGE)))
    assert (found.file, found.place, found.pointer) == ("1.yaml", Place(6, 3), ("results",))
    assert found.excerpt == f"  {PASSAGE}"
    assert found.kind.severity is Severity.WARNING
    assert found.arguments == {
        "beginning": PASSAGE[:16], "length": str(len(letters(PASSAGE))),
        "department": "甲县水利局", "file": "0.yaml", "line": "8",
    }  # fmt: skip


@pytest.mark.parametrize("rule", ACROSS, ids=lambda rule: str(rule.kind.code))
def test_the_examples_of_a_rule_across_reports_show_it(rule: AnyAcrossRule) -> None:
    assert found_between(files_of(rule.passes)) == ()
    assert [found.kind for found in found_between(files_of(rule.fails))] == [rule.kind]


def test_sentences_copied_in_a_row_are_one_finding() -> None:
    text = OTHER + PASSAGE + PATROL
    assert told(report("甲县", PASSAGE + PATROL), report("乙县", text)) == [
        ("1.yaml", 6, str(len(letters(PASSAGE + PATROL))))
    ]


def test_the_place_is_the_first_copied_sentence() -> None:
    (found,) = found_between((report("甲县", PASSAGE), report("乙县", OTHER + PASSAGE)))
    assert found.place == Place(6, 3 + len(OTHER))


def test_each_copied_text_is_told_by_itself() -> None:
    first = report("甲县", PASSAGE, OTHER + PATROL)
    assert [line for _, line, _ in told(first, report("乙县", PASSAGE, OTHER + PATROL))] == [6, 8]


@pytest.mark.parametrize(
    "changed",
    [
        PASSAGE.replace("，", ","),
        PASSAGE.replace("，", " ， "),
        PASSAGE.replace("岸线，在", "岸线，\n  在"),
        PASSAGE.replace("按月公布", "按月公布2"),
        PASSAGE.replace("并按月", "{{ year }}并按月"),
        PASSAGE.replace("组织", "乙县渔业局组织"),
        PASSAGE.replace("组织", "渔业局组织"),
    ],
    ids=["commas", "blanks", "a line broken", "digits", "a figure", "its own name", "its short name"],
)
def test_what_does_not_make_a_passage_another(changed: str) -> None:
    assert len(told(report("甲县", PASSAGE), report("乙县渔业局", changed, short="渔业局"))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PASSAGE, PASSAGE.replace("湖区", "库区").replace("渔船", "货船")),
        (LAKE, LAKE),
        (f"依据《{PASSAGE}》。", f"依据《{PASSAGE}》。"),
        (f"提出“{PASSAGE}”。", f"提出“{PASSAGE}”。"),
        (LAKE + OTHER + BOATS, LAKE + PATROL + BOATS),
    ],
    ids=["changed words", "too short", "a title", "a quotation", "short sentences apart"],
)
def test_what_is_no_copied_passage(one: str, other: str) -> None:
    assert told(report("甲县", one), report("乙县", other)) == []


def test_a_passage_is_long_from_so_many_letters_on() -> None:
    sentence = "".join(chr(ord("一") + 7 * number) for number in range(LONG))
    assert [len(told(report("甲县", text), report("乙县", text))) for text in (sentence[1:], sentence)] == [0, 1]


def test_a_department_may_repeat_itself() -> None:
    assert told(report("甲县", PASSAGE, PASSAGE), report("甲县", PASSAGE)) == []


def test_another_year_of_a_department_that_copied_is_told_too() -> None:
    assert [file for file, _, _ in told(report("甲县", PASSAGE), *[report("乙县", PASSAGE)] * 2)] == [
        "1.yaml",
        "2.yaml",
    ]


def test_what_many_departments_share_was_prescribed() -> None:
    reports = [report(f"{county}县", PASSAGE) for county in "甲乙丙丁戊己庚辛"]
    assert len(told(*reports[:COMMON])) == COMMON - 1
    assert told(*reports[: COMMON + 1]) == []
    assert told(*reports) == []


def test_what_is_copied_beside_prescribed_words_is_told() -> None:
    reports = [report(f"{county}县", PASSAGE) for county in "甲乙丙丁戊己"]
    own = PATROL + OTHER
    reports[1], reports[4] = report("乙县", PASSAGE + own), report("戊县", PASSAGE + own)
    ((file, _, _),) = told(*reports)
    assert file == "4.yaml"


def test_the_order_of_the_files_decides_which_is_told() -> None:
    texts = [report(name, PASSAGE) for name in ("甲县", "乙县", "丙县")]
    for ordered in permutations(texts):
        assert [file for file, _, _ in told(*ordered)] == ["1.yaml", "2.yaml"]


def test_what_is_noted_may_come_from_another_process() -> None:
    def found(*notes: object) -> list[Finding]:
        comparisons = BetweenReports()
        for note in notes:
            comparisons.take(pickle.loads(pickle.dumps(note)))
        return list(comparisons.findings())

    texts = report("甲县", PASSAGE), report("乙县", PASSAGE)
    assert tuple(found(*(noted(text, f"{number}.yaml") for number, text in enumerate(texts)))) == found_between(texts)


def test_drawn_departments_share_nothing_but_what_is_planted() -> None:
    copies = {7: 2, 30: 29}
    found = found_between(department(number, copies.get(number)) for number in range(40))
    assert [(one.file, one.arguments["file"], one.pointer) for one in found] == [
        ("7.yaml", "2.yaml", ("conclusion",)), ("30.yaml", "29.yaml", ("conclusion",)),
    ]  # fmt: skip


def test_the_first_place_of_a_digest_stays_through_every_growth() -> None:
    firsts = Firsts()
    digests = [number * 0x9E3779B97F4A7C15 % 2**64 for number in range(1, 20_000)]
    assert {firsts.first(digest, number) for number, digest in enumerate(digests, 1)} == {None}
    assert [firsts.first(digest, 1) for digest in digests] == list(range(1, 20_000))


def test_digests_that_belong_in_one_slot_are_kept_apart() -> None:
    firsts = Firsts()
    crowded = [1024 * number + 1023 for number in range(1, 600)]
    for place, digest in enumerate(crowded, 1):
        assert firsts.first(digest, place) is None
    assert [firsts.first(digest, 1) for digest in crowded] == list(range(1, 600))


def test_an_entry_takes_at_most_sixty_bytes_even_while_the_table_grows() -> None:
    count = 50_000
    tracemalloc.start()
    firsts = Firsts()
    for number in range(1, count):
        firsts.first(number * 0x9E3779B97F4A7C15 % 2**64, number)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak / count < 61
