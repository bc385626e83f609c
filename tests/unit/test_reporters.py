"""What is printed: the caret under the right character, the counts, and JSON for programs."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfeval.cli.usage import usage
from perfeval.columns import width
from perfeval.diagnostic import Finding, Kind, Lang, Place, Severity, Text
from perfeval.figures import Figure
from perfeval.quantity import Unit
from perfeval.reporters import figures as figures_reporter
from perfeval.reporters import findings as reporter


def kind(severity: Severity = Severity.ERROR) -> Kind:
    return Kind("K999", severity, Text("得 {n} 分", "scores {n}"), Text("为何", "because"), Text("怎样", "do it"))


def finding(line: str, column: int, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("部门.yaml", Place(7, column), line, kind(severity), {"n": "9.5"})


def excerpt(line: str, column: int) -> tuple[str, str]:
    shown, caret = reporter.text([finding(line, column)], "zh").splitlines()[1:3]
    return shown, caret


def test_a_finding_is_told_in_one_block() -> None:
    assert reporter.text([finding("score: 9.5", 8)], "zh").splitlines() == [
        "部门.yaml:7:8: K999 错误 得 9.5 分",
        "     7 | score: 9.5",
        "       |        ^",
        "    原因  为何",
        "    办法  怎样",
        "",
        "共发现 1 个错误。",
    ]
    assert reporter.text([finding("score: 9.5", 8)], "en").splitlines()[-3:] == ["    cure  do it", "", "1 error."]


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
    assert "|" not in reporter.text([finding("", 1)], "zh")


@pytest.mark.parametrize(
    ("severities", "zh", "en"),
    [
        ("", "没有发现问题。", "No findings."),
        ("e", "共发现 1 个错误。", "1 error."),
        ("wnee", "共发现 2 个错误，1 个警告，1 个提示。", "2 errors, 1 warning, 1 note."),
        ("nn", "共发现 2 个提示。", "2 notes."),
    ],
)
def test_the_counts(severities: str, zh: str, en: str) -> None:
    by_letter = {severity.value[0]: severity for severity in Severity}
    found = [finding("x", 1, by_letter[letter]) for letter in severities]
    assert reporter.summary(found, "zh") == zh
    assert reporter.summary(found, "en") == en
    assert reporter.text(found, "zh").splitlines()[-1] == zh


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_json_has_every_finding_with_the_same_keys(lang: Lang) -> None:
    given = [finding("score: 9.5", 8), finding("", 1, Severity.NOTE)]
    (first, second) = json.loads(reporter.as_json(given, lang))["findings"]
    assert first == {
        "file": "部门.yaml",
        "line": 7,
        "column": 8,
        "code": "K999",
        "severity": "error",
        "message": {"zh": "得 9.5 分", "en": "scores 9.5"}[lang],
        "why": {"zh": "为何", "en": "because"}[lang],
        "cure": {"zh": "怎样", "en": "do it"}[lang],
        "excerpt": "score: 9.5",
    }
    assert list(first) == list(second)
    assert second["severity"] == "note"


def test_json_without_findings_is_an_empty_list() -> None:
    assert json.loads(reporter.as_json([], "zh")) == {"findings": []}


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
