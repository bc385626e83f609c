"""What a Word document asks to be printed: its text, and the fonts of its text."""

from collections import ChainMap, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from unicodedata import east_asian_width

from lxml import etree

from perfeval.word.package import DOCUMENT, read
from perfeval.word.parts import parsed
from perfeval.word.places import W

STYLES = "word/styles.xml"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PARAGRAPH, RUN, TEXT, FIELD, HIDDEN = f"{W}p", f"{W}r", f"{W}t", f"{W}fldChar", f"{W}rPr/{W}vanish"
UNPRINTED = (FALLBACK, f"{W}fldSimple", f"{W}moveFrom")
ASCII, EAST_ASIA = f"{W}ascii", f"{W}eastAsia"

Faces = Mapping[str, str]
"""Fonts by the attribute of ``w:rFonts`` that names them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The text of the paragraphs in their order, and the families of fonts that it is set in."""

    paragraphs: tuple[str, ...]
    fonts: frozenset[str]


def asked(document: bytes) -> Asked:
    """What a document asks for. Raises ``TemplateFault`` for one that is broken or refers to what lies outside."""
    parts = read(document, "")
    body = parsed(DOCUMENT, parts[DOCUMENT])
    styles = _Styles(parsed(STYLES, parts[STYLES]) if STYLES in parts else None)
    paragraphs: defaultdict[etree._Element, str] = defaultdict(str)
    fonts: set[str] = set()
    for run, words in _printed(body):
        paragraph = next(run.iterancestors(PARAGRAPH), run)
        paragraphs[paragraph] += words
        faces = styles.faces(run, paragraph)
        wanted = {EAST_ASIA if east_asian_width(sign) in "WF" else ASCII for sign in words if _has_face(sign)}
        fonts |= {faces[attribute] for attribute in wanted if attribute in faces}
    return Asked(tuple(paragraphs.values()), frozenset(fonts))


def _has_face(sign: str) -> bool:
    """Whether it is sure which of a run's fonts a sign is set in: a quotation mark may be in either."""
    return east_asian_width(sign) in "WF" or (sign.isascii() and sign.isalnum())


def _printed(body: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The texts that are printed as they stand: not hidden, not the result of a field, which is worked out anew."""
    fields = 0
    for run in body.iter(RUN):
        shown = _is_shown(run)
        for child in run.iterchildren(TEXT, FIELD):
            if child.tag == FIELD:
                fields += {"begin": 1, "end": -1}.get(child.get(f"{W}fldCharType", ""), 0)
            elif shown and not fields:
                yield run, child.text or ""


def _is_shown(run: etree._Element) -> bool:
    hidden = any(each.find(HIDDEN) is not None for each in (run, *run.iterancestors(RUN)))
    return not hidden and next(run.iterancestors(*UNPRINTED), None) is None


class _Styles:
    """The fonts that styles give to a run, in the order in which one goes before the other."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = [] if root is None else list(root.iter(f"{W}style"))
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles}
        self._default = next((style.get(f"{W}styleId", "") for style in styles if _is_default(style)), "")
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault")
        self._defaults = {} if defaults is None else _own(defaults)

    def faces(self, run: etree._Element, paragraph: etree._Element) -> Faces:
        named = _style(run.find(f"{W}rPr/{W}rStyle")), _style(paragraph.find(f"{W}pPr/{W}pStyle")) or self._default
        return ChainMap(_own(run), *(face for name in named for face in self._chain(name)), self._defaults)

    def _chain(self, name: str, seen: frozenset[str] = frozenset()) -> Iterator[dict[str, str]]:
        style = self._styles.get(name)
        if style is not None and name not in seen:
            yield _own(style)
            yield from self._chain(_style(style.find(f"{W}basedOn")), seen | {name})


def _is_default(style: etree._Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}


def _style(reference: etree._Element | None) -> str:
    return "" if reference is None else reference.get(f"{W}val", "")


def _own(element: etree._Element) -> dict[str, str]:
    faces = element.find(f"{W}rPr/{W}rFonts")
    return {} if faces is None else {str(key): str(value) for key, value in faces.items()}
