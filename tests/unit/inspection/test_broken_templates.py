"""Every fault of a template is found where it stands, and nothing else with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from layouts_made import found_in, made, paragraph, run, table, told

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.unsound_template("its template lacks parts that Word wants; only its tags are looked at")

LINK = "<w:hyperlink>{}</w:hyperlink>"
MARKS = '<w:bookmarkStart w:id="1" w:name="a"/>'

BROKEN: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "a name that nothing bears": (("{{ report.departmnt.name }}",), ("R112 1:1 departmnt department",)),
    "a name at the root": (
        (
            "好",
            "今年{{ yaer }}年",
        ),
        ("R112 2:3 yaer year",),
    ),
    "a row's key": (
        ("{%p for row in report.projects %}", "{{ row.nmae }}", "{%p endfor %}"),
        ("R112 2:1 nmae name",),
    ),
    "a loop's own name outside of it": (("{{ loop.index }}",), ("R112 1:1 loop",)),
    "a sentence that is not written": (("{{p texts.opening | prose }}",), ("R112 1:1 opening",)),
    "a chart that is not described": (("{%p if charts.x %}", "{%p endif %}"), ("R112 1:1 x",)),
    "a figure of a grade": (("{{ projects.excellent.cuont | count }}",), ("R112 1:1 cuont count",)),
    "a slip beside the names of grades": (("{{ projects.budgets | money }}",), ("R112 1:1 budgets budget",)),
    "a loop over a number": (
        ("{% for x in funds.budget %}{{ x }}{% endfor %}",),
        ("R401 1:1 funds.budget 数字",),
    ),
    "a loop over a group of values": (
        ("{%p for row in projects %}", "{{ row.name }}", "{%p endfor %}"),
        ("R401 1:1 projects 一组值",),
    ),
    "names for a row that cannot be unpacked": (
        ("{% for a, b in report.projects %}{{ a }}{% endfor %}",),
        ("R401 1:1 a, b 一组值",),
    ),
    "a part of a list": (("{{ report.projects.name }}",), ("R402 1:1 report.projects name 列表",)),
    "a part of a number": (("{{ funds.budget.value | money }}",), ("R402 1:1 funds.budget value 数字",)),
    "money of a text": (("{{ report.department.name | money }}",), ("R403 1:1 money 文字 report.department.name",)),
    "a date of a number": (("{{ year | date }}",), ("R403 1:1 date 数字 year",)),
    "prose of a list": (("{{p report.problems | prose }}",), ("R403 1:1 prose 列表 report.problems",)),
    "a filter with an argument too many": (("{{ funds.budget | money(2) }}",), ("R113 1:1 参数",)),
    "a number that is printed bare": (("{{ funds.budget }}",), ("R114 1:1 数字",)),
    "a list that is printed bare": (("{{ report.projects }}",), ("R114 1:1 列表",)),
    "a text put in a paragraph's place": (("{{p report.department.name }}",), ("R118 1:1 普通文字",)),
    "a text and a number added": (("{{ report.department.name + 1 }}",), ("R113 1:1 文字 + 数字",)),
    "an unknown filter": (("{{ funds.budget | mony }}",), ("R111 1:1 mony money",)),
    "an unknown test": (("{% if year is defined %}{% endif %}",), ("R111 1:1 defined",)),
    "a method that is called": (("{{ report.department.name.upper() }}",), ("R113 1:1 ( )",)),
    "a value that is set": (("{% set x = 1 %}",), ("R113 1:1 set",)),
    "a text that Jinja is not to read": (("{% raw %}甲{% endraw %}",), ("R113 1:1 raw", "R113 1:11 endraw")),
    "a sign of arithmetic in a paragraph tag": (("{%p if year % 2 %}", "{%p endif %}"), ("R111 1:1",)),
    "a tag without an end": (("{{ year",), ("R111 1:1 收尾",)),
    "a tag without a filter's name": (("{{ year | }}",), ("R111 1:1",)),
    "a block that is not ended": (("{%p if year %}", "甲"), ("R111 1:1 endif",)),
    "an end without a block": (("甲", "{%p endfor %}"), ("R111 2:1 endfor",)),
    "ends in the wrong order": (
        ("{%p if year %}", "{%p for row in report.projects %}", "{{ row.name }}", "{%p endif %}"),
        ("R111 2:1 endfor",),
    ),
    "text beside a paragraph tag": (("前 {%p if year %}", "{%p endif %}"), ("R116 1:3 前",)),
    "a tag for rows outside of a table": (("{%tr if year %}", "{%tr endif %}"), ("R120 1:1", "R120 2:1")),
    "a block across a table's edge": (("{% if year %}", table(("{% endif %}",))), ("R117 1:1",)),
    "a tag that a link begins in": (
        (paragraph("{{ ye", LINK.format(run("ar }}"))),),
        ("R404 1:1 超链接",),
    ),
    "a tag that a bookmark begins in": ((paragraph("{{ ye", MARKS, "ar }}"),), ("R404 1:1 书签",)),
    "a tag with a picture in it": (
        (paragraph("{{ ye", "<w:r><w:drawing/></w:r>", "ar }}"),),
        ("R404 1:1 图片",),
    ),
    "full-width braces": (("｛｛ year ｝｝",), ("R405 1:1 ｛｛ year ｝｝",)),
    "braces with a blank between": (("共{ { year } }年",), ("R405 1:2 { { year } }",)),
    "a cell's name": (
        (table(("甲", "{{ yaer }}"), ("{{ funds }}", "乙")),),
        ("R112 2:1 第 1 行第 2 格", "R114 3:1 第 2 行第 1 格"),
    ),
    "a merge by a name that nothing bears": (
        (
            table(
                ("{%tr for row in indicator_rows %}",),
                ("{% vm row.strats_group %}{{ row.item.name }}",),
                ("{%tr endfor %}",),
            ),
        ),
        ("R112 2:1 strats_group starts_group",),
    ),
    "a loop with a fault in its head, its rows not blamed": (
        ("{%p for row in report.projects | %}", "{{ row.anything }}{{ loop.index }}", "{%p endfor %}", "{{ yaer }}"),
        ("R111 1:1", "R112 4:1 yaer"),
    ),
    "a tag in an alternative text": (
        ("甲", paragraph('<w:r><w:drawing><x:y xmlns:x="x" descr="图：{{ yaer }}"/></w:drawing></w:r>')),
        ("R112 2:3 yaer",),
    ),
    "a tag in the code of a field, in a loop": (
        (
            "{%p for row in report.projects %}",
            paragraph('<w:r><w:instrText xml:space="preserve">{{ row.name }}{{ row.nmae }}</w:instrText></w:r>'),
            "{%p endfor %}",
        ),
        ("R112 2:15 nmae",),
    ),
    "many at once": (
        ("{{ yaer }}{{ funds.budget }}", "{{ year | }}", "{{ report.projects.name }}", "{% if %}", "{% endif %}"),
        ("R112 1:1", "R114 1:11", "R111 2:1", "R402 3:1", "R111 4:1"),
    ),
}
SOUND: dict[str, tuple[str, ...]] = {
    "a tag in pieces": (paragraph("{", "{ ye", "<w:r><w:tab/></w:r>", "ar }", "}"),),
    "a grade of a standard of one's own": (
        "{{ projects.golden.count | count }}{% if projects.golden.budget %}{% endif %}",
    ),
    "a project by its number": ("{{ projects[1].balance | money }}{{ projects.1.grade or '' }}",),
    "an indicator by its numbers": ("{{ indicators[1][2].score | score }}{{ indicators[1][2][3].lost | score }}",),
    "lists that are unpacked": (
        "{% for verb, number in [('甲', funds.budget), ('乙', none)] if number is not none %}{{ verb }}{{ number | money }}{% endfor %}",
    ),
    "an alternative": ("{{ report.department.short_name or report.department.name }}{{ '—' if year else 1 }}",),
    "what is looked up in a list": ("{{ report.projects[0].name }}{{ report.problems[:2] | length }}",),
    "a loop in a loop": (
        "{% for c in report.indicators %}{{ c.name }}{% for g in c.groups %}{{ loop.index }}{{ g['items'] | length }}{% endfor %}{% else %}无{% endfor %}",
    ),
    "joined texts": ("{{ report.basis[0].issuers | join('、') }}",),
    "braces alone": ("｛甲｝{乙}{ 丙 }",),
    "a comment": ("{# {{ yaer }} #}甲",),
    "quotation marks as Word types them": ("{{ report.department.short_name or “无” }}",),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_fault_is_found_where_it_stands(case: str, tmp_path: Path) -> None:
    """Code and place as expected, and every word in what is told or in what is to be done."""
    blocks, expected = BROKEN[case]
    found = found_in(made(tmp_path, *blocks))
    assert [told(finding).split(" ")[:2] for finding in found] == [one.split(" ")[:2] for one in expected]
    for finding, one in zip(found, expected, strict=True):
        said = told(finding) + finding.kind.cure.say("zh", finding.arguments)
        assert [word for word in one.split(" ") if word not in said] == []


@pytest.mark.parametrize("case", SOUND)
def test_what_is_right_is_let_pass(case: str, tmp_path: Path) -> None:
    assert [told(finding) for finding in found_in(made(tmp_path, *SOUND[case]))] == []
