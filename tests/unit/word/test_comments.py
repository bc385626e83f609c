"""Marks become Word comments where there can be some, and vanish elsewhere; the text stays what it was."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from word_documents import FILTERS, add_table, document, part, saved, texts

from perfeval.word.comments import commented
from perfeval.word.marks import marked, traced
from perfeval.word.occurrences import occurrences
from perfeval.word.places import W
from perfeval.word.template import Template
from perfeval.word.tracing import TracingXml

if TYPE_CHECKING:
    from pathlib import Path

CONTEXT = {"total": traced(Decimal("1.5"), 0), "rate": traced(Decimal(99), 1), "name": "甲"}
WORDS = ["总计 & <合计>", "比率"]


def rendered(made: Any, folder: Path, context: dict[str, Any] = CONTEXT) -> bytes:
    return Template.compile(saved(made, folder).read_bytes(), "示范", FILTERS, TracingXml).render(context)


def comments(docx: bytes) -> list[tuple[int, str, str, str]]:
    """Number, author, words, and the text that each is about."""
    found = Document(io.BytesIO(docx))
    return [(one.comment_id, one.author, one.text, about(docx, one.comment_id)) for one in found.comments]


def about(docx: bytes, number: int) -> str:
    inside, text = False, ""
    for element in part(docx).iter():
        if element.get(f"{W}id") == str(number) and element.tag != f"{W}commentReference":
            inside = element.tag == f"{W}commentRangeStart"
        elif inside and element.tag == f"{W}t":
            text += element.text or ""
    return text


def test_every_mark_becomes_a_comment(tmp_path: Path) -> None:
    made = document("共{{ total | money }}万元，{{ rate | percent }}", "{{ name }}", "{{ total | money }}")
    docx = commented(rendered(made, tmp_path), WORDS)
    assert comments(docx) == [
        (0, "perfeval", WORDS[0], "1.50"), (1, "perfeval", WORDS[1], "99%"), (2, "perfeval", WORDS[0], "1.50"),
    ]  # fmt: skip
    assert texts(docx) == ["共1.50万元，99%", "甲", "1.50"]


def test_a_value_of_two_origins_has_one_comment_in_two_paragraphs(tmp_path: Path) -> None:
    docx = commented(rendered(document("{{ total | money }}"), tmp_path, {"total": traced(Decimal(1), 0, 1)}), WORDS)
    assert comments(docx) == [(0, "perfeval", "\n".join(WORDS), "1.00")]


def test_a_run_is_taken_apart_as_it_looks(tmp_path: Path) -> None:
    made = document()
    run = made.add_paragraph().add_run("前 {{ total | money }} 后")
    run.bold = True
    run.add_break()
    run.add_text("末{{ rate | percent }}")
    docx = commented(rendered(made, tmp_path), WORDS)
    runs = [run for run in Document(io.BytesIO(docx)).paragraphs[0].runs if run.text]
    assert [run.text for run in runs] == ["前 ", "1.50", " 后", "\n", "末", "99%"]
    assert all(run.bold for run in runs)
    assert part(docx).find(f".//{W}commentReference") is not None


def test_a_value_of_two_lines_has_no_comment(tmp_path: Path) -> None:
    docx = commented(rendered(document("{{ name }}"), tmp_path, {"name": traced("上\n下", 0)}), WORDS)
    assert texts(docx) == ["上下"]
    assert comments(docx) == []


def test_without_marks_there_is_no_part_for_comments(tmp_path: Path) -> None:
    docx = commented(rendered(document("{{ name }}"), tmp_path), WORDS)
    with pytest.raises(KeyError):
        part(docx, "word/comments.xml")


@pytest.mark.unsound_template("python-docx has no style for comments")
def test_comments_that_are_there_stay(tmp_path: Path) -> None:
    made = document("{{ total | money }}")
    made.add_comment(made.add_paragraph("原有").runs, "原有的批注", author="某人")
    made.add_comment(made.add_paragraph("又一").runs, "又一条", author="某人")
    found = comments(commented(rendered(made, tmp_path), WORDS))
    assert found == [
        (0, "某人", "原有的批注", "原有"), (1, "某人", "又一条", "又一"), (2, "perfeval", WORDS[0], "1.50"),
    ]  # fmt: skip


@pytest.mark.unsound_template("a text box without its shape")
def test_where_no_comment_can_be_marks_are_taken_away(tmp_path: Path) -> None:
    made = document("正文")
    made.sections[0].header.paragraphs[0].text = "页眉{{ total | money }}"
    made.core_properties.title = "{{ rate | percent }}"
    box = parse_xml(
        f'<w:pict xmlns:w="{W[1:-1]}"><w:txbxContent><w:p><w:r><w:t>框{{{{ total | money }}}}</w:t></w:r></w:p>'
        "</w:txbxContent></w:pict>"
    )
    made.paragraphs[0].runs[0]._r.append(box)
    docx = commented(rendered(made, tmp_path), WORDS)
    found = Document(io.BytesIO(docx))
    assert found.sections[0].header.paragraphs[0].text == "页眉1.50"
    assert found.core_properties.title == "99%"
    assert texts(docx) == ["正文框1.50", "框1.50"]
    assert comments(docx) == []


def test_the_same_values_give_the_same_bytes(tmp_path: Path) -> None:
    marked_docx = rendered(document("{{ total | money }}"), tmp_path)
    assert commented(marked_docx, WORDS) == commented(marked_docx, WORDS)


def test_places_are_told_by_heading_paragraph_table_row_and_column(tmp_path: Path) -> None:
    made = document("题{{ total | money }}")
    made.add_heading("一{{ rate | percent }}", 1)
    made.add_paragraph("")
    made.add_paragraph("甲")
    made.add_paragraph("共{{ total | money }}万元")
    table = add_table(
        made, [["合并", "", "数"], ["乙", "丙", "{{ rate | percent }}"], ["计", "", "{{ total | money }}"]]
    )
    table.cell(2, 0).merge(table.cell(2, 1))
    found = list(occurrences(rendered(made, tmp_path)))
    assert [(one.origin, one.text, one.place.zh, one.around) for one in found] == [
        (0, "1.50", "第 1 段", "题【1.50】"),
        (1, "99%", "“一99%”标题", "一【99%】"),
        (0, "1.50", "“一99%”第 2 段", "共【1.50】万元"),
        (1, "99%", "“一99%”表 1 第 2 行第 3 列", "乙 | 丙 | 【99%】"),
        (0, "1.50", "“一99%”表 1 第 3 行第 3 列", "计 | 【1.50】"),
    ]
    assert [found[1].place.en, found[3].place.en] == [
        "“一99%”, the heading itself",
        "“一99%”, table 1, row 2, column 3",
    ]


def test_what_stands_around_a_value_is_cut(tmp_path: Path) -> None:
    made = document("甲" * 20 + "{{ total | money }}" + "乙" * 20)
    (found,) = occurrences(rendered(made, tmp_path))
    assert found.around == "…" + "甲" * 16 + "【1.50】" + "乙" * 16 + "…"


@pytest.mark.unsound_template("an attribute that holds a tag")
def test_a_mark_in_an_attribute_is_taken_away(tmp_path: Path) -> None:
    made = document("甲")
    made.paragraphs[0]._p.set(f"{W}rsidR", marked("00AA", (0,)))
    docx = commented(saved(made, tmp_path).read_bytes(), WORDS)
    assert [found.get(f"{W}rsidR") for found in part(docx).iter(f"{W}p")] == ["00AA"]
