"""How each engine writes the same three things: a field, a field of a loop's item, a loop over a paragraph or row."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT, PARAGRAPH, ROW = W + "t", W + "p", W + "tr"


@dataclass(frozen=True, slots=True)
class Dialect:
    """A field and an item's field, by ``str.format``; what puts a loop of that name around the element it repeats."""

    field: str
    item: str
    loop: Callable[[Element, str], None]


def _jinja(element: Element, loop: str) -> None:
    """Tags in a paragraph or row of their own, before and after."""
    prefix = element.tag.removeprefix(W)
    element.addprevious(_saying(element, f"{{%{prefix} for item in {loop} %}}"))
    element.addnext(_saying(element, f"{{%{prefix} endfor %}}"))


def _docxtemplater(element: Element, loop: str) -> None:
    """Around paragraphs in a paragraph of their own (``paragraphLoop``), around a row in its first and last cell."""
    if element.tag == PARAGRAPH:
        element.addprevious(_saying(element, f"{{#{loop}}}"))
        element.addnext(_saying(element, f"{{/{loop}}}"))
    else:
        _within(element, f"{{#{loop}}}", f"{{/{loop}}}")


def _easy_template_x(element: Element, loop: str) -> None:
    """In the paragraph itself, or in the first and last cell of the row."""
    option = ' [loopOver: "paragraph"]' if element.tag == PARAGRAPH else ""
    _within(element, f"{{#{loop}{option}}}", f"{{/{loop}}}")


def _carbone(element: Element, loop: str) -> None:
    """The element once more with the next index: what lies between the two is repeated."""
    following = deepcopy(element)
    for text in following.iter(TEXT):
        text.text = (text.text or "").replace(f"{loop}[i]", f"{loop}[i+1]")
    element.addnext(following)


def _saying(element: Element, tag: str) -> Element:
    """A copy of the element with no text but the tag."""
    copy = deepcopy(element)
    first, *others = copy.iter(TEXT)
    first.text = tag
    for text in others:
        text.text = ""
    return copy


def _within(element: Element, begin: str, end: str) -> None:
    texts = list(element.iter(TEXT))
    texts[0].text = f"{begin}{texts[0].text}"
    texts[-1].text = f"{texts[-1].text}{end}"


JINJA = Dialect("{{{{ {name} }}}}", "{{{{ item.{name} }}}}", _jinja)
"""What perfeval and docxtpl have in common."""

DOCXTEMPLATER = Dialect("{{{name}}}", "{{{name}}}", _docxtemplater)
EASY_TEMPLATE_X = Dialect("{{{name}}}", "{{{name}}}", _easy_template_x)
CARBONE = Dialect("{{d.{name}}}", "{{d.{loop}[i].{name}}}", _carbone)
