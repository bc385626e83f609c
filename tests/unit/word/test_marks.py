"""What is printed of values that know their origin: marked as often as it can be, and the same text without."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from perfeval.load.characters import REFUSED
from perfeval.printing import FILTERS
from perfeval.word.marks import BEGIN, marked, pieces, together, traced, unmarked
from perfeval.word.prose import paragraphs
from perfeval.word.sandbox import Sandbox, XmlSandbox
from perfeval.word.tagged import Tagged
from perfeval.word.tracing import Tracing, TracingXml

BARE: dict[str, Any] = {"money": Decimal("50128.640"), "rate": Decimal("68.861"), "count": 61, "grade": "优<秀>"}
KNOWN = {name: traced(value, origin) for origin, (name, value) in enumerate(BARE.items())}
ALL_FILTERS = {**FILTERS, "prose": paragraphs}


def shown(text: str) -> str:
    """A marked text with its marks to be seen."""
    return "".join(f"⟨{','.join(map(str, origins))}:{piece}⟩" if origins else piece for piece, origins in pieces(text))


def printed(text: str, **texts: str) -> str:
    return shown(Tagged.compile(text, ALL_FILTERS, Tracing).render({**KNOWN, **texts}))


@pytest.mark.parametrize("value", BARE.values())
def test_a_value_with_an_origin_is_that_value(value: Any) -> None:
    known = traced(value, 3)
    assert (known, str(known), hash(known), bool(known)) == (value, str(value), hash(value), bool(value))
    assert known.origins == (3,)


@pytest.mark.parametrize("text", ["甲", "1,234.50", "x" * 99])
@pytest.mark.parametrize("origins", [(0,), (9, 10), (1234567890, 0, 1)])
def test_a_mark_holds_a_text_and_its_origins(text: str, origins: tuple[int, ...]) -> None:
    whole = f"前{marked(text, origins)}后"
    assert list(pieces(whole)) == [("前", ()), (text, origins), ("后", ())]
    assert unmarked(whole) == f"前{text}后"


def test_where_nothing_is_printed_there_is_nothing_to_mark() -> None:
    assert marked("", (1,)) == ""


def test_what_stands_for_two_equal_values_has_the_origins_of_both() -> None:
    value = together(traced(Decimal(5), 1), traced(Decimal(5), 2))
    assert (value, value.origins) == (5, (1, 2))
    assert together(None, value) is together(value, None) is value
    assert together("甲", None) == "甲"


def test_a_broken_mark_is_left_out() -> None:
    whole = marked("甲", (12,))
    assert "".join(piece for piece, _ in pieces(whole[:-1] + "乙")) == "甲乙"
    assert list(pieces(f"{BEGIN}乙{whole}")) == [("乙", ()), ("甲", (12,))]


def test_no_report_can_hold_a_character_of_a_mark() -> None:
    assert not [character for character in set(marked("甲", (1234567890,))) - {"甲"} if not REFUSED.match(character)]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("共{{ money | money }}万元", "共⟨0:50128.64⟩万元"),
        ("{{ rate | change_rate }}，{{ rate | percent }}", "⟨1:增幅68.86%⟩，⟨1:68.86%⟩"),
        ("{{ count | cn_number }}、{{ count }}", "⟨2:六十一⟩、⟨2:61⟩"),
        ("等级“{{ grade }}”", "等级“⟨3:优<秀>⟩”"),
        ("{{ [grade, '甲', grade] | join('、') }}", "⟨3:优<秀>⟩、甲、⟨3:优<秀>⟩"),
        ("{{ reason | clause }}", "共⟨0:50128.64⟩"),
        ("{{ grade | clause }}", "⟨3:优<秀>⟩"),
        ("{{ reason | led_by(1) }}", "1.主要原因是共⟨0:50128.64⟩。"),
        ("{% for name, one in [('甲', money), ('乙', count)] if one > 0 %}{{ name }}{{ one | count }}{% endfor %}",
         "甲⟨0:50129⟩乙⟨2:61⟩"),
    ],
)  # fmt: skip
def test_what_is_printed_is_marked(text: str, result: str) -> None:
    assert printed(text, reason=f"主要原因是共{marked('50128.64', (0,))}。") == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("{{ (money + count) | money }}", "50189.64"),
        ("{{ (count * 2) | count }}", "122"),
        ("{{ reason | length }}", "4"),
        ("{% if grade == '优<秀>' and count == 61 and money > rate %}同{% endif %}", "同"),
    ],
)
def test_what_is_made_of_values_is_not_marked(text: str, result: str) -> None:
    assert printed(text, reason=marked("50.1", (0,))) == result


@pytest.mark.parametrize("text", [
    "{{ words | prose }}", "{{ words | clause }}", "{{ words | led_by('甲') }}", "{{ words }}", "{{ words | length }}",
    "{{ grade | prose }}", "{{ grade | length }}", "{{ (rate - money) | change }}", "{{ -rate | percent }}",
])  # fmt: skip
@pytest.mark.parametrize("words", [
    "{{ grade }}\n的", "{{ count | count }}. 甲", "{{ count | count }}、甲", "甲\n{{ count | cn_number }}、乙", "- {{ count }}",
    "**{{ money | money }}**", "**{{ grade }}", "| 甲 |\n|---|\n| {{ money | money }} |", "-{{ money | money }}", "{{ rate | change }}\n，",
])  # fmt: skip
def test_without_its_marks_the_text_is_the_same(text: str, words: str) -> None:
    """Also where a value stands at the end of a line or at its beginning, where Markdown looks."""
    plain = Tagged.compile(words, ALL_FILTERS, Sandbox).render(BARE)
    known = Tagged.compile(words, ALL_FILTERS, Tracing).render(KNOWN)
    assert unmarked(known) == plain
    for bare, tracing in ((Sandbox, Tracing), (XmlSandbox, TracingXml)):
        if bare is Sandbox and "prose" in text:
            continue
        said = Tagged.compile(text, ALL_FILTERS, bare).render({**BARE, "words": plain})
        assert unmarked(Tagged.compile(text, ALL_FILTERS, tracing).render({**KNOWN, "words": known})) == said


def test_in_a_template_values_are_escaped() -> None:
    said = Tagged.compile("{{ grade }}{{ count }}{{ words | prose }}", ALL_FILTERS, TracingXml)
    result = shown(said.render({**KNOWN, "words": f"甲&{marked('5', (7,))}"}))
    assert result.startswith("⟨3:优&lt;秀&gt;⟩⟨2:61⟩<w:p>")
    assert ">甲&amp;⟨7:5⟩</w:t>" in result
