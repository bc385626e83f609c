"""What the page says: its fixed words, and what is shown as data that its script puts in place."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import quote

from perfeval.diagnostic import SEVERITIES, Finding, Lang, Severity, Text
from perfeval.reporters.findings.checked import Checked
from perfeval.reporters.findings.text import line_of, summary
from perfeval.reporters.findings.words import CURE, WHY, waived
from perfeval.resources import folder
from perfeval.watch.board import Shown

WORDS = {
    "findings": Text("检查意见", "Findings"),
    "report": Text("报告", "Report"),
    "open": Text("在编辑器中打开", "Open in the editor"),
    "copy": Text("复制", "copy"),
    "copied": Text("已复制", "copied"),
    "why": WHY,
    "cure": CURE,
    "ended": Text("perfeval watch 已经结束，页面不再更新。", "perfeval watch has ended: this page is no more renewed."),
    "noscript": Text("浏览器要允许 JavaScript，页面才能自动更新。", "The page needs JavaScript to renew itself."),
}
LANGUAGES = {"zh": "zh-CN", "en": "en"}
RENDERING = Text("正在生成…", "rendering…")
OUTDATED = Text(
    "有错误，没有生成新的报告，这里仍是上一份。", "There are errors and no new report: this is still the last one."
)
NONE_YET = Text("有错误，还没有报告。", "There are errors, and no report yet.")
MARGIN = 60
"""Characters of a line that are shown before the place of a finding, and from it on."""


def files(name: str, lang: Lang) -> Mapping[str, tuple[str, bytes]]:
    """The page about a report and what it is made of: type and content by path."""
    there = folder("templates") / "web" / "watch"
    words = {key: escape(text.say(lang).strip()) for key, text in WORDS.items()}
    page = Template((there / "watch.html").read_text(encoding="utf-8"))
    return {
        "/": ("text/html", page.substitute(words, lang=LANGUAGES[lang], name=escape(name)).encode()),
        "/watch.css": ("text/css", (there / "watch.css").read_bytes()),
        "/watch.js": ("text/javascript", (there / "watch.js").read_bytes()),
    }


def as_data(shown: Shown, lang: Lang) -> dict[str, Any]:
    """What is shown, in words; nothing in it is markup."""
    findings = shown.findings or ()
    return {
        "busy": shown.is_busy,
        "status": (RENDERING if shown.is_busy else shown.status).say(lang),
        "banner": (NONE_YET if shown.report is None else OUTDATED).say(lang) if shown.is_outdated else "",
        "summary": "" if shown.findings is None else summary(Checked(findings), lang),
        "findings": [_finding(finding, lang) for finding in sorted(findings, key=_rank)],
        "edition": shown.edition,
    }


def _rank(finding: Finding) -> tuple[bool, int]:
    """The worst first, last what is waived; else as in the terminal."""
    return finding.waived is not None, list(Severity).index(finding.kind.severity)


def _finding(finding: Finding, lang: Lang) -> dict[str, Any]:
    what, why, cure = (
        words.say(lang, finding.arguments) for words in (finding.kind.what, finding.kind.why, finding.kind.cure)
    )
    line, column = line_of(finding)
    start = max(column - 1 - MARGIN, 0)
    return {
        "place": f"{finding.file}:{finding.place}",
        "link": _link(finding),
        "code": finding.kind.code,
        "severity": finding.kind.severity.value,
        "word": SEVERITIES[finding.kind.severity].say(lang),
        "what": what if finding.waived is None else waived(finding, lang),
        "waived": finding.waived is not None,
        "before": ("…" if start else "") + line[start : column - 1],
        "at": line[column - 1 : column],
        "after": line[column : column + MARGIN] + ("…" if line[column + MARGIN :] else ""),
        "why": why,
        "cure": cure,
    }


def _link(finding: Finding) -> str | None:
    """The line for an editor to open; a cell of a workbook has none."""
    if finding.place.sheet:
        return None
    path = Path(finding.file).absolute().as_posix()
    return f"vscode://file/{quote(path.lstrip('/'))}:{finding.place.line}:{finding.place.column}"
