"""Findings as people read them: text with excerpt and caret, then the counts."""

from collections.abc import Sequence

from perfeval.columns import width
from perfeval.diagnostic import SEVERITIES, Finding, Lang, Severity
from perfeval.reporters.findings.checked import Checked
from perfeval.reporters.findings.words import CURE, WHY, waived

COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
"""How a terminal shows a severity (ECMA-48)."""
_WIDTH = 96
"""Columns of an excerpt; longer lines are shown around the place."""


def text(checked: Checked, lang: Lang, *, coloured: bool = False) -> str:
    """One block a finding: place, code, what; the excerpt with a caret; why; what to do. Then the counts."""
    blocks = (block(finding, lang, coloured=coloured) for finding in checked.findings)
    return "\n".join((*blocks, summary(checked, lang)))


def summary(checked: Checked, lang: Lang) -> str:
    """One line: how many files, errors, warnings, notes and waived findings there are, and what was passed over."""
    counts = [(checked.count(severity), words) for severity, words in SEVERITIES.items() if checked.count(severity)]
    files, passed_over = len(checked.files), checked.passed_over
    if lang == "zh":
        found = (
            "共发现 " + "，".join(f"{number} 个{words.zh}" for number, words in counts) if counts else "没有发现问题"
        )
        return (
            (f"{files} 个文件" if files > 1 else "")
            + found
            + (f"，另有 {checked.waived} 个已接受" if checked.waived else "")
            + "。"
            + (f"略过评分标准：{'、'.join(passed_over)}。" if passed_over else "")
        )
    found = ", ".join(f"{number} {words.en}{'' if number == 1 else 's'}" for number, words in counts) or "no findings"
    return (
        (f"{files} files: {found}" if files > 1 else found.capitalize())
        + (f", {checked.waived} waived" if checked.waived else "")
        + "."
        + (f" Passed over as scoring standards: {', '.join(passed_over)}." if passed_over else "")
    )


def block(finding: Finding, lang: Lang, *, coloured: bool) -> str:
    """One finding; if it is waived, on one line."""
    kind, place = finding.kind, finding.place
    what, why, cure = (words.say(lang, finding.arguments) for words in (kind.what, kind.why, kind.cure))
    paint = _painted if coloured else _plain
    colour = COLOURS[kind.severity]
    head = f"{finding.file}:{place}: {kind.code} {paint(SEVERITIES[kind.severity].say(lang), colour)}"
    if finding.waived is not None:
        return f"{head} {waived(finding, lang)}"
    lines = [f"{head} {what}"]
    if finding.excerpt:
        line, column = line_of(finding)
        shown, caret = _excerpt(line, place.line, column)
        lines += [shown, caret.removesuffix("^") + paint("^", colour)]
    lines += [f"    {WHY.say(lang)}  {why}", f"    {CURE.say(lang)}  {cure}", ""]
    return "\n".join(lines)


def _painted(words: str, colour: str) -> str:
    return f"\x1b[{colour}m{words}\x1b[0m"


def _plain(words: str, _: str) -> str:
    return words


def line_of(finding: Finding) -> tuple[str, int]:
    """The line as it is shown and the column of the place in it; the cells of a sheet's row have bars between them."""
    column = finding.place.column
    if not finding.place.sheet:
        return finding.excerpt, column
    cells = finding.excerpt.split("\t") + [""] * column
    before = "".join(f"{cell} | " for cell in cells[: column - 1])
    return before + " | ".join(cells[column - 1 :]).rstrip(" |"), len(before) + 1


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
