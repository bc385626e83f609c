"""Waivers: what they cover, when they lapse, and that nothing hides behind them."""

from pathlib import Path

import pytest

from perfeval import pipeline
from perfeval.diagnostic import Finding
from perfeval.reporters.findings.waivers import as_waivers
from planted import REPORT

WRONG = REPORT.replace("balance: 10,", "balance: 10.21,")
WAIVER = """\
waivers:
  - code: K301
    at: projects.1.balance
    found: {name: 维护费, given: 10.21, derived: 10}
    reason: 系统如此列示
    by: 财务科
"""


def checked(text: str, folder: Path) -> list[Finding]:
    path = folder / "dept.yaml"
    path.write_text(text, encoding="utf-8")
    return list(pipeline.check(path).findings)


def codes(findings: list[Finding]) -> list[tuple[str, bool]]:
    return [(finding.kind.code, finding.waived is not None) for finding in findings]


def test_a_finding_that_is_waived_stays_in_sight_with_reason_and_name(tmp_path: Path) -> None:
    (found,) = checked(WRONG + WAIVER, tmp_path)
    assert found.waived is not None
    assert (found.waived.reason, found.waived.by) == ("系统如此列示", "财务科")


def test_a_waived_error_does_not_forbid_the_document(tmp_path: Path) -> None:
    path = tmp_path / "dept.yaml"
    path.write_text(WRONG, encoding="utf-8")
    assert pipeline.render(path).value is None
    path.write_text(WRONG + WAIVER, encoding="utf-8")
    assert pipeline.render(path).value is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("balance: 10.21,", "balance: 10.22,"),
        ("executed: 110", "executed: 109"),
        ("name: 维护费, source", "name: 维修费, source"),
    ],
)
def test_a_waiver_is_void_when_what_was_found_changes(old: str, new: str, tmp_path: Path) -> None:
    found = checked(WRONG.replace(old, new) + WAIVER, tmp_path)
    assert ("K301", False) in codes(found)
    (void,) = [finding for finding in found if finding.kind.code == "A102"]
    assert "→" in str(void.arguments["changes"])
    assert void.excerpt.strip().startswith("found:")


def test_a_waiver_of_nothing_is_found(tmp_path: Path) -> None:
    assert codes(checked(REPORT + WAIVER, tmp_path)) == [("A101", False)]


def test_a_waiver_covers_its_own_place_only(tmp_path: Path) -> None:
    assert codes(checked(WRONG + WAIVER.replace("projects.1", "projects.2"), tmp_path)) == [
        ("K301", False),
        ("A101", False),
    ]


def test_a_waiver_of_an_unknown_code_is_an_error_with_the_nearest_code(tmp_path: Path) -> None:
    found = checked(WRONG + WAIVER.replace("K301", "K399"), tmp_path)
    (unknown,) = [finding for finding in found if finding.kind.code == "A103"]
    assert "K3" in unknown.kind.what.say("zh", unknown.arguments)


def test_a_waiver_without_reason_or_name_is_refused(tmp_path: Path) -> None:
    for line in ("    reason: 系统如此列示\n", "    by: 财务科\n"):
        found = checked(WRONG + WAIVER.replace(line, ""), tmp_path)
        assert [code for code, _ in codes(found) if code.startswith("S")]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["gaocheng-housing-as-published", "liuying-street-as-published"])
def test_what_is_printed_to_be_pasted_waives_every_finding_once_reasons_are_given(
    name: str, lang: str, tmp_path: Path
) -> None:
    text = (Path(__file__).parents[2] / "examples" / f"{name}.yaml").read_text(encoding="utf-8")
    found = checked(text, tmp_path)
    pasted = as_waivers(found, "zh" if lang == "zh" else "en")
    again = checked(text + pasted.replace("reason:", "reason: 核实过").replace("by:", "by: 财务科") + "\n", tmp_path)
    assert pasted.count("  - code:") == len(found) >= 8
    assert codes(again) == [(finding.kind.code, True) for finding in found]


def test_there_is_nothing_to_paste_without_findings() -> None:
    assert as_waivers((), "zh") == ""
