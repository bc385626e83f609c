"""Dates: the self-evaluation after the year's end and in order, the balance sheet at the year's end."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from perfeval import printing
from perfeval.diagnostic import Arguments, Pointer, Severity, Text
from perfeval.figures import Facts
from perfeval.model import Evaluation
from perfeval.rules.rule import Violation, rule


def _day(day: dt.date) -> Text:
    return Text(printing.date(day), day.isoformat())


def days_of(evaluation: Evaluation | None) -> Iterator[tuple[Pointer, dt.date]]:
    """Every date of the self-evaluation that is given, in the order of the report."""
    if evaluation is None:
        return
    if evaluation.start is not None:
        yield ("evaluation", "start"), evaluation.start
    for index, stage in enumerate(evaluation.stages):
        for key, day in (("start", stage.start), ("end", stage.end)):
            if day is not None:
                yield ("evaluation", "stages", index, key), day


@rule(
    "K701",
    Severity.ERROR,
    what=Text("“{title}”{end}结束，{start}才开始", "“{title}” ends on {end} before it starts on {start}"),
    why=Text("结束日期不能早于开始日期", "nothing ends before it starts"),
    cure=Text("改正 start 或 end", "correct `start` or `end`"),
    formula=Text("开始 ≤ 结束", "start ≤ end"),
    passes="evaluation: {stages: [{title: 采集, start: 2026-03-02, end: 2026-03-09, text: 收集资料。}]}",
    fails="evaluation: {stages: [{title: 采集, start: 2026-03-09, end: 2026-03-02, text: 收集资料。}]}",
)
def stage_ends_after_it_starts(facts: Facts) -> Iterator[Violation]:
    evaluation = facts.report.evaluation
    for index, stage in enumerate(evaluation.stages if evaluation else ()):
        if stage.start is not None and stage.end is not None and stage.end < stage.start:
            arguments: Arguments = {"title": stage.title, "start": _day(stage.start), "end": _day(stage.end)}
            yield Violation(("evaluation", "stages", index, "end"), arguments)


@rule(
    "K702",
    Severity.ERROR,
    what=Text(
        "“{title}”{start}开始，早于{before}（{earlier}）",
        "“{title}” starts on {start}, before {before} on {earlier}",
    ),
    why=Text(
        "自评按启动、采集、分析、成文的次序进行，日期应当递进",
        "the evaluation goes step by step; its dates must follow",
    ),
    cure=Text("核对两处日期，改正写错的一处", "check both dates and correct the wrong one"),
    formula=Text("自评启动 ≤ 第一阶段开始 ≤ 第二阶段开始 ≤ …", "evaluation starts ≤ first stage starts ≤ second ≤ …"),
    passes="evaluation: {start: 2026-03-02, stages: [{title: 采集, start: 2026-03-09, text: 收集资料。}]}",
    fails="evaluation: {start: 2026-03-31, stages: [{title: 采集, start: 2026-03-09, text: 收集资料。}]}",
)
def stages_follow_each_other(facts: Facts) -> Iterator[Violation]:
    evaluation = facts.report.evaluation
    if evaluation is None:
        return
    earlier, before = evaluation.start, Text("自评启动", "the evaluation began")
    for index, stage in enumerate(evaluation.stages):
        if stage.start is not None and earlier is not None and stage.start < earlier:
            dates = {"start": _day(stage.start), "earlier": _day(earlier)}
            yield Violation(("evaluation", "stages", index, "start"), {"title": stage.title, "before": before, **dates})
        if stage.start is not None:
            earlier, before = stage.start, Text(f"“{stage.title}”开始", f"“{stage.title}” started")


@rule(
    "K706",
    Severity.WARNING,
    what=Text(
        "“{title}”{end}才结束，晚于其后“{following}”的结束（{earlier}）",
        "“{title}” ends on {end}, after “{following}” that follows it ends on {earlier}",
    ),
    why=Text("前一阶段没有做完，后一阶段无从完成", "no step is done before the one that it rests on"),
    cure=Text("核对两处 end，改正写错的一处", "check both `end` and correct the wrong one"),
    formula=Text("阶段的结束 ≤ 下一阶段的结束", "a stage ends ≤ the next one ends"),
    passes="evaluation: {stages: [{title: 采集, end: 2026-03-09, text: 收集资料。}, "
    "{title: 撰写, end: 2026-03-20, text: 撰写报告。}]}",
    fails="evaluation: {stages: [{title: 采集, end: 2026-03-29, text: 收集资料。}, "
    "{title: 撰写, end: 2026-03-20, text: 撰写报告。}]}",
)
def stages_end_in_order(facts: Facts) -> Iterator[Violation]:
    evaluation = facts.report.evaluation
    stages = enumerate(evaluation.stages if evaluation else ())
    for (index, stage), (_, following) in pairwise(stages):
        if stage.end is not None and following.end is not None and stage.end > following.end:
            names: Arguments = {"title": stage.title, "following": following.title}
            dates: Arguments = {"end": _day(stage.end), "earlier": _day(following.end)}
            yield Violation(("evaluation", "stages", index, "end"), {**names, **dates})


@rule(
    "K703",
    Severity.WARNING,
    what=Text("自评{day}就已启动，{year}年度还没有结束", "the evaluation began on {day}, before {year} was over"),
    why=Text("年度决算之前无从评价全年支出", "a year's expenditure cannot be judged before the year is over"),
    cure=Text("核对启动日期或报告年度", "check the date, or the report's year"),
    formula=Text("自评启动 > 报告年度12月31日", "evaluation starts > 31 December of the report's year"),
    passes="evaluation: {start: 2026-03-02}",
    fails="evaluation: {start: 2025-03-02}",
)
def evaluation_follows_the_year(facts: Facts) -> Iterator[Violation]:
    """The first date decides, where the start is not given too; what follows it is in order or told as K702."""
    pointer, day = next(days_of(facts.report.evaluation), ((), dt.date.max))
    if day <= dt.date(facts.report.year, 12, 31):
        yield Violation(pointer, {"day": _day(day), "year": str(facts.report.year)})


@rule(
    "K704",
    Severity.WARNING,
    what=Text("{year}年度的自评到{day}还在进行", "the evaluation of {year} is still under way on {day}"),
    why=Text(
        "自评在年度结束后的几个月内完成；过了一年多半是年份写错",
        "it is done within months of the year's end; more than a year later, the year is most likely a slip",
    ),
    cure=Text("核对这个日期或报告年度", "check this date, or the report's year"),
    formula=Text("自评各日期 ≤ 次年12月31日", "dates of the evaluation ≤ 31 December of the year after"),
    passes="evaluation: {start: 2026-03-02}",
    fails="evaluation: {start: 2027-03-02}",
)
def evaluation_is_not_late(facts: Facts) -> Iterator[Violation]:
    year = facts.report.year
    late = [(pointer, day) for pointer, day in days_of(facts.report.evaluation) if day > dt.date(year + 1, 12, 31)]
    for pointer, day in late[:1]:  # a wrong year of the report makes them all late
        yield Violation(pointer, {"day": _day(day), "year": str(year)})


@rule(
    "K705",
    Severity.WARNING,
    what=Text("{year}年度的报告，资产却是{day}的", "a report of {year} gives its assets as of {day}"),
    why=Text(
        "资产、负债取年末数；日期不在本年，多半是上年的数没有更新",
        "assets and liabilities are those of the year's end; another year's date is most likely left over",
    ),
    cure=Text(
        "改正 assets.date，并核对各数是否也是上年的",
        "correct `assets.date`, and check whether the amounts are stale too",
    ),
    formula=Text("资产日期的年份 = 报告年度", "year of `assets.date` = the report's year"),
    passes="assets: {date: 2025-12-31, total: {value: 100}}",
    fails="assets: {date: 2024-12-31, total: {value: 100}}",
)
def assets_are_of_the_year(facts: Facts) -> Iterator[Violation]:
    assets, year = facts.report.assets, facts.report.year
    if assets is not None and assets.date is not None and assets.date.year != year:
        yield Violation(("assets", "date"), {"day": _day(assets.date), "year": str(year)})


RULES = (
    stage_ends_after_it_starts,
    stages_follow_each_other,
    stages_end_in_order,
    evaluation_follows_the_year,
    evaluation_is_not_late,
    assets_are_of_the_year,
)
