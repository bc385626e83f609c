"""Files beside the report: read as records, refused with findings that know their own file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from perfeval.diagnostic import Diagnostic, Kind, Place, Result, Severity, Text
from perfeval.layouts import Wording
from perfeval.settings import choose, read

FAULT = Kind("T001", Severity.ERROR, Text("", ""), Text("", ""), Text("", ""))
DOUBT = Kind("T002", Severity.WARNING, Text("", ""), Text("", ""), Text("", ""))
WORDING = """\
description: {zh: 说明, en: a form}
filename: 报告
texts: {intro: 如下。}
"""


@dataclass(frozen=True, slots=True)
class Nothing:
    """A record that no schema gives."""


def wording(path: Path, text: str) -> Result[Wording]:
    path.write_text(text, encoding="utf-8")
    return read(path, "layout", Wording)


def test_a_file_becomes_its_record(tmp_path: Path) -> None:
    setting = wording(tmp_path / "layout.yaml", WORDING)
    assert setting.findings == ()
    assert setting.value is not None
    assert setting.value.texts == {"intro": "如下。"}


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_what_cannot_be_read_is_a_finding_with_the_systems_reason(tmp_path: Path, name: str) -> None:
    setting = read(tmp_path / name, "layout", Wording)
    assert setting.value is None
    (finding,) = setting.findings
    assert (finding.kind.code, finding.file, finding.place) == ("S303", str(tmp_path / name), Place(1, 1))
    said = finding.kind.what.say("en", finding.arguments)
    assert ("Is a directory" if name == "." else "No such file or directory") in said


@pytest.mark.parametrize(
    ("text", "line"),
    [(WORDING.replace("filename: 报告", "filename: [报告"), 3), (WORDING.replace("filename", "filname"), 2), ("", 1)],
)
def test_a_mistake_is_told_at_its_line_and_gives_no_record(tmp_path: Path, text: str, line: int) -> None:
    setting = wording(tmp_path / "layout.yaml", text)
    assert setting.value is None
    assert {finding.file for finding in setting.findings} == {str(tmp_path / "layout.yaml")}
    assert line in {finding.place.line for finding in setting.findings}


@pytest.mark.parametrize("kind", [FAULT, DOUBT])
def test_what_the_schema_cannot_see_may_be_examined(kind: Kind, tmp_path: Path) -> None:
    def examined(found: Wording) -> Iterator[Diagnostic]:
        assert found.filename == "报告"
        yield Diagnostic(kind, ("filename",))

    path = tmp_path / "layout.yaml"
    path.write_text(WORDING, encoding="utf-8")
    setting = read(path, "layout", Wording, examined)
    assert (setting.value is None) == (kind is FAULT)
    assert [(found.kind, found.place.line, found.place.column) for found in setting.findings] == [(kind, 2, 11)]


def test_what_was_written_anew_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "layout.yaml"
    path.write_text(WORDING, encoding="utf-8")
    before = read(path, "layout", Wording).value
    path.write_text(WORDING.replace("报告", "自评"), encoding="utf-8")
    after = read(path, "layout", Wording).value
    assert before is not None
    assert after is not None
    assert (before.filename, after.filename) == ("报告", "自评")


def test_a_faulty_file_is_not_examined_further(tmp_path: Path) -> None:
    def examined(_: Nothing) -> Iterator[Diagnostic]:
        raise AssertionError

    path = tmp_path / "layout.yaml"
    path.write_text("title: 1\n", encoding="utf-8")
    assert read(path, "layout", Nothing, examined).value is None


def test_an_unknown_name_is_answered_with_the_names_there_are_and_the_nearest() -> None:
    found = choose("shijiazuang", ("mof-2020", "shijiazhuang"))
    assert found == {
        "name": "shijiazuang",
        "hint": Text("，是不是“shijiazhuang”？", "; did you mean “shijiazhuang”?"),
        "known": Text("mof-2020、shijiazhuang", "mof-2020, shijiazhuang"),
    }


def test_a_name_like_no_other_gets_no_hint() -> None:
    assert choose("xyz", ("mof-2020",))["hint"] == ""
