"""``perfeval explain``: what it prints where, and the exit code."""

import json
from pathlib import Path

import pytest

from tools.command import Run


def test_a_figure_goes_to_standard_output(run: Run, dept: Path) -> None:
    ran = run("explain", dept, "funds.budget", "--lang", "zh")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("funds.budget  资金全年预算数 = ")


def test_a_given_value_is_asked_for_by_its_path(run: Run, dept: Path) -> None:
    ran = run("explain", dept, "projects.1.budget", "--lang", "en")
    assert ran.code == 0
    assert f"where       {dept}:" in ran.out


def test_a_tag_of_prose_is_understood(run: Run, dept: Path) -> None:
    for tag, path in (
        ("{{ report.projects[0].budget | money }}", "projects.1.budget"),
        ("{{funds.budget}}", "funds.budget"),
    ):
        assert run("explain", dept, tag).out == run("explain", dept, path).out != ""


def test_without_a_name_all_figures_are_told(run: Run, dept: Path) -> None:
    ran = run("explain", dept, "--lang", "zh")
    assert ran.code == 0
    assert "\nfunds  " in f"\n{ran.out}"


def test_the_same_is_told_to_programs(run: Run, dept: Path) -> None:
    one = json.loads(run("explain", dept, "funds.budget", "--format", "json").out)
    every = json.loads(run("explain", dept, "--format", "json").out)
    assert one in every["figures"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", "perfeval：数据项和文件中都没有“funds.budge”，是不是“funds.budget”？（数据项见 perfeval figures）。"),
        ("en", "perfeval: there is no figure and no given value “funds.budge”; did you mean “funds.budget”? ("),
    ],
)
def test_an_unknown_name_is_wrong_usage_and_the_nearest_is_offered(run: Run, dept: Path, lang: str, words: str) -> None:
    ran = run("explain", dept, "funds.budge", "--lang", lang)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(words)


def test_a_file_with_mistakes_is_told_like_everywhere(run: Run, dept: Path) -> None:
    dept.write_text(dept.read_text(encoding="utf-8").replace("year: 2025", "year: 25"), encoding="utf-8")
    ran = run("explain", dept, "funds.budget")
    assert (ran.code, ran.out) == (1, "")
    assert "S034" in ran.err


def test_a_file_that_is_not_there_is_an_error_of_the_system(run: Run, dept: Path) -> None:
    ran = run("explain", dept.with_name("nothing.yaml"), "funds.budget")
    assert (ran.code, ran.out) == (3, "")
    assert "W101" in ran.err
