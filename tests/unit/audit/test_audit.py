"""The audit: what stands, what is told, and that the cure cures."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from faults import prose
from faults.fault import REPORT, Fault
from perfeval import pipeline
from perfeval.audit import Doubt, Verdict, audit
from perfeval.compose.prose import fill
from perfeval.context import context_of
from perfeval.figures import Facts
from perfeval.model import Prose
from perfeval.word.sandbox import Sandbox
from tools.examples import EXAMPLES, example
from tools.facts import facts_of

TYPED = {
    name: {text: said for text, said in composed.context["texts"].items() if text not in {"problems", "measures"}}
    for name in EXAMPLES
    if (composed := pipeline.check(example(name)).value) is not None
}
"""The standard sentences of the examples, typed out."""
NUMBER = re.compile(r"(?<![0-9.〔])[0-9]+(?:\.[0-9]+)?(?=万元|%|分|个|名|人)")
UNKNOWABLE = ("25个社工", "4.7万元")
"""Numbers of the department's own reasons, which nothing else in its report says."""


def told(facts: Facts) -> list[Doubt]:
    return [doubt for doubt in audit(facts) if doubt.verdict is not Verdict.UNBACKED]


def altered(number: str, others: list[str]) -> Iterator[str]:
    """The number with its last digit one up or down, ten times as large, two digits exchanged, below zero, another's."""
    yield number[:-1] + str((int(number[-1]) + 1) % 10)
    yield number[:-1] + str((int(number[-1]) - 1) % 10)
    whole, _, decimals = number.partition(".")
    yield whole + decimals[:1] + (f".{decimals[1:]}" if decimals[1:] else "") if decimals else number + "0"
    for place in range(len(number) - 1):
        one, other = number[place], number[place + 1]
        if "." not in {one, other} and one != other:
            yield number[:place] + other + one + number[place + 2 :]
            break
    yield f"-{number}"
    yield from [other for other in others if other != number][:1]


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_is_told_of_the_standard_sentences_typed_out(name: str) -> None:
    assert told(facts_of(example(name), texts=TYPED[name])) == []


SENTENCES = [(name, text, said) for name, texts in TYPED.items() for text, said in texts.items() if NUMBER.search(said)]


@pytest.mark.parametrize(("name", "text", "said"), SENTENCES, ids=[f"{one[0]} {one[1]}" for one in SENTENCES])
def test_every_altered_number_of_a_standard_sentence_is_told(name: str, text: str, said: str) -> None:
    for found in NUMBER.finditer(said):
        if said.startswith(UNKNOWABLE, found.start()):
            continue
        others = [
            other.group() for other in NUMBER.finditer(said, found.end()) if said[other.end()] == said[found.end()]
        ]
        for number in altered(found.group(), others):
            typed = said[: found.start()] + number + said[found.end() :]
            assert told(facts_of(example(name), texts={text: typed})), typed[max(0, found.start() - 20) :]


def mended(text: str, doubt: Doubt, by: str) -> str:
    return text[: doubt.offset] + by + text[doubt.offset + len(doubt.old) :]


CURABLE = [fault for fault in prose.FAULTS if fault.code in {"K602", "K603", "K604", "K605", "K606", "K608"}]


@pytest.mark.parametrize("fault", CURABLE, ids=lambda fault: f"{fault.code} {fault.new[:12]}")
def test_the_tag_prints_the_right_text_and_the_right_text_stands(fault: Fault, tmp_path: Path) -> None:
    path = tmp_path / "dept.yaml"
    path.write_text(REPORT, encoding="utf-8")
    text = fault.new.replace("⟦", "")
    facts = facts_of(path, conclusion=Prose(text))
    (doubt,) = told(facts)
    assert text[doubt.offset :].startswith(doubt.old)
    assert doubt.tag
    assert fill(mended(text, doubt, doubt.tag), (), context_of(facts), Sandbox).value == mended(text, doubt, doubt.new)
    assert told(facts_of(path, conclusion=Prose(mended(text, doubt, doubt.new)))) == []


@pytest.mark.parametrize(
    ("name", "text", "old", "new", "tag"),
    [
        ("gaocheng-housing", "全年预算76447.148184万元。", "76447.148184", "76447.148186", "{{ funds.budget | money }}"),
        ("gaocheng-housing", "结余238028443.89万元。", "238028443.89", "23802.844389", "{{ funds.balance | money }}"),
        ("gaocheng-housing", "结余2.88亿元。", "2.88亿元", "23802.844389万元", "{{ funds.balance | money }}万元"),
        ("gaocheng-housing", "年初预算为50128.46万元。", "50128.46", "50128.64", "{{ report.budget.expenditure.initial | money }}"),
        ("gaocheng-housing", "优秀项目54个。", "54", "53", "{{ projects.excellent.count | count }}"),
        ("gaocheng-housing", "合同印花税预算0.27081万元。", "0.27081", "0.27018", "{{ report.projects[45].budget | money }}"),
        ("gaocheng-housing", "共分为五个等级。", "五", "四", "{{ grades | length | cn_number }}"),
        ("liuying-street", "净资产比上年减少16.79%。", "减少16.79%", "减少16.97%", "{{ assets.net.change_rate | change_percent }}"),
        ("liuying-street", "与上年相比，收入增幅18.46%。", "增幅18.46%", "增幅18.64%", "{{ budget.revenue.change_rate | change_rate }}"),
        ("liuying-street", "资产总额为1236.35万元。", "1236.35", "858.15", "{{ assets.total.value | money }}"),
        ("liuying-street", "共有编制52名，其中事业编制33名。", "52", "51", "{{ staff.establishment_total | count }}"),
        ("liuying-street", "群众满意度得8分。", "8", "9", "{{ indicators.4.1.1.score | score }}"),
    ],
)  # fmt: skip
def test_a_cure_for_every_kind_of_number(name: str, text: str, old: str, new: str, tag: str) -> None:
    facts = facts_of(example(name), conclusion=Prose(text))
    (doubt,) = told(facts)
    assert (doubt.old, doubt.new, doubt.tag) == (old, new, tag)
    assert fill(mended(text, doubt, tag), (), context_of(facts), Sandbox).value == mended(text, doubt, new)


@pytest.mark.parametrize(
    "text",
    [
        "道路工程预算500万元，执行400万元，执行率为80%。",
        "力争2026年预算执行率达到95%以上。",
        "全年开展培训12个项目，培训人员300人，发放补贴4.7万元。",
        "完成投资12345.67万元，占年度计划的98.5%，比2024年增长12.5%。",
        "满意度达到95.6%，投诉率下降5.3个百分点。",
        "人均补助1200元，共惠及3500人。",
        "资金预算执行率90%以上的科室受到表彰，优秀项目占比86.89%。",
        "上年预算执行率为91.2%，优秀率为86.89%。",
        "办理政协提案61个，答复率100%，全区共有优秀企业12个。",
        "自评得分90分以上的项目占80%，预算执行率得分6.8分。",
        "2025年我局基本支出2000.5万元，项目支出48128.14万元。",
        "合同印花税执行0.27018万元，执行率100%，得99分。",
        "全年预算数7.64亿元，执行数526443037.97元，预算执行率68.9%。",
    ],
)
def test_an_ordinary_sentence_is_let_stand(text: str) -> None:
    assert told(facts_of(example("gaocheng-housing"), conclusion=Prose(text))) == []


def test_the_reason_of_a_project_speaks_of_that_project() -> None:
    *before, project = facts_of(example("gaocheng-housing")).report.projects[:18]
    reason = Prose("预算300万元，执行106万元，执行率35.35%。")
    projects = (*before, replace(project, reason=reason))
    (doubt,) = told(facts_of(example("gaocheng-housing"), projects=projects))
    assert (doubt.pointer, doubt.new) == (("projects", 17, "reason"), "35.33%")
