"""Every rule: what it finds, where, with which numbers; and what it lets pass."""

from pathlib import Path

import pytest

from perfeval import pipeline
from perfeval.rules import RULES
from planted import FAULTS, HARMLESS, REPORT, Fault, found_in, replaced

EXAMPLES = Path(__file__).parents[3] / "examples"

PUBLISHED = {
    "gaocheng-housing-as-published": [
        ("K651", "    2、自评工作开展情况"),
        ("K651", "    5、存在的问题及改进措施"),
        ("K501", "  offices: 6"),
        ("K501", "  affiliates: 1"),
        ("K313", "  expenditure: {initial: 50128.64, adjusted: 54181.91"),
        ("K601", "我局确定2024年部门整体绩效目标如下："),
        ("K303", "{source: provincial, budget: 57940.242491"),
        ("K303", "{source: provincial, budget: 57940.242491, received: 57940.242491"),
        ("K802", "改造建筑主体项目"),
        ("K712", "石财债[2023]20号"),
        ("K802", "改造配套基础设施项目"),
        ("K802", "石财农[2024]76号"),
        ("K211", "石财农[2024]76号"),
        ("K801", "配套中水管道工程"),
        ("K802", "南部城区新建污水处理厂"),
        ("K202", "平安路（四明街-东城街）道路工程"),
        ("K801", "平安路（四明街-东城街）道路工程"),
        ("K802", "石财债[2025]6号  石家庄市财政局"),
        ("K210", "score: 9.3,"),
        ("K802", "石财债[2023]15号"),
        ("K801", "石财债[2024]6号"),
        ("K502", "  projects.budget: 76447.148184"),
        ("K502", "  projects.received: 76447.148184"),
        ("K502", "  projects.balance: 23802.844387"),
        ("K502", "  projects.execution_rate: —"),
        ("K502", "  projects.total_score: 5638.18"),
        ("K502", "  projects.mean_score: 92.43"),
        ("K502", "  projects.poor.count: 2"),
        ("K502", "  department.score: 92.43"),
        ("K502", "  department.grade: 优秀"),
    ],
    "liuying-street-as-published": [
        ("K652", "（一）区域社会管理与服务"),
        ("K403", "    basic:"),
        ("K403", "    basic:"),
        ("K702", "      start: 2026-03-16"),
        ("K102", "    weight: 50"),
        ("K201", "            score: 15"),
        ("K201", "            score: 15"),
        ("K208", "            score: 9"),
        ("K102", "    weight: 30"),
        ("K208", "            score: 15"),
        ("K208", "            score: 15"),
        ("K208", "            score: 9"),
        ("K502", "  indicators.1.1.weight: 15"),
    ],
    "gaocheng-housing": [],
    "liuying-street": [],
}
"""What is found in the published reports, and in the same reports put right: the code, and words of the line."""


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
    found = [finding for finding in pipeline.check(EXAMPLES / f"{name}.yaml").findings if finding.waived is None]
    assert [finding.kind.code for finding in found] == [code for code, _ in PUBLISHED[name]]
    for finding, (_, words) in zip(found, PUBLISHED[name], strict=True):
        assert words in finding.excerpt


def test_a_criterion_of_liuying_is_found_once_its_weight_is_put_right(tmp_path: Path) -> None:
    """The table prints 10 points in the weight and in the criterion, the prose 15: each mistake is told in its turn."""
    text = (EXAMPLES / "liuying-street-as-published.yaml").read_text(encoding="utf-8")
    (told,) = [
        finding
        for finding in found_in(text.replace("weight: 10  # 应为 15，评分标准中也是", "weight: 15"), tmp_path)
        if finding.kind.code == "K111"
    ]
    assert "达到100%得10分" in told.excerpt


def test_the_two_lines_of_a_repeated_finding_are_different_places() -> None:
    for name in PUBLISHED:
        found = pipeline.check(EXAMPLES / f"{name}.yaml").findings
        places = [(finding.kind.code, finding.place) for finding in found]
        assert len(set(places)) == len(places)
        assert [place for _, place in places] == sorted(place for _, place in places)


def test_no_rule_shares_its_code() -> None:
    assert len({rule.kind.code for rule in RULES}) == len(RULES)
