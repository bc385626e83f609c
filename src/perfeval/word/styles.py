"""The styles of a document, as far as text inherits from them."""

from collections.abc import Iterator

from lxml import etree

from perfeval.word.places import W

STYLES = "word/styles.xml"
PROPERTIES = f"{W}pPr"


class Styles:
    """What paragraphs say of themselves, or their style, or one of the styles that it is based on."""

    def __init__(self, part: etree._Element | None) -> None:
        styles = [] if part is None else list(part.iter(f"{W}style"))
        self._by_id = {style.get(f"{W}styleId", ""): style for style in styles}
        self._default = next((style.get(f"{W}styleId", "") for style in styles if _is_default(style)), "")

    def by_id(self, name: str) -> etree._Element | None:
        """The style of an id."""
        return self._by_id.get(name)

    def chain(self, name: str) -> Iterator[etree._Element]:
        """A style and the styles behind it, the nearest first."""
        style = self.by_id(name)
        seen: set[etree._Element] = set()
        while style is not None and style not in seen:
            seen.add(style)
            yield style
            style = self.by_id(value(style, f"{W}basedOn") or "")

    def lineage(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """The paragraph, its style and the styles behind that one."""
        yield paragraph
        yield from self.chain(value(paragraph, f"{PROPERTIES}/{W}pStyle") or self._default)

    def inherited(self, paragraph: etree._Element, name: str) -> str | None:
        """The value of a property of paragraphs, by the name of its element: ``jc``."""
        found = (value(one, f"{PROPERTIES}/{W}{name}") for one in self.lineage(paragraph))
        return next((one for one in found if one is not None), None)


def value(element: etree._Element, path: str) -> str | None:
    """``w:val`` of what is found below an element."""
    found = element.find(path)
    return None if found is None else found.get(f"{W}val")


def _is_default(style: etree._Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}
