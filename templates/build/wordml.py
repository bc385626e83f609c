"""WordprocessingML as plain functions: an element, a run of text, a paragraph, and docxtpl's paragraph tags."""

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": WORD, "r": RELATIONS}

Element = etree._Element  # noqa: SLF001 (lxml has no other name for it)


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """The element ``w:tag``; children and attributes in the order the schema wants them."""
    element = etree.Element(f"{{{WORD}}}{tag}", nsmap=NAMESPACES)
    for name, value in attributes.items():
        element.set(f"{{{WORD}}}{name}", str(value))
    element.extend(children)
    return element


def text(words: str, tag: str = "t") -> Element:
    """A text node that keeps its blanks."""
    element = w(tag)
    element.text = words
    if words != words.strip():
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def run(words: str, *properties: Element) -> Element:
    """A run of text; a newline is a line break."""
    first, *rest = words.split("\n")
    element = w("r", *([w("rPr", *properties)] if properties else []), text(first))
    for line in rest:
        element.extend([w("br"), text(line)])
    return element


def paragraph(style: str, *runs: Element) -> Element:
    """A paragraph that takes all its looks from its style."""
    return w("p", w("pPr", w("pStyle", val=style)), *runs)


def line(style: str, words: str) -> Element:
    """A paragraph of one run."""
    return paragraph(style, run(words))


def field(instruction: str, shown: str) -> list[Element]:
    """A complex field, with what to show until it is computed."""
    command = text(f" {instruction} ", "instrText")
    marks = [w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")]
    return [marks[0], w("r", command), marks[1], run(shown), marks[2]]


def twentieths_of_mm(length: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(length * 1440 / 25.4)


def heading(level: int, words: str) -> Element:
    """A heading, without its number: Word counts (see ``numbering``)."""
    return line(f"Heading{level}", words)


def prose(expression: str) -> Element:
    """A place for Markdown, replaced by paragraphs in the layout's styles."""
    return line("BodyText", f"{{{{p {expression} | prose }}}}")


def when(condition: str, *blocks: Element) -> list[Element]:
    """Blocks printed only where the condition holds."""
    return [line("BodyText", f"{{%p if {condition} %}}"), *blocks, line("BodyText", "{%p endif %}")]


def each(name: str, rows: str, *blocks: Element) -> list[Element]:
    """Blocks printed once for every row, which they know as ``name``."""
    return [line("BodyText", f"{{%p for {name} in {rows} %}}"), *blocks, line("BodyText", "{%p endfor %}")]


def optional(expression: str) -> list[Element]:
    """A place for Markdown that may be absent."""
    return when(expression, prose(expression))


def sentence(name: str) -> list[Element]:
    """One of the layout's ``texts``, where it has something to say."""
    return optional(f"texts.{name}")


def serialised(root: Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
