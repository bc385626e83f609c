"""Prose: the years it speaks of are the report's."""

import re
from collections.abc import Iterator

from perfeval.diagnostic import Severity, Text
from perfeval.figures import Facts
from perfeval.model import Prose
from perfeval.rules.rule import Violation, rule

_YEAR = re.compile(r"(?<![0-9])(?P<year>20[0-9]{2})\s*年(?!\s*[0-9]{1,2}\s*月)")
_QUOTED = re.compile(r"《[^》]*》|〔[^〕]*〕")
_COMPARISON = re.compile(r"上年|上一年|去年|同比|相比|比较|对比|较|比|结转|以来|自20|从20")


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a span."""
    before = max(text.rfind(stop, 0, start) for stop in "。；\n")
    after = [found for stop in "。；\n" if (found := text.find(stop, end)) >= 0]
    return text[before + 1 : min(after, default=len(text))]


@rule(
    "K601",
    Severity.WARNING,
    what=Text("{report}年度的报告中出现“{year}年”", "a report of {report} speaks of {year}"),
    why=Text("多半是上一年的文稿没有改全", "most likely last year's text was not brought up to date"),
    cure=Text(
        "改为 {report}年（或写 {{{{ year }}}}年）；确属往年的事，写明“上年”或“与……相比”",
        "write {report} (or `{{{{ year }}}}`); where the past is meant, say so in a comparison",
    ),
)
def year_is_the_reports(facts: Facts) -> Iterator[Violation]:
    this = facts.report.year
    for pointer, text in facts.given:
        if not isinstance(text, Prose):
            continue
        blanked = _QUOTED.sub(lambda quoted: "　" * len(quoted.group()), text)
        for match in _YEAR.finditer(blanked):
            year = int(match["year"])
            if year not in {this, this + 1} and not _COMPARISON.search(_sentence(blanked, *match.span())):
                yield Violation(pointer, {"report": str(this), "year": str(year)}, offset=match.start())


RULES = (year_is_the_reports,)
