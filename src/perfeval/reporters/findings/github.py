"""Findings as GitHub shows them beside the lines of a change: its workflow commands."""

from perfeval.diagnostic import Finding, Lang, Severity
from perfeval.reporters.findings.checked import Checked
from perfeval.reporters.findings.text import summary
from perfeval.reporters.findings.words import waived

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
IN_MESSAGES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_PROPERTIES = {**IN_MESSAGES, ":": "%3A", ",": "%2C"}


def as_annotations(checked: Checked, lang: Lang) -> str:
    """One command a finding, what is waived as a notice; the counts as a line of the log."""
    return "\n".join((*(_annotation(finding, lang) for finding in checked.findings), summary(checked, lang)))


def _annotation(finding: Finding, lang: Lang) -> str:
    kind = finding.kind
    if finding.waived is None:
        command = COMMANDS[kind.severity]
        message = "\n".join(words.say(lang, finding.arguments) for words in (kind.what, kind.why, kind.cure))
    else:
        command, message = "notice", waived(finding, lang)
    place = finding.place
    properties = {"file": finding.file, "line": place.line, "col": place.column, "title": kind.code}
    if place.sheet:  # GitHub shows no lines of a workbook
        message = f"{place} {message}"
    named = ",".join(f"{name}={_escaped(str(value), IN_PROPERTIES)}" for name, value in properties.items())
    return f"::{command} {named}::{_escaped(message, IN_MESSAGES)}"


def _escaped(words: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in words)
