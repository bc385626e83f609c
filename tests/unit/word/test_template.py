"""Templates: our own merge tag, where faults are found, and that every text arrives whole or is refused."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from docx.oxml import OxmlElement
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup
from word_documents import FILTERS, add_table, canonical, compiled, document, part, refusal, saved, texts

from perfeval.word.characters import WellFormed
from perfeval.word.fault import TemplateFault
from perfeval.word.places import W
from perfeval.word.sandbox import XmlSandbox
from perfeval.word.tagged import UNKNOWN_NAME
from perfeval.word.template import Template
from perfeval.word.tracing import TracingXml

if TYPE_CHECKING:
    from collections.abc import Callable

    from perfeval.word.sandbox import Sandboxed

CONTEXT: dict[str, object] = {"name": "留营街道", "total": Decimal("1.5"), "rows": [{"name": "甲"}], "yes": True}


def refused(made: Any, folder: Path, context: dict[str, object] = CONTEXT) -> tuple[str, str, str]:
    return refusal(lambda: compiled(made, folder).render(context))


def test_a_fault_names_layout_part_paragraph_and_tag(tmp_path: Path) -> None:
    made = document("第一段", "{%p for r in rows %}", "单位：{{ r.nmae }}", "{%p endfor %}", "{{ name }}")
    assert refused(made, tmp_path) == (
        "R112",
        "版式“示范”的正文第 3 段（“单位：{{ r.nmae }}”）：标记 {{ r.nmae }} 用了不存在的名称 nmae",
        "layout “示范”, body, paragraph 3 (“单位：{{ r.nmae }}”): tag {{ r.nmae }} uses a name that does not exist: nmae",
    )


def test_a_fault_names_the_table_cell_as_the_author_sees_it(tmp_path: Path) -> None:
    made = document("一")
    add_table(made, [["甲", "乙"]])
    add_table(
        made, [["名称", "金额"], ["{%tr for r in rows %}", ""], ["{{ r.name }}", "{{ total }}"], ["{%tr endfor %}", ""]]
    )
    code, zh, en = refused(made, tmp_path)
    assert code == "R114"
    assert zh.startswith("版式“示范”的正文第 2 个表格第 3 行第 2 格（“{{ total }}”）：标记 {{ total }} 直接输出了数字")
    assert en.startswith("layout “示范”, body, table 2, row 3, cell 2 (“{{ total }}”): ")


@pytest.mark.parametrize(
    ("put", "zh", "en"),
    [
        (lambda made: made.sections[0].header.paragraphs[0], "页眉第 1 段", "header, paragraph 1"),
        (lambda made: made.sections[0].footer.paragraphs[0], "页脚第 1 段", "footer, paragraph 1"),
    ],
)
def test_a_fault_names_the_part(put: Callable[[Any], Any], zh: str, en: str, tmp_path: Path) -> None:
    made = document("{{ name }}")
    put(made).text = "第 {{ nosuch }} 号"
    _, said_zh, said_en = refused(made, tmp_path)
    assert zh in said_zh
    assert en in said_en


def test_a_fault_names_the_document_properties(tmp_path: Path) -> None:
    made = document("{{ name }}")
    made.core_properties.title = "{{ nosuch }}"
    assert "文档属性（“{{ nosuch }}”）" in refused(made, tmp_path)[1]


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("R111", ["{{ name + }}"]),
        ("R111", ["{% if yes %}"]),
        ("R111", ["{%p fro r in rows %}"]),
        ("R111", ["前 {{ name", "后"]),
        ("R111", ["{{ name | nosuch }}"]),
        ("R111", ["{%p for r in rows if 1 % 2 %}", "{%p endfor %}"]),
        ("R113", ["{% set x = 1 %}"]),
        ("R113", ["{{ name.upper() }}"]),
        ("R116", ["文字 {%p if yes %}", "{{ name }}", "{%p endif %}"]),
        ("R116", ["{%p if yes %}{%p endif %}"]),
        ("R116", ["{{p name }}后"]),
        ("R117", ["{% if yes %}前", "{%p if yes %}", "{% endif %}中", "{%p endif %}"]),
        ("R118", ["{{p name }}"]),
        ("R118", ["{{r name if yes else name }}"]),
        ("R120", ["{%tr for r in rows %}", "{%tr endfor %}"]),
        ("R120", ["{%tc endfor %}"]),
    ],
)
def test_refused_templates(code: str, lines: list[str], tmp_path: Path) -> None:
    made = document("前文", *lines)
    found, zh, en = refused(made, tmp_path)
    assert (found, "正文第" in zh, "body, paragraph" in en) == (code, True, True)


def test_the_block_that_lacks_its_end_is_named_with_its_paragraph(tmp_path: Path) -> None:
    code, zh, _ = refused(document("{{ name }}", "{%p if yes %}", "{{ name }}", "{{ total }}"), tmp_path)
    assert (code, "正文第 2 段" in zh) == ("R111", True)
    assert zh.endswith("标记 {%p if yes %} 写法有误：没有与它成对的 endif")


def test_a_table_without_a_grid_is_refused(tmp_path: Path) -> None:
    made = document("前")
    add_table(made, [["甲"]])
    grid = add_table(made, [["{{ name }}", "乙"]])._tbl.tblGrid
    grid.getparent().remove(grid)
    code, zh, en = refused(made, tmp_path)
    assert code == "R107"
    assert zh.endswith(
        "word/document.xml 内容不合规：正文第 2 个表格第 1 行第 1 格（“{{ name }}”）：表格没有 w:tblGrid"
    )
    assert en.endswith("body, table 2, row 1, cell 1 (“{{ name }}”): the table has no w:tblGrid")


@pytest.mark.parametrize(("called", "attribute"), [("gridSpan", "val"), ("gridCol", "w")])
@pytest.mark.parametrize("value", ["x", "", "1e3"])
def test_a_grid_without_numbers_is_refused(called: str, attribute: str, value: str, tmp_path: Path) -> None:
    made = document()
    table = add_table(made, [["甲", "{{ name }}"]])
    span = OxmlElement("w:gridSpan")
    span.set(W + "val", "1")
    table.cell(0, 1)._tc.get_or_add_tcPr().append(span)
    next(table._tbl.iter(W + called)).set(W + attribute, value)
    code, zh, _ = refused(made, tmp_path)
    assert (code, f"w:{called}（{value}）不是数字" in zh, "第 1 个表格" in zh) == ("R107", True, True)


def test_a_span_that_is_no_number_is_refused(tmp_path: Path) -> None:
    made = document()
    add_table(made, [["{% colspan name %}甲", "乙"]])
    code, zh, _ = refused(made, tmp_path)
    assert (code, "留营街道 不是整数" in zh) == ("R113", True)


def test_private_characters_of_a_template_are_text(tmp_path: Path) -> None:
    made = document("{{ '\U000f1234' }}\U000f0000{{ name }}", "{# {{ \U000f1234}} #}后", "{{ x['\U00101234'] }}")
    assert texts(compiled(made, tmp_path).render({"name": "甲", "x": {"\U00101234": "乙"}})) == [
        "\U000f1234\U000f0000甲",
        "后",
        "乙",
    ]


def test_a_private_character_that_is_no_text_is_refused_with_its_place(tmp_path: Path) -> None:
    code, zh, _ = refused(document("{{ name }}", "{{ name \U000f0000}}"), tmp_path)
    assert (code, "正文第 2 段" in zh) == ("R111", True)


def test_a_declared_part_is_checked_whatever_its_name(tmp_path: Path) -> None:
    made = document("{{ name }}")
    made.sections[0].header.paragraphs[0].text = "{{ name }}"
    path = saved(made, tmp_path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"/word/header1.xml", b"/word/header1.txt")
    parts["word/header1.txt"] = b"<a>" * 300 + b"{{ name }}" + b"</a>" * 300
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    code, zh, _ = refusal(lambda: Template.compile(path.read_bytes(), "示范", {}))
    assert (code, "版式“示范”的部件 word/header1.txt" in zh) == ("R107", True)


def test_text_in_another_cell_of_a_row_tag_is_refused(tmp_path: Path) -> None:
    made = document()
    add_table(made, [["{%tr for r in rows %}", "小计"], ["{{ r.name }}", "b"], ["{%tr endfor %}", ""]])
    code, zh, _ = refused(made, tmp_path)
    assert (code, "小计" in zh) == ("R116", True)


def test_a_section_break_beside_a_paragraph_tag_is_refused(tmp_path: Path) -> None:
    made = document("{%p if yes %}", "{%p endif %}")
    made.paragraphs[0]._p.get_or_add_pPr().append(OxmlElement("w:sectPr"))
    assert refused(made, tmp_path)[0] == "R116"


@pytest.mark.parametrize("markup", ["<w:p>", "</w:t>", "<a></b>", "a & b", "</x><x>", "<!DOCTYPE a>"])
def test_broken_xml_in_a_value_is_refused(markup: str, tmp_path: Path) -> None:
    assert refused(document("{{p x }}"), tmp_path, {"x": Markup(markup)})[0] == "R119"


@pytest.mark.parametrize("character", ["\0", "\1", "\a", "\f", "\r", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_a_character_outside_xml_is_refused_with_its_code(character: str, tmp_path: Path) -> None:
    code, zh, _ = refused(document("单位 {{ x }}"), tmp_path, {"x": f"桥西{character}区"})
    assert code == "R115"
    assert f"U+{ord(character):04X}" in zh
    assert "桥西\ufffd区" in zh
    assert refused(document("{{p x }}"), tmp_path, {"x": Markup(character)})[0] == "R115"


def merges(docx: bytes) -> list[tuple[str, str]]:
    """What each cell of the first column says of merging, and its text."""
    cells = [row.find(W + "tc") for row in part(docx).iter(W + "tr")]
    marks = [cell.find(f"{W}tcPr/{W}vMerge") for cell in cells if cell is not None]
    found = ["" if mark is None else str(mark.get(W + "val")) for mark in marks]
    return [
        (mark, "".join(map(str, cell.itertext()))) for mark, cell in zip(found, cells, strict=True) if cell is not None
    ]


TABLE_VALUE = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize("sandboxed", [XmlSandbox, TracingXml])
@pytest.mark.parametrize(
    ("paragraphs", "blocks"),
    [
        (("{%p if flag %}", "文字", "{%p endif %}"), ["p"]),
        (("{{p nothing }}",), ["p"]),
        (("{{p table }}",), ["tbl", "p"]),
        (("文字", "{%p if flag %}", "文字", "{%p endif %}"), ["p"]),
    ],
)
def test_a_cell_ends_with_a_paragraph_whatever_its_tags_leave(
    paragraphs: tuple[str, ...], blocks: list[str], sandboxed: Sandboxed, tmp_path: Path
) -> None:
    made = document("正文")
    (cell,) = add_table(made, [[paragraphs[0]]]).rows[0].cells
    for text in paragraphs[1:]:
        cell.add_paragraph(text)
    template = Template.compile(saved(made, tmp_path).read_bytes(), "示范", FILTERS, sandboxed)
    context = {"flag": False, "nothing": WellFormed(""), "table": WellFormed(TABLE_VALUE)}
    rendered = next(part(template.render(context)).iter(f"{W}tc"))
    assert [etree.QName(one).localname for one in rendered.iterchildren(f"{W}p", f"{W}tbl")] == blocks


def test_cells_merge_from_where_the_expression_is_true(tmp_path: Path) -> None:
    made = document()
    table = add_table(made, [["{%tr for r in rows %}", ""], ["", "{{ r.name }}"], ["{%tr endfor %}", ""]])
    cell = table.cell(1, 0)
    cell.vertical_alignment = 1
    for piece in ("{% vm r.sta", "rts %}", "{{ r.group }}", "（{{ r.name }}）"):
        cell.paragraphs[0].add_run(piece)
    cell.add_paragraph("第二段")
    rows = [
        {"group": "产出", "name": "数量", "starts": True},
        {"group": "产出", "name": "质量", "starts": False},
        {"group": "效益", "name": "社会", "starts": True},
    ]
    docx = compiled(made, tmp_path).render({"rows": rows})
    assert merges(docx) == [("restart", "产出（数量）第二段"), ("continue", ""), ("restart", "效益（社会）第二段")]
    assert [child.tag.removeprefix(W) for child in next(part(docx).iter(W + "tcPr"))] == ["tcW", "vMerge", "vAlign"]
    assert all(cell.find(W + "p") is not None for cell in part(docx).iter(W + "tc"))


def test_a_fault_in_a_merge_expression_has_its_place(tmp_path: Path) -> None:
    made = document()
    add_table(made, [["{%tr for r in rows %}"], ["{% vm r.strats %}甲"], ["{%tr endfor %}"]])
    code, zh, _ = refused(made, tmp_path)
    assert (code, "第 2 行第 1 格" in zh, "{% vm r.strats %}" in zh) == ("R112", True, True)


@pytest.mark.unsound_template("drawings of nothing but an id")
def test_drawings_in_a_header_keep_their_ids(tmp_path: Path) -> None:
    made = document("{{ name }}")
    paragraph = made.sections[0].header.paragraphs[0]
    paragraph.text = "{{ name }}"
    drawing = OxmlElement("wp:docPr")
    drawing.set("id", "7")
    paragraph.runs[0]._r.append(drawing)
    assert 'id="7"' in canonical(compiled(made, tmp_path).render(CONTEXT), "word/header1.xml")


WHOLE = st.text(st.characters(blacklist_categories=()), max_size=30)
AWKWARD = st.sampled_from(
    [
        "{{ name }}",
        "{_{",
        "</w:t>",
        "<w:p>",
        "&amp;",
        "]]>",
        "\t",
        "\n",
        " ",
        "\u3000",
        "\ufeff",
        '"',
        "%}",
        "\U000f0001",
        "\ue000",
    ]
)


@pytest.fixture(scope="module")
def echo(tmp_path_factory: pytest.TempPathFactory) -> Template:
    made = document("{{ x }}", "{% for y in z %}{{ y }}{% endfor %}")
    add_table(made, [["{{ x }}", "b"]])
    made.sections[0].header.paragraphs[0].text = "{{ x }}"
    made.core_properties.title = "{{ x }}"
    return compiled(made, tmp_path_factory.mktemp("echo"))


@given(st.lists(WHOLE | AWKWARD, max_size=4).map("".join))
@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_arrives_whole_or_is_refused(echo: Template, text: str) -> None:
    try:
        docx = echo.render({"x": text, "z": [text, text]})
    except TemplateFault as fault:
        refused_for = fault.kind.code
    else:
        refused_for = "R115"
        check_arrival(docx, text)
    assert refused_for == "R115"


def check_arrival(docx: bytes, text: str) -> None:
    expected = [text, text * 2, text, "b"]
    assert [_text_with_breaks(p) for p in part(docx).iter(W + "p")] == expected
    assert [_text_with_breaks(p) for p in part(docx, "word/header1.xml").iter(W + "p")] == [text]
    assert (part(docx, "docProps/core.xml").findtext("{http://purl.org/dc/elements/1.1/}title") or "") == text


def _text_with_breaks(paragraph: Any) -> str:
    signs = {W + "br": "\n", W + "tab": "\t"}
    runs = (element for run in paragraph.iter(W + "r") for element in run)
    return "".join(signs.get(element.tag, element.text or "") for element in runs)


PRINT_A_REPORT = """
import sys, hashlib
from pathlib import Path
from perfeval.word.tagged import UNKNOWN_NAME
from perfeval.word.template import Template
print(hashlib.sha256(Template.compile(Path(sys.argv[1]).read_bytes(), "x", {}).render({"name": "甲", "rows": [{"name": "乙"}]})).hexdigest())
"""


def test_two_processes_give_the_same_bytes(tmp_path: Path) -> None:
    path = saved(document("{{ name }}{% for r in rows %}{{ r.name }}{% endfor %}"), tmp_path)
    src = str(Path(__file__).parents[3] / "src")
    seeds = ("0", "1", "4711")
    environments = ({"PYTHONHASHSEED": seed, "PYTHONPATH": src, "TZ": f"UTC{seed[0]}"} for seed in seeds)
    command = [sys.executable, "-c", PRINT_A_REPORT, str(path)]
    assert len({subprocess.run(command, env=env, check=True, capture_output=True).stdout for env in environments}) == 1


def test_a_template_keeps_nothing_from_one_report_to_the_next(tmp_path: Path) -> None:
    template = compiled(document("{{ name }}"), tmp_path)
    first = template.render({"name": "甲"})
    with pytest.raises(TemplateFault):
        template.render({})
    assert texts(template.render({"name": "乙"})) == ["乙"]
    assert template.render({"name": "甲"}) == first


def test_a_second_grid_column_is_added_only_where_rows_need_it(tmp_path: Path) -> None:
    made = document()
    add_table(made, [["{%tc for r in rows %}", "{{ r.name }}", "{%tc endfor %}"]])
    template = compiled(made, tmp_path)
    docx = template.render({"rows": [{"name": str(number)} for number in range(7)]})
    assert canonical(docx).count("<w:gridCol ") == 7


def test_a_fault_shows_its_code_and_arguments_to_a_programmer() -> None:
    assert str(TemplateFault(UNKNOWN_NAME, {"name": "x"})).startswith("R112 {")
