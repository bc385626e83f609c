"""Layouts: built in by name, a department's own by folder, faults told in their own file."""

from pathlib import Path

import pytest

from perfeval.diagnostic import Diagnostic, Result, Text
from perfeval.layouts import Layout, LayoutKind, describe, folder_of, names, read_layout
from perfeval.resources import folder

OWN = """\
description: {zh: 说明, en: a form of our own}
filename: "{{ year }}报告"
requires: [department, projects]
texts:
  intro: 如下。
  row: {each: report.projects, text: "{{ name }}"}
"""


def read(name: str, beside: Path = Path(), kind: LayoutKind = LayoutKind.REPORT) -> Result[Layout]:
    found = read_layout(name, beside, kind=kind)
    assert isinstance(found, Result)
    return found


def own(tmp_path: Path, text: str) -> Result[Layout]:
    folder = tmp_path / "forms" / "own"
    folder.mkdir(parents=True)
    (folder / "layout.yaml").write_text(text, encoding="utf-8")
    return read("./forms/own", tmp_path)


def test_layouts_are_built_in() -> None:
    assert {"indicator-scorecard", "project-ledger", "project-forms", "department-form"} <= set(names())
    assert "bureau-summary" in names(LayoutKind.SUMMARY)


def test_every_folder_with_a_layout_is_one_of_one_kind() -> None:
    folders = [path.parent.name for path in folder("templates").glob("*/layout.yaml")]
    assert sorted(folders) == sorted(name for kind in LayoutKind for name in names(kind))


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for kind in LayoutKind for name in names(kind)])
def test_a_built_in_layout_is_whole_and_described_in_both_languages(name: str, kind: LayoutKind) -> None:
    setting = read(name, kind=kind)
    assert setting.findings == ()
    assert setting.value is not None
    assert setting.value.name == name
    assert setting.value.template == folder_of(name) / "report.docx"
    assert setting.value.template.is_file()
    assert describe(name).zh.endswith("。")
    assert describe(name).en.endswith(".")


def test_an_own_folder_is_found_beside_the_report(tmp_path: Path) -> None:
    setting = own(tmp_path, OWN)
    assert setting.findings == ()
    assert setting.value is not None
    assert setting.value.template == tmp_path / "forms" / "own" / "report.docx"
    assert list(setting.value.wording.texts) == ["intro", "row"]


def test_an_own_layout_may_be_based_on_a_built_in_one(tmp_path: Path) -> None:
    base = read("project-ledger").value
    layout = own(tmp_path, OWN.replace("texts:", "based_on: project-ledger\ntexts:")).value
    assert base is not None
    assert layout is not None
    assert layout.wording.texts == {
        **base.wording.texts,
        "intro": "如下。",
        "row": layout.wording.texts["row"],
    }


CHARTS = """\
charts:
  ours:
    title: 图题
    each: report.projects
    category: "{{ name }}"
    series: [{name: 预算, value: budget}]
"""


def test_an_own_layout_has_its_own_charts_beside_those_it_is_based_on(tmp_path: Path) -> None:
    base = read("project-ledger").value
    layout = own(tmp_path, OWN.replace("texts:", f"based_on: project-ledger\n{CHARTS}texts:")).value
    assert base is not None
    assert layout is not None
    assert list(layout.wording.charts) == [*base.wording.charts, "ours"]
    assert layout.wording.charts["ours"].series[0].value == "budget"


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("    each: report.projects\n", "", "S314", 9),
        ('    category: "{{ name }}"\n', "", "S314", 9),
        ("    each:", "    categories: [{name: 甲, row: report}]\n    each:", "S314", 9),
        ("  ours:", "  our-s:", "S315", 8),
        ("    title: 图题\n", "", "S013", 9),
        ("value: budget", "vale: budget", "S011", 12),
    ],
)
def test_a_mistake_in_a_chart_is_told_at_the_chart(tmp_path: Path, old: str, new: str, code: str, line: int) -> None:
    assert old in CHARTS
    (finding,) = own(tmp_path, OWN + CHARTS.replace(old, new)).findings
    assert (finding.kind.code, finding.place.line) == (code, line)


def test_an_unknown_name_is_told_at_the_reports_layout_with_a_hint() -> None:
    found = read_layout("project-leger", Path())
    assert isinstance(found, Diagnostic)
    assert (found.kind.code, found.where) == ("S302", ("layout",))
    assert found.kind.what.say("zh", found.arguments) == "没有名为“project-leger”的版式，是不是“project-ledger”？"


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        ("bureau-summary", LayoutKind.REPORT, "版式“bureau-summary”是汇总报告的版式，不能用于部门报告"),
        ("project-ledger", LayoutKind.SUMMARY, "版式“project-ledger”是部门报告的版式，不能用于汇总报告"),
    ],
)
def test_a_layout_for_something_else_is_told_with_those_there_are(name: str, asked: LayoutKind, said: str) -> None:
    found = read_layout(name, Path(), kind=asked)
    assert isinstance(found, Diagnostic)
    assert (found.kind.code, found.where) == ("S310", ("layout",))
    assert found.kind.what.say("zh", found.arguments) == said
    assert found.arguments["known"] == Text("、".join(names(asked)), ", ".join(names(asked)))


def test_an_own_layout_for_summaries_is_based_on_the_built_in_one(tmp_path: Path) -> None:
    text = OWN.replace("requires: [department, projects]\n", "kind: summary\nbased_on: bureau-summary\n")
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "layout.yaml").write_text(text.replace("report.projects", "departments"), encoding="utf-8")
    layout = read("./own", tmp_path, LayoutKind.SUMMARY).value
    assert layout is not None
    assert {"intro", "row", "preamble"} <= layout.wording.texts.keys()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    setting = read("./nowhere", tmp_path)
    assert setting.value is None
    (finding,) = setting.findings
    assert (finding.kind.code, finding.file) == ("S303", str(tmp_path / "nowhere" / "layout.yaml"))


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("filename:", "filname:", "S0", 2),
        ("[department, projects]", "[department, projcets]", "S305", 3),
        ("texts:", "based_on: project-leger\ntexts:", "S302", 4),
        ("each: report.projects", "every: report.projects", "S0", 6),
    ],
)
def test_a_mistake_in_an_own_layout_is_told_in_that_file(
    tmp_path: Path, old: str, new: str, code: str, line: int
) -> None:
    setting = own(tmp_path, OWN.replace(old, new))
    assert setting.value is None
    path = tmp_path / "forms" / "own" / "layout.yaml"
    assert {finding.file for finding in setting.findings} == {str(path)}
    at_the_line = [finding for finding in setting.findings if finding.place.line == line]
    assert at_the_line
    assert all(finding.kind.code.startswith(code) for finding in at_the_line)


def test_a_section_misspelt_is_told_with_the_section_meant(tmp_path: Path) -> None:
    (finding,) = own(tmp_path, OWN.replace("[department, projects]", "[projcets]")).findings
    assert finding.kind.what.say("en", finding.arguments) == (
        "a report has no section “projcets”; did you mean “projects”?"
    )
    assert finding.excerpt[finding.place.column - 1 :] == "projcets]"
