"""What a machine may lack: a test that needs it is skipped with the reason, and fails where ``CI=true`` is set."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

T = TypeVar("T")

ROOT = Path(__file__).parents[2]
"""The checkout."""

SOURCES = {
    "soffice": "Debian's libreoffice-writer-nogui",
    "pdftotext": "Debian's poppler-utils",
    "pdftoppm": "Debian's poppler-utils",
    "pdffonts": "Debian's poppler-utils",
    "fc-list": "Debian's fontconfig",
    "node": "Node.js 18 or later",
    "git": "Debian's git",
    "bash": "Debian's bash",
    "make": "Debian's make",
    "setpriv": "Debian's util-linux",
    "chromium": "Debian's chromium",
}


def present(value: T | None, what: str, source: str) -> T:
    """The value, or no test: ``what`` is missing, and ``source`` is where to have it from."""
    if value is not None:
        return value
    lack = f"{what} is missing; it comes with {source}"
    if os.environ.get("CI") == "true":
        pytest.fail(lack)
    pytest.skip(lack)


def require(program: str) -> str:
    """The path of a program of ``SOURCES``."""
    return present(shutil.which(program), program, SOURCES[program])


def require_node_module(path: str) -> Path:
    """A file below ``node_modules`` of the checkout, which package.json names."""
    found = ROOT / "node_modules" / path
    return present(found if found.exists() else None, path, "npm install --ignore-scripts")


def require_that(holds: Callable[[], bool], what: str, source: str) -> None:
    """No test unless it holds."""
    present(holds() or None, what, source)
