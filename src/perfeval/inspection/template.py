"""What is wrong in the Word template of a layout."""

from collections.abc import Iterator, Mapping, Sequence

from perfeval.diagnostic import Location, Place
from perfeval.inspection.document import Part, strays
from perfeval.inspection.kinds import SPLIT
from perfeval.inspection.passage import Fault, Mention
from perfeval.inspection.reading import Names
from perfeval.inspection.use import undeclared
from perfeval.layouts import Layout
from perfeval.word import package
from perfeval.word.fault import NOWHERE, TemplateFault
from perfeval.word.filters import TEMPLATE_FILTERS
from perfeval.word.sandbox import XmlSandbox
from perfeval.word.template import Template

At = tuple[int, Fault]
"""A fault, and the number of the body's paragraph to note it at: what is outside the body is noted at the first."""


def in_template(layout: Layout, members: Mapping[str, bytes], parts: Sequence[Part], known: Names) -> Iterator[At]:
    """Part by part, in the order of the paragraphs; then what is in none of them."""
    for part in parts:
        faults = (
            *part.faults,
            *part.passage(XmlSandbox(TEMPLATE_FILTERS)).faults(known),
            *undeclared(layout.wording.charts, part, layout.template),
        )
        for fault in sorted(faults, key=lambda fault: fault.mention.location.place):
            yield _at(part, fault)
    yield from ((1, fault) for fault in strays(members, layout.template))


def compiled(
    layout: Layout, content: bytes, parts: Sequence[Part], found: Sequence[At]
) -> tuple[Template | None, tuple[At, ...]]:
    """The template, or what the engine refuses in it that was not found in any tag by itself."""
    try:
        return Template.compile(content, layout.name, TEMPLATE_FILTERS, charts=layout.wording.charts), ()
    except TemplateFault as fault:
        kinds = {one.kind for _, one in found}
        return None, () if fault.kind in kinds or SPLIT in kinds else (_placed(layout, fault, parts),)


def _placed(layout: Layout, fault: TemplateFault, parts: Sequence[Part]) -> At:
    """The fault at the tag that it names, where it names one."""
    for part in parts:
        for mention in part.mentions:
            if mention.where == fault.arguments["where"] and mention.text == fault.arguments["tag"]:
                return _at(part, Fault(mention, fault.kind, fault.arguments))
    return 1, whole(layout, fault)


def _at(part: Part, fault: Fault) -> At:
    return fault.mention.location.place.line if part.name == package.DOCUMENT else 1, fault


def whole(layout: Layout, fault: TemplateFault) -> Fault:
    """A fault of the template as a file."""
    return Fault(Mention("", NOWHERE, Location(str(layout.template), Place(1, 1), "")), fault.kind, fault.arguments)
