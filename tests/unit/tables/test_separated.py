"""CSV texts: fields as Python's csv module reads them, and where each stands."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfeval.diagnostic import Finding, Place
from perfeval.tables.separated import MARKS, rows, tables

FIELDS = st.text(st.sampled_from('甲a1,;\t"\r\n '), max_size=6)


@given(st.lists(st.lists(FIELDS, min_size=2, max_size=4), min_size=1, max_size=4), st.sampled_from(MARKS))
def test_fields_are_read_as_the_csv_module_reads_them(written: list[list[str]], mark: str) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=mark).writerows(written)
    read = [[cell.text for cell in row] for row in rows(stream.getvalue(), mark)]
    expected = [[field.replace("\r\n", "\n").replace("\r", "\n").strip() for field in row] for row in written]
    assert read == expected


@given(st.lists(st.lists(FIELDS, min_size=1, max_size=4), min_size=1, max_size=4), st.sampled_from(MARKS))
def test_a_field_stands_where_its_text_begins(written: list[list[str]], mark: str) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=mark).writerows(written)
    text = stream.getvalue()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for row in rows(text, mark):
        for cell in row:
            if cell.text and not set(cell.text) & set('\n"') and "\n" not in cell.text:
                line = lines[cell.place.line - 1]
                found = line[cell.place.column - 1 :]
                assert found.startswith(cell.text) or found.strip().startswith(cell.text) or "\n" in text


def test_the_text_of_a_quoted_field_begins_after_the_quotation_mark_and_blanks() -> None:
    (row,) = rows('甲,"乙", 丙,"  丁"', ",")
    assert [(cell.text, cell.place.column) for cell in row] == [("甲", 1), ("乙", 4), ("丙", 8), ("丁", 13)]


def test_lines_are_counted_within_fields() -> None:
    *_, last = rows('甲,"一\n二",乙\n丙,丁,戊', ",")
    assert [cell.place for cell in last] == [Place(3, 1), Place(3, 3), Place(3, 5)]
    first, _ = rows('甲,"一\n二",乙\n丙,丁,戊', ",")
    assert [cell.place for cell in first] == [Place(1, 1), Place(1, 4), Place(2, 4)]


@pytest.mark.parametrize("text", ['甲,"乙\n丙', '甲,"乙"丙\n'])
def test_a_quotation_mark_without_its_partner_is_told_at_its_field(text: str) -> None:
    *_, last = rows(text, ",")
    assert last[-1].fault is not None
    assert (last[-1].fault.kind.code, last[-1].place) == ("T107", Place(1, 3))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030"])
def test_utf8_and_gbk_are_read(encoding: str) -> None:
    found = tables("项目名称,预算数\n道路工程,1\n".encode(encoding), "t.csv")
    assert not isinstance(found, Finding)
    assert [[cell.text for cell in row] for row in found[0].rows] == [["项目名称", "预算数"], ["道路工程", "1"]]


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        ("甲,\xff乙".encode("latin-1", "replace") + b"\xff\xfe", "L002", Place(1, 3)),
        ("项目,1".encode("utf-16"), "L004", Place(1, 1)),
        ("甲,1\n乙\u202e,1".encode(), "L013", Place(2, 2)),
    ],
)
def test_other_texts_are_refused_at_their_place(content: bytes, code: str, place: Place) -> None:
    found = tables(content, "t.csv")
    assert isinstance(found, Finding)
    assert (found.kind.code, found.place, found.file) == (code, place, "t.csv")
