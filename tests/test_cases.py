"""Whole inputs and all that the command says of them: ``cases/<name>/dept.yaml`` and the text in both languages."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from docx_text import lines
from expected import Expected
from perfeval import pipeline
from perfeval.cli.commands import app

TESTS = Path(__file__).parent
CASES = TESTS / "cases"
GOLDEN = CASES / "golden"
EXAMPLES = TESTS.parent / "examples"
NAMES = sorted(path.parent.name for path in CASES.glob("*/dept.yaml"))
WHOLE = ("chenghu-agriculture", "gaocheng-housing", "liuying-street")
OTHERWISE = {"chenghu-agriculture": ("project-forms", "department-form")}
"""The same data in another layout: which it names, and which it is set in besides."""
LANGUAGES = ("zh", "en")


def said(lang: str) -> str:
    """Everything ``perfeval check`` prints about the file here, and its exit code."""
    result = CliRunner().invoke(app, ["check", "dept.yaml", "--lang", lang])
    assert result.stderr == ""
    return f"{result.stdout}[{result.exit_code}]\n"


def test_there_are_cases_and_examples() -> None:
    assert len(NAMES) >= 25
    assert {path.stem.removesuffix("-as-published") for path in EXAMPLES.glob("*.yaml")} == set(WHOLE)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_what_is_said_of_a_file(name: str, lang: str, expected: Expected, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES / name)
    expected.agrees(CASES / name / f"expected.{lang}.txt", said(lang))


@pytest.mark.parametrize("name", WHOLE)
def test_the_words_and_the_structure_of_a_whole_report(name: str, expected: Expected) -> None:
    document = pipeline.render(EXAMPLES / f"{name}.yaml").value
    assert document is not None
    expected.agrees(GOLDEN / f"{name}.txt", "\n".join(lines(document.content)) + "\n")


@pytest.mark.parametrize("name", OTHERWISE)
def test_the_same_data_in_another_layout(name: str, expected: Expected, tmp_path: Path) -> None:
    named, other = OTHERWISE[name]
    text = (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    path = tmp_path / "dept.yaml"
    path.write_text(text.replace(f"layout: {named}\n", f"layout: {other}\n"), encoding="utf-8")
    document = pipeline.render(path).value
    assert document is not None
    expected.agrees(GOLDEN / f"{name}, {other}.txt", "\n".join(lines(document.content)) + "\n")


def test_no_expected_text_is_left_without_its_input(expected: Expected) -> None:
    wanted = [CASES / name / f"expected.{lang}.txt" for name in NAMES for lang in LANGUAGES]
    whole = [*WHOLE, *(f"{name}, {other}" for name, (_, other) in OTHERWISE.items())]
    expected.no_others(CASES.rglob("*.txt"), [*wanted, *(GOLDEN / f"{name}.txt" for name in whole)])


def test_the_same_findings_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.chdir(CASES / name)
        first = [line.split(" ")[:2] for lang in LANGUAGES for line in said(lang).splitlines() if ".yaml:" in line]
        assert first[: len(first) // 2] == first[len(first) // 2 :], name
