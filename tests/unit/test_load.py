"""What the YAML reader gives: data as written, exact numbers, and the place of everything."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from perfeval.diagnostic import Diagnostic, Kind, Place, Severity, Text
from perfeval.load import Source, load, read
from perfeval.load.characters import REFUSED
from perfeval.load.encoding import LIMIT

DEPARTMENT = """\
year: 2025
department: {name: 桥西区, level: "区\\t级"}
projects:
  - name: 供暖
    budget: 4.02
    reason: |-
      第一段
        缩进

      第三段 {{ x }}
  - name: '绿化'
    note: 两行
      文字
"""


def source(text: str | bytes) -> Source:
    outcome = read(text if isinstance(text, bytes) else text.encode(), "dept.yaml")
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def data(text: str | bytes) -> Any:
    return source(text).data


def test_numbers_are_exact_and_everything_else_is_text() -> None:
    numbers = {"a": "1.50", "b": "-0.5", "c": "0", "d": "76447.148184", "e": "123456789012345678901234"}
    assert data("\n".join(f"{k}: {v}" for k, v in numbers.items())) == {k: Decimal(v) for k, v in numbers.items()}
    assert str(data("a: 1.50")["a"]) == "1.50"
    texts = [
        "0130102",
        "2026-03-16",
        "yes",
        "no",
        "on",
        "off",
        "true",
        "false",
        "12:30",
        "1e5",
        "1_000",
        ".5",
        "5.",
        "+5",
        "-.5",
        ".nan",
        ".inf",
        "0x1F",
        "0o17",
        "１２",
        "-01",
    ]
    assert data("a:\n" + "".join(f"- {text}\n" for text in texts)) == {"a": texts}
    assert data("a: '5'\nb: \"5\"\nc: |-\n  5\n") == {"a": "5", "b": "5", "c": "5"}


def test_an_empty_value_is_none_and_an_empty_text_is_text() -> None:
    assert data("a:\nb: ~\nc: null\nd: ''\ne: '~'\nf: [~]\n") == {
        "a": None,
        "b": None,
        "c": None,
        "d": "",
        "e": "~",
        "f": [None],
    }


def test_keys_stay_text() -> None:
    assert data("2025: a\n甲 乙: b\n'': c\n") == {"2025": "a", "甲 乙": "b", "": "c"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (">-\n  第一行\n  第二行\n", "第一行第二行"),
        (">\r\n  第一行，\r\n  第二行\r\n", "第一行，第二行\n"),
        ("第一行\n  第二行\n", "第一行第二行"),
        ("“甲”\n  “乙”\n", "“甲”“乙”"),
        ("'第一''行\n  第二行'\n", "第一'行第二行"),
        ('"第一行\n  第二\\u4e00行\\\n  末 行"\n', "第一行第二一行末 行"),
        (">-\n  甲\n  ab\n  cd\n  乙 丙\n", "甲 ab cd 乙 丙"),
        (">-\n  甲\n\n  乙\n", "甲\n乙"),
        (">-\n  甲  \n  乙\n", "甲  乙"),
        (">-\n  甲\n    乙\n  丙\n", "甲\n  乙\n丙"),
        (">2-\n   甲\n  乙\n  丙\n", " 甲\n乙丙"),
        ("|-\n  甲\n  乙\n", "甲\n乙"),
        ("[甲\n  乙, 丙]\n", ["甲乙", "丙"]),
    ],
)
def test_folded_chinese_gains_no_blank(text: str, value: str) -> None:
    assert data(f"a: {text}") == {"a": value}


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ((), (1, 1)),
        (("year",), (1, 7)),
        (("department",), (2, 13)),
        (("department", "level"), (2, 32)),
        (("projects",), (4, 3)),
        (("projects", 0), (4, 5)),
        (("projects", 0, "budget"), (5, 13)),
        (("projects", 1, "name"), (11, 11)),
        (("projects", 0, "score"), (4, 5)),
        (("department", "name", "x", 3), (2, 20)),
        (("missing", "deep"), (1, 1)),
    ],
)
def test_place(pointer: tuple[str | int, ...], expected: tuple[int, int]) -> None:
    assert source(DEPARTMENT).location(pointer).place == Place(*expected)


def test_place_of_a_key() -> None:
    read_source = source(DEPARTMENT)
    assert read_source.location(("projects", 0, "budget"), at_key=True).place == Place(5, 5)
    assert read_source.location(("department", "level"), at_key=True).place == Place(2, 25)
    assert read_source.location(("projects", 0), at_key=True).place == Place(4, 5)
    assert read_source.location(("projects", 0, "score"), at_key=True).place == Place(4, 5)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_place_within_a_literal_block_is_exact(newline: str) -> None:
    read_source = source(DEPARTMENT.replace("\n", newline))
    lines = DEPARTMENT.splitlines()
    pointer = ("projects", 0, "reason")
    value = read_source.value(pointer)
    assert isinstance(value, str)
    for offset, character in enumerate(value):
        place = read_source.location(pointer, offset=offset).place
        if offset and character != "\n":
            assert lines[place.line - 1][place.column - 1] == character
    assert read_source.location(pointer, offset=value.index("{{")).place == Place(10, 11)


def test_place_within_a_text_on_one_line() -> None:
    read_source = source(DEPARTMENT)
    assert read_source.location(("projects", 0, "name"), offset=1).place == Place(4, 12)
    assert read_source.location(("projects", 1, "name"), offset=1).place == Place(11, 13)
    assert read_source.location(("department", "level"), offset=1).place == Place(2, 34)
    assert read_source.location(("projects", 1, "note"), offset=3).place == Place(12, 11)
    assert read_source.location(("projects", 0, "budget"), offset=3).place == Place(5, 13)
    assert source("a: |\n\n  甲\n").location(("a",), offset=1).place == Place(3, 3)
    assert source("a: |\n  甲\n").location(("a",), offset=9).place == Place(2, 4)
    assert source('a: ""\n').location(("a",), offset=9).place == Place(1, 4)


def test_a_later_stage_can_locate_its_finding() -> None:
    words = Text("", "")
    kind = Kind("K001", Severity.WARNING, words, words, words)
    finding = source(DEPARTMENT).locate(Diagnostic(kind, ("projects", 0, "budget"), {"x": "1"}))
    assert (finding.file, finding.place, finding.excerpt) == ("dept.yaml", Place(5, 13), "    budget: 4.02")
    assert (finding.kind, finding.arguments) == (kind, {"x": "1"})


def test_load_reads_a_file_and_no_more_than_it_may(tmp_path: Path) -> None:
    path = tmp_path / "dept.yaml"
    path.write_bytes(b"year: 2025")
    outcome = load(path)
    assert outcome.value is not None
    assert (outcome.value.file, outcome.value.data) == (str(path), {"year": Decimal(2025)})
    with path.open("wb") as stream:
        stream.truncate(LIMIT * 1000)
    assert [diagnostic.kind.code for diagnostic in load(path).diagnostics] == ["L001"]
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.yaml")


@given(st.from_regex(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?", fullmatch=True))
def test_numbers_round_trip(number: str) -> None:
    value = data(f"a: {number}\nb: [{number}]\n")
    assert value == {"a": Decimal(number), "b": [Decimal(number)]}
    assert f"{value['a']:f}" == number


# The dumper writes the rare line breaks as they are, and YAML itself then folds them.
TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029").filter(
        lambda c: not REFUSED.match(c)
    )
)
TREES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.from_regex("[a-z]+", fullmatch=True), inner)
)


@given(TREES, st.sampled_from([True, False, None]))
def test_any_text_dumped_reads_back(tree: Any, flow: bool | None) -> None:  # noqa: FBT001
    # Without a width the dumper puts a line break for a blank, which between two hanzi is just what is not read back.
    dumped = yaml.safe_dump({"a": tree}, allow_unicode=True, width=10**9, default_flow_style=flow)
    outcome = read(dumped.encode(), "x")
    assert outcome.value is not None
    assert outcome.value.data == {"a": tree}, dumped


def well_behaved(content: bytes) -> None:
    outcome = read(content, "x")
    assert outcome.value is not None
    for diagnostic in outcome.diagnostics:
        finding = outcome.value.locate(diagnostic)
        assert finding.place.line >= 1
        assert finding.place.column >= 1
        assert finding.kind.what.say("zh", finding.arguments)
        assert finding.kind.what.say("en", finding.arguments)
        assert finding.kind.cure.say("zh", finding.arguments)
        assert not REFUSED.search(finding.excerpt)


@given(st.binary(max_size=400))
def test_no_bytes_raise(content: bytes) -> None:
    well_behaved(content)


SYNTAX = st.text(st.sampled_from(list("ab甲：，。“”「」 \n\t:-?[]{}#&*!|>'\"%@`,\\u0.~<\r")), max_size=60)


@given(SYNTAX)
def test_no_syntax_raises(text: str) -> None:
    well_behaved(text.encode())


@given(st.data())
def test_no_slip_in_a_good_file_raises(draw: st.DataObject) -> None:
    start = draw.draw(st.integers(0, len(DEPARTMENT)))
    end = draw.draw(st.integers(start, min(start + 6, len(DEPARTMENT))))
    well_behaved((DEPARTMENT[:start] + draw.draw(SYNTAX)[:5] + DEPARTMENT[end:]).encode())


def test_the_parser_in_python_serves_where_libyaml_is_missing() -> None:
    program = (
        "import yaml; del yaml.CBaseLoader\n"
        "from perfeval.load import read\n"
        "outcome = read('a: 1.5\\nb: [甲\\n  乙]\\n'.encode(), 'x')\n"
        "print(ascii(outcome.value.data), outcome.diagnostics)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "{'a': Decimal('1.5'), 'b': ['\\u7532\\u4e59']} ()\n"
