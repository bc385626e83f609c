"""Comments on paragraphs of a template: where there can be one, after those that are there."""

import io
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from word_documents import document, saved, texts

from perfeval.word.notes import noted
from perfeval.word.package import read
from perfeval.word.places import W

BOX = (
    f'<w:r xmlns:w="{W[1:-1]}"><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>{{ inside }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def comments(docx: bytes) -> list[tuple[int, str]]:
    return [(one.comment_id, one.text) for one in Document(io.BytesIO(docx)).comments]


def on(docx: bytes, number: int) -> list[str]:
    """The texts of the body's paragraphs that hold both ends of a comment."""
    paragraphs = Document(io.BytesIO(docx)).element.body.findall(f"{W}p")
    ends = (f"{W}commentRangeStart", f"{W}commentRangeEnd")
    return [
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in paragraphs
        if all(any(end.get(f"{W}id") == str(number) for end in paragraph.findall(tag)) for tag in ends)
    ]


def test_a_note_is_a_comment_on_its_paragraph(tmp_path: Path) -> None:
    parts = read(saved(document("甲", "{{ b }}", "丙"), tmp_path).read_bytes(), "示范")
    docx = noted(parts, [(2, ["一", "二 & <三>"]), (3, ["四"]), (2, ["五"])])
    assert comments(docx) == [(0, "一\n二 & <三>"), (1, "四"), (2, "五")]
    assert [on(docx, number) for number in range(3)] == [["{{ b }}"], ["丙"], ["{{ b }}"]]
    assert texts(docx) == ["甲", "{{ b }}", "丙"]


@pytest.mark.unsound_template("python-docx has no style for comments")
def test_comments_that_are_there_stay(tmp_path: Path) -> None:
    made = document("甲", "乙")
    made.add_comment(made.paragraphs[0].runs, "原有的", author="某人")
    docx = noted(read(saved(made, tmp_path).read_bytes(), "示范"), [(2, ["新的"])])
    assert comments(docx) == [(0, "原有的"), (1, "新的")]


def test_a_paragraph_of_a_text_box_is_noted_at_the_one_that_holds_the_box(tmp_path: Path) -> None:
    made = document("甲", "乙")
    made.paragraphs[1]._p.append(parse_xml(BOX))
    docx = noted(read(saved(made, tmp_path).read_bytes(), "示范"), [(3, ["框里"])])
    assert on(docx, 0) == ["乙{{ inside }}"]


def test_without_notes_there_are_no_comments(tmp_path: Path) -> None:
    parts = read(saved(document("甲"), tmp_path).read_bytes(), "示范")
    assert read(noted(parts, []), "示范") == parts
