"""What of a report a layout never prints: tried with reports that have everything."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from perfeval.compose import compose
from perfeval.diagnostic import Finding, Place, Pointer, Text, dotted
from perfeval.figures import Facts
from perfeval.inspection.kinds import NOT_PRINTED
from perfeval.inspection.known import example_facts
from perfeval.layouts import Layout
from perfeval.model import Prose
from perfeval.schema.titles import title_of
from perfeval.word import archive
from perfeval.word.fault import TemplateFault
from perfeval.word.parts import XML_SUFFIXES, parsed
from perfeval.word.template import Template


def never_printed(template: Template, layout: Layout) -> Iterator[Finding]:
    """One note that names all of it."""
    names = dict(_named(_prose(), _unprinted(template, layout)))
    if names:
        zh = "、".join(f"{name}（{title}）" for name, title in names.items())
        arguments = {"names": Text(zh, ", ".join(names))}
        yield Finding(str(layout.template), Place(1, 1), "", NOT_PRINTED, arguments)


def _named(prose: Mapping[str, Pointer], missing: Mapping[str, Pointer]) -> Iterator[tuple[str, str]]:
    """The keys that lead to what is missing, with their titles; of a section in which nothing is printed, ``.*``."""
    partly = {pointer[0] for text, pointer in prose.items() if text not in missing}
    counted = Counter(pointer[0] for pointer in prose.values())
    for pointer in missing.values():
        if counted[pointer[0]] > 1 and pointer[0] not in partly:
            yield f"{pointer[0]}.*", title_of(pointer[:1])
        else:
            named = pointer if isinstance(pointer[-1], str) else pointer[:-1]
            yield dotted(tuple(step for step in named if isinstance(step, str))), title_of(named)


def _prose() -> Mapping[str, Pointer]:
    """All the prose of the reports, each text by what stands in the report for it; where one is."""
    given = (one for facts in example_facts() for one in facts.given)
    return {str(value): pointer for pointer, value in given if isinstance(value, Prose)}


def _unprinted(template: Template, layout: Layout) -> Mapping[str, Pointer]:
    """The prose that is in none of the documents; nothing where there is no document to tell by."""
    documents = ["".join(_printed(template, layout, facts)) for facts in example_facts()]
    if not any(documents):
        return {}
    return {text: pointer for text, pointer in _prose().items() if not any(text in printed for printed in documents)}


def _printed(template: Template, layout: Layout, facts: Facts) -> Iterator[str]:
    """The text of the report's document, if it has one."""
    composed = compose(replace(facts, report=replace(facts.report, texts=None)), layout)
    if composed.value is None:
        return
    try:
        document = template.render(composed.value)
    except TemplateFault:  # a value that only this example has; what is wrong with every report is told elsewhere
        return
    for name, content in archive.unpack(document).items():
        if name.endswith(XML_SUFFIXES):
            yield "".join(map(str, parsed(name, content).itertext()))
