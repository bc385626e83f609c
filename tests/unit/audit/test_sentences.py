"""What a sentence may mean: another figure's exact value is let stand, and of several figures the likeliest is told."""

from decimal import Decimal
from pathlib import Path

import pytest

from perfeval.audit import Doubt, Verdict, audit
from perfeval.audit.ledger import Ledger
from perfeval.audit.quantities import quantities
from perfeval.figures import Facts
from perfeval.model import Prose
from tools.facts import facts_of

REPORT = """\
layout: project-ledger
standard: shijiazhuang
year: 2025
department: {name: 青河县住建局}
budget:
  revenue: {initial: 1000, final: 1100, previous: 900}
  expenditure: {initial: 1000, final: 1100.75, previous: 900}
projects:
  - {name: 甲道路工程, source: central, budget: 100, received: 100, executed: 90, score: 95}
  - {name: 乙桥梁工程, source: local, budget: 200, received: 200, executed: 150.25, score: 91, reason: ""}
"""


def facts(folder: Path, reason: str = "质量好", **sections: Prose) -> Facts:
    path = folder / "dept.yaml"
    path.write_text(REPORT.replace('reason: ""', f"reason: {reason}"), encoding="utf-8")
    return facts_of(path, **sections)


def told(facts: Facts) -> list[Doubt]:
    return [doubt for doubt in audit(facts) if doubt.verdict is not Verdict.UNBACKED]


@pytest.mark.parametrize(
    "text",
    [
        "中央资金100万元、本级资金200万元，共计执行240.25万元，执行率80.08%。",
        "乙桥梁工程预算200万元。中央资金执行率90%。",
        "本年支出1100.75万元，比上年预算增加200.75万元，增长22.31%。",
        "年初预算1000万元，比上年增加100万元。",
        "甲道路工程已完工，执行240.25万元。",
        "财政补助收入1000.75万元。",
        "甲道路工程预算100万元。其中3个项目预算120万元。",
        "上年购置1辆，支出18.5万元。",
        "购置1辆，支出18.5万元。",
    ],
)
def test_the_exact_value_of_another_figure_is_let_stand(text: str, tmp_path: Path) -> None:
    assert told(facts(tmp_path, conclusion=Prose(text))) == []


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("本年收入1010万元。", "1010", "1100"),
        ("本年支出1110.75万元。", "1110.75", "1100.75"),
        ("年初预算1000万元，比上年减少100万元。", "减少100万元", "增加100万元"),
        ("乙桥梁工程得91分。整体得分91分。", "91", "93"),
        ("总体执行率8008%。", "8008%", "80.08%"),
        ("两个项目预算310万元。", "310", "300"),
        ("甲道路工程预算200万元。", "200", "100"),
    ],
)
def test_of_several_figures_the_likeliest_is_told(text: str, old: str, new: str, tmp_path: Path) -> None:
    (doubt,) = told(facts(tmp_path, conclusion=Prose(text)))
    assert (doubt.old, doubt.new) == (old, new)


def test_the_reason_of_a_project_is_not_held_against_another_project(tmp_path: Path) -> None:
    other = REPORT.replace("executed: 90,", "executed: 91.3467,")
    path = tmp_path / "dept.yaml"
    path.write_text(other.replace('reason: ""', "reason: 尾款支付91.3468万元"), encoding="utf-8")
    assert told(facts_of(path)) == []
    path.write_text(other.replace('reason: ""', "reason: 好") + "conclusion: 尾款支付91.3468万元。\n", encoding="utf-8")
    (doubt,) = told(facts_of(path))
    assert doubt.new == "91.3467"


@pytest.mark.parametrize("written", ["1100.76", "1010.75", "11007500", "110.075"])
def test_a_slip_of_the_hand_finds_its_value_by_digits(written: str, tmp_path: Path) -> None:
    (quantity,) = quantities(f"{written}万元")
    values = [known.value for known in Ledger(facts(tmp_path)).of(quantity.unit).similar(quantity)]
    assert Decimal("1100.75") in values
