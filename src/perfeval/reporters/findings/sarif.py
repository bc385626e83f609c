"""Findings as code scanning reads them: SARIF 2.1.0, one run."""

import json
import os
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from perfeval.diagnostic import Finding, Kind, Lang
from perfeval.reporters.findings.checked import Checked
from perfeval.reporters.findings.words import unfilled
from perfeval.rules import EVERY

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
FORMULAS = {rule.kind.code: rule.formula for rule in EVERY}


def as_sarif(checked: Checked, lang: Lang) -> str:
    """One log with one run: the kinds of what was found, by code, and a result for each finding."""
    kinds = {finding.kind.code: finding.kind for finding in checked.findings}
    codes = sorted(kinds)
    run = {
        "tool": {
            "driver": {
                "name": "perfeval",
                "version": version("perfeval"),
                "language": LANGUAGES[lang],
                "rules": [_rule(kinds[code], lang) for code in codes],
            }
        },
        "language": LANGUAGES[lang],
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(file)}} for file in checked.files],
        "results": [_result(finding, codes.index(finding.kind.code), lang) for finding in checked.findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(kind: Kind, lang: Lang) -> dict[str, Any]:
    """A kind of finding; what must hold is its short description, where it is a rule's."""
    return {
        "id": kind.code,
        "shortDescription": {"text": unfilled(FORMULAS.get(kind.code, kind.what), lang)},
        "fullDescription": {"text": unfilled(kind.why, lang)},
        "help": {"text": unfilled(kind.cure, lang)},
        "defaultConfiguration": {"level": kind.severity.value},
    }


def _result(finding: Finding, index: int, lang: Lang) -> dict[str, Any]:
    """SARIF wants ``suppressions`` with every result or with none; waivers stand in the report itself."""
    place, waived = finding.place, finding.waived
    accepted = [] if waived is None else [{"kind": "inSource", "justification": f"{waived.reason} ({waived.by})"}]
    return {
        "ruleId": finding.kind.code,
        "ruleIndex": index,
        "level": finding.kind.severity.value,
        "message": {"text": finding.kind.what.say(lang, finding.arguments)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(finding.file)},
                    "region": {"startLine": place.line, "startColumn": place.column},
                },
                **({"logicalLocations": [{"fullyQualifiedName": str(place)}]} if place.sheet else {}),
            }
        ],
        "suppressions": accepted,
    }


def _uri(file: str) -> str:
    """A relative path as a relative reference, an absolute one with its scheme; hanzi as the bytes of UTF-8."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
