"""The way of the data: what stops it, what does not, and in which order findings come."""

from pathlib import Path

import pytest

from perfeval import pipeline
from perfeval.diagnostic import Finding, Severity
from planted import REPORT, found_in, replaced
from raised import own_layout

EXAMPLES = Path(__file__).parents[2] / "examples"


def codes(found: tuple[Finding, ...]) -> list[str]:
    return [finding.kind.code for finding in found]


def written(text: str, folder: Path) -> Path:
    path = folder / "dept.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_report_without_a_fault_becomes_a_document(tmp_path: Path) -> None:
    result = pipeline.render(written(REPORT, tmp_path))
    assert result.findings == ()
    assert result.value is not None
    assert result.value.name == "示例区示例街道办事处2025年度部门整体支出绩效自评报告"
    assert result.value.suffix == ".docx"
    assert result.value.content.startswith(b"PK\3\4")


def test_an_error_of_a_rule_leaves_no_document(tmp_path: Path) -> None:
    path = written(replaced("balance: 10,", "balance: 20,"), tmp_path)
    assert pipeline.render(path).value is None
    assert pipeline.check(path).value is None
    assert codes(pipeline.render(path).findings) == codes(pipeline.check(path).findings) == ["K301"]


def test_warnings_and_notes_do_not_stop_the_document(tmp_path: Path) -> None:
    text = replaced("2025年各项任务完成。", "2024年各项任务完成。").replace("{change: 60}", "{change: 60.01}")
    result = pipeline.render(written(text, tmp_path))
    assert {finding.kind.severity for finding in result.findings} == {Severity.WARNING, Severity.NOTE}
    assert result.value is not None


def test_figures_are_there_although_rules_find_faults(tmp_path: Path) -> None:
    result = pipeline.figures(written(replaced("balance: 10,", "balance: 20,"), tmp_path))
    assert result.findings == ()
    assert result.value is not None
    assert result.value["projects.count"].value == 2


def test_a_stage_that_fails_is_the_last(tmp_path: Path) -> None:
    broken = replaced("year: 2025\n", "year: 2025\nyear: 2024\n").replace("balance: 10,", "balance: 20,")
    assert codes(found_in(broken, tmp_path)) == ["L020"]
    invalid = replaced("year: 2025\n", "year: 25\n").replace("balance: 10,", "balance: 20,")
    assert codes(found_in(invalid, tmp_path)) == ["S034"]


def test_one_run_tells_all_of_rules_and_prose_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = (
        replaced("balance: 10,", "balance: 20,").replace("2025年各项", "{{ nothing }}年各项")
        + "texts: {nonsense: 甲}\n"
    )
    found = found_in(text, tmp_path)
    assert codes(found) == ["K301", "R112", "R202"]
    assert [finding.place for finding in found] == sorted(finding.place for finding in found)


def test_findings_of_another_file_come_last_and_name_it(tmp_path: Path) -> None:
    path = own_layout(tmp_path, None, "title: 本局\n")
    path.write_text(path.read_text(encoding="utf-8") + "expect: {nothing: 1}\n", encoding="utf-8")
    found = pipeline.check(path).findings
    assert codes(found)[0] == "K503"
    assert {finding.file for finding in found[1:]} == {str(tmp_path / "ours" / "layout.yaml")}


@pytest.mark.parametrize("name", ["", "nothing.yaml", "dept.yaml/x"])
def test_a_file_that_cannot_be_read_is_a_finding(name: str, tmp_path: Path) -> None:
    written(REPORT, tmp_path)
    for run in (pipeline.check, pipeline.render, pipeline.figures):
        result = run(tmp_path / name)
        assert result.value is None
        assert codes(result.findings) == ["W101"]


def test_what_is_rendered_is_the_same_every_time(tmp_path: Path) -> None:
    first, second = (pipeline.render(EXAMPLES / "gaocheng-housing.yaml").value for _ in range(2))
    assert first is not None
    assert first == second
