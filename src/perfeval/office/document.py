"""What a Word document asks to be printed: its text, and the fonts of its text."""

from collections import ChainMap, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import east_asian_width

from lxml import etree

from perfeval.word.package import DOCUMENT, read
from perfeval.word.parts import parsed
from perfeval.word.places import W
from perfeval.word.styles import STYLES, Styles, value

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PARAGRAPH, RUN, TEXT, FIELD, HIDDEN = f"{W}p", f"{W}r", f"{W}t", f"{W}fldChar", f"{W}rPr/{W}vanish"
UNPRINTED = (FALLBACK, f"{W}fldSimple", f"{W}moveFrom")
ASCII, EAST_ASIA = f"{W}ascii", f"{W}eastAsia"


@dataclass(frozen=True, slots=True)
class Asked:
    """The text of the paragraphs in their order, and the families of fonts that it is set in."""

    paragraphs: tuple[str, ...]
    fonts: frozenset[str]


def asked(document: bytes) -> Asked:
    """What a document asks for. Raises ``TemplateFault`` for one that is broken or refers to what lies outside."""
    parts = read(document, "")
    body = parsed(DOCUMENT, parts[DOCUMENT])
    style_part = parsed(STYLES, parts[STYLES]) if STYLES in parts else None
    styles = Styles(style_part)
    defaults = [] if style_part is None else style_part.findall(f"{W}docDefaults/{W}rPrDefault")
    paragraphs: defaultdict[etree._Element, str] = defaultdict(str)
    fonts: set[str] = set()
    for run, words in _printed(body):
        paragraph = next(run.iterancestors(PARAGRAPH), run)
        paragraphs[paragraph] += words
        named = styles.chain(value(run, f"{W}rPr/{W}rStyle") or "")
        faces = ChainMap(*map(_faces, (run, *named, *styles.lineage(paragraph), *defaults)))
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


def _faces(element: etree._Element) -> dict[str, str]:
    """The fonts that an element names, by the attribute of ``w:rFonts``."""
    faces = element.find(f"{W}rPr/{W}rFonts")
    return {} if faces is None else {str(key): str(face) for key, face in faces.items()}
