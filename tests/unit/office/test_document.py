"""What a document asks to be printed: the text that stands there, and the fonts it is set in."""

import pytest

from perfeval.office.document import asked
from perfeval.word.fault import TemplateFault
from raised import RELATIONS, W, body, docx

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
STYLES = f"""<w:styles {W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="宋体"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:basedOn w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:basedOn w:val="Heading1"/><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:rPr><w:rFonts w:eastAsia="楷体_GB2312"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Unused"><w:rPr><w:rFonts w:eastAsia="隶书"/></w:rPr></w:style>
</w:styles>"""


def written(content: str) -> bytes:
    """A document with this body, and styles of which one is not used."""
    document = f"<w:document {W} {MC}><w:body>{content}</w:body></w:document>"
    return docx(document, {"word/styles.xml": STYLES})


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(*runs: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{''.join(runs)}</w:p>"


def field(*between: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return marks[0] + marks[1] + "".join(between) + marks[2]


def test_paragraphs_come_in_their_order() -> None:
    content = paragraph(run("甲"), run("乙")) + f"<w:tbl><w:tr><w:tc>{paragraph(run('丙'))}</w:tc></w:tr></w:tbl>"
    assert asked(written(content)).paragraphs == ("甲乙", "丙")


def test_what_is_hidden_is_not_printed() -> None:
    assert asked(written(paragraph(run("甲"), run("乙", "<w:vanish/>")))).paragraphs == ("甲",)


def test_the_result_of_a_field_is_not_expected_but_what_follows_is() -> None:
    content = paragraph(
        run("第"), field(run("9"), field(run("8"))), run("页"), "<w:fldSimple><w:r><w:t>7</w:t></w:r></w:fldSimple>"
    )
    assert asked(written(content)).paragraphs == ("第页",)


def test_a_text_box_is_printed_once_and_its_paragraph_whole() -> None:
    box = f"<w:txbxContent>{paragraph(run('框'))}</w:txbxContent>"
    choice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    content = paragraph(run("甲"), f"<w:r>{choice}</w:r>", run("乙"))
    assert asked(written(content)).paragraphs == ("甲乙", "框")


@pytest.mark.parametrize(
    ("content", "fonts"),
    [
        (paragraph(run("甲")), {"仿宋_GB2312"}),
        (paragraph(run("A1")), {"Arial"}),
        (paragraph(run("甲1")), {"仿宋_GB2312", "Arial"}),
        (paragraph(run("“ ”")), set()),
        (paragraph(run("甲"), style="Heading1"), {"黑体"}),
        (paragraph(run("甲", '<w:rStyle w:val="Strong"/>'), style="Heading1"), {"楷体_GB2312"}),
        (paragraph(run("甲", '<w:rFonts w:eastAsia="宋体"/><w:rStyle w:val="Strong"/>')), {"宋体"}),
    ],
    ids=["default style", "ASCII", "both", "either", "style that is based in a circle", "character style", "own"],
)
def test_a_font_is_asked_for_by_the_nearest_that_names_one(content: str, fonts: set[str]) -> None:
    assert asked(written(content)).fonts == fonts


def test_a_document_without_styles_asks_for_no_font() -> None:
    assert asked(docx(body("甲"))).fonts == frozenset()


def test_a_hyperlink_may_lead_outside_and_a_template_may_not() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    target = 'Target="http://example.org" TargetMode="External"'
    link, template = (
        RELATIONS.format(f'<Relationship Id="r1" Type="{kind}{name}" {target}/>')
        for name in ("hyperlink", "attachedTemplate")
    )
    assert asked(docx(body("甲"), {"word/_rels/document.xml.rels": link})).paragraphs == ("甲",)
    with pytest.raises(TemplateFault, match="R106"):
        asked(docx(body("甲"), {"word/_rels/settings.xml.rels": template}))
