"""Reads a docx container whole, and refuses one that is broken, hostile or reaches outside itself."""

import re
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import PurePosixPath
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from perfeval.diagnostic import Kind, Severity, Text
from perfeval.word.fault import TemplateFault

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"

LARGEST_TOTAL = 40 << 20
LARGEST_RATIO = 200
RATIO_MATTERS_FROM = 1 << 20
ENCRYPTED = 0x1

ACTIVE = re.compile(r"vbaProject|vbaData|macroEnabled|activeX|oleObject|attachedToolbars|aFChunk", re.IGNORECASE)
XML_SUFFIXES = (".xml", ".rels", ".vml")

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
    what=Text(
        "版式“{layout}”的模板解压后过大：{member}", "layout “{layout}”: the template unpacks to too much: {member}"
    ),
    why=Text("异常的压缩比是“压缩炸弹”的特征，会耗尽内存", "such compression marks a zip bomb, which exhausts memory"),
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
ACTIVE_CONTENT = Kind(
    "R104",
    Severity.ERROR,
    what=Text(
        "版式“{layout}”的模板带有宏、控件或嵌入对象：{member}",
        "layout “{layout}”: macros, controls or objects: {member}",
    ),
    why=Text("报告会连同这些可执行内容一起发给收件人", "the report would carry the executable content to its readers"),
    cure=Text("删去宏、控件和嵌入对象，另存为不带宏的 .docx", "remove them and save as a .docx without macros"),
)
DOCTYPE = Kind(
    "R105",
    Severity.ERROR,
    what=Text("版式“{layout}”的部件 {member} 带有 DOCTYPE", "layout “{layout}”: part {member} has a DOCTYPE"),
    why=Text("DOCTYPE 可以引入外部文件或无限展开", "a DOCTYPE can pull in outside files or expand without end"),
    cure=Text(
        "Word 从不写 DOCTYPE：用 Word 打开模板并另存一份",
        "Word never writes one: open the template in Word and save a copy",
    ),
)
EXTERNAL = Kind(
    "R106",
    Severity.ERROR,
    what=Text(
        "版式“{layout}”的 {member} 引用了外部内容：{target}",
        "layout “{layout}”: {member} refers to outside content: {target}",
    ),
    why=Text("打开或转换报告时会去读取该地址", "opening or converting the report would fetch that address"),
    cure=Text(
        "把链接的图片改为嵌入，取消附加的模板；超链接可以保留",
        "embed linked pictures, detach templates; hyperlinks may stay",
    ),
)
MALFORMED = Kind(
    "R107",
    Severity.ERROR,
    what=Text(
        "版式“{layout}”的部件 {member} 不是合格的 XML：{detail}",
        "layout “{layout}”: part {member} is not well-formed: {detail}",
    ),
    why=Text("Word 会拒绝打开或“修复”由它生成的报告", "Word would refuse the report or repair it by dropping content"),
    cure=Text("用 Word 打开模板并另存一份", "open the template in Word and save a copy"),
)


class _DoctypeFoundError(Exception):
    """An XML part declares a document type."""


def read(data: bytes, layout: str) -> dict[str, bytes]:
    """The parts of a docx by name. Raises ``TemplateFault`` R101 to R107."""
    try:
        parts = _unpack(data)
        _check_parts(parts)
    except TemplateFault as fault:
        raise fault.at({"layout": layout}) from None
    return parts


def _unpack(data: bytes) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = [member for member in archive.infolist() if not member.filename.endswith("/")]
            _check_members(members)
            return {member.filename: archive.read(member) for member in members}
    except (BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError) as error:
        raise TemplateFault(NOT_A_DOCX, {"detail": str(error)}) from None


def _check_members(members: Iterable[ZipInfo]) -> None:
    total = 0
    seen: set[str] = set()
    for member in members:
        name, size = member.filename, member.file_size
        if member.flag_bits & ENCRYPTED or member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise TemplateFault(NOT_A_DOCX, {"detail": name})
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


def _check_parts(parts: dict[str, bytes]) -> None:
    for name in (CONTENT_TYPES, DOCUMENT):
        if name not in parts:
            raise TemplateFault(NOT_A_DOCX, {"detail": name})
    for name, content in parts.items():
        if ACTIVE.search(name):
            raise TemplateFault(ACTIVE_CONTENT, {"member": name})
        if name.lower().endswith(XML_SUFFIXES):
            _check_xml(name, content)
        if name.lower().endswith(".rels"):
            _check_relationships(name, content)
    for declared in _attributes(parts[CONTENT_TYPES], "ContentType"):
        if ACTIVE.search(declared):
            raise TemplateFault(ACTIVE_CONTENT, {"member": declared})


def _check_xml(name: str, content: bytes) -> None:
    # A parser sees a DOCTYPE in whatever encoding it is written; a search for its bytes does not.
    def refuse(*_declaration: object) -> None:
        raise _DoctypeFoundError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)  # noqa: FBT003 (expat takes no keywords)
    except _DoctypeFoundError:
        raise TemplateFault(DOCTYPE, {"member": name}) from None
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise TemplateFault(MALFORMED, {"member": name, "detail": str(error)}) from None


def _check_relationships(name: str, content: bytes) -> None:
    for relation in _elements(content):
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        if ACTIVE.search(kind):
            raise TemplateFault(ACTIVE_CONTENT, {"member": target})
        outside = relation.get("TargetMode", "").lower() == "external" or "://" in target
        if outside and not kind.endswith("/hyperlink"):
            raise TemplateFault(EXTERNAL, {"member": name, "target": target})


def _attributes(content: bytes, attribute: str) -> Iterator[str]:
    return (element.get(attribute, "") for element in _elements(content))


def _elements(content: bytes) -> Iterator[etree._Element]:
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    return (element for element in root.iter(etree.Element))
