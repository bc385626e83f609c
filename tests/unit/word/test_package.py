"""Hostile and broken containers are refused; what we write is read by everyone and is always the same."""

from __future__ import annotations

import io
import os
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_documents import document, refusal

from perfeval.word.archive import Member, deflated_fast, deflated_well, order, pack
from perfeval.word.fault import TemplateFault
from perfeval.word.package import load, read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Override PartName="/word/document.xml" ContentType="' + MAIN + b'"/></Types>'
)
BODY = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'
SOUND: dict[str, bytes] = {"[Content_Types].xml": TYPES, "word/document.xml": BODY}
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
                    b"</Types>",
                    b'<Default ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
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
        ("R106", relations("oleObject", "file:///C:/data.xlsx", EXTERNAL)),  # a chart's data in a file of their own
        ("R106", relations("attachedTemplate", r"\\server\x.dotm", EXTERNAL)),
        ("R107", {"word/styles.xml": b"<a>"}),
        ("R107", {"word/document.xml": b"<a>" * 300 + b"</a>" * 300}),
        ("R107", {"word/_rels/document.xml.rels": b"<a>" * 300 + b"</a>" * 300}),
        ("R107", {"[Content_Types].xml": TYPES.replace(b"</Types>", b"<a:b/></Types>")}),
        ("R107", {"word/document.xml": BODY.replace(b"<w:body/>", b"<w:body><v:x/></w:body>")}),
        ("R107", {"word/document.xml": BODY.replace(b"<w:body/>", b'<w:body xmlns:v="a b"/>')}),
        ("R101", {"[Content_Types].xml": TYPES.replace(b"document.main", b"template.main")}),
        ("R101", {"[Content_Types].xml": TYPES.replace(b"Override", b"Overridden")}),
        ("R101", {"word/document.xml": BODY.replace(b"<w:body/>", b"")}),
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


def test_a_template_of_words_own_kind_is_to_be_saved_as_a_document() -> None:
    dotx = zipped({**SOUND, "[Content_Types].xml": TYPES.replace(b"document.main", b"template.main")})
    assert refusal(lambda: read(dotx, "示范"))[1].endswith("没有声明为文档的正文（常见于改了扩展名的 .dotx）")


@pytest.mark.parametrize(
    ("content", "zh"),
    [
        (b"", "第 1 行第 0 列内容没有写完"),
        (b"<a></b>", "第 1 行第 5 列开始标记与结束标记不成对"),
        (b"<a><b:c/></a>", "第 1 行第 8 列前缀 b 没有声明"),
        (b'<?xml version="1.0" encoding="nosuch"?><a/>', "编码无法识别"),
    ],
)
def test_what_is_wrong_with_xml_is_said_in_chinese(content: bytes, zh: str) -> None:
    found = refusal(lambda: read(zipped({**SOUND, "word/styles.xml": content}), "示范"))[1]
    assert found.startswith("版式“示范”的部件 word/styles.xml 内容不合规：")
    assert found.endswith(zh)


def test_what_is_wrong_with_a_container_is_said_in_chinese() -> None:
    assert refusal(lambda: read(b"<html>", "示范"))[1].endswith("：它不是 zip 压缩包，而 Word 文档都是")
    assert refusal(lambda: read(PLAIN[:-30] + bytes(8) + PLAIN[-22:], "示范"))[1].endswith("压缩包已损坏")


@pytest.mark.skipif(os.name != "posix", reason="devices and pipes have names on POSIX")
def test_a_device_or_a_pipe_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "zero.docx").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.docx")
    for name in ("zero.docx", "pipe.docx"):
        code, zh, _ = refusal(lambda name=name: load(tmp_path / name, "示范"))  # type: ignore[misc]
        assert (code, "不是普通文件" in zh) == ("R101", True)


def test_a_giant_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "report.docx").open("wb") as file:
        file.truncate(1 << 40)
    code, zh, _ = refusal(lambda: load(tmp_path / "report.docx", "示范"))
    assert (code, "report.docx" in zh) == ("R102", True)


def test_a_file_or_folder_that_cannot_be_read_is_the_systems_to_tell(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.docx"):
        with pytest.raises(OSError, match=r"directory|Permission|No such"):
            load(path, "示范")


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
