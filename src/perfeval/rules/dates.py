"""Dates of the self-evaluation: after the year's end, and in order."""

import datetime as dt
from collections.abc import Iterator

from perfeval import printing
from perfeval.diagnostic import Arguments, Severity, Text
from perfeval.figures import Facts
from perfeval.rules.rule import Violation, rule


def _day(day: dt.date) -> Text:
    return Text(printing.date(day), day.isoformat())


@rule(
    "K701",
    Severity.ERROR,
    what=Text("“{title}”{end}结束，{start}才开始", "“{title}” ends on {end} before it starts on {start}"),
    why=Text("结束日期不能早于开始日期", "nothing ends before it starts"),
    cure=Text("改正 start 或 end", "correct `start` or `end`"),
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
    "K703",
    Severity.WARNING,
    what=Text("自评{start}就已启动，{year}年度还没有结束", "the evaluation began on {start}, before {year} was over"),
    why=Text("年度决算之前无从评价全年支出", "a year's expenditure cannot be judged before the year is over"),
    cure=Text("核对启动日期或报告年度", "check the date, or the report's year"),
)
def evaluation_follows_the_year(facts: Facts) -> Iterator[Violation]:
    evaluation = facts.report.evaluation
    if (
        evaluation is not None
        and evaluation.start is not None
        and evaluation.start <= dt.date(facts.report.year, 12, 31)
    ):
        yield Violation(("evaluation", "start"), {"start": _day(evaluation.start), "year": str(facts.report.year)})


RULES = (stage_ends_after_it_starts, stages_follow_each_other, evaluation_follows_the_year)
