"""Grades: in the band of their score, and the use of the result the one for that grade."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from perfeval.diagnostic import Severity, Text
from perfeval.figures import Facts
from perfeval.figures.forms import score_of
from perfeval.figures.projects import lacks_score
from perfeval.printing import score
from perfeval.rules.rule import Violation, rule
from perfeval.rules.scores.limits import outlying

_WHAT = Text(
    "等级填为“{given}”，得分 {score} 分按评分标准为“{derived}”",
    "grade “{given}” is given; a score of {score} is “{derived}” by the standard",
)
_WHY = Text("等级由得分所在区间决定，两者不能矛盾", "the band of the score decides the grade")
_CURE = Text("删去 grade 由程序判定，或改正等级、得分", "leave `grade` out, or correct the grade or the score")


@rule(
    "K205",
    Severity.ERROR,
    what=_WHAT,
    why=_WHY,
    cure=_CURE,
    formula=Text("项目等级 = 项目得分所在的等级区间", "grade of a project = the band of its score"),
    passes="projects: [{name: 维修, budget: 10, executed: 10, score: 85, grade: 优秀}]",
    fails="projects: [{name: 维修, budget: 10, executed: 10, score: 84, grade: 优秀}]",
)
def project_grade_fits_score(facts: Facts) -> Iterator[Violation]:
    for number, project in enumerate(facts.report.projects):
        derived = facts.figures[f"projects.{number + 1}.grade"].value
        if project.grade is not None and derived is not None and project.grade != derived:
            counted = Decimal(0) if lacks_score(project) else score_of(facts, number)
            arguments = {"given": project.grade, "score": score(counted), "derived": str(derived)}
            yield Violation(("projects", number, "grade"), arguments)


@rule(
    "K206",
    Severity.ERROR,
    what=_WHAT,
    why=_WHY,
    cure=_CURE,
    formula=Text("部门等级 = 综合得分所在的等级区间", "grade of the department = the band of its score"),
    passes="projects: [{name: 维修, budget: 10, executed: 10, score: 85}]\ngrade: 优秀",
    fails="projects: [{name: 维修, budget: 10, executed: 10, score: 84}]\ngrade: 优秀",
)
def department_grade_fits_score(facts: Facts) -> Iterator[Violation]:
    given, derived = facts.report.grade, facts.figures.get("department.grade")
    if given is not None and derived is not None and derived.value not in {None, given}:
        arguments = {
            "given": given,
            "score": score(facts.figures["department.score"].value),
            "derived": str(derived.value),
        }
        yield Violation(("grade",), arguments)


@rule(
    "K211",
    Severity.WARNING,
    what=Text(
        "项目“{name}”等级为“{grade}”，应用意见却是“{given}”，评分标准对“{grade}”规定“{prescribed}”{others}",
        "project “{name}” is graded “{grade}”, its result use is “{given}”; the standard says “{prescribed}”{others}",
    ),
    why=Text("结果应用与等级挂钩，才谈得上奖优罚劣", "the use of a result follows its grade, or grades mean nothing"),
    cure=Text(
        "改正 result_use，或核对得分；当地另有规定的，写进自己的评分标准",
        "correct `result_use`, or check the score; where your place rules otherwise, write a standard of your own",
    ),
    formula=Text(
        "结果应用意见 = 评分标准对该等级的规定", "use of the result = what the standard prescribes for the grade"
    ),
    passes="projects: [{name: 维修, budget: 10, executed: 10, score: 85, result_use: 优先保障}]",
    fails="projects: [{name: 维修, budget: 10, executed: 10, score: 59, result_use: 优先保障}]",
)
def use_of_result_fits_grade(facts: Facts) -> Iterator[Violation]:
    """A department's own words pass; the words that the standard has for another grade do not.

    Where the score itself is doubtful, so is the grade, and the use of the result may be right.
    """
    wrong = list(_unfit_uses(facts))
    projects = facts.report.projects
    if len(wrong) > 1 and len({project.result_use for project in projects}) == 1:  # the column was filled
        others = Text(
            f"；{len(projects)} 个项目都这样写，其中 {len(wrong)} 个与等级不符",
            f"; all {len(projects)} projects say so, {len(wrong)} of them against their grade",
        )
        wrong = [replace(wrong[0], arguments={**wrong[0].arguments, "others": others})]
    yield from wrong


def _unfit_uses(facts: Facts) -> Iterator[Violation]:
    doubtful = frozenset(outlying(facts))
    prescribed = {band.name: band.result_use for band in facts.standard.grades if band.result_use is not None}
    for number, project in enumerate(facts.report.projects):
        given = project.result_use
        if given is None or given not in prescribed.values() or number in doubtful:
            continue
        grade = facts.figures[f"projects.{number + 1}.grade"].value
        if isinstance(grade, str) and prescribed.get(grade, given) != given:
            named = {"name": project.name, "grade": grade, "given": given, "prescribed": prescribed[grade]}
            yield Violation(("projects", number, "result_use"), {**named, "others": ""})


RULES = (project_grade_fits_score, department_grade_fits_score, use_of_result_fits_grade)
