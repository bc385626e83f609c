"""The styles of a document, as far as paragraphs inherit from them."""

from collections.abc import Iterator

from lxml import etree

from perfeval.word.places import W

PROPERTIES, STYLE = f"{W}pPr", f"{W}style"


class Styles:
    """What paragraphs say of themselves, or their style, or one of the styles that it is based on."""

    def __init__(self, part: etree._Element | None) -> None:
        styles = [] if part is None else list(part.iter(STYLE))
        self._by_id = {_required(style, "styleId"): style for style in styles}
        defaults = (style for style in styles if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default"))
        self._default = next(defaults, None)

    def by_id(self, name: str) -> etree._Element | None:
        """The style of an id."""
        return self._by_id.get(name)

    def lineage(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """The paragraph, its style and the styles behind that one, the nearest first."""
        yield paragraph
        named = value(paragraph, f"{PROPERTIES}/{W}pStyle")
        style = self._default if named is None else self._by_id.get(named)
        seen: set[etree._Element] = set()
        while style is not None and style not in seen:
            seen.add(style)
            yield style
            style = self._by_id.get(value(style, f"{W}basedOn") or "")

    def inherited(self, paragraph: etree._Element, name: str) -> str | None:
        """The value of a property of paragraphs, by the name of its element: ``jc``."""
        found = (value(one, f"{PROPERTIES}/{W}{name}") for one in self.lineage(paragraph))
        return next((one for one in found if one is not None), None)


def value(element: etree._Element, path: str) -> str | None:
    """``w:val`` of what is found below an element."""
    found = element.find(path)
    return None if found is None else found.get(f"{W}val")


def _required(element: etree._Element, name: str) -> str:
    return element.get(f"{W}{name}", "")
