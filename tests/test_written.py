"""Every Word document that any test before this one made is a valid one."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tools.require import require_that
from tools.validators import QUICK, VALIDATORS, each
from tools.written import Document, covering

NO_FAULTS = {
    "/word/stylesWithEffects.xml": "python-docx's own template has this part; no layout has it (see test_conventions)",
    "TXT002": "a department may have typed what looks like an escaped sign",
}
"""Complaints that are none of a document's own, by what they name."""


@pytest.fixture(scope="module")
def files(written: Mapping[Document, str], tmp_path_factory: pytest.TempPathFactory) -> dict[Path, str]:
    """The documents as files, with their tests."""
    require_that(lambda: bool(written), "a document to look at", "a test that makes one: run more of the suite")
    folder = tmp_path_factory.mktemp("written")
    return {save(folder / f"{number}.docx", document): test for number, (document, test) in enumerate(written.items())}


@pytest.fixture(scope="module")
def fewer(files: Mapping[Path, str]) -> list[Path]:
    """Those that hold between them whatever a schema can tell apart in any of them."""
    paths = {path.read_bytes(): path for path in files}
    return [paths[document] for document in covering(paths)]


def save(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("validator", VALIDATORS)
def test_every_document_that_a_test_made_is_valid(validator: str, files: Mapping[Path, str], fewer: list[Path]) -> None:
    """Quick validators look at all of them, the slow ones at as many as show them everything."""
    said = each(VALIDATORS[validator], files if validator in QUICK else fewer)
    complaints = [
        f"{files[path]}: {path}: {line}"
        for path, lines in said.items()
        for line in lines
        if not any(named in line for named in NO_FAULTS)
    ]
    assert not complaints, "\n".join(complaints)
