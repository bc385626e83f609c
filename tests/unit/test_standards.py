"""Scoring standards are data: built in by name, a department's own by path, faults told in their own file."""

from decimal import Decimal
from pathlib import Path

import pytest

from perfeval.diagnostic import Diagnostic, Finding, Result
from perfeval.model import MissingScore
from perfeval.standards import NAMES, Standard, read_standard
from perfeval.standards.standard import Cap, ExecutionMethod

OWN = """\
title: 本市标准
source: 本市文件
date: 2026-01-01
weights: {产出指标: 60, 效益指标: 40}
grades:
  - {key: high, name: 高, floor: 70}
  - {key: low, name: 低, floor: 0}
execution:
  method: table
  table:
    - {floor: 95, share: 100}
    - {floor: 80, share: 60}
indicators: {reverse: inverse}
missing_score: skip
caps:
  - {below: 80, score: 89}
  - {below: 50, score: 59}
"""


def read(name: str, beside: Path = Path()) -> Result[Standard]:
    found = read_standard(name, beside)
    assert isinstance(found, Result)
    return found


def built_in(name: str) -> Standard:
    value = read(name).value
    assert value is not None
    return value


def own(tmp_path: Path, text: str) -> Result[Standard]:
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    return read("own.yaml", tmp_path)


def told(setting: Result[Standard]) -> Finding:
    assert setting.value is None
    (finding,) = setting.findings
    return finding


def test_standards_are_built_in() -> None:
    assert NAMES == ("mof-2020", "shijiazhuang")


@pytest.mark.parametrize("name", NAMES)
def test_a_built_in_standard_is_whole_and_without_findings(name: str) -> None:
    assert read(name).findings == ()
    standard = built_in(name)
    assert sum(standard.weights.values()) == 100
    assert standard.grades[-1].floor == 0
    assert all(band.result_use for band in standard.grades)


@pytest.mark.parametrize(
    ("name", "scores"),
    [
        ("shijiazhuang", {"100": "优秀", "85": "优秀", "84.99": "良好", "75": "良好", "74.99": "一般", "60": "一般",
                          "59.99": "较差", "0": "较差"}),
        ("mof-2020", {"100": "优", "90": "优", "89.99": "良", "80": "良", "79.99": "中", "60": "中", "59.99": "差",
                      "0": "差"}),
    ],
)  # fmt: skip
def test_bands_are_closed_on_the_left(name: str, scores: dict[str, str]) -> None:
    standard = built_in(name)
    assert {score: standard.band(Decimal(score)).name for score in scores} == scores


def test_the_last_band_begins_at_zero(tmp_path: Path) -> None:
    assert told(own(tmp_path, OWN.replace("floor: 0", "floor: 20"))).kind.code == "S307"


def test_the_weights_make_a_hundred(tmp_path: Path) -> None:
    finding = told(own(tmp_path, OWN.replace("效益指标: 40", "效益指标: 40.5")))
    assert (finding.kind.code, finding.place.line, finding.arguments["sum"]) == ("S308", 4, "100.5")


def test_the_two_ways_of_scoring_execution() -> None:
    assert built_in("shijiazhuang").execution.method is ExecutionMethod.STEPS
    assert built_in("mof-2020").execution.method is ExecutionMethod.LINEAR


def test_an_own_standard_is_found_beside_the_report(tmp_path: Path) -> None:
    setting = own(tmp_path, OWN)
    assert setting.findings == ()
    assert setting.value is not None
    assert setting.value.missing_score is MissingScore.SKIP
    assert setting.value.caps == (Cap(below=Decimal(80), score=Decimal(89)), Cap(below=Decimal(50), score=Decimal(59)))


@pytest.mark.parametrize(
    ("rate", "cap"), [("80", None), ("79.99", 89), ("50", 89), ("49.99", 59), ("0", 59), (None, None)]
)
def test_the_lowest_cap_that_applies_counts(tmp_path: Path, rate: str | None, cap: int | None) -> None:
    standard = own(tmp_path, OWN).value
    assert standard is not None
    assert standard.cap(None if rate is None else Decimal(rate)) == cap


def test_an_unknown_name_is_told_at_the_reports_standard_with_a_hint() -> None:
    found = read_standard("shijiazuang", Path())
    assert isinstance(found, Diagnostic)
    assert (found.kind.code, found.where) == ("S301", ("standard",))
    assert found.kind.what.say("en", found.arguments) == (
        "there is no scoring standard “shijiazuang”; did you mean “shijiazhuang”?"
    )
    assert found.kind.cure.say("zh", found.arguments).startswith("可用：mof-2020、shijiazhuang；")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    finding = told(read("own.yaml", tmp_path))
    assert (finding.kind.code, finding.file) == ("S303", str(tmp_path / "own.yaml"))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("method: table", "method: tabel", 9),
        ("floor: 70", "floor: 170", 6),
        ("missing_score: skip\n", "missing_score: skip\nmissing: skip\n", 15),
    ],
)
def test_a_mistake_in_an_own_standard_is_told_in_that_file(tmp_path: Path, old: str, new: str, line: int) -> None:
    finding = told(own(tmp_path, OWN.replace(old, new)))
    assert (finding.file, finding.place.line) == (str(tmp_path / "own.yaml"), line)
    assert finding.excerpt == OWN.replace(old, new).splitlines()[line - 1]


@pytest.mark.parametrize(
    ("old", "new", "line", "arguments"),
    [
        ("floor: 0}", "floor: 70}", 7, ("70", "70")),
        ("floor: 0}", "floor: 85}", 7, ("85", "70")),
        ("floor: 80, share", "floor: 97, share", 12, ("97", "95")),
    ],
)
def test_steps_out_of_order_would_give_a_wrong_grade_and_are_refused(
    tmp_path: Path, old: str, new: str, line: int, arguments: tuple[str, str]
) -> None:
    findings = own(tmp_path, OWN.replace(old, new)).findings
    (finding,) = (finding for finding in findings if finding.kind.code == "S304")
    assert (finding.file, finding.place.line) == (str(tmp_path / "own.yaml"), line)
    assert finding.excerpt[finding.place.column - 1 :].startswith(arguments[0])
    assert (finding.arguments["floor"], finding.arguments["before"]) == arguments
    for words in (finding.kind.what, finding.kind.why, finding.kind.cure):
        assert "{" not in words.say("zh", finding.arguments) + words.say("en", finding.arguments)


@pytest.mark.parametrize("date", ["2025-13-45", "2025-02-30", "0026-01-01", "9999-1-1"])
def test_a_date_is_a_day_there_is(tmp_path: Path, date: str) -> None:
    finding = told(own(tmp_path, OWN.replace("date: 2026-01-01", f"date: {date}")))
    assert (finding.file, finding.place.line) == (str(tmp_path / "own.yaml"), 3)


@pytest.mark.parametrize("key", ["count", "budget", "local", "high"])
def test_a_grade_may_not_be_called_what_another_figure_is_called(tmp_path: Path, key: str) -> None:
    finding = told(own(tmp_path, OWN.replace("key: low", f"key: {key}")))
    assert (finding.kind.code, finding.place.line) == ("S306", 7)
    assert finding.excerpt[finding.place.column - 1 :].startswith(key)
    assert f"projects.{key}.count" in finding.kind.why.say("zh", finding.arguments)
