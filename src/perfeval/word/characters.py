"""What may stand in XML: every character of a value, and every value that is XML itself."""

import re
from xml.parsers import expat

from markupsafe import Markup

from perfeval.diagnostic import Kind, Severity, Text
from perfeval.word.fault import TemplateFault
from perfeval.word.wording import said_of_xml

# What XML 1.0, production 2 (Char), leaves out, and the carriage return: a parser would read it back as a line feed.
ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
CONTEXT = 12

ILLEGAL_CHARACTER = Kind(
    "R115",
    Severity.ERROR,
    what=Text(
        "{where}要写入的文字里有 Word 存不下的字符 {character}：{excerpt}",
        "{where}a text to be written has a character that no Word file can hold, {character}: {excerpt}",
    ),
    why=Text(
        "带着它，其后的文字会残缺或整份报告打不开", "with it, the text after it is lost or the report does not open"
    ),
    cure=Text(
        "从原文中删去这个不可见字符，重新输入该处",
        "delete the invisible character from the text and type the place anew",
    ),
)
BROKEN_MARKUP = Kind(
    "R119",
    Severity.ERROR,
    what=Text(
        "{where}标记 {tag} 的值不是合格的 XML：{detail}",
        "{where}the value of tag {tag} is not well-formed XML: {detail}",
    ),
    why=Text("它会破坏整份报告的结构", "it would break the structure of the whole report"),
    cure=Text(
        "由程序生成的段落或图表有误，请报告此问题",
        "the program built this paragraph or chart wrongly; please report it",
    ),
)


class WellFormed(Markup):
    """XML that this package has built from checked and escaped text: there is nothing left to check."""

    __slots__ = ()


def check_characters(text: str) -> str:
    """The text itself. Raises ``TemplateFault`` R115 for a character that XML cannot hold."""
    found = ILLEGAL.search(text)
    if found is not None:
        at = found.start()
        around = ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text[max(0, at - CONTEXT) : at + CONTEXT])
        character = f"U+{ord(found.group()):04X}"
        raise TemplateFault(ILLEGAL_CHARACTER, {"character": character, "excerpt": around})
    return text


def check_markup(xml: str) -> str:
    """The XML itself. Raises ``TemplateFault`` R115 or R119 unless it is a run of well-formed content."""
    parser = expat.ParserCreate()
    try:
        parser.Parse(f"<x>{check_characters(xml)}</x>", True)  # noqa: FBT003 (expat takes no keywords)
    except expat.ExpatError as error:
        raise TemplateFault(BROKEN_MARKUP, {"detail": said_of_xml(str(error))}) from None
    return xml
