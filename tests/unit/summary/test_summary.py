"""Ranks, totals, grades, outliers, counts of findings, and who is missing."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from perfeval.diagnostic import Finding, Place, Severity, Text
from perfeval.files import UNREADABLE
from perfeval.summary import summarise
from perfeval.summary.counts import FindingCount, GradeCount, subject
from perfeval.summary.doubts import doubts, unread
from perfeval.summary.entry import Counted, Entry, lost
from perfeval.summary.notices import notices, shown_files
from perfeval.summary.roster import Attendance, Missing, Repeated, Unchecked
from tools.entries import NAMESAKE, OTHER_SCALE, SCALE, WARNED, WRONG, entry, refused


def values(*entries: Entry) -> dict[str, tuple[object, int]]:
    return {total.key: (total.figure.value, total.without) for total in summarise(entries).totals}


def striking(*entries: Entry) -> list[tuple[str, str]]:
    return [(one.department.name, one.rule) for one in summarise(entries).outliers]


class TestRanking:
    def test_equal_scores_share_a_rank_and_the_next_one_is_left_out(self) -> None:
        made = summarise([entry("甲", 80), entry("乙", 90), entry("丙", 90), entry("丁", 95), entry("戊", 70)])
        assert [(one.rank, one.name) for one in made.departments] == [
            (1, "丁"),
            (2, "乙"),
            (2, "丙"),
            (4, "甲"),
            (5, "戊"),
        ]

    def test_scores_are_equal_where_they_are_printed_alike(self) -> None:
        made = summarise([entry("甲", "92.4249"), entry("乙", "92.4151"), entry("丙", "92.425")])
        assert [(one.rank, one.name) for one in made.departments] == [(1, "丙"), (2, "甲"), (2, "乙")]

    def test_without_a_score_there_is_no_rank_and_the_order_stays(self) -> None:
        made = summarise([entry("甲", None), entry("乙", 0), entry("丙", None)])
        assert [(one.rank, one.name) for one in made.departments] == [(1, "乙"), (None, "甲"), (None, "丙")]

    def test_a_share_is_that_of_all_known_budgets(self) -> None:
        made = summarise([entry("甲", 3, budget=75), entry("乙", 2, budget=25), entry("丙", 1, budget=None)])
        assert [one.share for one in made.departments] == [75, 25, None]

    def test_a_department_with_errors_is_not_ranked(self) -> None:
        made = summarise([refused("甲"), entry("乙")])
        assert [one.name for one in made.departments] == ["乙"]
        assert [one.errors for one in made.unusable] == [3]


class TestTotals:
    def test_they_are_exact(self) -> None:
        large, small = entry("甲", budget="123456789012345678901234.5"), entry("乙", budget="0.000000000000000001")
        assert values(large, small)["budget"] == (Decimal("123456789012345678901234.500000000000000001"), 0)

    def test_what_is_unknown_is_left_out_and_told_and_zero_is_a_number(self) -> None:
        made = values(entry("甲", budget=None, balance=None), entry("乙", budget=0), entry("丙", budget=7))
        assert made["budget"] == (Decimal(7), 1)
        assert made["balance"] == (Decimal(20), 1)
        assert made["executed"] == (Decimal(270), 0)

    def test_what_nobody_has_is_unknown_and_not_zero(self) -> None:
        made = values(entry("甲", None, budget=None, projects=None))
        assert made["budget"] == made["projects"] == made["mean_score"] == made["highest_score"] == (None, 1)
        assert made["execution_rate"] == (None, 1)

    def test_the_execution_rate_is_of_departments_that_have_both_amounts(self) -> None:
        made = values(entry("甲", budget=200, executed=50), entry("乙", budget=None), entry("丙", executed=None))
        assert made["execution_rate"] == (Decimal(25), 2)

    def test_scores_are_told_by_mean_best_and_lowest(self) -> None:
        made = values(entry("甲", 90), entry("乙", 81), entry("丙", None), entry("丁", 60))
        assert (made["mean_score"], made["highest_score"], made["lowest_score"]) == ((77, 1), (90, 1), (60, 1))

    def test_each_says_how_it_is_made(self) -> None:
        assert all(len(total.figure.formula.zh) > 5 for total in summarise([]).totals)

    def test_there_is_no_summary_with_other_amounts_than_its_departments_have(self) -> None:
        made = summarise([entry("甲", budget="0.1"), entry("乙", budget="0.2")])
        with pytest.raises(AssertionError, match="budget"):
            replace(made, departments=made.departments[:1])


def test_grades_are_counted_by_standard() -> None:
    made = summarise(
        [
            entry("甲", 95),
            entry("乙", 70, grade="中"),
            entry("丙", 65, grade="好", scale=OTHER_SCALE),
            entry("丁", None, grade=None),
        ]
    )
    counted = [(one.standard, one.grade, one.departments, int(one.share or 0)) for one in made.grades]
    assert counted == [
        ("甲标准", "优", 1, 50), ("甲标准", "良", 0, 0), ("甲标准", "中", 1, 50), ("甲标准", "差", 0, 0),
        ("乙标准", "好", 1, 100), ("乙标准", "差", 0, 0),
    ]  # fmt: skip
    assert made.grades[1] == GradeCount("甲标准", "良", Decimal(80), Decimal(90), 0, Decimal(0))


def test_standards_of_one_title_with_other_grades_are_told_apart() -> None:
    stricter = replace(SCALE, low_execution=Decimal(90))
    made = summarise([entry("甲"), entry("乙", scale=stricter), entry("丙", grade="好", scale=NAMESAKE)])
    assert [(one.standard, one.grade, one.departments) for one in made.grades if one.departments] == [
        ("甲标准（优90分、良80分、中60分、差0分）", "优", 2),
        ("甲标准（好60分、差0分）", "好", 1),
    ]


def test_standards_that_differ_elsewhere_than_in_title_and_grades_are_counted_together() -> None:
    made = summarise([entry("甲"), entry("乙", scale=replace(SCALE, low_execution=Decimal(90)))])
    assert {one.standard for one in made.departments} == {"甲标准"}
    assert [one.departments for one in made.grades] == [2, 0, 0, 0]


class TestOutliers:
    def test_little_execution_by_the_departments_own_standard(self) -> None:
        low: dict[str, Any] = {"execution_rate": "55", "executed": 55, "balance": 45}
        assert striking(
            entry("甲", 60, **low), entry("乙", 60, scale=OTHER_SCALE, **low), entry("丙", execution_rate=60)
        ) == [("甲", "预算执行率低于评分标准的界限")]

    def test_little_execution_with_a_high_score_is_told_once(self) -> None:
        (found,) = summarise([entry("甲", 75, execution_rate=59)]).outliers
        assert found.rule == "预算执行率低于评分标准的界限而综合得分不低于高分线"
        assert found.numbers == "执行率59.00%，界限60.00%；得分75，高分线75"

    def test_little_execution_without_a_score_and_no_rate_at_all(self) -> None:
        assert [
            name for name, _ in striking(entry("甲", None, execution_rate=1), entry("乙", execution_rate=None))
        ] == ["甲"]

    def test_far_from_the_median(self) -> None:
        near = [entry(name, score) for name, score in zip("甲乙丙丁", (90, 91, 92, 93), strict=True)]
        (found,) = summarise([*near, entry("戊", 80), entry("己", None)]).outliers
        assert found.department.name == "戊"
        assert found.rule == "综合得分与各部门中位数之差超过10分，且超过绝对离差中位数的3倍"
        assert found.numbers == "该部门80，中位数91，绝对离差中位数1"

    def test_ten_points_are_not_far_nor_are_three_usual_distances(self) -> None:
        near = [entry(name, score) for name, score in zip("甲乙丙丁", (90, 91, 92, 93), strict=True)]
        assert striking(*near, entry("戊", 81)) == []
        wide = [entry(name, score) for name, score in zip("甲乙丙丁戊", (60, 70, 80, 90, 100), strict=True)]
        assert striking(*wide) == []

    def test_an_even_number_has_its_median_between_the_two_in_the_middle(self) -> None:
        six = [
            entry(name, 90, execution_rate=rate)
            for name, rate in zip("甲乙丙丁戊己", (90, 92, 94, 95, 96, 70), strict=True)
        ]
        (found,) = summarise(six).outliers
        assert found.numbers == "该部门70.00%，中位数93.00%，绝对离差中位数2.50%"

    def test_among_four_nobody_is_far(self) -> None:
        assert striking(entry("甲", 90), entry("乙", 90), entry("丙", 90), entry("丁", 61)) == []


class TestFindings:
    def test_departments_and_occurrences_are_counted_waived_ones_apart(self) -> None:
        made = summarise([entry("甲", counted=(WARNED,)), entry("乙", counted=(WARNED,)), refused("丙")])
        assert made.findings == (
            FindingCount("K301", Severity.ERROR, subject("K301"), 1, 3, 0),
            FindingCount("K801", Severity.WARNING, "预算执行率低的有原因", 2, 2, 4),
        )

    def test_the_worst_come_first_then_what_many_have(self) -> None:
        rare, common = Counted("K101", Severity.WARNING, 9, 0), Counted("K601", Severity.WARNING, 1, 0)
        made = summarise([entry("甲", counted=(rare, common)), entry("乙", counted=(common, WRONG))])
        assert [one.code for one in made.findings] == ["K301", "K601", "K101"]

    @pytest.mark.parametrize(
        ("code", "said"), [("L031", "文件的写法"), ("S013", "文件的内容和格式"), ("W101", "文件的读取")]
    )
    def test_what_is_no_rule_is_told_by_its_family(self, code: str, said: str) -> None:
        assert subject(code) == said


class TestRoster:
    def test_missing_with_a_near_name_and_surplus(self) -> None:
        made = summarise(
            [entry("青岚市教育局"), refused("青岚市水务局"), entry("青岚市区体育局"), refused(None, "x.yaml")],
            ["青岚市教育局", "青岚市区体肓局", " 青岚市水务局", "乡村振兴办"],
        )
        assert made.attendance == Attendance(
            (Missing("青岚市区体肓局", "青岚市区体育局"), Missing("乡村振兴办", None)), ("青岚市区体育局",)
        )

    def test_a_list_that_fits_nobody_gets_no_hints(self) -> None:
        made = summarise([entry(f"青岚市第{n}中学") for n in range(400)], [f"青岚市第{n}小学" for n in range(400)])
        assert isinstance(made.attendance, Attendance)
        assert {one.near for one in made.attendance.missing} == {None}
        few = summarise([entry("青岚市长桥区第一中学")], ["青岚市长桥区第二中学"]).attendance
        assert isinstance(few, Attendance)
        assert few.missing[0].near == "青岚市长桥区第一中学"

    def test_without_a_list_nobody_is_missing(self) -> None:
        assert summarise([entry("甲")]).attendance is Unchecked.NO_ROSTER
        assert summarise([entry("甲")], is_selection=True).attendance is Unchecked.NO_ROSTER

    def test_of_a_selection_nobody_is_missing(self) -> None:
        made = summarise([entry("甲")], ["乙"], is_selection=True)
        assert made.attendance is Unchecked.SELECTION
        assert list(notices(made)) == []

    def test_a_department_with_two_files_is_told(self) -> None:
        made = summarise([entry("甲", file="一"), entry("乙"), refused("甲", "二")])
        assert made.repeated == (Repeated("甲", ("一", "二"), 1),)
        (found,) = doubts(made)
        assert (found.kind.code, found.file) == ("W202", "二")
        assert found.kind.what.say("zh", found.arguments) == "“甲”已有另一个文件：一；它的2个文件中，计入汇总的有1个"

    def test_notices_name_them_all(self) -> None:
        made = summarise(
            [entry("甲", file="/a/b/1.yaml"), entry("甲", file="/a/c/2.yaml"), refused(None, "/a/b/3\x07.yaml")],
            ["乙", "申局"],
        )
        assert [(one.matter, one.name, one.words) for one in notices(made)] == [
            ("未报送", "乙", "在应报部门名单内，没有收到报告"),
            ("未报送", "申局", "在应报部门名单内，没有收到报告"),
            ("未纳入汇总", "b/3\ufffd.yaml", "有3处错误，改正后才能计入：b/3\ufffd.yaml"),
            ("重复报送", "甲", "有2个文件，没有错误、已计入的有2个：b/1.yaml、c/2.yaml"),
            ("不在名单", "甲", "收到了报告，但不在应报部门名单内"),
        ]

    def test_a_file_that_could_not_be_read_has_no_errors_to_correct(self) -> None:
        (notice,) = notices(summarise([lost(about("甲.yaml"))]))
        assert (notice.matter, notice.words) == ("未纳入汇总", "没有读到，未能检查：甲.yaml")

    def test_a_near_name_stands_in_the_notice(self) -> None:
        (first, *_) = notices(summarise([entry("青岚市区体育局")], ["青岚市区体肓局"]))
        assert first.words == "在应报部门名单内，没有收到报告；收到的报告中有名称相近的“青岚市区体育局”"

    @pytest.mark.parametrize(
        ("files", "shown"),
        [
            (("a.yaml", "b.yaml"), ("a.yaml", "b.yaml")),
            (("x/a.yaml", "x/y/b.yaml"), ("a.yaml", "y/b.yaml")),
            (("/a.yaml", "/x/b.yaml"), ("a.yaml", "x/b.yaml")),
            (("/x/a.yaml", "b.yaml"), ("/x/a.yaml", "b.yaml")),
        ],
    )
    def test_files_are_named_from_the_folder_they_share(self, files: tuple[str, ...], shown: tuple[str, ...]) -> None:
        made = summarise([entry(file, file=file) for file in files])
        assert tuple(shown_files(made)[file] for file in files) == shown


def about(file: str) -> Finding:
    return Finding(file, Place(1, 1), "", UNREADABLE, {"reason": Text("没有权限", "Permission denied")})


def test_what_could_not_be_read_is_told_once_of_a_file_that_departments_share() -> None:
    shared = about("perfeval.yaml")
    made = summarise([replace(refused(name), unread=(shared,)) for name in "甲乙"] + [lost(about("丙.yaml"))])
    assert [finding.file for finding in unread(made)] == ["perfeval.yaml", "丙.yaml"]


def test_different_years_are_told_with_their_numbers() -> None:
    made = summarise([entry("甲"), entry("乙", year=2024), entry("丙")])
    (found,) = doubts(made)
    assert (found.kind.code, found.file) == ("W201", "乙.yaml")
    assert found.kind.what.say("zh", found.arguments).endswith("2024年（1个部门）、2025年（2个部门）")
    assert made.years == (2024, 2025)


def test_of_nobody_there_is_a_summary_too() -> None:
    made = summarise(iter(()), ["甲"])
    assert (made.departments, made.years, made.grades, made.outliers) == ((), (), (), ())
    assert shown_files(made) == {}
