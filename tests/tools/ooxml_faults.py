"""Faults planted in a finished document, and which of the four checks find each.

``found_by``: a is openxml-audit, i ooxml-integrity, s the Open XML SDK, o our own ``tools.structure``.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

DOCUMENT, STYLES, FOOTER, NUMBERING = "word/document.xml", "word/styles.xml", "word/footer1.xml", "word/numbering.xml"
SETTINGS, COMMENTS, TYPES = "word/settings.xml", "word/comments.xml", "[Content_Types].xml"
RELATIONS, CHART = "word/_rels/document.xml.rels", "word/charts/budget.xml"
CHECKS = {"a": "openxml-audit", "i": "ooxml-integrity", "s": "Open XML SDK", "o": "structure"}
PROPERTIES = "</w:pPr>"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

Members = dict[str, bytes]


class Fault(NamedTuple):
    """What is wrong, a change to the members that makes it so, who finds it, and what our own check says of it."""

    name: str
    plant: Callable[[Members], None]
    found_by: str
    said: str = ""


def change(part: str, pattern: str, replacement: str) -> Callable[[Members], None]:
    """The first text in a part that the pattern finds is another."""

    def plant(members: Members) -> None:
        changed, times = re.subn(pattern, replacement, members[part].decode(), count=1, flags=re.DOTALL)
        assert times == 1, f"{part} has no {pattern}"
        members[part] = changed.encode()

    return plant


def after(part: str, pattern: str, added: str) -> Callable[[Members], None]:
    """Something more behind the first text that the pattern finds."""
    return change(part, pattern, r"\g<0>" + added)


def lost(part: str) -> Callable[[Members], None]:
    """A part that is missing."""

    def plant(members: Members) -> None:
        del members[part]

    return plant


def left_over(part: str, content: str) -> Callable[[Members], None]:
    """A part that belongs to nothing."""

    def plant(members: Members) -> None:
        members[part] = content.encode()

    return plant


def in_workbook(members: Members) -> None:
    """The workbook of the chart is none."""
    book = next(name for name in members if name.endswith(".xlsx"))
    members[book] = b"no workbook"


def mark(number: int, name: str, *, start: bool = True, end: bool = True) -> str:
    """A bookmark, or one of its two marks."""
    first = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>' if start else ""
    return first + (f'<w:bookmarkEnd w:id="{number}"/>' if end else "")


def field(*marks: str) -> str:
    return "".join(
        f"<w:r><w:instrText>{mark}</w:instrText></w:r>"
        if mark.isupper()
        else f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>'
        for mark in marks
    )


FAULTS = (
    # What begins also ends.
    Fault("a bookmark without end", after(DOCUMENT, PROPERTIES, mark(1, "a", end=False)), "o", "bookmarks start ['1'], end []"),
    Fault("a bookmark without start", after(DOCUMENT, PROPERTIES, mark(1, "a", start=False)), "o", "bookmarks start [], end ['1']"),
    Fault("two bookmarks of a name", after(DOCUMENT, PROPERTIES, mark(1, "a") + mark(2, "a")), "o", "2 bookmarks are named a"),
    Fault("two bookmarks of an id", after(DOCUMENT, PROPERTIES, mark(1, "a") + mark(1, "b")), "aso", "bookmarks start ['1', '1']"),
    Fault("a field that only begins", after(DOCUMENT, PROPERTIES, field("begin", "PAGE")), "o", "['begin', 'instruction']"),
    Fault("a field without end", after(DOCUMENT, PROPERTIES, field("begin", "PAGE", "separate")), "o", "'separate']"),
    Fault("a field that only ends", after(DOCUMENT, PROPERTIES, field("end")), "o", "a field has only ['end']"),
    Fault("a field that computes nothing", after(DOCUMENT, PROPERTIES, field("begin", "separate", "end")), "o", "a field has only"),
    Fault("a page number without end", change(FOOTER, r'<w:r>(?:(?!</w:r>).)*w:fldCharType="end"/></w:r>', ""), "o", "footer1.xml: a field has only"),
    # Comments and notes.
    Fault("a comment whose range has no end", change(DOCUMENT, r'<w:commentRangeEnd w:id="1"/>', ""), "io", "comment 1 has only"),
    Fault("a comment whose range has no start", change(DOCUMENT, r'<w:commentRangeStart w:id="1"/>', ""), "io", "comment 1 has only"),
    Fault("a comment that is nowhere", change(DOCUMENT, r'<w:r><w:commentReference w:id="1"/></w:r>', ""), "io", "comment 1 has only"),
    Fault("a comment that is not written", change(COMMENTS, r'<w:comment w:id="1".*?</w:comment>', ""), "aiso", "there is no comment 1"),
    Fault("two comments of an id", change(COMMENTS, r'<w:comment w:id="1"', '<w:comment w:id="0"'), "aiso", ""),
    Fault("a footnote that is not written", after(DOCUMENT, PROPERTIES, '<w:r><w:footnoteReference w:id="2"/></w:r>'), "aiso", "are referred to as ['2']"),
    # Sections.
    Fault("two footers of a type", change(DOCUMENT, r'(<w:footerReference [^>]*w:type="default"[^>]*/>)', r"\1\1"), "o", "2 footerReference of type default"),
    Fault("even pages that are not told apart", change(SETTINGS, r"<w:evenAndOddHeaders/>", ""), "o", "do not tell even pages apart"),
    Fault("even pages without a footer", change(DOCUMENT, r'<w:footerReference w:type="even"[^>]*/>', ""), "o", ""),
    Fault("a first page that is no other", change(DOCUMENT, r'(<w:footerReference w:type=)"even"( r:id="\w+"/>)', r'\1"even"\2\1"first"\2'), "o", "is never printed"),
    Fault("margins wider than the paper", change(DOCUMENT, r'(<w:pgMar [^>]*w:left=)"\d+"', r'\1"20000"'), "o", ""),
    Fault("a body without a section", change(DOCUMENT, r"<w:sectPr>.*</w:sectPr>(?=</w:body>)", ""), "o", ""),
    # Tables.
    Fault("a column too few", change(DOCUMENT, r'<w:gridCol w:w="\d+"/>', ""), "io", ""),
    Fault("a cell too many", change(DOCUMENT, r"<w:tc>(?:(?!</w:tc>).)*</w:tc>", r"\g<0>\g<0>"), "io", ""),
    Fault("a table wider than its columns", change(DOCUMENT, r'<w:tblW w:w="\d+"', '<w:tblW w:w="9999"'), "o", "a table is 9999 wide"),
    Fault("a cell wider than its columns", change(DOCUMENT, r'<w:tcW w:w="\d+"', '<w:tcW w:w="9999"'), "o", "a cell of row 1 is 9999 wide"),
    Fault("a merged cell that begins nowhere", change(DOCUMENT, r'<w:vMerge w:val="restart"/>', ""), "o", "continues nothing"),
    Fault("a cell without a paragraph", change(DOCUMENT, r"(<w:tc><w:tcPr>(?:(?!</w:tcPr>).)*</w:tcPr>)<w:p>(?:(?!</w:p>).)*</w:p>", r"\1"), "ao", "does not end with a paragraph"),
    Fault("a row without cells", after(DOCUMENT, r"</w:tblGrid>", "<w:tr/>"), "aio", ""),
    Fault("a head row in the middle", change(DOCUMENT, r"<w:tr><w:trPr><w:cantSplit/></w:trPr>((?:(?!</w:tr>).)*</w:tr>)<w:tr><w:trPr><w:cantSplit/>", r"<w:tr><w:trPr><w:cantSplit/></w:trPr>\1<w:tr><w:trPr><w:cantSplit/><w:tblHeader/>"), "o", "a head row stands below"),
    # What is referred to is defined.
    Fault("a style that is used and not there", change(DOCUMENT, r'<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Lost"/>'), "aio", "document.xml: there is no style Lost"),
    Fault("a style based on none", change(STYLES, r'<w:basedOn w:val="\w+"/>', '<w:basedOn w:val="Lost"/>'), "aio", "styles.xml: there is no style Lost"),
    Fault("a paragraph in a table's style", change(DOCUMENT, r'<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="TableGrid"/>'), "o", "TableGrid is no paragraph style"),
    Fault("a style defined twice", change(STYLES, r'<w:style [^>]*w:styleId="Title".*?</w:style>', r"\g<0>\g<0>"), "aso", "the style Title is defined 2 times"),
    Fault("two default styles", change(STYLES, r'(<w:style w:type="paragraph")( w:styleId="BodyText")', r'\1 w:default="1"\2'), "o", "2 paragraph styles are the default"),
    Fault("a numbering that is not there", change(STYLES, r'<w:numId w:val="\d+"/>', '<w:numId w:val="999"/>'), "o", "there is no numbering 999"),
    Fault("a numbering of no kind", change(NUMBERING, r'(<w:num [^>]*><w:abstractNumId w:val=)"\d+"', r'\1"999"'), "ao", "is an instance of nothing"),
    # Parts and what leads to them.
    Fault("a reference to no relationship", change(DOCUMENT, r'(<w:footerReference [^>]*)r:id="\w+"', r'\1r:id="lost"'), "aiso", ""),
    Fault("a relationship to no part", change(RELATIONS, r'Target="footer1.xml"', 'Target="footer9.xml"'), "aiso", "footer"),
    Fault("two relationships of an id", change(RELATIONS, r'Id="rId2"', 'Id="rId1"'), "aiso", "2 relationships are called rId1"),
    Fault("a part that is missing", lost(NUMBERING), "aiso", ""),
    Fault("a part that belongs to nothing", left_over("word/lost.xml", f'<w:hdr xmlns:w="{WORD}"><w:p/></w:hdr>'), "o", "nothing leads to word/lost.xml"),
    Fault("a content type of no part", change(TYPES, r"</Types>", '<Override PartName="/word/lost.xml" ContentType="application/xml"/></Types>'), "o", "word/lost.xml is missing and has a content type"),
    Fault("a part without its content type", change(TYPES, r'<Override PartName="/word/footer1.xml"[^>]*/>', ""), "is", ""),
    Fault("a part that is no XML", change(FOOTER, r"</w:ftr>", ""), "iso", "footer1.xml is no XML"),
    # What the schemas say.
    Fault("properties out of order", change(STYLES, r"(<w:spacing [^>]*w:lineRule[^>]*/>)(<w:ind [^>]*/>)", r"\2\1"), "as", ""),
    Fault("an element that no schema knows", after(DOCUMENT, PROPERTIES, "<w:lost/>"), "as", ""),
    Fault("an alignment that there is not", change(STYLES, r'<w:jc w:val="\w+"/>', '<w:jc w:val="middle"/>'), "as", ""),
    Fault("a size that is no number", change(STYLES, r'<w:sz w:val="\d+"/>', '<w:sz w:val="big"/>'), "s", ""),
    Fault("text outside a run", after(DOCUMENT, PROPERTIES, "<w:t>text</w:t>"), "as", ""),
    Fault("two sets of properties", change(DOCUMENT, r"<w:pPr>.*?</w:pPr>", r"\g<0>\g<0>"), "as", ""),
    Fault("properties behind the text", change(DOCUMENT, r"(<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)(<w:r>(?:(?!</w:r>).)*</w:r>)", r"\2\1"), "as", ""),
    Fault("blanks that are lost", change(FOOTER, r'<w:t xml:space="preserve">', "<w:t>"), "o", "the blanks around '—' are lost"),
    Fault("a comment without an author", change(COMMENTS, r' w:author="\w+"', ""), "as", ""),
    Fault("two titles of the document", change("docProps/core.xml", r"<dc:title>.*?</dc:title>", r"\g<0>\g<0>"), "o", ""),
    # Charts.
    Fault("two drawings of an id", change(DOCUMENT, r"<w:r><w:drawing>(?:(?!</w:drawing>).)*</w:drawing></w:r>", r"\g<0>\g<0>"), "so", "2 drawings have the id"),
    Fault("a drawing wider than the page", change(DOCUMENT, r'<wp:extent cx="\d+"', '<wp:extent cx="9999999"'), "o", "does not fit"),
    Fault("a drawing without an id", change(DOCUMENT, r'(<wp:docPr )id="\d+" ', r"\1"), "as", ""),
    Fault("a chart that draws another number", change(CHART, r"(<c:numCache>(?:(?!<c:v>).)*<c:v>)[^<]*", r"\g<1>1234567"), "o", "and 1234567 is drawn"),
    Fault("a chart that draws a word", change(CHART, r"(<c:numCache>(?:(?!<c:v>).)*<c:v>)[^<]*", r"\g<1>many"), "o", ""),
    Fault("a chart with a point too few", change(CHART, r"(<c:numCache>.*?)<c:pt idx=\"0\">.*?</c:pt>", r"\1"), "o", "None is drawn"),
    Fault("a chart with a point twice", change(CHART, r'(<c:numCache>.*?<c:pt idx=)"1"', r'\1"0"'), "o", ""),
    Fault("a chart of an axis that is not drawn", change(CHART, r'(<c:axId val=)"\d+"', r'\1"77"'), "o", "are named"),
    Fault("two series of a place", change(CHART, r'(<c:ser><c:idx val=)"1"', r'\1"0"'), "o", "2 series have the idx 0"),
    Fault("a chart without its workbook", change(CHART, r"<c:externalData.*?</c:externalData>", ""), "o", ""),
    Fault("a chart of a sheet that is not there", change(CHART, r"<c:f>[^<]*!", "<c:f>Lost!"), "o", "its workbook has no"),
    Fault("a workbook that does not open", in_workbook, "o", "does not open"),
    Fault("a chart that its document does not lead to", change(RELATIONS, r'<Relationship [^>]*Target="charts/budget.xml"[^>]*/>', ""), "aiso", ""),
)  # fmt: skip
