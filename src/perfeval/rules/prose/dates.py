"""Dates in words: each is a day of the calendar, and where its sentence says what it is of, the one given."""

import datetime as dt
import re
from collections.abc import Iterator

from perfeval import printing
from perfeval.audit import own_words, texts_of
from perfeval.audit.days import SaidDay, days_in
from perfeval.diagnostic import Arguments, Pointer, Severity, Text
from perfeval.figures import Facts
from perfeval.rules.dates.days import days_of
from perfeval.rules.rule import Violation, rule

_EVALUATED = re.compile(r"(?:自评|评价)(?:工作)?已?[于自从在]?$")
_STARTED = re.compile(r"(?:[上中下]旬|[初底末份])?(?:正式|全面)?(?:启动|开始|展开)")
_AS_OF = re.compile(r"(?:^|[。；\n])\s*截[至止]到?$")
_OWNED = re.compile(r"[^。；\n]{0,60}?(?:资产|负债)")
_STRETCH = 24
"""Characters before a date that may say what it is of."""

_NO_SUCH_DAY = Text("没有这一天", "which is no day of the calendar")


@rule(
    "K614",
    Severity.WARNING,
    what=Text("文中写“{said}”，{truth}", "the text says “{said}”, {truth}"),
    why=Text(
        "同一个日期写了两处，改了一处，另一处没有改，或打错了字",
        "of a date that is written twice only one was brought up to date, or it is a slip",
    ),
    cure=Text("改正文中的日期；数据有误的，改正数据", "correct the date in the text, or the one that is given"),
    formula=Text(
        "文中的日期是历上有的；自评启动日期 = start，资产日期 = assets.date",
        "dates in prose exist; those of the evaluation and the assets = those given",
    ),
    passes="evaluation: {start: 2026-03-16, organization: 绩效自评工作于2026年3月16日启动。}",
    fails="evaluation: {start: 2026-03-16, organization: 绩效自评工作于2026年3月17日启动。}",
)
def date_in_words_is_the_one_given(facts: Facts) -> Iterator[Violation]:
    for pointer, text in texts_of(facts):
        if "月" not in text:
            continue
        words = own_words(text)
        for said in days_in(words):
            truth = _truth(facts, pointer, words, said)
            if truth is not None:
                arguments: Arguments = {"said": words[said.start : said.end], "truth": truth}
                yield Violation(pointer, arguments, offset=said.start)


def _truth(facts: Facts, pointer: Pointer, words: str, said: SaidDay) -> Text | None:
    """What there is to say against a date; None where it may stand."""
    if not said.exists:
        return _NO_SUCH_DAY
    meant = _meant(facts, pointer, words, said)
    if meant is None or said.is_(meant[1]):
        return None
    key, day = meant
    return Text(f"所填的 {key} 是{printing.date(day)}", f"the `{key}` given is {day.isoformat()}")


def _meant(facts: Facts, pointer: Pointer, words: str, said: SaidDay) -> tuple[str, dt.date] | None:
    """The key and the day that a date stands for: by the words around it, or as it is that day of another year."""
    section = str(pointer[1] if pointer[0] == "texts" else pointer[0])
    lead = words[max(0, said.start - _STRETCH) : said.start]
    assets, evaluation = facts.report.assets, facts.report.evaluation
    if section == "assets":
        as_of = assets is not None and _AS_OF.search(lead) and _OWNED.match(words, said.end)
        return ("assets.date", assets.date) if as_of and assets and assets.date else None
    if evaluation is None or not section.startswith("evaluation"):
        return None
    if evaluation.start is not None and _EVALUATED.search(lead) and _STARTED.match(words, said.end):
        return "evaluation.start", evaluation.start
    given = [(str(place[-1]), day) for place, day in days_of(evaluation)]
    if any(said.is_(day) for _, day in given):
        return None
    return next(((key, day) for key, day in given if said.is_of_another_year(day)), None)


RULES = (date_in_words_is_the_one_given,)
