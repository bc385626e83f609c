"""Which departments want the same file name."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from perfeval.batch.claims import Claims, folded
from perfeval.batch.folder import Folder, opened
from perfeval.batch.journal import Record
from perfeval.batch.plan import FIRST, Step


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Folder]:
    monkeypatch.chdir(tmp_path)
    with opened(Path("out")) as folder:
        yield folder


def steps(*names: str | None) -> list[Step]:
    return [Step(Path(f"{number}.yaml"), FIRST, name) for number, name in enumerate(names)]


def rivals(claims: Claims, wanted: list[Step]) -> list[str | None]:
    """Whom each step is told of."""
    found = [None if step.name is None else claims.clash(step.path, step.name) for step in wanted]
    return [None if clash is None else str(clash.arguments["other"]) for clash in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("甲.docx", "甲.docx"),
        ("Report.docx", "REPORT.DOCX"),
        ("caf\u00e9.docx", "cafe\u0301.docx"),
        ("straße.docx", "STRASSE.docx"),
    ],
)
def test_names_that_are_one_file_on_some_system_clash(one: str, other: str, folder: Folder) -> None:
    wanted = steps(one, "乙.docx", other)
    assert rivals(Claims(wanted, folder), wanted) == ["2.yaml", None, "0.yaml"]
    assert folded(one) == folded(other)


def test_names_that_differ_or_are_not_known_yet_do_not_clash(folder: Folder) -> None:
    wanted = steps("甲.docx", "乙.docx", None, None, "a/甲.docx")
    assert rivals(Claims(wanted, folder), wanted) == [None] * 5


def test_a_name_that_was_not_foretold_is_the_first_ones(folder: Folder) -> None:
    claims = Claims(steps(None, None), folder)
    assert claims.clash(Path("0.yaml"), "甲.docx") is None
    assert claims.clash(Path("0.yaml"), "甲.docx") is None
    second = claims.clash(Path("1.yaml"), "甲.docx")
    assert second is not None
    assert (second.file, second.arguments["other"]) == ("1.yaml", "0.yaml")


@pytest.mark.parametrize("is_there", [True, False])
def test_the_document_of_a_department_outside_the_pass_is_its_own_while_it_is_there(
    folder: Folder, *, is_there: bool
) -> None:
    folder.journal.note(Record("../other.yaml", "甲.docx", "", "", 0, {}))
    if is_there:
        Path("other.yaml").write_text("", encoding="utf-8")
    wanted = steps("甲.docx")
    found = rivals(Claims(wanted, folder), wanted)
    assert [Path(str(other)).name for other in found] == (["other.yaml"] if is_there else ["None"])


def test_what_a_department_of_the_pass_was_called_before_is_free(folder: Folder) -> None:
    folder.journal.note(Record("../0.yaml", "甲.docx", "", "", 0, {}))
    Path("0.yaml").write_text("", encoding="utf-8")
    wanted = steps("乙.docx", "甲.docx")
    assert rivals(Claims(wanted, folder), wanted) == [None, None]
