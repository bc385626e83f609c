"""Findings as waivers to paste into a report; reason and name are left to those who decide."""

import json
from collections.abc import Iterable

from perfeval.diagnostic import Finding, Lang, Pointer, dotted
from perfeval.waivers import found_by


def as_waivers(findings: Iterable[Finding], lang: Lang) -> str:
    """The YAML section ``waivers`` for the findings of rules that are not yet waived."""
    waivers = dict.fromkeys(  # the same words twice in one text are one waiver
        _waiver(finding.kind.code, finding.pointer, finding, lang)
        for finding in findings
        if finding.kind.code.startswith("K") and finding.waived is None and finding.pointer is not None
    )
    return "\n".join(("waivers:", *waivers)) if waivers else ""


def _waiver(code: str, pointer: Pointer, finding: Finding, lang: Lang) -> str:
    found = {name: text.say(lang) for name, text in found_by(finding).items()}
    return "\n".join(
        (
            f"  - code: {code}",
            f"    at: {json.dumps(dotted(pointer), ensure_ascii=False)}",
            f"    found: {json.dumps(found, ensure_ascii=False)}",
            "    reason:",
            "    by:",
        )
    )
