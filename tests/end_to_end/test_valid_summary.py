"""The summary is a valid Word file and a valid workbook."""

from pathlib import Path

import pytest

from perfeval.summary import Summary, summarise
from perfeval.summary.document import document
from perfeval.summary.workbook import workbook
from tools.entries import OTHER_SCALE, WARNED, entry, refused
from tools.validators import VALIDATORS, sdk

NOBODY = summarise([])
MANY = summarise(
    [
        *(entry(f"{number}局", 99 - number, counted=(WARNED,)) for number in range(30)),
        entry("=1+1 & <乙局>", None, grade=None, budget=None, execution_rate=None, scale=OTHER_SCALE),
        refused("丁局"),
    ],
    ["3局", "戊局"],
)


def written(made: Summary) -> bytes:
    content = document(made).value
    assert content is not None
    return content


@pytest.mark.parametrize("validator", VALIDATORS)
@pytest.mark.parametrize("made", [NOBODY, MANY], ids=["nobody", "many"])
def test_the_document_is_valid(made: Summary, validator: str, tmp_path: Path) -> None:
    path = tmp_path / "summary.docx"
    path.write_bytes(written(made))
    assert VALIDATORS[validator](path) == []


@pytest.mark.parametrize("made", [NOBODY, MANY], ids=["nobody", "many"])
def test_the_workbook_is_valid(made: Summary, tmp_path: Path) -> None:
    path = tmp_path / "summary.xlsx"
    path.write_bytes(workbook(made))
    # The SDK wants the elements of a font in one order; by ECMA-376 (CT_Font is a choice) they come in any.
    assert [said for said in sdk(path) if "x:fonts" not in said] == []
