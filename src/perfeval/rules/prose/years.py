"""Years: those that the texts speak of are the report's."""

import re
from collections.abc import Iterator

from perfeval.audit import own_words, texts_of
from perfeval.diagnostic import Pointer, Severity, Text
from perfeval.figures import Facts
from perfeval.rules.rule import Violation, rule

_HANZI = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_NO_MONTH = r"(?!\s*年\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})\s*月)"
_YEAR = re.compile(
    r"(?<![0-9])(?:(?P<first>20[0-9]{2})年?\s*[～~—–至到-]+\s*)?"
    rf"(?P<year>2[1-9][0-9]{{2,3}}|2[0-9]{{4}}|20[0-9]{{2}}{_NO_MONTH}|"
    rf"二[〇○零][〇○零一二三四五六七八九]{{2}}{_NO_MONTH})\s*年"
)
_COMPARISON = re.compile(r"上年|上一年|去年|同比|相比|比较|对比|较|比|结转|以来|自20|从20|自二|从二")
_ITSELF_COMPARED = re.compile(r"度?[^，,。；;\n]{0,20}?[较比同与](?:上年|去年|上一年)")
_OF_THIS_REPORT = re.compile(r"度部门?整体支出|部门?整体绩效目标如下|度?绩效自评工作报告")
_TO_COME = re.compile(r"明年|下一?年|下一步|今后|计划|规划|拟|(?<!现)将|编制|力争")
_HEADING = re.compile(r"度?[，,]")
_EARLY = re.compile(r"初(?!预算)|[一二三四1-4]季度|[上下]半年")
"""Words after a year that make it a date."""
_OF_PLANS = frozenset(("problems", "measures"))
_CENTURY = range(2000, 2100)
_UNTIL = re.compile(r"(?<![止至])到\s*$")
_TITLED = frozenset(("goals", "evaluation", "duties"))


@rule(
    "K601",
    Severity.WARNING,
    what=Text("{report}年度的报告中出现“{year}年”", "a report of {report} speaks of {year}"),
    why=Text("多半是上一年的文稿没有改全", "most likely last year's text was not brought up to date"),
    cure=Text(
        "改为 {report}年（或写 {{{{ year }}}}年）；确属往年的事，写明“上年”或“与……相比”",
        "write {report} (or `{{{{ year }}}}`); where the past is meant, say so in a comparison",
    ),
    formula=Text("文中年份 = 报告年度，比较除外", "years in prose = the report's, but in comparisons"),
    passes="conclusion: 2025年任务完成，比2024年提前。",
    fails="conclusion: 2024年任务完成。",
)
def year_is_the_reports(facts: Facts) -> Iterator[Violation]:
    this = facts.report.year
    for pointer, text in (*texts_of(facts), *_titles(facts)):
        if "年" not in text:
            continue
        words = own_words(text)
        for match in _YEAR.finditer(words):
            year = int(match["year"].translate(_HANZI))
            if match["first"] and int(match["first"]) <= this <= year:
                continue  # a span around this year
            if _is_next_years(pointer, words, match) if year == this + 1 else _is_stale(this, year, words, match):
                start = match.start("first") if match["first"] else match.start("year")
                yield Violation(pointer, {"report": str(this), "year": str(year)}, offset=start)


def _is_stale(this: int, year: int, words: str, match: re.Match[str]) -> bool:
    """Whether a year other than this and the next is neither compared with nor the end of a plan."""
    if year == this:
        return False
    if this < year in _CENTURY and _UNTIL.search(words[max(0, match.start() - 3) : match.start()]):
        return False
    compared = year in _CENTURY and _COMPARISON.search(_sentence(words, *match.span()))
    return not compared or _ITSELF_COMPARED.match(words, match.end()) is not None


def _is_next_years(pointer: Pointer, words: str, match: re.Match[str]) -> bool:
    """Whether the next year stands where this one belongs: in a standard sentence, or before what is this report's.

    Plans are the next year's by right, and so is what is done early in it. Goals that begin with a year are that
    year's.
    """
    section = pointer[1] if pointer[0] == "texts" else pointer[0]
    if section in _OF_PLANS or _EARLY.match(words, match.end()) or _TO_COME.search(_sentence(words, *match.span())):
        return False
    heads_goals = section == "goals" and not words[: match.start()].strip() and _HEADING.match(words, match.end())
    return pointer[0] == "texts" or bool(heads_goals) or _OF_THIS_REPORT.match(words, match.end()) is not None


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a span."""
    before = max(text.rfind(stop, 0, start) for stop in "。；\n")
    after = [found for stop in "。；\n" if (found := text.find(stop, end)) >= 0]
    return text[before + 1 : min(after, default=len(text))]


def _titles(facts: Facts) -> Iterator[tuple[Pointer, str]]:
    """The headings that a department writes, which are copied with the rest."""
    for pointer, value in facts.given:
        if pointer[-1] == "title" and pointer[0] in _TITLED and isinstance(value, str):
            yield pointer, value


RULES = (year_is_the_reports,)
