"""Bytes to text: only UTF-8 is read, and what the file is instead is named."""

import codecs
import re

from perfeval.diagnostic import Diagnostic, Kind, Place, Severity, Text

LIMIT = 16 * 1024 * 1024
"""The most bytes a file may have."""

SIZE = Kind(
    "L001",
    Severity.ERROR,
    what=Text("文件超过 {limit} MiB", "the file is larger than {limit} MiB"),
    why=Text(
        "一个部门的数据不过几十 KB，这多半不是数据文件", "a department's data takes some tens of KB: this is hardly one"
    ),
    cure=Text("核对文件是否选错", "check that this is the right file"),
)
NOT_UTF8 = Kind(
    "L002",
    Severity.ERROR,
    what=Text("文件不是 UTF-8 编码：第 {byte} 个字节无法解读", "the file is not UTF-8: byte {byte} cannot be read"),
    why=Text("编码不明，文字会变成乱码", "in an unknown encoding the text would come out garbled"),
    cure=Text(
        "用编辑器打开，确认文字正常后另存为 UTF-8",
        "open it in an editor, see that the text is right, and save it as UTF-8",
    ),
)
GB18030 = Kind(
    "L003",
    Severity.ERROR,
    what=Text("文件是 GBK（GB18030）编码，不是 UTF-8", "the file is in GBK (GB18030), not in UTF-8"),
    why=Text(
        "YAML 只用 UTF-8，换一台电脑就会变成乱码",
        "YAML is UTF-8 only; on another machine the text would come out garbled",
    ),
    cure=Text(
        "在编辑器里“另存为”，编码选 UTF-8；或运行 iconv -f GB18030 -t UTF-8",
        "save it as UTF-8 in your editor, or run iconv -f GB18030 -t UTF-8",
    ),
)
UTF16 = Kind(
    "L004",
    Severity.ERROR,
    what=Text(
        "文件是 UTF-16（记事本称“Unicode”）编码，不是 UTF-8",
        "the file is in UTF-16 (Notepad's “Unicode”), not in UTF-8",
    ),
    why=Text("本程序和版本管理工具都按 UTF-8 读取", "this program and version control read UTF-8"),
    cure=Text("在编辑器里“另存为”，编码选 UTF-8", "save it as UTF-8 in your editor"),
)

HANZI = re.compile("[\u4e00-\u9fff]")
# A rare hanzi or a private character is what other encodings turn into when read as GB18030.
ODD = re.compile("[^\x00-\x7f\u2010-\u2049\u2160-\u217f\u2460-\u249b\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def decode(content: bytes) -> tuple[str, Diagnostic | None]:
    """The text without its byte order mark, and why it is refused, if it is (the text is then for excerpts only)."""
    if len(content) > LIMIT:
        return "", Diagnostic(SIZE, Place(1, 1), {"limit": str(LIMIT >> 20)})
    if codec := utf16(content):
        return content.decode(codec, "replace").removeprefix("\ufeff"), Diagnostic(UTF16, Place(1, 1))
    try:
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        if chinese := gb18030(content):
            return chinese, Diagnostic(GB18030, place(chinese, next(re.finditer(r"[^\x00-\x7f]", chinese)).start()))
        # utf-8-sig counts from after the byte order mark.
        content = content.removeprefix(codecs.BOM_UTF8)
        before = len(content[: error.start].decode())
        text = content.decode(errors="replace")
        return text, Diagnostic(NOT_UTF8, place(text, before), {"byte": str(error.start + 1)})


def utf16(content: bytes) -> str | None:
    """The codec of a UTF-16 file: known by its mark, or by its first character, which is ASCII in YAML."""
    if content[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        return "utf-16"
    if len(content) % 2 == 0 and content[:2].count(0) == 1:
        return "utf-16-be" if content[0] == 0 else "utf-16-le"
    return None


def gb18030(content: bytes) -> str | None:
    """The text, where the bytes read as GB18030 are plausible Chinese: mostly the common hanzi and punctuation."""
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return text if len(HANZI.findall(text)) > 4 * len(ODD.findall(text)) else None


def place(text: str, index: int) -> Place:
    """The line and column of a character; the character itself keeps a line break before it from being dropped."""
    lines = text[: index + 1].splitlines()
    return Place(len(lines), len(lines[-1]))
