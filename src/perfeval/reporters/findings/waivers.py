"""Findings as waivers to paste into a report; reason and name are left to those who decide."""

import json
from collections.abc import Iterable

from perfeval.diagnostic import Finding, Lang, dotted
from perfeval.waivers import found_by


def as_waivers(findings: Iterable[Finding], lang: Lang) -> str:
    """The YAML section ``waivers`` for the findings of rules that are not yet waived."""
    lines = ["waivers:"]
    for finding in findings:
        if finding.kind.code.startswith("K") and finding.waived is None and finding.pointer is not None:
            found = {name: text.say(lang) for name, text in found_by(finding).items()}
            lines += [
                f"  - code: {finding.kind.code}",
                f"    at: {json.dumps(dotted(finding.pointer), ensure_ascii=False)}",
                f"    found: {json.dumps(found, ensure_ascii=False)}",
                "    reason:",
                "    by:",
            ]
    return "\n".join(lines) if len(lines) > 1 else ""
