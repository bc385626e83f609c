"""Findings as people and programs read them: text with excerpt and caret, or JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from perfeval.columns import width
from perfeval.diagnostic import Finding, Lang, Severity, Text

SEVERITIES = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.NOTE: Text("提示", "note"),
}
WHY, CURE = Text("原因", "why "), Text("办法", "cure")
_WIDTH = 96
"""Columns of an excerpt; longer lines are shown around the place."""


def text(findings: Iterable[Finding], lang: Lang) -> str:
    """One block a finding: place, code, what; the excerpt with a caret; why; what to do. Then the counts."""
    findings = tuple(findings)
    return "\n".join((*(_block(finding, lang) for finding in findings), summary(findings, lang)))


def summary(findings: Iterable[Finding], lang: Lang) -> str:
    """How many errors, warnings and notes there are."""
    counts = Counter(finding.kind.severity for finding in findings)
    named = [(counts[severity], words) for severity, words in SEVERITIES.items() if counts[severity]]
    if not named:
        return Text("没有发现问题。", "No findings.").say(lang)
    if lang == "zh":
        return "共发现 " + "，".join(f"{number} 个{words.zh}" for number, words in named) + "。"
    return ", ".join(f"{number} {words.en}{'' if number == 1 else 's'}" for number, words in named) + "."


def as_json(findings: Iterable[Finding], lang: Lang) -> str:
    """One object with the key ``findings``: a list of objects, numbers of lines and columns from 1."""
    return json.dumps({"findings": [_object(finding, lang) for finding in findings]}, ensure_ascii=False, indent=2)


def _object(finding: Finding, lang: Lang) -> dict[str, str | int]:
    kind = finding.kind
    return {
        "file": finding.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "code": kind.code,
        "severity": kind.severity.value,
        "message": kind.what.say(lang, finding.arguments),
        "why": kind.why.say(lang, finding.arguments),
        "cure": kind.cure.say(lang, finding.arguments),
        "excerpt": finding.excerpt,
    }


def _block(finding: Finding, lang: Lang) -> str:
    kind, place = finding.kind, finding.place
    what, why, cure = (words.say(lang, finding.arguments) for words in (kind.what, kind.why, kind.cure))
    severity = SEVERITIES[kind.severity].say(lang)
    lines = [f"{finding.file}:{place.line}:{place.column}: {kind.code} {severity} {what}"]
    if finding.excerpt:
        lines += _excerpt(finding.excerpt, place.line, place.column)
    lines += [f"    {WHY.say(lang)}  {why}", f"    {CURE.say(lang)}  {cure}", ""]
    return "\n".join(lines)


def _excerpt(line: str, number: int, column: int) -> Sequence[str]:
    """The line and a caret under the column, cut around it where the line is long."""
    line = line.replace("\t", " ")
    start = _window_start(line, column - 1)
    before = ("…" if start else "") + line[start : column - 1]
    after, room = "", _WIDTH - width(before)
    for character in line[column - 1 :]:
        room -= width(character)
        if room < 0:
            after += "…"
            break
        after += character
    gutter = f"{number:>6} | "
    return gutter + before + after, f"{'':>6} | {' ' * width(before)}^"


def _window_start(line: str, index: int) -> int:
    """Where to begin so that the place at ``index`` stands in the first two thirds of the width."""
    start, taken = index, 0
    while start > 0 and taken + width(line[start - 1]) <= _WIDTH * 2 // 3:
        start -= 1
        taken += width(line[start])
    return start
