"""What is printed: the caret under the right character, the counts, and the forms for programs."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from perfeval import pipeline
from perfeval.cli.usage import usage
from perfeval.columns import width
from perfeval.diagnostic import Finding, Kind, Lang, Place, Severity, Text, Waived
from perfeval.figures import Figure
from perfeval.quantity import Unit
from perfeval.reporters import figures as figures_reporter
from perfeval.reporters.findings import data as objects
from perfeval.reporters.findings import github
from perfeval.reporters.findings import text as reporter
from perfeval.reporters.findings.checked import Checked
from perfeval.schema import contract
from tools.examples import EXAMPLES
from tools.require import ROOT


def kind(severity: Severity = Severity.ERROR) -> Kind:
    return Kind("K999", severity, Text("得 {n} 分", "scores {n}"), Text("为何", "because"), Text("怎样", "do it"))


def finding(line: str, column: int, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("部门.yaml", Place(7, column), line, kind(severity), {"n": "9.5"})


def checked(*findings: Finding) -> Checked:
    return Checked(findings, ("部门.yaml",))


ACCEPTED = replace(finding("score: 9.5", 8, Severity.NOTE), waived=Waived("原表\n如此", "财务科"))


def excerpt(line: str, column: int) -> tuple[str, str]:
    shown, caret = reporter.text(checked(finding(line, column)), "zh").splitlines()[1:3]
    return shown, caret


def test_a_finding_is_told_in_one_block() -> None:
    assert reporter.text(checked(finding("score: 9.5", 8)), "zh").splitlines() == [
        "部门.yaml:7:8: K999 错误 得 9.5 分",
        "     7 | score: 9.5",
        "       |        ^",
        "    原因  为何",
        "    办法  怎样",
        "",
        "共发现 1 个错误。",
    ]
    assert reporter.text(checked(finding("score: 9.5", 8)), "en").splitlines()[-3:] == [
        "    cure  do it",
        "",
        "1 error.",
    ]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("name: 留营街道办事处, score: ⟦95", 0),
        ("⟦名称：值", 0),
        ("\tname:\t⟦甲", 0),
        ("全角ＡＢＣ１２３⟦x", 0),
        ("e\u0301e\u0301⟦x", 0),
        ("“引号”—…·⟦x", 0),
        ("甲" * 300 + "⟦乙" + "丙" * 300, 0),
        ("x" * 300 + "⟦y", 0),
        ("⟦y" + "x" * 300, 0),
    ],
)
def test_the_caret_stands_under_the_character(line: str, column: int) -> None:
    column = line.index("⟦") + 1
    shown, caret = excerpt(line.replace("⟦", ""), column)
    before = shown[: len(shown) - len(after(shown, width(caret) - 1))]
    assert width(before) == width(caret) - 1
    assert after(shown, width(caret) - 1)[0] == line[column]


def after(shown: str, columns: int) -> str:
    """What of a shown line stands from a column of the terminal on."""
    for index in range(len(shown)):
        if width(shown[:index]) == columns and width(shown[index]) > 0:
            return shown[index:]
    return ""


def test_a_long_line_is_cut_on_both_sides() -> None:
    shown, _ = excerpt("甲" * 300, 150)
    assert shown.removeprefix("     7 | ").startswith("…甲")
    assert shown.endswith("甲…")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=400), st.data())
def test_an_excerpt_of_any_line_fits_a_terminal(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line) + 1))
    shown, caret = reporter._excerpt(line, 7, column)
    assert width(shown) <= 9 + 96 + 2
    assert width(caret) <= 9 + 96
    assert caret.endswith("^")


def test_a_finding_about_a_whole_file_has_no_excerpt() -> None:
    assert "|" not in reporter.text(checked(finding("", 1)), "zh")


@pytest.mark.parametrize(
    ("severities", "files", "zh", "en"),
    [
        ("", 1, "没有发现问题。", "No findings."),
        ("e", 1, "共发现 1 个错误。", "1 error."),
        ("wnee", 1, "共发现 2 个错误，1 个警告，1 个提示。", "2 errors, 1 warning, 1 note."),
        ("nn", 1, "共发现 2 个提示。", "2 notes."),
        ("", 2, "2 个文件没有发现问题。", "2 files: no findings."),
        ("en", 3, "3 个文件共发现 1 个错误，1 个提示。", "3 files: 1 error, 1 note."),
        ("a", 1, "没有发现问题，另有 1 个已接受。", "No findings, 1 waived."),
        ("eaa", 2, "2 个文件共发现 1 个错误，另有 2 个已接受。", "2 files: 1 error, 2 waived."),
    ],
)
def test_the_counts(severities: str, files: int, zh: str, en: str) -> None:
    by_letter = {severity.value[0]: finding("x", 1, severity) for severity in Severity} | {"a": ACCEPTED}
    found = Checked(tuple(by_letter[letter] for letter in severities), ("甲.yaml", "乙.yaml", "丙.yaml")[:files])
    assert reporter.summary(found, "zh") == zh
    assert reporter.summary(found, "en") == en
    assert reporter.text(found, "zh").splitlines()[-1] == zh
    over = replace(found, passed_over=("a.yaml", "b.yaml"))
    assert reporter.summary(over, "zh") == f"{zh}略过评分标准：a.yaml、b.yaml。"
    assert reporter.summary(over, "en") == f"{en} Passed over as scoring standards: a.yaml, b.yaml."


def test_what_is_waived_stands_on_one_line() -> None:
    said = {
        "zh": "部门.yaml:7:8: K999 提示 已接受：得 9.5 分 —— 原表 如此（财务科）",
        "en": "部门.yaml:7:8: K999 note waived: scores 9.5 -- 原表 如此 (财务科)",
    }
    for lang in LANGUAGES:
        assert reporter.text(checked(ACCEPTED), lang).splitlines()[:-1] == [said[lang]]


def test_colours_are_of_the_severity_and_the_caret_only() -> None:
    for severity, colour in reporter.COLOURS.items():
        found = checked(finding("score: 9.5", 8, severity))
        plain, painted = (reporter.text(found, "en", coloured=coloured) for coloured in (False, True))
        word = f"\x1b[{colour}m{severity.value}\x1b[0m"
        assert painted == plain.replace(f" {severity.value} ", f" {word} ", 1).replace("^", f"\x1b[{colour}m^\x1b[0m")


LANGUAGES: tuple[Lang, ...] = ("zh", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_json_has_every_finding_with_the_same_keys(lang: Lang) -> None:
    first = replace(finding("score: 9.5", 8), pointer=("projects", 26, "score"))
    whole = json.loads(objects.as_json(replace(checked(first, ACCEPTED), passed_over=("s.yaml",)), lang))
    assert {key: value for key, value in whole.items() if key != "findings"} == {
        "version": 1,
        "files": ["部门.yaml"],
        "passed_over": ["s.yaml"],
        "summary": {"files": 1, "errors": 1, "warnings": 0, "notes": 0, "waived": 1},
    }
    (told, accepted) = whole["findings"]
    assert told == {
        "file": "部门.yaml",
        "sheet": None,
        "line": 7,
        "column": 8,
        "pointer": "projects.27.score",
        "code": "K999",
        "severity": "error",
        "message": {"zh": "得 9.5 分", "en": "scores 9.5"}[lang],
        "why": {"zh": "为何", "en": "because"}[lang],
        "cure": {"zh": "怎样", "en": "do it"}[lang],
        "excerpt": "score: 9.5",
        "waived": None,
    }
    assert list(told) == list(accepted)
    assert (accepted["severity"], accepted["pointer"]) == ("note", None)
    assert accepted["waived"] == {"reason": "原表\n如此", "by": "财务科"}


def test_json_keeps_to_its_schema() -> None:
    validator = Draft202012Validator(contract("findings"))
    published = [ROOT / "examples" / f"{name}-as-published.yaml" for name in EXAMPLES]
    whole = Checked(pipeline.check_all(published), tuple(map(str, published)))
    for found in (whole, checked(ACCEPTED), Checked(())):
        for lang in LANGUAGES:
            told = json.loads(objects.as_json(found, lang))
            assert [error.message for error in validator.iter_errors(told)] == []
    assert len(whole.findings) > 10
    assert not validator.is_valid({**told, "version": "1"})
    assert not validator.is_valid({**told, "findings": [{}]})


@pytest.mark.parametrize(
    ("severity", "command"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")]
)
def test_github_shows_a_finding_beside_its_line(severity: Severity, command: str) -> None:
    (line, counts) = github.as_annotations(checked(finding("x", 8, severity)), "zh").splitlines()
    assert line == f"::{command} file=部门.yaml,line=7,col=8,title=K999::得 9.5 分%0A为何%0A怎样"
    assert counts == reporter.summary(checked(finding("x", 8, severity)), "zh")


def test_github_gets_what_is_waived_as_a_notice() -> None:
    error = replace(finding("x", 8), waived=ACCEPTED.waived)
    (line, _) = github.as_annotations(checked(error), "en").splitlines()
    assert line == "::notice file=部门.yaml,line=7,col=8,title=K999::waived: scores 9.5 -- 原表 如此 (财务科)"


def test_github_is_told_of_signs_by_their_codes() -> None:
    odd = replace(finding("x", 8), file="a,b:c%d.yaml", arguments={"n": "9,5: 100%\r\n"})
    (line, _) = github.as_annotations(checked(odd), "en").splitlines()
    properties, _, message = line.removeprefix("::error ").partition("::")
    assert properties == "file=a%2Cb%3Ac%25d.yaml,line=7,col=8,title=K999"
    assert message == "scores 9,5: 100%25%0D%0A%0Abecause%0Ado it"


def a_figure(value: Decimal | str | None, unit: Unit) -> Figure:
    return Figure("a.b", Text("甲乙", "the figure"), value, unit, Text("丙 ÷ 丁", "c ÷ d"), "", None)


@pytest.mark.parametrize(
    ("value", "unit", "text", "plain"),
    [
        (Decimal("91.194"), Unit.PERCENT, "91.19%", "91.19"),
        (Decimal("0.000002"), Unit.MONEY, "0.000002万元", "0.000002"),
        (Decimal(61), Unit.PROJECTS, "61个", "61"),
        ("优秀", Unit.WORDS, "优秀", "优秀"),
        (None, Unit.PERCENT, "—", "—"),
        (Decimal(0), Unit.MONEY, "0万元", "0"),
    ],
)
def test_a_figure_is_printed_with_its_unit_and_never_missing(
    value: Decimal | str | None, unit: Unit, text: str, plain: str
) -> None:
    figures = {"a.b": a_figure(value, unit)}
    assert figures_reporter.text(figures, "zh") == f"a.b  {text}  甲乙 = 丙 ÷ 丁"
    assert json.loads(figures_reporter.as_json(figures, "en")) == {
        "a.b": {
            "name": "a.b",
            "label": "the figure",
            "value": plain,
            "unit": unit.value,
            "formula": "c ÷ d",
            "source": "",
        }
    }


def test_figures_stand_in_columns() -> None:
    lines = figures_reporter.text({"a": a_figure(Decimal(1), Unit.MONEY), "a.b.c": a_figure(None, Unit.MONEY)}, "zh")
    first, second = lines.splitlines()
    assert width(first[: first.index("甲乙")]) == width(second[: second.index("甲乙")])


def test_no_figures_are_no_lines() -> None:
    assert figures_reporter.text({}, "zh") == ""


def test_words_of_click_that_nobody_has_translated_are_told_as_they_are() -> None:
    assert usage("Something new.", "zh") == "perfeval：Something new.用法见 perfeval --help"
    assert usage("Something new.", "en") == "perfeval: Something new."
