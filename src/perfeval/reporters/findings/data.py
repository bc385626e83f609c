"""Findings as programs read them: JSON after ``schemas/findings.schema.json``."""

import json
from typing import Any

from perfeval.diagnostic import Finding, Lang, Severity, dotted
from perfeval.reporters.findings.checked import Checked

VERSION = 1
"""Of the form; another number means that a key was taken away or has another meaning."""


def as_json(checked: Checked, lang: Lang) -> str:
    """One object: files, findings and counts; lines and columns from 1."""
    whole = {
        "version": VERSION,
        "files": checked.files,
        "passed_over": checked.passed_over,
        "findings": [as_object(finding, lang) for finding in checked.findings],
        "summary": {
            "files": len(checked.files),
            **{f"{severity}s": checked.count(severity) for severity in Severity},
            "waived": checked.waived,
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def as_object(finding: Finding, lang: Lang) -> dict[str, Any]:
    """A finding under the keys of the schema."""
    kind, waived = finding.kind, finding.waived
    return {
        "file": finding.file,
        "sheet": finding.place.sheet or None,
        "line": finding.place.line,
        "column": finding.place.column,
        "pointer": None if finding.pointer is None else dotted(finding.pointer),
        "code": kind.code,
        "severity": kind.severity.value,
        "message": kind.what.say(lang, finding.arguments),
        "why": kind.why.say(lang, finding.arguments),
        "cure": kind.cure.say(lang, finding.arguments),
        "excerpt": finding.excerpt,
        "waived": None if waived is None else {"reason": waived.reason, "by": waived.by},
    }
