"""Reads a docx container whole, and refuses one that is broken, hostile or not a Word document."""

import zlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from perfeval.diagnostic import Kind, Severity, Text
from perfeval.files import DISK, Files
from perfeval.word.fault import TemplateFault
from perfeval.word.parts import CONTENT_TYPES, check_parts, parsed
from perfeval.word.places import W
from perfeval.word.wording import said_of_zip

DOCUMENT = "word/document.xml"
WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
MAIN_TYPE = WORDPROCESSING.format("document.main")

LARGEST_TOTAL = 40 << 20
LARGEST_RATIO = 200
RATIO_MATTERS_FROM = 1 << 20
ENCRYPTED = 0x1

NOT_A_DOCX = Kind(
    "R101",
    Severity.ERROR,
    what=Text(
        "版式“{layout}”的模板不是完好的 Word 文档：{detail}", "layout “{layout}”: not a sound Word document: {detail}"
    ),
    why=Text("读不全的模板会生成残缺的报告", "a template that cannot be read whole gives a report with parts missing"),
    cure=Text("用 Word 打开模板，另存为“Word 文档 (*.docx)”", "open the template in Word and save it as *.docx again"),
)
TOO_LARGE = Kind(
    "R102",
    Severity.ERROR,
    what=Text("版式“{layout}”的模板过大：{member}", "layout “{layout}”: the template is too large: {member}"),
    why=Text(
        "过大的模板会耗尽内存；异常的压缩比是“压缩炸弹”的特征",
        "it would exhaust memory; extreme compression marks a zip bomb",
    ),
    cure=Text("换用来源可靠的模板，压缩其中的图片", "use a template you trust; make its pictures smaller"),
)
BAD_MEMBER = Kind(
    "R103",
    Severity.ERROR,
    what=Text(
        "版式“{layout}”的模板里有不合规的部件名：{member}",
        "layout “{layout}”: a part of the template is misnamed: {member}",
    ),
    why=Text(
        "重名或越出文件夹的部件，不同软件会读出不同的内容",
        "programs disagree on parts named twice or outside the folder",
    ),
    cure=Text("用 Word 打开模板并另存一份", "open the template in Word and save a copy"),
)

NO_FILE = Text("它是设备或管道，不是普通文件", "it is a device or a pipe, not a regular file")
NO_MAIN_TYPE = Text(
    "{member} 没有声明为文档的正文（常见于改了扩展名的 .dotx）",
    "{member} is not declared as a document's body (as in a renamed .dotx)",
)
NO_BODY = Text("{member} 里没有 w:body", "{member} has no w:body")
MISSING = Text("缺少部件 {member}", "part {member} is missing")
SEALED = Text("部件 {member} 加了密，或压缩方法不常见", "part {member} is encrypted or compressed in an uncommon way")


def load(path: Path, layout: str, files: Files = DISK) -> bytes:
    """The bytes of a docx file, and never more of them than can be of use. Raises ``OSError``, R101 and R102."""
    try:
        return _read_file(path, files)
    except TemplateFault as fault:
        raise fault.at({"layout": layout}) from None


def read(data: bytes, layout: str) -> dict[str, bytes]:
    """The parts of a docx by name. Raises ``TemplateFault`` R101 to R107."""
    try:
        parts = _unpack(data)
        for name in (CONTENT_TYPES, DOCUMENT):
            if name not in parts:
                raise _no_docx(MISSING, name)
        check_parts(parts)
        _check_main(parts)
    except TemplateFault as fault:
        raise fault.at({"layout": layout}) from None
    return parts


def declared_types(content_types: bytes) -> dict[str, str]:
    """The content types of the parts that are declared by name."""
    root = parsed(CONTENT_TYPES, content_types)
    named = root.iterchildren("{*}Override")
    return {part.get("PartName", "").lstrip("/"): part.get("ContentType", "") for part in named}


def _read_file(path: Path, files: Files) -> bytes:
    """A device has no end, and a pipe waits for ever; opening a folder says so itself."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise TemplateFault(NOT_A_DOCX, {"detail": NO_FILE})
    data = files.read(path, LARGEST_TOTAL + 1)
    if len(data) > LARGEST_TOTAL:
        raise TemplateFault(TOO_LARGE, {"member": path.name})
    return data


def _unpack(data: bytes) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = [member for member in archive.infolist() if not member.filename.endswith("/")]
            _check_members(members)
            return {member.filename: archive.read(member) for member in members}
    except (BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError) as error:
        raise TemplateFault(NOT_A_DOCX, {"detail": said_of_zip(str(error))}) from None


def _check_members(members: Iterable[ZipInfo]) -> None:
    total = 0
    seen: set[str] = set()
    for member in members:
        name, size = member.filename, member.file_size
        if member.flag_bits & ENCRYPTED or member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise _no_docx(SEALED, name)
        total += size
        if total > LARGEST_TOTAL or (size > RATIO_MATTERS_FROM and size > LARGEST_RATIO * max(member.compress_size, 1)):
            raise TemplateFault(TOO_LARGE, {"member": name})
        # Part names are compared without regard to case (ECMA-376 part 2, 6.2.2.3).
        if (
            not name
            or name.lower() in seen
            or "\\" in name
            or name.startswith("/")
            or ".." in PurePosixPath(name).parts
        ):
            raise TemplateFault(BAD_MEMBER, {"member": name})
        seen.add(name.lower())


def _check_main(parts: dict[str, bytes]) -> None:
    """A main part of another type would be copied with its tags as they stand."""
    if declared_types(parts[CONTENT_TYPES]).get(DOCUMENT) != MAIN_TYPE:
        raise _no_docx(NO_MAIN_TYPE, DOCUMENT)
    if parsed(DOCUMENT, parts[DOCUMENT]).find(f"{W}body") is None:
        raise _no_docx(NO_BODY, DOCUMENT)


def _no_docx(detail: Text, member: str) -> TemplateFault:
    said = {"member": member}
    return TemplateFault(NOT_A_DOCX, {"detail": Text(detail.say("zh", said), detail.say("en", said))})
