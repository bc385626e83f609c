"""What holds SARIF logs against the standard: its JSON schema, and Microsoft's validator with the rules of GitHub."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from tools.require import require_node_module

PACKAGE = f"@microsoft/sarif-multitool-{sys.platform}"
NO_ADDRESS = "SARIF2005"
"""It wants a public address of the tool."""


def schema_faults(log: dict[str, Any]) -> list[str]:
    """By the schema of SARIF 2.1.0."""
    schema = json.loads(require_node_module(f"{PACKAGE}/sarif-2.1.0.json").read_text(encoding="utf-8-sig"))
    return [error.message for error in Draft202012Validator(schema).iter_errors(log)]


def complaints(log: Path) -> list[str]:
    """Errors and warnings of the validator."""
    multitool = require_node_module(f"{PACKAGE}/Sarif.Multitool")
    multitool.chmod(0o755)  # npm unpacks it without, where it may run no scripts
    verdict = log.with_suffix(".verdict")
    command = [multitool, "validate", log, "--output", verdict, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"]
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}  # or it would want the ICU libraries
    done = subprocess.run(list(map(str, command)), check=False, capture_output=True, text=True, env=environment)
    assert verdict.is_file(), done.stdout + done.stderr
    (run,) = json.loads(verdict.read_text(encoding="utf-8-sig"))["runs"]
    told = [(found["ruleId"], json.dumps(found["message"], ensure_ascii=False)) for found in run["results"]]
    return [f"{rule} {message}" for rule, message in told if rule != NO_ADDRESS]
