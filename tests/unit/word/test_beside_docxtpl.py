"""What we render equals docxtpl's own output, in canonical XML, over its whole dialect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docxtpl import Listing, RichText
from markupsafe import Markup
from word_documents import add_table, by_docxtpl, canonical, compiled, document, part

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.unsound_template("elements where no schema wants them; docxtpl's own output is the measure")

ROWS = [{"name": "甲 & 乙", "unit": "办公室", "score": "99.50"}, {"name": "<丙>", "unit": "财政所", "score": "—"}]
CONTEXT: dict[str, object] = {
    "title": "绩效自评报告",
    "name": "桥西区 <留营> & 街道",
    "rows": ROWS,
    "columns": ["一", "二", "三", "四", "五"],
    "empty": [],
    "yes": True,
    "color": "FFCC00",
    "two": 2,
    "rich": RichText("红色 <b>", bold=True, color="FF0000"),
    "listing": Listing("第一行\n第二行\t列"),
    "lines": "第一行\n第二行\t列\n\n第四行",
    "paragraphs": Markup("<w:p><w:r><w:t>一</w:t></w:r></w:p><w:p><w:r><w:t>二 &amp; 三</w:t></w:r></w:p>"),
    "nested": {"deep": {"value": "深"}, "list": ["a", "b"]},
}

PARAGRAPHS = {
    "plain text": ["没有标记"],
    "value": [
        "单位：{{ name }}。",
        "{{title}}",
        "{{ nested.deep.value }}{{ nested['deep']['value'] }}{{ nested.list[1] }}",
    ],
    "if": ["{% if yes %}是{% else %}否{% endif %}", "{% if not yes %}甲{% elif two == 2 %}乙{% endif %}"],
    "for": ["{% for r in rows %}{{ loop.index }}.{{ r.name }}{% if not loop.last %}；{% endif %}{% endfor %}"],
    "else of an empty loop": ["{% for r in empty %}{{ r }}{% else %}无{% endfor %}"],
    "paragraph tags": [
        "前",
        "{%p for r in rows %}",
        "{{ r.name }}",
        "{%p endfor %}",
        "{%p if yes %}",
        "有",
        "{%p endif %}",
    ],
    "paragraph tag left out": ["前", "{%p if not yes %}", "{{ name }}", "{%p endif %}", "后"],
    "loop across paragraphs": ["{% for r in rows %}", "{{ r.name }}", "{% endfor %}"],
    "paragraph value": ["前", "{{p paragraphs }}", "后"],
    "run tags": ["一{%r if yes %}二{%r endif %}三{{r rich }}四"],
    "rich text": ["前{{r rich }}后"],
    "line breaks": ["前{{ lines }}后", "{{ listing }}", "无"],
    "whitespace control": ["甲", "{%- if yes %}", "乙", "{% endif -%}", "丙"],
    "comments": ["甲{# 注 #}乙", "{#p 整段 #}旁", "丙"],
    "escaped brackets": ["{_{ name }_} {_% if %_} {{ name }}"],
    "curly quotes": ["{% if title == “绩效自评报告” %}相等{% endif %}", "{% if two < 3 and two > 1 %}小{% endif %}"],
    "filters": ["{{ rows | length }}{{ nested.list | join('、') }}{{ title[0:2] }}"],
    "arithmetic": ["{{ two * 3 + 1 }}"],
}


@pytest.mark.parametrize("lines", PARAGRAPHS.values(), ids=PARAGRAPHS.keys())
def test_paragraphs(lines: list[str], tmp_path: Path) -> None:
    made = document(*lines)
    assert canonical(compiled(made, tmp_path).render(CONTEXT)) == canonical(by_docxtpl(made, tmp_path, CONTEXT))


TABLES = {
    "rows": [["名称", "单位"], ["{%tr for r in rows %}", ""], ["{{ r.name }}", "{{ r.unit }}"], ["{%tr endfor %}", ""]],
    "no rows": [["名称"], ["{%tr for r in empty %}"], ["{{ r }}"], ["{%tr endfor %}"]],
    "row left out": [["甲"], ["{%tr if not yes %}"], ["乙"], ["{%tr endif %}"], ["丙"]],
    "columns": [
        ["{%tc for c in columns %}", "{{ c }}", "{%tc endfor %}"],
        ["{%tc for c in columns %}", "{{ loop.index }}", "{%tc endfor %}"],
    ],
    "fewer columns": [["{%tc for c in empty %}", "{{ c }}", "{%tc endfor %}", "末"]],
    "span": [["{% colspan two %}{{ name }}"], ["乙"]],
    "background": [["{% cellbg color %}{{ name }}", "乙"]],
    "merged down": [
        ["头", "名"],
        ["{%tr for r in rows %}", ""],
        ["{% vm %}{{ r.unit }}", "{{ r.name }}"],
        ["{%tr endfor %}", ""],
    ],
    "merged across": [["{%tc for c in columns %}", "{% hm %}标题", "{%tc endfor %}"], ["一", "二", "三"]],
    "only looped rows": [["{%tr for r in rows %}", ""], ["{{ r.name }}", "{{ r.unit }}"], ["{%tr endfor %}", ""]],
    "lists in cells": [["{% for r in rows %}{{ r.name }}{% endfor %}", "{{ lines }}"]],
}


@pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES.keys())
def test_tables(rows: list[list[str]], tmp_path: Path) -> None:
    made = document("前")
    add_table(made, rows)
    made.add_paragraph("{{ name }}")
    assert canonical(compiled(made, tmp_path).render(CONTEXT)) == canonical(by_docxtpl(made, tmp_path, CONTEXT))


def _tag_in_pieces(made: Any) -> None:
    paragraph = made.add_paragraph()
    for piece in ("单位：{", "{ na", "me }", "}，{", "% if yes %}", "有{% end", "if %}"):
        paragraph.add_run(piece).bold = len(piece) % 2 == 0


def _formatted_run(made: Any) -> None:
    run = made.add_paragraph(style="Heading 1").add_run("{{ lines }}")
    run.bold, run.font.size = True, Pt(20)


def _drawings_in_a_loop(made: Any) -> None:
    made.add_paragraph("{%p for r in rows %}")
    run = made.add_paragraph().add_run("图")
    for name in ("3", "7"):
        drawing = OxmlElement("wp:docPr")
        drawing.set("name", "chart")
        drawing.set("id", name)
        drawing.set("descr", "{{ r.name }}")
        run._r.append(drawing)
    made.add_paragraph("{%p endfor %}")


def _text_box(made: Any) -> None:
    run = made.add_paragraph("外 {{ name }}").add_run()
    outer = run._r
    for tag in ("w:pict", "w:txbxContent", "w:p", "w:r", "w:t"):
        inner = OxmlElement(tag)
        outer.append(inner)
        outer = inner
    outer.text = "内 {{ title }}"


def _given_span(made: Any) -> None:
    table = add_table(made, [["a", "b", "c"], ["{{ name }}", "b", "c"]])
    table.cell(0, 0).merge(table.cell(0, 1))


def _grid_wider_than_rows(made: Any) -> None:
    table = add_table(made, [["a", "{{ name }}"], ["c", "d"]])
    grid = table._tbl.find(qn("w:tblGrid"))
    column = OxmlElement("w:gridCol")
    column.set(qn("w:w"), "100")
    grid.append(column)


def _nested_table(made: Any) -> None:
    outer = add_table(made, [["a", "b"]])
    inner = outer.cell(0, 0).add_table(3, 1)
    for row, text in zip(inner.rows, ("{%tr for r in rows %}", "{{ r.name }}", "{%tr endfor %}"), strict=True):
        row.cells[0].text = text


def _tables_in_a_loop(made: Any) -> None:
    made.add_paragraph("{%p for r in rows %}")
    add_table(made, [["{{ r.name }}", "b"], ["c", "{{ r.unit }}"]])
    made.add_paragraph("{%p endfor %}")


BUILT = [
    _tag_in_pieces,
    _formatted_run,
    _drawings_in_a_loop,
    _text_box,
    _given_span,
    _grid_wider_than_rows,
    _nested_table,
    _tables_in_a_loop,
]


@pytest.mark.parametrize("build", BUILT, ids=lambda build: build.__name__)
def test_structures(build: Callable[[Any], None], tmp_path: Path) -> None:
    made = document()
    build(made)
    assert canonical(compiled(made, tmp_path).render(CONTEXT)) == canonical(by_docxtpl(made, tmp_path, CONTEXT))


def test_headers_footers_and_properties(tmp_path: Path) -> None:
    made = document("{{ name }}")
    section = made.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "{{ title }}\t{{ name }}"
    section.first_page_header.paragraphs[0].text = "{% for r in rows %}{{ r.name }}{% endfor %}"
    section.footer.paragraphs[0].text = "{{ lines }}"
    made.core_properties.title = "{{ title }}：{% if two < 3 %}{{ name }}{% endif %}"
    made.core_properties.subject = "{{ name }}"
    ours, theirs = compiled(made, tmp_path).render(CONTEXT), by_docxtpl(made, tmp_path, CONTEXT)
    for name in ("word/header1.xml", "word/header2.xml", "word/footer1.xml", "docProps/core.xml"):
        assert "{" not in canonical(ours, name)
    # python-docx names parts anew when it saves, so the two are compared as sets.
    parts = ("word/document.xml", "word/header1.xml", "word/header2.xml", "word/footer1.xml")
    assert {canonical(ours, name) for name in parts} == {canonical(theirs, name) for name in parts}
    dc = "{http://purl.org/dc/elements/1.1/}"
    for field in ("title", "subject"):
        # docxtpl leaves properties unescaped in Jinja but sets them as text; both come out as the same text.
        assert part(ours, "docProps/core.xml").findtext(dc + field) is not None
    assert part(ours, "docProps/core.xml").findtext(dc + "subject") == CONTEXT["name"]
    assert part(ours, "docProps/core.xml").findtext(dc + "title") == "绩效自评报告：桥西区 <留营> & 街道"


def test_a_bracket_escape_inside_a_value_stays_as_it_is(tmp_path: Path) -> None:
    made = document("{{ name }}")
    for text in ("{_{", "}_}", "{_%", "%_}", "{{ name }}", "{% if %}"):
        assert text in canonical(compiled(made, tmp_path).render({"name": text}))
