"""What layout.yaml says is held against the same: sentences, titles, paths; each at its line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from layouts_made import W, found_in, inspected, made, told

import raised
from perfeval.layouts import LayoutKind, names

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.unsound_template("its template lacks parts that Word wants; only its tags are looked at")

CHART = """\
charts:
  money:
    title: "{{ year }}年收支"
    each: fund_sources
    category: "{{ name }}"
    series: [{name: 预算, value: budget}]
"""
DRAWN = raised.CHART.replace("ours", "money")
DRAWING = {"word/_rels/document.xml.rels": raised.TO_CHART, "word/chart.xml": raised.CHART_SPACE}
FOOTER = (
    '<Override PartName="/word/footer1.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>'
)

BROKEN = {
    "a name in a sentence": (
        "texts:\n  a: 今年{{ yaer }}年\n", ("{{p texts.a | prose }}",), ["R112 4:8 texts.a：标记 {{ yaer }} 用了不存在的名称 yaer"],
    ),
    "two faults of a literal block": (
        "texts:\n  a: |-\n    今年\n    {{ yaer }}，{% for x in year %}{{ x }}{% endfor %}{{ funds.budget }}\n",
        ("{{p texts.a | prose }}",),
        ["R112 6:5", "R401 6:16", "R114 6:54"],
    ),
    "a filter of templates alone": ('texts:\n  a: "{{ report.results | prose }}"\n', ("{{p texts.a | prose }}",), ["R111 4:6"]),
    "a list that nothing bears": (
        "texts:\n  a: {each: report.project, text: 好}\n", ("{% for r in report.projects %}{{ r.a }}{% endfor %}",),
        ["R112 4:13 texts.a.each：标记 report.project 用了不存在的名称 project", "R112 1:31"],
    ),
    "a list that is none": (
        "texts:\n  a: {each: funds.budget, text: 好}\n", ("{{ year }}{# r.a #}",), ["R401 4:13", "R407 4:3"],
    ),
    "a key of another row": (
        'texts:\n  a: {each: report.projects, text: "{{ name }}{{ title }}{{ weight | score }}"}\n',
        ("{% for r in report.projects %}{{ r.a }}{% endfor %}",),
        ["R112 4:58"],
    ),
    "a sentence that nothing prints": ("texts:\n  a: 甲\n  b: 乙\n", ("{{p texts.b | prose }}",), ["R407 4:3 模板没有用到语句 a"]),
    "a chart's paths": (
        CHART.replace("value: budget", "value: budgt").replace("name }}", "nmae }}"), (DRAWN,), ["R112 7:15", "R112 8:32"],
    ),
    "a chart's value that is a text": (CHART.replace("value: budget", "value: name"), (DRAWN,), ["R113 8:32"]),
    "a chart that is not drawn": (CHART, ("甲",), ["R408 4:3 模板里没有替代文字为 money 的图"]),
    "a chart that is not described": ("", (DRAWN,), ["R409 1:1"]),
    "a name that is no sentence": ("texts:\n  a: 甲\n", ("{{p texts.a | prose }}{{p texts.b | prose }}",), ["R116 1:1", "R116 1:23", "R112 1:23"]),
    "a section that no report has": ("requires: [budgt]\n", (), ["S305 3:12"]),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_fault_is_found_where_it_stands(case: str, tmp_path: Path) -> None:
    wording, blocks, expected = BROKEN[case]
    found = [told(finding) for finding in found_in(made(tmp_path, *blocks, wording=wording, more=DRAWING))]
    assert len(found) == len(expected), found
    assert all(words.startswith(one) for words, one in zip(found, expected, strict=True)), found


def test_a_chart_that_is_drawn_and_described_is_let_pass(tmp_path: Path) -> None:
    assert found_in(made(tmp_path, DRAWN, wording=CHART, more=DRAWING)) == ()


def test_a_chart_that_is_drawn_in_a_header_is_told_once(tmp_path: Path) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    declared = f'<Override PartName="/word/header1.xml" ContentType="{kind}"/></Types>'
    parts = {
        "[Content_Types].xml": raised.TYPES.replace("</Types>", declared),
        "word/header1.xml": f"<w:hdr {W}>{DRAWN}</w:hdr>",
    }
    assert [told(one)[:4] for one in found_in(made(tmp_path, "甲", wording=CHART, more=parts))] == ["R135"]


def test_a_template_may_name_what_its_layout_inherits(tmp_path: Path) -> None:
    layout = made(tmp_path, "{{p texts.preamble | prose }}", wording="based_on: project-ledger\n")
    assert found_in(layout) == ()


def test_a_layout_of_summaries_is_held_against_a_summary(tmp_path: Path) -> None:
    layout = made(tmp_path, "{{ received_count }}{{ year }}{{ totals.budget }}", wording="kind: summary\n")
    assert [told(finding)[:10] for finding in found_in(layout)] == ["R112 1:21 ", "R114 1:31 "]


@pytest.mark.parametrize("name", [name for kind in LayoutKind for name in names(kind)])
def test_built_in_layouts_have_no_fault(name: str) -> None:
    assert found_in(name) == ()


def test_what_is_never_printed_is_named_in_one_note(tmp_path: Path) -> None:
    prose = ("report.results", "report.duties.text")
    blocks = [one for name in prose for one in (f"{{%p if {name} %}}", f"{{{{p {name} | prose }}}}", "{%p endif %}")]
    blocks = ["{%p if report.duties %}", *blocks[3:], "{%p endif %}", *blocks[:3]]
    (note,) = inspected(made(tmp_path, *blocks)).findings
    said = note.kind.what.say("zh", note.arguments)
    assert said.startswith(
        "这种版式不印出这些文字：department.institution（机构情况）、duties.units.text（职责内容）、"
    )
    assert "goals.*（整体绩效目标）" in said
    assert "problems（存在的问题）" in said
    assert "results" not in said
    assert "duties.text" not in said


def test_a_template_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    layout = made(tmp_path)
    (layout / "report.docx").unlink()
    assert [finding.kind.code for finding in inspected(layout).findings] == ["W101"]
    (layout / "report.docx").write_bytes(b"PK")
    assert [finding.kind.code for finding in inspected(layout).findings] == ["R101"]


def test_what_stands_outside_the_body_is_held_against_the_same(tmp_path: Path) -> None:
    part = f"<w:{{0}} {W}><w:p><w:r><w:t>{{{{{{{{ yaer }}}}}}}}</w:t></w:r></w:p></w:{{0}}>"
    declared = raised.TYPES.replace("</Types>", FOOTER + "</Types>")
    parts = {"[Content_Types].xml": declared, "word/footer1.xml": part.format("ftr")}
    (told_,) = [told(finding) for finding in found_in(made(tmp_path, "甲", more=parts))]
    assert told_.startswith("R112 1:1 版式“")
    assert "的页脚第 1 段（“{{ yaer }}”）" in told_


def test_a_tag_where_none_is_replaced_is_told_but_not_in_a_comment(tmp_path: Path) -> None:
    text = "<x>{{ year }}</x>"
    layout = made(tmp_path, "甲", more={"word/diagrams/data1.xml": text, "word/comments.xml": text})
    (said,) = map(told, found_in(layout))
    assert said == "R405 1:1 部件 word/diagrams/data1.xml：像标记的文字不会被替换：{{ year }}"
