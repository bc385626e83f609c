"""Hostile and broken containers are refused; what we write is read by everyone and is always the same."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_documents import document, refusal

from perfeval.word.archive import Member, deflated_fast, deflated_well, order, pack
from perfeval.word.fault import TemplateFault
from perfeval.word.package import read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
SOUND: dict[str, bytes] = {"[Content_Types].xml": TYPES, "word/document.xml": b"<a/>"}
RELATIONS = '<Relationships><Relationship Id="r" Type="http://x/relationships/{}" Target="{}" {}/></Relationships>'
EXTERNAL = 'TargetMode="External"'


def zipped(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def relations(kind: str, target: str, more: str = "") -> dict[str, bytes]:
    return {"word/_rels/document.xml.rels": RELATIONS.format(kind, target, more).encode()}


def test_a_document_of_word_is_read_whole() -> None:
    stream = io.BytesIO()
    document("正文").save(stream)
    with zipfile.ZipFile(stream) as archive:
        assert read(stream.getvalue(), "示范") == {name: archive.read(name) for name in archive.namelist()}


def test_hyperlinks_and_folders_are_harmless() -> None:
    parts = {**SOUND, "word/": b"", **relations("hyperlink", "https://example.org", EXTERNAL)}
    assert "word/" not in read(zipped(parts), "示范")


DOCTYPE = '<?xml version="1.0" encoding="{}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("code", "more"),
    [
        ("R102", {"word/media/bomb.bin": b"\0" * (3 << 20)}),
        ("R103", {"../evil.txt": b""}),
        ("R103", {"word/../../evil.txt": b""}),
        ("R103", {"/etc/passwd": b""}),
        ("R103", {"WORD/Document.xml": b"<a/>"}),
        ("R104", {"word/vbaProject.bin": b""}),
        ("R104", {"word/activeX/activeX1.xml": b"<a/>"}),
        ("R104", {"word/embeddings/oleObject1.bin": b""}),
        (
            "R104",
            {
                "[Content_Types].xml": TYPES.replace(
                    b"/>", b'><Default ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
                )
            },
        ),
        ("R104", relations("aFChunk", "page.html")),
        ("R105", {"word/styles.xml": DOCTYPE.format("utf-8").encode()}),
        ("R105", {"word/styles.xml": DOCTYPE.format("utf-16").encode("utf-16")}),
        ("R105", {"word/styles.xml": DOCTYPE.format("utf-16").encode("utf-16-be")}),
        ("R105", {"word/_rels/document.xml.rels": DOCTYPE.format("utf-8").encode()}),
        ("R106", relations("image", "http://example.org/x.png", EXTERNAL)),
        ("R106", relations("image", "file:///etc/passwd")),
        ("R106", relations("attachedTemplate", r"\\server\x.dotm", EXTERNAL)),
        ("R107", {"word/styles.xml": b"<a>"}),
        ("R107", {"word/styles.xml": b'<?xml version="1.0" encoding="nosuch"?><a/>'}),
    ],
)
def test_a_hostile_part_is_refused(code: str, more: dict[str, bytes]) -> None:
    found, zh, _ = refusal(lambda: read(zipped({**SOUND, **more}), "示范"))
    assert (found, "示范" in zh) == (code, True)


def test_a_backslash_in_a_name_is_refused() -> None:
    # zipfile itself mends such names only on Windows; here the raw bytes are changed.
    data = zipped({**SOUND, "word/x_y.xml": b"<a/>"}).replace(b"x_y", b"x\\y")
    assert refusal(lambda: read(data, "示范"))[0] == "R103"


def test_a_member_given_twice_is_refused() -> None:
    data = zipped({**SOUND, "word/documenu.xml": b"<b/>"}).replace(b"documenu", b"document")
    assert refusal(lambda: read(data, "示范"))[0] == "R103"


def test_too_much_in_all_is_refused() -> None:
    noise = {f"word/media/{number}.bin": bytes(range(256)) * 4000 for number in range(42)}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in {**SOUND, **noise}.items():
            archive.writestr(name, content)
    assert refusal(lambda: read(stream.getvalue(), "示范"))[0] == "R102"


@pytest.mark.parametrize("missing", list(SOUND))
def test_a_container_without_its_main_parts_is_refused(missing: str) -> None:
    parts = {name: content for name, content in SOUND.items() if name != missing}
    code, zh, _ = refusal(lambda: read(zipped(parts), "示范"))
    assert (code, missing in zh) == ("R101", True)


@pytest.mark.parametrize("data", [b"", b"PK", b"<html>", "报告".encode("gbk")])
def test_what_is_no_zip_is_refused(data: bytes) -> None:
    assert refusal(lambda: read(data, "示范"))[0] == "R101"


PLAIN = zipped({**SOUND, "word/styles.xml": b"<a>" + b"text" * 50 + b"</a>"})


@given(st.integers(0, len(PLAIN) - 1), st.integers(0, 255))
@settings(deadline=None, max_examples=500)
def test_a_damaged_byte_never_gives_anything_but_a_fault(at: int, byte: int) -> None:
    damaged = PLAIN[:at] + bytes([byte]) + PLAIN[at + 1 :]
    try:
        found = "whole" if "word/document.xml" in read(damaged, "示范") else "in part"
    except TemplateFault as fault:
        found = fault.kind.code
    assert found in {"whole", "R101", "R102", "R103", "R107"}


@given(
    st.dictionaries(st.text("abc/报告.xml", min_size=1, max_size=12), st.binary(max_size=300), max_size=8),
    st.sampled_from([deflated_fast, deflated_well]),
)
@settings(deadline=None)
def test_what_is_packed_is_read_again(parts: dict[str, bytes], deflated: Callable[[str, bytes], Member]) -> None:
    data = pack(deflated(name, content) for name, content in parts.items())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == parts
        assert {member.date_time for member in archive.infolist()} <= {(1980, 1, 1, 0, 0, 0)}


def test_members_stand_in_the_order_word_writes_them() -> None:
    names = ["word/document.xml", "docProps/core.xml", "_rels/.rels", "[Content_Types].xml"]
    assert sorted(names, key=order) == ["[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml"]
