"""Findings as SARIF, held against the standard and against what GitHub's code scanning asks for."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from perfeval import pipeline
from perfeval.diagnostic import Lang
from perfeval.reporters.findings.checked import Checked
from perfeval.reporters.findings.sarif import as_sarif
from perfeval.reporters.findings.waivers import as_waivers
from planted import REPORT, replaced
from tools.examples import EXAMPLES
from tools.require import ROOT
from tools.sarif import complaints, schema_faults

BOTH: tuple[Lang, ...] = ("zh", "en")
FAULTY = replaced("executed: 280, score: 100", "executed: 280, score: 100.01")


def log_of(paths: list[Path], lang: Lang = "zh") -> dict[str, Any]:
    log: dict[str, Any] = json.loads(as_sarif(Checked(pipeline.check_all(paths), tuple(map(str, paths))), lang))
    return log


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Relative paths with hanzi, blanks and signs: an error, the same error waived, no report, nothing, no findings."""
    monkeypatch.chdir(tmp_path)
    folder = Path("各 部门", "100%#?")
    folder.mkdir(parents=True)
    paths = [folder / f"{name}.yaml" for name in ("错误", "已接受", "a:b", "没有", "好")]
    for path, text in zip(paths, (FAULTY, FAULTY, "a: [\n", None, REPORT), strict=True):
        if text is not None:
            path.write_text(text, encoding="utf-8")
    waivers = as_waivers(pipeline.check(paths[1]).findings, "zh").replace("reason:", "reason: 照录")
    paths[1].write_text(f"{FAULTY}{waivers.replace('by:', 'by: 财务科')}\n", encoding="utf-8")
    return paths


@pytest.mark.parametrize("lang", BOTH)
def test_the_published_examples_keep_to_the_standard(
    lang: Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    log = log_of([Path("examples", f"{name}-as-published.yaml") for name in EXAMPLES], lang)
    assert len(log["runs"][0]["results"]) > 10
    assert schema_faults(log) == []
    (tmp_path / "x.sarif").write_text(json.dumps(log), encoding="utf-8")
    assert complaints(tmp_path / "x.sarif") == []


def test_odd_names_waived_and_unread_files_do_too(odd: list[Path], tmp_path: Path) -> None:
    log = log_of(odd)
    assert schema_faults(log) == []
    (tmp_path / "x.sarif").write_text(json.dumps(log), encoding="utf-8")
    assert complaints(tmp_path / "x.sarif") == []


def test_the_validators_see_a_fault(odd: list[Path], tmp_path: Path) -> None:
    log = log_of(odd)
    log["runs"][0]["results"][0]["ruleIndex"] = 99
    assert schema_faults({**log, "version": "2.0"})
    (tmp_path / "x.sarif").write_text(json.dumps(log), encoding="utf-8")
    assert any("SARIF1009" in complaint for complaint in complaints(tmp_path / "x.sarif"))


def test_a_result_is_at_its_place_in_a_relative_file(odd: list[Path]) -> None:
    (run,) = log_of(odd)["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    found = pipeline.check_all(odd)
    assert len(run["results"]) == len(found) >= 4
    for result, finding in zip(run["results"], found, strict=True):
        assert result["ruleId"] == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == finding.kind.code
        assert result["level"] == finding.kind.severity
        place = result["locations"][0]["physicalLocation"]
        assert place["region"] == {"startLine": finding.place.line, "startColumn": finding.place.column}
        uri = place["artifactLocation"]["uri"]
        assert uri.isascii()
        assert unquote(uri) == finding.file
        assert not set(" #?:\\") & set(uri)


def test_what_is_waived_is_suppressed_with_its_reason(odd: list[Path]) -> None:
    results = log_of(odd)["runs"][0]["results"]
    waived = [{"kind": "inSource", "justification": "照录 (财务科)"}]
    assert [result["suppressions"] for result in results if result["ruleId"] == "K201"] == [[], waived]
    assert all("suppressions" in result for result in results)


def test_an_absolute_path_has_its_scheme(tmp_path: Path) -> None:
    path = tmp_path / "部门.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    (result, *_) = log_of([path])["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == path.as_uri()
    assert schema_faults(log_of([path])) == []


def test_nothing_found_is_a_log_without_results() -> None:
    log = json.loads(as_sarif(Checked((), ("dept.yaml",)), "en"))
    assert log["runs"][0]["results"] == []
    assert schema_faults(log) == []
