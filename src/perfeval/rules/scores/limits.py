"""Scores: within their limits, present, allowed by the standard, and not too good or too far off to be true."""

from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Severity, Text
from perfeval.figures import Facts
from perfeval.figures.figure import known
from perfeval.figures.forms import place_of_score, score_of
from perfeval.figures.funds import row_execution_rate
from perfeval.figures.indicator_tables import indicators_of, tables_of
from perfeval.figures.projects import lacks_score, treatment
from perfeval.model import MissingScore
from perfeval.printing import percent, plain, score
from perfeval.quantity import DECIMALS, EXACT, HUNDRED, Unit, decimals_of, difference, rounded
from perfeval.rules.rule import Violation, rule

MANY = 5
"""From so many indicators on, full marks for every one of them are remarkable."""


@rule(
    "K201",
    Severity.ERROR,
    what=Text("“{name}”得 {score} 分，满分只有 {weight} 分", "“{name}” scores {score} of {weight} points"),
    why=Text("得分不能超过分值", "no score exceeds its weight"),
    cure=Text("核对得分 score；指标还要核对分值 weight", "check `score` and, of an indicator, its `weight` too"),
    formula=Text("0 ≤ 得分 ≤ 分值", "0 ≤ score ≤ weight"),
    passes="projects: [{name: 维修, budget: 10, executed: 10, score: 100}]",
    fails="projects: [{name: 维修, budget: 10, executed: 10, score: 101}]",
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
    formula=Text(
        "每个项目都有得分，或写明怎样处理", "every project has a score, or how to treat a missing one is said"
    ),
    passes="projects: [{name: 维修, budget: 10, executed: 10, score: 90}]",
    fails="projects: [{name: 维修, budget: 10, executed: 10}]",
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
    formula=Text(
        "每个指标都有得分，或可由年度指标值、实际完成值算出", "every indicator has a score, or target and actual value"
    ),
    passes="indicators: [{name: 产出, groups: [{name: 数量, items: [{name: 培训, weight: 100, score: 100}]}]}]",
    fails="indicators: [{name: 产出, groups: [{name: 数量, items: [{name: 培训, weight: 100}]}]}]",
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
    formula=Text("得分 ≤ 按评分标准应得分", "score ≤ score by the standard"),
    passes="indicators: [{name: 产出, groups: [{name: 数量, items: "
    "[{name: 培训, weight: 100, target: 20 人, actual: 20, score: 100}]}]}]",
    fails="indicators: [{name: 产出, groups: [{name: 数量, items: "
    "[{name: 培训, weight: 100, target: 20 人, actual: 19, score: 100}]}]}]",
)
def score_is_allowed_by_standard(facts: Facts) -> Iterator[Violation]:
    for pointer, name, item in indicators_of(facts):
        allowed, given = facts.figures[f"{name}.standard_score"].value, known(item.score)
        if not isinstance(allowed, Decimal) or given is None:
            continue
        if given > rounded(allowed, max(DECIMALS[Unit.SCORE], decimals_of(given))):
            arguments = {"name": item.name, "score": plain(given), "allowed": score(allowed)}
            yield Violation((*pointer, "score"), arguments)


@rule(
    "K209",
    Severity.NOTE,
    what=Text("{count} 个指标全部得满分", "all {count} indicators have full marks"),
    why=Text(
        "一分不扣的自评往往说明指标偏低或评分偏宽，复核时会重点核查",
        "where nothing is ever lost, targets are low or marks are generous; reviewers look there first",
    ),
    cure=Text(
        "对照佐证材料逐项核对得分；确无问题的可不改",
        "check each score against its evidence; leave it if all is right",
    ),
    formula=Text("不少于 5 个指标时，并非全部得满分", "of five indicators or more, not all have full marks"),
    passes="indicators: [{name: 产出, groups: [{name: 数量, items: ["
    "{name: 甲, weight: 20, score: 20}, {name: 乙, weight: 20, score: 20}, {name: 丙, weight: 20, score: 20}, "
    "{name: 丁, weight: 20, score: 20}, {name: 戊, weight: 20, score: 19, reason: 一期延后}]}]}]",
    fails="indicators: [{name: 产出, groups: [{name: 数量, items: ["
    "{name: 甲, weight: 20, score: 20}, {name: 乙, weight: 20, score: 20}, {name: 丙, weight: 20, score: 20}, "
    "{name: 丁, weight: 20, score: 20}, {name: 戊, weight: 20, score: 20}]}]}]",
)
def not_every_indicator_is_perfect(facts: Facts) -> Iterator[Violation]:
    for table in tables_of(facts.report):
        lost = [facts.figures[f"{row.name}.lost"].value for row in table.rows()]
        if len(lost) >= MANY and all(points == 0 for points in lost):
            yield Violation(table.pointer, {"count": str(len(lost))}, at_key=True)


@rule(
    "K210",
    Severity.WARNING,
    what=Text(
        "项目“{name}”得 {score} 分，各项目平均 {mean} 分，预算执行率 {rate}",
        "project “{name}” scores {score}; the mean of all is {mean}, its execution rate {rate}",
    ),
    why=Text(
        "与其他项目相差悬殊而执行正常，多半是得分写错，如漏了一位数",
        "so far from the others with ordinary execution it is most likely a slip, such as a digit left out",
    ),
    cure=Text(
        "核对项目自评表中的得分；确实如此的，在 reason 中说明",
        "check it against the project's own form; if it is right, say why in `reason`",
    ),
    formula=Text(
        "|得分 − 各项目平均得分| ≤ 评分标准 checks.outlier",
        "|score − mean of the scores given| ≤ `checks.outlier` of the standard",
    ),
    passes="projects: [{name: 甲, budget: 10, executed: 10, score: 93}, {name: 乙, budget: 10, executed: 10, "
    "score: 95}, {name: 丙, budget: 10, executed: 10, score: 96}]",
    fails="projects: [{name: 甲, budget: 10, executed: 10, score: 9.3}, {name: 乙, budget: 10, executed: 10, "
    "score: 95}, {name: 丙, budget: 10, executed: 10, score: 96}]",
)
def score_is_near_the_others(facts: Facts) -> Iterator[Violation]:
    mean = _mean(facts)
    for number in outlying(facts):
        project = facts.report.projects[number]
        arguments = {
            "name": project.name,
            "score": score(score_of(facts, number)),
            "mean": score(mean),
            "rate": percent(row_execution_rate(project)),
        }
        yield Violation(place_of_score(facts, number), arguments)


def outlying(facts: Facts) -> Iterator[int]:
    """The projects whose score is far from all others, though nothing in their execution or reason explains it."""
    checks, mean = facts.standard.checks, _mean(facts)
    for number, project in enumerate(facts.report.projects):
        distance = difference(score_of(facts, number), mean)
        if distance is None or distance.copy_abs() <= checks.outlier or project.reason is not None:
            continue
        rate = row_execution_rate(project)
        if rate is None or rate >= checks.low_execution:
            yield number


def _mean(facts: Facts) -> Decimal | None:
    """The mean of the scores given, whatever is said of missing ones."""
    numbers = range(len(facts.report.projects))
    given = [found for number in numbers if (found := score_of(facts, number)) is not None]
    return EXACT.divide(sum(given, Decimal(0)), Decimal(len(given))) if given else None


RULES = (
    score_is_within_weight,
    missing_score_is_decided,
    indicator_has_score,
    score_is_allowed_by_standard,
    not_every_indicator_is_perfect,
    score_is_near_the_others,
)
