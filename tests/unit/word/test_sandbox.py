"""Nothing but names and filters is reachable from a tag, and nothing is printed that has no agreed form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from word_documents import FILTERS, compiled, document, refusal

from perfeval.word.fault import TemplateFault
from perfeval.word.tagged import Tagged

if TYPE_CHECKING:
    from pathlib import Path

    from perfeval.word.sandbox import Filters

CONTEXT: dict[str, object] = {
    "name": "留营街道",
    "rows": [{"name": "甲", "items": "物品"}],
    "pair": ("a", "b"),
    "total": Decimal("2465.03"),
    "count": 3,
    "nothing": None,
    "yes": True,
    "when": date(2026, 3, 16),
    "group": {"rate": Decimal("91.19"), "keys": "钥匙"},
}


def sentence(text: str, filters: Filters = FILTERS, context: dict[str, object] = CONTEXT) -> str:
    return Tagged.compile(text, filters).render(context)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("没有标记 {单花括号} & <b>", "没有标记 {单花括号} & <b>"),
        ("{{ name }}共{{ total | money }}万元", "留营街道共2,465.03万元"),
        ("{{ group.rate | percent }}{{ group['rate'] | percent }}", "91.19%91.19%"),
        ("{{ group.keys }}{{ rows[0].items }}", "钥匙物品"),
        ("{{ count }}{{ rows | length }}{{ count * 2 - 1 }}", "315"),
        ("{{ (total + 1) | money }}{{ (total / 2) | money }}", "2,466.031,232.52"),
        ("{% for x in pair %}{{ loop.index }}{{ x }}{% if not loop.last %}，{% endif %}{% endfor %}", "1a，2b"),
        ("{% if nothing is none and total > 100 %}{{ name[:2] }}{% endif %}", "留营"),
        ("{{ '是' if yes else '否' }}{{ pair | join('、') }}", "是a、b"),
        ("第一行\n第二行", "第一行\n第二行"),
    ],
)
def test_what_a_sentence_may_say(text: str, result: str) -> None:
    assert sentence(text) == result


def test_what_looks_like_a_comment_in_prose_is_text() -> None:
    assert Tagged.compile("甲 {# 注 #} {{ x }}乙", {}).render({"x": "丙"}) == "甲 {# 注 #} 丙乙"


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__ }}",
        "{{ name.__class__.__mro__ }}",
        "{{ name.upper }}",
        "{{ name.upper() }}",
        "{{ name.format(1) }}",
        "{{ rows.append(1) }}",
        "{{ group.update(a=1) }}",
        "{{ group.get('rate') }}",
        "{{ _private }}",
        "{{ group._x }}",
        "{{ loop }}",
        "{% for x in rows %}{{ loop.cycle('a', 'b') }}{% endfor %}",
        "{% for x in rows %}{{ loop._iterable }}{% endfor %}",
        "{% for x in rows %}{{ loop.changed }}{% endfor %}",
        "{% for x in rows recursive %}{{ loop(rows) }}{% endfor %}",
        "{{ self }}",
        "{{ self._TemplateReference__context }}",
        "{{ range(10) }}",
        "{{ lipsum() }}",
        "{{ lipsum }}",
        "{{ cycler }}",
        "{{ namespace }}",
        "{{ dict }}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% from 'x' import y %}",
        "{% extends 'x' %}",
        "{% block x %}{% endblock %}",
        "{% macro x() %}{% endmacro %}",
        "{% call x() %}{% endcall %}",
        "{% set x = 1 %}",
        "{% set x %}1{% endset %}",
        "{% with x = 1 %}{% endwith %}",
        "{% filter upper %}{% endfilter %}",
        "{% raw %}{{ name }}{% endraw %}",
        "{% autoescape false %}{% endautoescape %}",
        "{% do x %}",
        "{{ 'a' * 10**9 }}",
        "{{ 'a' * 1000000000 }}",
        "{{ [1] * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ name ~ total }}",
        "{{ name + name }}",
        "{{ rows + rows }}",
        "{{ {'a': 1} }}",
        "{{ name | attr('upper') }}",
        "{{ name | safe }}",
        "{{ name | center(1000000000) }}",
        "{{ rows | map(attribute='name') | join }}",
        "{{ [total] | join }}",
        "{{ nothing | length }}",
        "{{ nothing.name }}",
        "{{ total.real }}",
        "{{ total / 0 }}",
        "{{ pair[9] }}",
        "{{ nothing[0] }}",
        "{{ group[1:2] }}",
        "{{ missing }}",
        "{{ group.missing }}",
        "{{ group['missing'] }}",
        "{{ missing | money }}",
        "{{ missing is none }}",
        "{% if missing %}{% endif %}",
        "{% for x in missing %}{% endfor %}",
        "{% for x in nothing %}{% endfor %}",
        "{{ missing is defined }}",
        "{{ total }}",
        "{{ nothing }}",
        "{{ yes }}",
        "{{ rows }}",
        "{{ pair }}",
        "{{ group }}",
        "{{ when }}",
        "{{ 1.5 }}",
        "{{ nothing | money }}",
        "{{ name | nosuch }}",
        "{{ name",
        "{% if name %}",
        "{% endfor %}",
        "{{ name + }}",
        "{{ " + "(" * 3000 + " }}",
        "{{ " + "-" * 3000 + "count }}",
        "{{ " + "not " * 3000 + "yes }}",
        "{{ 1" + "+1" * 3000 + " | money }}",
        "{{ total" + " | money" * 2000 + " }}",
        "{{ group" + ".a" * 2000 + " }}",
        "{{ name }}" + "{% for x in pair %}" * 30 + "{% endfor %}" * 30,
        "{{ name }}" + "{% if yes %}" * 120 + "{% endif %}" * 120,
    ],
)
def test_what_is_refused(text: str) -> None:
    code, zh, en = refusal(lambda: sentence(text))
    assert code in {"R111", "R112", "R113", "R114"}
    assert text[:8] in zh or "for x" in text or "{% if yes" in text
    assert "tag" in en


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ group.rat | percent }}", "such as: rate"),
        ("{{ nmae }}", "such as: name"),
        ("{{ zzzzz }}", "such as: name, rows, pair"),
    ],
)
def test_an_unknown_name_comes_with_the_nearest_known_one(text: str, words: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        sentence(text)
    assert words in caught.value.kind.cure.say("en", caught.value.arguments)


def test_the_tag_that_failed_is_named_among_many() -> None:
    text = "{{ name }}\n{{ name }}，{% for r in rows %}{{ r.name }}{{ r.nmae }}{% endfor %}{{ name }}"
    code, zh, _ = refusal(lambda: sentence(text))
    assert code == "R112"
    assert "{{ r.nmae }}" in zh


def test_a_bare_number_is_told_to_take_a_filter() -> None:
    assert refusal(lambda: sentence("{{ total }}"))[1:] == (
        "标记 {{ total }} 直接输出了数字，没有说明写法",
        "tag {{ total }} prints a bare number",
    )


@pytest.mark.parametrize(
    "text", ["{{ 1" + "+1" * 3000 + " }}", "{{ name" + " | money" * 2000 + " }}", "{{ group" + ".a" * 150 + " }}"]
)
def test_an_expression_too_long_is_named_among_others(text: str) -> None:
    code, zh, en = refusal(lambda: sentence("{{ name }}" + text + "{{ '" + "一" * 9000 + "' }}"))
    assert (code, text[:20] in zh) == ("R111", True)
    assert zh.endswith("算式太长，或括号套得太深")
    assert en.endswith("it is too long or its brackets are too deep")


@pytest.mark.parametrize(
    "text", ["{{ 1" + "+1" * 90 + " }}", "{% if " + " or ".join(["yes"] * 80) + " %}91{% endif %}"]
)
def test_a_long_expression_is_calculated(text: str) -> None:
    assert sentence(text) == "91"


@pytest.mark.parametrize(
    ("text", "tag", "end"),
    [
        ("{% if yes %}{{ name }}", "{% if yes %}", "endif"),
        ("{% if yes %}甲{% else %}{{ name }}", "{% if yes %}", "endif"),
        ("{% if yes %}{% for x in pair %}{{ x }}{% endfor %}{{ name }}", "{% if yes %}", "endif"),
        ("{% if yes %}{% for x in pair %}{{ x }}{% endif %}{{ name }}", "{% for x in pair %}", "endfor"),
        ("{% for x in pair %}{% if yes %}{{ x }}{% endfor %}{{ name }}", "{% if yes %}", "endif"),
    ],
)
def test_the_block_that_lacks_its_end_is_named(text: str, tag: str, end: str) -> None:
    assert refusal(lambda: sentence(text)) == (
        "R111",
        f"标记 {tag} 写法有误：没有与它成对的 {end}",
        f"tag {tag} is not written right: its {end} is missing",
    )


@pytest.mark.parametrize("text", ["{% endif %}", "{% for x in pair %}{% endif %}{% endfor %}"])
def test_an_end_too_many_is_named_itself(text: str) -> None:
    assert refusal(lambda: sentence(text))[1] == "标记 {% endif %} 写法有误：endif 不能用在这里"


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("{% for x in nothing %}{% endfor %}", "需要列表，却是空值", "a list is needed, not a missing value"),
        ("{{ nothing | whole }}", "这种写法不收空值", "this filter takes no missing value"),
        ("{{ group | named }}", "这种写法不收一组值", "this filter takes no group of values"),
        ("{{ name | rounded }}", "这种写法不收文字", "this filter takes no text"),
        ("{{ nothing.x }}", "空值没有 x", "a missing value has no x"),
        ("{{ name + total }}", "文字 + 数字", "text + number"),
        ("{{ total[0] }}", "数字不能用 [ ] 取值", "a number has nothing to look up with [ ]"),
        ("{{ 1 // 0 }}", "除数为零", "division by zero"),
        ("{{ name < 1 }}", "文字与数字不能用 < 比较", "a text and a number cannot be compared by <"),
        ("{{ pair[9] }}", "没有这么多项", "there are not so many items"),
        ("{{ name | odd_one }}", "无法完成（odd）", "odd"),
    ],
)
def test_what_cannot_be_done_is_said_in_both_languages(text: str, zh: str, en: str) -> None:
    def named(value: object) -> str:
        raise TypeError(type(value).__name__)

    def odd_one(_value: object) -> str:
        raise ValueError("odd")

    filters: Filters = {"whole": int, "named": named, "rounded": lambda value: value.quantize(1), "odd_one": odd_one}
    code, said_zh, said_en = refusal(lambda: sentence(text, filters))
    assert (code, said_zh.split("：")[-1], said_en.split(": ")[-1]) == ("R113", zh, en)


def test_a_filter_of_the_caller_fails_as_a_fault_not_as_an_exception() -> None:
    def strict(_value: object) -> str:
        raise ValueError("只收数字")

    assert refusal(lambda: sentence("{{ name | strict }}", {"strict": strict}))[1].endswith("只收数字")


class Bait:
    """An object with everything a tag must not reach."""

    secret = "secret"
    reached: list[str]

    def __init__(self) -> None:
        self.reached = []

    def run(self) -> str:
        self.reached.append("run")
        return "ran"

    def __getitem__(self, key: object) -> str:
        self.reached.append(str(key))
        return "item"

    def __str__(self) -> str:
        self.reached.append("str")
        return "text"


@pytest.mark.parametrize(
    "text",
    ["{{ x }}", "{{ x.run }}", "{{ x.run() }}", "{{ x.secret }}", "{{ x['secret'] }}", "{{ x[0] }}", "{{ x * 2 }}"],
)
def test_an_object_in_the_context_is_out_of_reach(text: str) -> None:
    bait = Bait()
    assert refusal(lambda: sentence(text, context={"x": bait}))[0] in {"R113", "R114"}
    assert bait.reached == []


def test_an_image_in_the_context_can_neither_read_nor_write_files(tmp_path: Path) -> None:
    made = document("{{ image.tpl.docx.save(path) }}", "{{ image }}")
    image: Any = InlineImage(DocxTemplate(tmp_path / "template.docx"), "/etc/passwd", width=Mm(10))
    written = tmp_path / "written.docx"
    assert refusal(lambda: compiled(made, tmp_path).render({"image": image, "path": str(written)}))[0] == "R113"
    assert refusal(lambda: compiled(document("{{ image.tpl }}"), tmp_path).render({"image": image}))[0] == "R113"
    assert not written.exists()
