"""Scores and grades: within their limits, present, and in the band that their grade names."""

from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Severity, Text
from perfeval.figures import Facts
from perfeval.figures.figure import known
from perfeval.figures.indicators import indicators_of
from perfeval.figures.projects import lacks_score, treatment
from perfeval.model import MissingScore
from perfeval.printing import plain, score
from perfeval.quantity import DECIMALS, HUNDRED, Unit, decimals_of, rounded
from perfeval.rules.rule import Violation, rule


@rule(
    "K201",
    Severity.ERROR,
    what=Text("“{name}”得 {score} 分，满分只有 {weight} 分", "“{name}” scores {score} of {weight} points"),
    why=Text("得分不能超过分值", "no score exceeds its weight"),
    cure=Text("核对得分 score；指标还要核对分值 weight", "check `score` and, of an indicator, its `weight` too"),
)
def score_is_within_weight(facts: Facts) -> Iterator[Violation]:
    for pointer, _, item in indicators_of(facts):
        given = known(item.score)
        if given is not None and given > item.weight:
            arguments = {"name": item.name, "score": plain(given), "weight": plain(item.weight)}
            yield Violation((*pointer, "score"), arguments)
    for number, project in enumerate(facts.report.projects):
        given = known(project.score)
        if given is not None and given > HUNDRED:
            yield Violation(
                ("projects", number, "score"), {"name": project.name, "score": plain(given), "weight": "100"}
            )


@rule(
    "K202",
    Severity.ERROR,
    what=Text(
        "项目“{name}”没有得分，也没有说明怎样处理", "project “{name}” has no score, and nothing says how to treat it"
    ),
    why=Text(
        "按零分计与不计入，平均得分不同；这须由部门明确选择",
        "counted as zero or left out, the mean differs: the department has to choose",
    ),
    cure=Text(
        "补上 score；或在文件中写 missing_score: zero（按零分计）或 missing_score: skip（不计入）",
        "give the score, or write `missing_score: zero` or `missing_score: skip` in the file",
    ),
)
def missing_score_is_decided(facts: Facts) -> Iterator[Violation]:
    if treatment(facts) is not MissingScore.ERROR:
        return
    if facts.report.indicators and all(map(lacks_score, facts.report.projects)):
        return  # the department is scored by its indicators; its projects are only listed
    for number, project in enumerate(facts.report.projects):
        if lacks_score(project):
            yield Violation(("projects", number), {"name": project.name})


@rule(
    "K203",
    Severity.ERROR,
    what=Text("指标“{name}”没有得分，也无法按评分标准算出", "indicator “{name}” has no score, and none can be derived"),
    why=Text("缺一项得分，总分就无从合计", "with one score missing there is no total"),
    cure=Text(
        "补上 score；或写明 target 与 actual，由程序按评分标准计算",
        "give `score`, or `target` and `actual` to derive it",
    ),
)
def indicator_has_score(facts: Facts) -> Iterator[Violation]:
    for pointer, name, item in indicators_of(facts):
        if facts.figures[f"{name}.score"].value is None:
            yield Violation(pointer, {"name": item.name})


@rule(
    "K204",
    Severity.ERROR,
    what=Text(
        "指标“{name}”得 {score} 分，按实际完成情况最多得 {allowed} 分",
        "indicator “{name}” scores {score}; what was achieved allows at most {allowed}",
    ),
    why=Text("自评得分高于评分标准，复核时会被扣回", "a score above the standard is taken back on review"),
    cure=Text("按评分标准改正 score，或核对 target、actual", "correct `score`, or check `target` and `actual`"),
)
def score_is_allowed_by_standard(facts: Facts) -> Iterator[Violation]:
    for pointer, name, item in indicators_of(facts):
        allowed, given = facts.figures[f"{name}.standard_score"].value, known(item.score)
        if not isinstance(allowed, Decimal) or given is None:
            continue
        if given > rounded(allowed, max(DECIMALS[Unit.SCORE], decimals_of(given))):
            arguments = {"name": item.name, "score": plain(given), "allowed": score(allowed)}
            yield Violation((*pointer, "score"), arguments)


_GRADE_WHAT = Text(
    "等级填为“{given}”，得分 {score} 分按评分标准为“{derived}”",
    "grade “{given}” is given; a score of {score} is “{derived}” by the standard",
)
_GRADE_WHY = Text("等级由得分所在区间决定，两者不能矛盾", "the band of the score decides the grade")
_GRADE_CURE = Text("删去 grade 由程序判定，或改正等级、得分", "leave `grade` out, or correct the grade or the score")


@rule("K205", Severity.ERROR, what=_GRADE_WHAT, why=_GRADE_WHY, cure=_GRADE_CURE)
def project_grade_fits_score(facts: Facts) -> Iterator[Violation]:
    for number, project in enumerate(facts.report.projects):
        derived = facts.figures[f"projects.{number + 1}.grade"].value
        if project.grade is not None and derived is not None and project.grade != derived:
            counted = Decimal(0) if lacks_score(project) else known(project.score)
            arguments = {"given": project.grade, "score": score(counted), "derived": str(derived)}
            yield Violation(("projects", number, "grade"), arguments)


@rule("K206", Severity.ERROR, what=_GRADE_WHAT, why=_GRADE_WHY, cure=_GRADE_CURE)
def department_grade_fits_score(facts: Facts) -> Iterator[Violation]:
    given, derived = facts.report.grade, facts.figures.get("department.grade")
    if given is not None and derived is not None and derived.value not in {None, given}:
        arguments = {
            "given": given,
            "score": score(facts.figures["department.score"].value),
            "derived": str(derived.value),
        }
        yield Violation(("grade",), arguments)


RULES = (
    score_is_within_weight,
    missing_score_is_decided,
    indicator_has_score,
    score_is_allowed_by_standard,
    project_grade_fits_score,
    department_grade_fits_score,
)
