"""Every rule: what it finds, where, with which numbers; and what it lets pass."""

from pathlib import Path

import pytest

from perfeval import pipeline
from perfeval.rules import RULES
from planted import FAULTS, HARMLESS, REPORT, Fault, found_in, replaced

EXAMPLES = Path(__file__).parents[3] / "examples"

PUBLISHED = {
    "gaocheng-housing-as-published": [
        ("K501", "  offices: 6"),
        ("K501", "  affiliates: 1"),
        ("K601", "    文件，从部门主要职责与工作特点出发，我局确定2024年部门整体绩效目标如下："),
        ("K303", "  - {source: provincial, budget: 57940.242491, received: 57940.242491, executed: 34137.398104}"),
        ("K303", "  - {source: provincial, budget: 57940.242491, received: 57940.242491, executed: 34137.398104}"),
        ("K502", "  projects.budget: 76447.148184    # 应为 76447.148186，即 61 行之和"),
        ("K502", "  projects.received: 76447.148184  # 应为 76447.148186"),
        ("K502", "  projects.balance: 23802.844387   # 应为 23802.844389"),
    ],
    "liuying-street-as-published": [
        ("K403", "    basic:"),
        ("K403", "    basic:"),
        ("K702", "      start: 2026-03-16"),
        ("K104", "  - name: 产出指标"),
        ("K102", "    weight: 50  # 所含指标相加为 40"),
        ("K201", "            score: 15"),
        ("K201", "            score: 15"),
        ("K104", "  - name: 效益指标"),
        ("K102", "    weight: 30  # 所含指标相加为 40"),
    ],
    "gaocheng-housing": [],
    "liuying-street": [("K403", "    basic:")],
}


def test_the_report_without_a_fault_has_no_findings(tmp_path: Path) -> None:
    assert found_in(REPORT, tmp_path) == ()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code} {fault.new.strip()[:24]}")
def test_a_planted_fault_is_found_at_its_place_with_its_numbers(fault: Fault, tmp_path: Path) -> None:
    found = found_in(fault.text, tmp_path)
    (told,) = [finding for finding in found if (finding.place.line, finding.place.column) == fault.place]
    assert told.kind.code == fault.code
    assert sorted(finding.kind.code for finding in found) == sorted((fault.code, *fault.also))
    assert told.excerpt == fault.text.splitlines()[told.place.line - 1]
    for lang in ("zh", "en"):
        message = told.kind.what.say(lang, told.arguments)
        assert [name for name in fault.names if name not in message] == [], message


@pytest.mark.parametrize(("old", "new"), HARMLESS.values(), ids=HARMLESS)
def test_what_no_rule_may_find_fault_with(old: str, new: str, tmp_path: Path) -> None:
    assert found_in(replaced(old, new), tmp_path) == ()


@pytest.mark.parametrize("name", PUBLISHED)
def test_an_example_has_these_findings_and_no_others(name: str) -> None:
    found = pipeline.check(EXAMPLES / f"{name}.yaml").findings
    assert [(finding.kind.code, finding.excerpt) for finding in found] == PUBLISHED[name]


def test_the_two_lines_of_a_repeated_finding_are_different_places() -> None:
    for name in PUBLISHED:
        found = pipeline.check(EXAMPLES / f"{name}.yaml").findings
        places = [(finding.kind.code, finding.place) for finding in found]
        assert len(set(places)) == len(places)
        assert [place for _, place in places] == sorted(place for _, place in places)


def test_no_rule_shares_its_code() -> None:
    assert len({rule.kind.code for rule in RULES}) == len(RULES)
