"""A slip in any tag of any built-in layout is found at that tag."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from layouts_made import CONTEXTS

from perfeval.diagnostic import Diagnostic
from perfeval.inspection.document import read_parts
from perfeval.inspection.known import known_names
from perfeval.inspection.passage import Mention
from perfeval.layouts import LayoutKind, names, read_layout
from perfeval.word import package
from perfeval.word.filters import TEMPLATE_FILTERS
from perfeval.word.sandbox import XmlSandbox

EVERY = [(kind, name) for kind in LayoutKind for name in names(kind)]
PRINTING = re.compile(r"\{\{(?:p|r)?\s+[\w.]+")
"""The part of a printing tag up to the end of its name."""


@pytest.mark.parametrize(("kind", "name"), EVERY, ids=[name for _, name in EVERY])
def test_a_slip_in_any_name_is_found_at_its_tag(kind: LayoutKind, name: str) -> None:
    read = read_layout(name, Path(), kind=kind)
    assert not isinstance(read, Diagnostic)
    assert read.value is not None
    layout = read.value
    known = known_names(layout, CONTEXTS[kind]())
    members = package.read(layout.template.read_bytes(), name)
    for part in read_parts(members, name, layout.template):
        slipped = [_slip(mention) for mention in part.mentions]
        passage = replace(part, mentions=slipped).passage(XmlSandbox(TEMPLATE_FILTERS))
        at_fault = {fault.mention for fault in passage.faults(known)}
        printing = [mention for mention in slipped if "qqq" in mention.text]
        assert [mention.text for mention in printing if mention not in at_fault] == []
        if part.name == package.DOCUMENT:
            assert len(printing) > 20


def _slip(mention: Mention) -> Mention:
    """The tag with letters after the name that it prints."""
    found = PRINTING.match(mention.text)
    return mention if found is None else replace(mention, text=f"{found.group()}qqq{mention.text[found.end() :]}")
