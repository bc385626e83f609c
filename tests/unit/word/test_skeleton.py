"""The proof of well-formedness, block by block."""

from __future__ import annotations

import pytest
from lxml import etree
from word_documents import refusal

from perfeval.word.sandbox import XmlSandbox
from perfeval.word.skeleton import prove
from perfeval.word.tagged import TAG, Source, Tag, Tagged, parse

CONTEXT = {"x": "甲", "yes": True, "rows": ["a", "b"], "empty": []}


def proven(text: str) -> str:
    """What a proven text gives."""
    sandbox = XmlSandbox({})
    source = Source.number(text, (Tag(tag.group()) for tag in TAG.finditer(text)))
    tree = parse(source, sandbox)
    prove(tree, source)
    return Tagged.assemble(source, tree, sandbox).render(CONTEXT)


@pytest.mark.parametrize(
    "text",
    [
        "<a>{{ x }}</a>",
        "<a>{% if yes %}<b/>{% else %}<c></c>{% endif %}</a>",
        '<a b="{% if yes %}1{% else %}2{% endif %}{{ x }}"/>',
        "<a><p>{% for r in rows %}</p><p>{{ r }}{% endfor %}</p></a>",
        "<a><p>{% for r in empty %}</p><p>{{ r }}{% else %}</p><q/><p>{% endfor %}</p></a>",
        "<a>{% if not yes %}<b>{% for r in rows %}<c/>{% endfor %}</b>{% elif x == 1 %}{% else %}<d/>{% endif %}</a>",
    ],
)
def test_what_is_proven_is_well_formed(text: str) -> None:
    etree.fromstring(proven(text))


@pytest.mark.parametrize(
    "text",
    [
        "<a>{% if yes %}<b>{% endif %}</a>",
        "<a><b>{% if yes %}</b>{% endif %}</a>",
        "<a>{% if yes %}<b>{% else %}<b>{% endif %}</b></a>",
        "<a>{% for r in rows %}<b></c>{% endfor %}</a>",
        "<a>{% for r in rows %}<b{% endfor %}/></a>",
        "<a><b>{% if yes %}</b><b>{% else %}</c><c>{% endif %}</b></a>",
        "<a>{% if yes %}{% elif x %}<b>{% endif %}</a>",
        "<a>{{ x }}",
        "<a></b>",
        "<a>{{ x }}</a><a/>",
        "{{ x }}",
    ],
)
def test_what_may_come_out_broken_is_refused(text: str) -> None:
    assert refusal(lambda: proven(text))[0] == "R117"
