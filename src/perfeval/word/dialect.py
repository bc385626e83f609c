"""docxtpl's dialect: from a part as Word wrote it to a source that Jinja understands.

docxtpl does the patching. Through it every tag carries its number, one private-use character before its closing brace,
so that afterwards a tag still knows where in Word it stood.
"""

import re
from collections.abc import Iterator
from io import BytesIO

from docxtpl import DocxTemplate
from lxml import etree

from perfeval.diagnostic import Kind, Severity, Text
from perfeval.word.fault import TemplateFault
from perfeval.word.places import CELL, PARAGRAPH, ROW, TEXT, Places, W, enclosing, visible_text
from perfeval.word.tagged import TAG, WRITTEN, Source, Tag, check_closed

CARRIERS = (
    TEXT,
    "{http://purl.org/dc/elements/1.1/}*",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}*",
)
PREFIX = re.compile(r"\{[{%](p|tr|tc|r)\s")
CONTAINERS = {"p": PARAGRAPH, "tr": ROW, "tc": CELL}
MERGE = re.compile(r"\{%\s*[vh]m\s*%\}")
LOST_WITH_IT = tuple(W + name for name in ("drawing", "pict", "object", "sectPr", "footnoteReference"))

FIRST_NUMBER = 0xF0000
NUMBER = re.compile(r"[\U000f0000-\U0010fffd](?=\s*\Z)")
"""The last character of a tag; the same characters further inside are the author's."""

MERGE_WHERE = re.compile(r"\{%\s*vm\s+([^%]+?)\s*%\}")
CELL_XML = re.compile(r"<w:tc[ >](?:(?!<w:tc[ >]).)*?</w:tc>", re.DOTALL)
CELL_PARTS = re.compile(
    r"(?P<head><w:tc(?: [^>]*)?>\s*<w:tcPr>(?:<w:(?:cnfStyle|tcW|gridSpan|hMerge)\b[^>]*/>)*)"
    r"(?:<w:vMerge\b[^>]*/>)?(?P<rest>.*?</w:tcPr>)(?P<content>.*)</w:tc>",
    re.DOTALL,
)
FIRST_PROPERTIES = re.compile(r"<w:pPr>.*?</w:pPr>", re.DOTALL)

LOST_TEXT = Kind(
    "R116",
    Severity.ERROR,
    what=Text("{where}标记 {tag} 旁边还有别的内容：{beside}", "{where}other content stands beside tag {tag}: {beside}"),
    why=Text(
        "带前缀的标记会替换整段、整格或整行，旁边的内容会无声消失",
        "a prefixed tag replaces its whole paragraph, cell or row; the rest would vanish",
    ),
    cure=Text(
        "让它独占一段（p）、一格（tc）或一行（tr），或者去掉前缀",
        "give it a paragraph (p), cell (tc) or row (tr) to itself, or leave out the prefix",
    ),
)
MISPLACED = Kind(
    "R120",
    Severity.ERROR,
    what=Text(
        "{where}标记 {tag} 的前缀用于表格，但它不在表格里",
        "{where}tag {tag} is meant for a table and stands outside one",
    ),
    why=Text("它会吞掉它与前一个表格之间的全部内容", "it would swallow everything between it and the table before"),
    cure=Text("把它移进表格的行，或改用 {{%p", "move it into a row of the table, or use {{%p"),
)

_docxtpl = DocxTemplate(BytesIO())
"""Never opened: only its functions from text to text are used."""


def number_tags(root: etree._Element, places: Places) -> list[Tag]:
    """Writes its number into every tag of a part. Raises ``TemplateFault`` R116 and R120."""
    tags: list[Tag] = []
    for block, carriers in blocks(root):
        text = "".join(carrier.text or "" for carrier in carriers)
        if "{" not in text:
            continue
        where = places.where(block)
        check_closed(text, where)
        written = list(WRITTEN.finditer(text))
        for found in written:
            check_alone(block, Tag(found.group(), where))
        numbered = [found for found in written if TAG.fullmatch(found.group()) and not MERGE.fullmatch(found.group())]
        ends = [_before_closing(found) for found in numbered]
        for number, end in reversed(list(enumerate(ends, FIRST_NUMBER + len(tags)))):
            _insert(carriers, end, chr(number))
        tags += (Tag(found.group(), where) for found in numbered)
    return tags


def source_of(root: etree._Element, tags: list[Tag]) -> Source:
    """The Jinja source of a part whose tags are numbered."""
    xml = _docxtpl.patch_xml(etree.tostring(root, encoding="unicode"))
    xml = CELL_XML.sub(_merge_where, xml)
    found = list(TAG.finditer(xml))
    plain = TAG.sub(lambda tag: _finished(tag, tags), xml)
    return Source.number(plain, _originals(found, tags))


def unescaped(text: str) -> str:
    """Literal text with Jinja's own brackets, which a template writes as ``{_{``, ``}_}``, ``{_%`` and ``%_}``."""
    return text.replace("{_{", "{{").replace("}_}", "}}").replace("{_%", "{%").replace("%_}", "%}")


def blocks(root: etree._Element) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    """Paragraphs (or, in the document's properties, elements) with the elements that carry their text."""
    found: dict[etree._Element, list[etree._Element]] = {}
    for carrier in root.iter(*CARRIERS):
        paragraph = enclosing(carrier, PARAGRAPH)
        found.setdefault(carrier if paragraph is None else paragraph, []).append(carrier)
    yield from found.items()


def check_alone(block: etree._Element, tag: Tag) -> None:
    """Raises ``TemplateFault`` R116 and R120 for a prefixed tag that is not alone or not where its prefix says."""
    prefix = PREFIX.match(tag.text)
    if prefix is None or prefix[1] not in CONTAINERS:
        return
    kind = CONTAINERS[prefix[1]]
    container = block if kind == PARAGRAPH else enclosing(block, kind)
    if container is None:
        raise TemplateFault(MISPLACED, {"where": tag.where, "tag": tag.text})
    beside = visible_text(container).replace(tag.text, "", 1).strip()
    lost = next((element for element in container.iter(*LOST_WITH_IT)), None)
    if beside or lost is not None:
        what = beside or etree.QName(lost).localname
        raise TemplateFault(LOST_TEXT, {"where": tag.where, "tag": tag.text, "beside": what})


def _before_closing(tag: re.Match[str]) -> int:
    end = tag.end() - 2
    return end - 1 if tag.string[end - 1] in "-+" else end


def _insert(carriers: list[etree._Element], at: int, character: str) -> None:
    for carrier in carriers:
        text = carrier.text or ""
        if at <= len(text):
            carrier.text = text[:at] + character + text[at:]
            return
        at -= len(text)


def _finished(tag: re.Match[str], tags: list[Tag]) -> str:
    """A tag without its number; one that stands where no plain text may also says so to the sandbox."""
    author = _numbered(tag, tags)
    if author is None:
        return tag.group()
    inner = NUMBER.sub("", tag[2])
    if author.text.startswith("{{") and PREFIX.match(author.text):
        inner = f" ({inner.strip()}) | markup "
    return f"{tag[1]}{inner}{tag[3]}"


def _originals(found: list[re.Match[str]], tags: list[Tag]) -> Iterator[Tag]:
    """The tag its author wrote, for each tag of the source; one that docxtpl made counts with the one before it."""
    last = Tag("")
    for tag in found:
        last = _numbered(tag, tags) or last
        yield last


def _numbered(tag: re.Match[str], tags: list[Tag]) -> Tag | None:
    """The author's tag; in a comment, where nothing is numbered, a character like a number is the author's too."""
    number = NUMBER.search(tag[2])
    index = len(tags) if number is None else ord(number.group()) - FIRST_NUMBER
    return tags[index] if index < len(tags) else None


def _merge_where(cell: re.Match[str]) -> str:
    """``{% vm EXPRESSION %}``: the cell begins a merge where the expression is true and continues it elsewhere."""
    merge = MERGE_WHERE.search(cell.group())
    parts = CELL_PARTS.fullmatch(MERGE_WHERE.sub("", cell.group()))
    if merge is None or parts is None:
        return cell.group()
    begins = f"{{% if {merge[1]} %}}"
    properties = FIRST_PROPERTIES.search(parts["content"])
    empty = f"<w:p>{properties.group() if properties else ''}</w:p>"
    return (
        f'{parts["head"]}<w:vMerge w:val="{begins}restart{{% else %}}continue{{% endif %}}"/>{parts["rest"]}'
        f"{begins}{parts['content']}{{% else %}}{empty}{{% endif %}}</w:tc>"
    )
