"""Independent validators of Word files; each gives its complaints as lines of text."""

import json
import os
import subprocess
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import ooxml_integrity
from openxml_audit import OpenXmlValidator

from tools import structure
from tools.require import require, require_node_module

Validator = Callable[[Path], list[str]]


def audit(document: Path) -> list[str]:
    """openxml-audit: the schemas."""
    return [str(error) for error in OpenXmlValidator().validate(document).errors]


def integrity(document: Path) -> list[str]:
    """ooxml-integrity: parts, relationships, tables; what it tells for information only is left out."""
    found = ooxml_integrity.check(document)
    return [str(finding) for finding in found if finding.severity != ooxml_integrity.INFO]


def sdk(document: Path) -> list[str]:
    """The validator of Microsoft's Open XML SDK, from npm."""
    command = [require("node"), str(require_node_module(".bin/ooxml-validator")), str(document)]
    said = subprocess.run(command, check=False, capture_output=True, text=True)
    assert said.stdout, said.stderr
    verdict = json.loads(said.stdout)
    return [] if verdict["ok"] else [json.dumps(error, ensure_ascii=False) for error in verdict["errors"]]


VALIDATORS: Mapping[str, Validator] = {
    "openxml-audit": audit, "ooxml-integrity": integrity, "Open XML SDK": sdk, "structure": structure.faults,
}  # fmt: skip
QUICK = {"ooxml-integrity", "structure"}
"""Those that can look at every document; the others take a second or so for one."""


def each(validator: Validator, documents: Iterable[Path]) -> dict[Path, list[str]]:
    """What a validator says of each document; those that are programs work side by side."""
    paths = list(documents)
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        return dict(zip(paths, workers.map(validator, paths), strict=True))
