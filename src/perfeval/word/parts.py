"""What the parts of a docx may hold: sound XML without a DOCTYPE, nothing that runs, nothing from outside."""

import re
from collections.abc import Iterable
from xml.parsers import expat

from lxml import etree

from perfeval.diagnostic import Kind, Severity, Text
from perfeval.word.fault import TemplateFault
from perfeval.word.wording import said_of_xml

CONTENT_TYPES = "[Content_Types].xml"

ACTIVE = re.compile(r"vbaProject|vbaData|macroEnabled|activeX|oleObject|attachedToolbars|aFChunk", re.IGNORECASE)
XML_SUFFIXES = (".xml", ".rels", ".vml")
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

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
        "断开图表与 Excel 文件的链接，改用嵌入的数据；把链接的图片改为嵌入，取消附加的模板；超链接可以保留",
        "embed pictures, and a chart's data instead of a link to a file, detach templates; hyperlinks may stay",
    ),
)
MALFORMED = Kind(
    "R107",
    Severity.ERROR,
    what=Text(
        "版式“{layout}”的部件 {member} 内容不合规：{detail}", "layout “{layout}”: part {member} is not sound: {detail}"
    ),
    why=Text("Word 会拒绝打开或“修复”由它生成的报告", "Word would refuse the report or repair it by dropping content"),
    cure=Text("用 Word 打开模板并另存一份", "open the template in Word and save a copy"),
)


class _DoctypeFoundError(Exception):
    """An XML part declares a document type."""


def check_parts(parts: dict[str, bytes]) -> None:
    """Raises ``TemplateFault`` R104 to R107."""
    for name, content in parts.items():
        if ACTIVE.search(name):
            raise TemplateFault(ACTIVE_CONTENT, {"member": name})
        if name.lower().endswith(XML_SUFFIXES):
            root = parsed(name, content)
            if name.lower().endswith(".rels"):
                _check_relationships(name, root.iter(etree.Element))
    for declared in parsed(CONTENT_TYPES, parts[CONTENT_TYPES]).iter(etree.Element):
        kind = declared.get("ContentType", "")
        if ACTIVE.search(kind):
            raise TemplateFault(ACTIVE_CONTENT, {"member": kind})


def parsed(name: str, content: bytes, *, keep_blanks: bool = True) -> etree._Element:
    """The root of an XML part. Raises ``TemplateFault`` R105 and R107."""
    _check_xml(name, content)
    parser = etree.XMLParser(remove_blank_text=not keep_blanks, resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:  # what expat lets pass: deep nesting, prefixes that nothing declares
        raise TemplateFault(MALFORMED, {"member": name, "detail": said_of_xml(str(error.msg))}) from None


def serialised(root: etree._Element) -> bytes:
    """A part as Word writes it."""
    return DECLARATION + etree.tostring(root, encoding="unicode").encode()


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
        raise TemplateFault(MALFORMED, {"member": name, "detail": said_of_xml(str(error))}) from None


def _check_relationships(name: str, relations: Iterable[etree._Element]) -> None:
    for relation in relations:
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        outside = relation.get("TargetMode", "").lower() == "external" or "://" in target
        if outside and not kind.endswith("/hyperlink"):
            raise TemplateFault(EXTERNAL, {"member": name, "target": target})
        if ACTIVE.search(kind):
            raise TemplateFault(ACTIVE_CONTENT, {"member": target})
