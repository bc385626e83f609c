"""Markdown says what the document says, when it is read as GitHub reads it."""

import re

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from perfeval import pandoc
from raised import RELATIONS, body, docx

pytestmark = pytest.mark.unsound_template("the few parts that pandoc reads")

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TEXTS = (
    "2023~2025年安排保障房10~20套", r"D:\_档案 100\$", r"\(x\)", r"C:\\server", "A&amp;B &lt;b> &#35; &copy &",
    "---", "==", "~~~", "<https://a.b>", "https://a.b/~x_y_?a=1&lt=2", "a*b*c _x_ `c` #1 $x$ | y", "1986. 甲", "- 乙",
    "[1]号 [x](y)", "| 甲 | 乙 |",
)  # fmt: skip

MAIN = RELATIONS.format(
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/>'
)


def markdown(main: str) -> str:
    """The Markdown of a document with this main part."""
    made = pandoc.markdown(docx(main, {"_rels/.rels": MAIN}))
    assert made.value is not None, made.diagnostics
    return made.value.decode()


def read_back(*paragraphs: str) -> str:
    """The text of the Markdown of a document, a line a paragraph."""
    made = markdown(body(*(text.replace("&", "&amp;").replace("<", "&lt;") for text in paragraphs)))
    return "\n".join(map(shown, READER.parse(made)))


def shown(token: Token) -> str:
    """The text of a block; of what is no text, its name."""
    named = (
        part.content if part.type in ("text", "text_special") else f"<{part.type}>" for part in token.children or ()
    )
    return "".join(named) or ("<hr>" if token.type == "hr" else "")


@pytest.mark.parametrize("text", TEXTS)
def test_a_paragraph_is_read_as_it_was_written(text: str) -> None:
    assert read_back("前", text, "后").split() == ["前", *text.split(), "后"]


def test_a_tilde_is_no_half_of_a_deletion() -> None:
    """GitHub strikes through between two of them; the parser here only between two pairs."""
    assert markdown(body("2023~2025年10~20套")) == "2023\\~2025年10\\~20套\n"


def test_lines_that_begin_like_rules_and_lists_are_none() -> None:
    lines = ("甲", "---", "===", "1. 乙", "+ 丙")
    broken = '</w:t><w:br/><w:t xml:space="preserve">'.join(lines)
    tokens = READER.parse(markdown(body(broken)))
    assert [shown(token) for token in tokens if token.children] == ["<hardbreak>".join(lines)]


def test_a_number_that_bold_words_follow_is_written_as_it_is() -> None:
    bold = "1.</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t>乙"
    assert markdown(body(bold)) == "1.**甲**乙\n"


@pytest.mark.parametrize("address", ["<https://a.b>", r"https://a.b/~x", "www.a.b/_x_"])
def test_an_address_that_needs_a_backslash_is_no_link_that_would_show_it(address: str) -> None:
    assert re.search(r"(?<!\\)://|www\.", markdown(body(address.replace("<", "&lt;")))) is None


def test_an_address_that_needs_none_stays_a_link() -> None:
    assert markdown(body("https://a.b/?a=1&amp;b=2")) == "https://a.b/?a=1&b=2\n"
