"""Independent validators of Word files; each gives its complaints as lines of text."""

import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import ooxml_integrity
from openxml_audit import OpenXmlValidator

from tools import structure
from tools.require import require, require_node_module


def audit(document: Path) -> list[str]:
    """openxml-audit: the schemas."""
    return [str(error) for error in OpenXmlValidator().validate(document).errors]


def integrity(document: Path) -> list[str]:
    """ooxml-integrity: parts, relationships, tables."""
    return [str(finding) for finding in ooxml_integrity.check(document)]


def sdk(document: Path) -> list[str]:
    """The validator of Microsoft's Open XML SDK, from npm."""
    command = [require("node"), str(require_node_module(".bin/ooxml-validator")), str(document)]
    said = subprocess.run(command, check=False, capture_output=True, text=True)
    assert said.stdout, said.stderr
    verdict = json.loads(said.stdout)
    return [] if verdict["ok"] else [json.dumps(error, ensure_ascii=False) for error in verdict["errors"]]


VALIDATORS: Mapping[str, Callable[[Path], list[str]]] = {
    "openxml-audit": audit, "ooxml-integrity": integrity, "Open XML SDK": sdk, "structure": structure.faults,
}  # fmt: skip
