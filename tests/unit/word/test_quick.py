"""The quick form of a part gives what the sandbox gives, or nothing."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from perfeval import pipeline
from perfeval.word.characters import WellFormed
from perfeval.word.filters import TEMPLATE_FILTERS
from perfeval.word.quick import QuickXml, written
from perfeval.word.sandbox import Sandboxed, XmlSandbox
from perfeval.word.tagged import TAG, Source, Tag, Tagged, parse
from perfeval.word.template import Part, Template

EXAMPLES = Path(__file__).parents[3] / "examples"


def compiled(text: str, sandboxed: Sandboxed) -> Tagged:
    sandbox = sandboxed(TEMPLATE_FILTERS)
    source = Source.number(text, (Tag(tag.group()) for tag in TAG.finditer(text)))
    return Tagged.assemble(source, parse(source, sandbox), sandbox)


def quick(text: str, **context: Any) -> bytes | None:
    return written(compiled(text, QuickXml).template, context)


def by_the_sandbox(text: str, **context: Any) -> bytes:
    return compiled(text, XmlSandbox).render(context).encode()


@pytest.mark.parametrize(
    "text",
    [
        "没有标记",
        "<p>{{ name }}</p>",
        "{{ name }}{{ '甲' }}{{ number }}{{ '<' }}",
        "{{ record.name }}、{{ record.inner.name }}、{{ record['name'] }}、{{ rows[0].name }}",
        "{% for row in rows %}{{ loop.index }}/{{ loop.length }}{{ row.name }}{% if not loop.last %}，{% endif %}{% endfor %}",
        "{{ (record.inner or record).name }}",
        "{{ amount | money }}{{ amount | percent }}{{ none_given | money }}",
        "{{ rows | length }}{{ names | join('、') }}{{ 2 * number - 1 }}",
        "{{ name | prose | markup }}{{ well_formed }}",
        "{% if record.missing_value is none %}无{% endif %}{{ record.name if number > 1 else '' }}",
    ],
)
def test_a_part_in_order_is_the_same_as_the_sandbox_gives(text: str) -> None:
    context = {
        "name": "甲 & 乙<“'\">",
        "number": 3,
        "amount": Decimal("12.50"),
        "none_given": None,
        "names": ["甲", "&"],
        "record": {"name": "丙", "missing_value": None, "inner": {"name": "丁"}},
        "rows": [{"name": "一"}, {"name": "二\n三"}],
        "well_formed": WellFormed("<w:p/>"),
    }
    assert quick(text, **context) == by_the_sandbox(text, **context)


@given(st.lists(st.text(), max_size=5))
def test_texts_come_back_each_in_its_place_or_not_at_all(names: list[str]) -> None:
    text = "{% for name in names %}<{{ name }}>{% endfor %}"
    given = quick(text, names=names)
    assert given is None or given == by_the_sandbox(text, names=names)


@pytest.mark.parametrize("name", ["gaocheng-housing", "liuying-street"])
def test_the_built_in_templates_need_nothing_but_their_quick_form(name: str) -> None:
    composed = pipeline.check(EXAMPLES / f"{name}.yaml").value
    assert composed is not None
    charts = composed.layout.wording.charts
    template = Template.compile(composed.layout.template.read_bytes(), "版式", TEMPLATE_FILTERS, charts=charts)
    parts = [member for member in template.members if isinstance(member, Part)]
    assert len(parts) > 1
    for part in parts:
        assert part.quick is not None
        assert written(part.quick.template, composed.context) == part.tagged().render(composed.context).encode()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{{ x }}", Decimal(1)),
        ("{{ x }}", None),
        ("{{ x }}", True),
        ("{{ x }}", ["甲"]),
        ("{{ x }}", "\x00"),
        ("{{ x }}", "\ud800"),
        ("{{ x }}", Markup("<w:p/>")),
        ("{{ x.name }}", {}),
        ("{{ x.name }}", None),
        ("{{ x.name }}", "甲"),
        ("{{ x.items }}", {}),
        ("{{ y }}", "甲"),
        ("{{ x | markup }}", "甲"),
        ("{{ 1 // x }}", 0),
        ("{% for one in x %}{{ loop.cycle }}{% endfor %}", ["甲"]),
        ("{{ '甲' if not x }}", "乙"),
    ],
)
def test_what_the_sandbox_refuses_or_prints_in_its_own_way_is_not_written(text: str, value: object) -> None:
    assert quick(text, x=value) is None
