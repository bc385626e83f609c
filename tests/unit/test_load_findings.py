"""Every refusal and every trap of the YAML reader, with its code, line and column."""

import importlib
import pkgutil
import subprocess
import sys
from functools import cache

import pytest

import perfeval.load
from perfeval.diagnostic import Finding, Kind, Outcome, Severity
from perfeval.load import Source, read
from perfeval.load.encoding import LIMIT

CASES: list[tuple[str | bytes, list[tuple[str, int, int]]]] = [
    # the file as a whole
    (b"#" * (LIMIT + 1), [("L001", 1, 1)]),
    (b"a: 1\nb: \xff\xfe\n", [("L002", 2, 4)]),
    (b"\xef\xbb\xbfa: \xff", [("L002", 1, 4)]),
    (b"name: caf\xe9\n", [("L002", 1, 10)]),
    ("# x\nname: 藁城区财政局\n".encode("gb18030"), [("L003", 2, 7)]),
    ("名称: x\n".encode("utf-16"), [("L004", 1, 1)]),
    ("name: 甲\n".encode("utf-16-le"), [("L004", 1, 1)]),
    ("name: 甲\n".encode("utf-16-be"), [("L004", 1, 1)]),
    ("", [("L005", 1, 1)]),
    ("# only a comment\n", [("L005", 1, 1)]),
    ("---\n~\n", [("L005", 2, 1)]),
    ("\n- a\n- b\n", [("L006", 2, 1)]),
    ("文字\n", [("L006", 1, 1)]),
    ("12.5\n", [("L006", 1, 1)]),
    # characters
    ("a: b\n甲: 乙\x07丙\x00\n", [("L010", 2, 5), ("L010", 2, 7)]),
    ("a: \x7f\x9f\n", [("L010", 1, 4), ("L010", 1, 5)]),
    ('a: "甲\\x01\\e"\n', [("L010", 1, 6), ("L010", 1, 10)]),
    ('a: "甲\n  乙\\0丙"\n', [("L010", 2, 4)]),
    ('"\\a": 1\n', [("L010", 1, 2)]),
    ('a: "x\\ud800"\n', [("L011", 1, 6)]),
    ("a: \ufffe\U0001ffff\ufdd0\n", [("L012", 1, 4), ("L012", 1, 5), ("L012", 1, 6)]),
    ('a: "\\uFFFE\\U0010FFFF"\n', [("L012", 1, 5), ("L012", 1, 11)]),
    ("a: 甲\u202e乙\u202c\nb: \u2066\n", [("L013", 1, 5), ("L013", 1, 7), ("L013", 2, 4)]),
    ('a: "\\u2067"\n', [("L013", 1, 5)]),
    ("a: 1\n\ufeffb: 2\n", [("L014", 2, 1)]),
    # what YAML can do and the data must not
    ("a: 1\nb: 2\na: 3\nc: {x: 1, x: 2}\nb: 4\n", [("L020", 3, 1), ("L020", 4, 11), ("L020", 5, 1)]),
    ('a: 1\n"a": 2\n', [("L020", 2, 1)]),
    ("a: &x 1\n", [("L021", 1, 4)]),
    ("a: &x\n  b: &y [1]\n", [("L021", 1, 4), ("L021", 2, 6)]),
    ("a: &x 1\nb: *x\nc: [*x]\n", [("L021", 1, 4), ("L022", 2, 4), ("L022", 3, 5)]),
    ("*x : 1\n", [("L022", 1, 1)]),
    ("*x\n", [("L022", 1, 1)]),
    ("a: *x y\n", [("L022", 1, 4)]),
    ("a:\n  <<: {b: 1}\n", [("L023", 2, 3)]),
    ("a: !x y\nb: !!str 1\nc: !\n", [("L024", 1, 4), ("L024", 2, 4), ("L024", 3, 4)]),
    ("a: " + "[" * 32 + "]" * 32, [("L025", 1, 35)]),
    ("a: 1\n---\nb: 2\n", [("L026", 2, 1)]),
    ("a: 1\n...\nb: 2\n", [("L026", 3, 1)]),
    ("? [a]\n: 1\n", [("L027", 1, 3)]),
    ("~: 1\n? \n: 2\n", [("L027", 1, 1), ("L027", 2, 2)]),
    ("a: 1234567890123456789012345\nb: 0.123456789012345678901234\n", [("L028", 1, 4), ("L028", 2, 4)]),
    ("a: [" + "1," * 500_000 + "]", [("L029", 1, 1_000_001)]),
    # syntax
    ("%YAML 2.0\n---\na: 1\n", [("L030", 1, 1)]),
    ("a:\n\tb: 1\n", [("L031", 2, 1)]),
    ("a:\n  b: 1\n  \tc: 1\n", [("L031", 3, 3)]),
    ('a: 1\nb: "甲\nc: 3\n', [("L032", 2, 4)]),
    ("b: '甲\nc: 3\n", [("L032", 1, 4)]),
    ('a: "甲\nyear: "2025"\n', [("L032", 1, 4)]),
    ("a: [1, 2\nb: 3\n", [("L033", 1, 4)]),
    ("a: {b: 1", [("L033", 1, 4)]),
    ("a: 1\nb: [\n# ok", [("L033", 2, 4)]),
    ('a: {b: "x" c: y}\n', [("L033", 1, 12)]),
    ("a: 1\n名称：值\nb: 2\n", [("L034", 2, 3)]),
    ("名称：值\nb: 1\n", [("L034", 1, 3)]),
    ("year：2025", [("L034", 1, 5)]),
    ("a: 1\nprojects：\n  - b: 1\n", [("L034", 2, 9)]),
    ("a: {b：1}\n", [("L034", 1, 6)]),
    ("a: 甲\n  year：2025\n", [("L034", 2, 7)]),
    ("year:2025", [("L035", 1, 5)]),
    ("a: 1\nyear:2025\nb: 1\n", [("L035", 2, 5)]),
    ("a: {b: 1, c:2}\n", [("L035", 1, 12)]),
    ("a: 1\nb:　2\n", [("L035", 2, 2)]),
    ("a: 1\nnumber: [2023]20号 文  # 注\n", [("L036", 2, 9)]),
    ('name: "强基"工程\n', [("L036", 1, 7)]),
    ('p:\n  - {name: "强基"工程, b: 1}\n', [("L036", 2, 12)]),
    ("p: {number: [2023]20号, b: 1}\n", [("L036", 1, 13)]),
    ("a: @x\n", [("L037", 1, 4)]),
    ("a: 1\nb: `x`\n", [("L037", 2, 4)]),
    ("a: %5\n", [("L037", 1, 4)]),
    ("a: >= 100%\n", [("L037", 1, 4)]),
    ("a: **重点**工作\n", [("L037", 1, 4)]),
    ("a: &重点 工作\n", [("L037", 1, 4)]),
    ("a: !重 点\n", [("L037", 1, 4)]),
    ("a: ]\n", [("L037", 1, 4)]),
    ("a: {{ x }}元，{{ y }}\n", [("L037", 1, 4)]),
    ("a: {% x %}\n", [("L037", 1, 4)]),
    ("p: {a: @x, b: {{ y }}}\n", [("L037", 1, 8)]),
    ("title: 关于: 意见\n", [("L038", 1, 8)]),
    ("a: {b: 关于: 意见, c: 1}\n", [("L038", 1, 8)]),
    ("a:\n  - 1\n - 2\n", [("L039", 3, 2)]),
    ("a:\n  - 1\n   - 2\n", [("L039", 3, 4)]),
    ("a:\n  -b\n  -c\n", [("L039", 3, 3)]),
    ("a: - x\n", [("L039", 1, 4)]),
    ("a: 1\n- b\n", [("L039", 2, 1)]),
    ("a:\n  b: 1\n   c: 2\n", [("L040", 3, 4)]),
    ("a:\n   b: 1\n  c: 2\n", [("L040", 3, 3)]),
    ("a: |\n甲乙\nb: 1\n", [("L041", 2, 1)]),
    ('a: "C:\\q"\n', [("L042", 1, 7)]),
    ('a: ["甲"，"乙"]\n', [("L043", 1, 8)]),
    ("a: {b: 1，c: 2}\n", [("L043", 1, 9)]),
    ("a: 1\n　b: 2\n", [("L044", 2, 1)]),
    # doubts
    ("a: 1\nb: 冀财〔2019〕 #20号\n", [("L050", 2, 13)]),
    ("a: 文件 #号\n", [("L050", 1, 7)]),
    ("a: [区委，区政府, “乙”]\n", [("L051", 1, 7), ("L051", 1, 13)]),
    ("a: ［甲，乙］\n", [("L051", 1, 4)]),
]

CLEAN = [
    "a: 值  # 说明\nb: 值 # 说明\nc: x #20\nd: 1 #2\n",
    "a: “强基”工程\nb: 【甲】\nc: 甲，乙\nd: 说明：好\n",
    "a: 甲\n  http://x\n  说明：乙\n",
    "a: |\n  - 甲\n  year：1\n  *重点* #20\n",
    "a: <<\n'<<': 1\nb: '*x'\nc: x[2023]\n",
    "%YAML 1.2\n---\na: 1\n...\n",
    "\ufeffa: 1",
    "a: " + "[" * 31 + "]" * 31,
]


@cache
def examined(source: str | bytes) -> Outcome[Source]:
    return read(source if isinstance(source, bytes) else source.encode(), "dept.yaml")


def findings(source: str | bytes) -> list[Finding]:
    outcome = examined(source)
    assert outcome.value is not None
    return [outcome.value.locate(diagnostic) for diagnostic in outcome.diagnostics]


def kinds() -> dict[str, Kind]:
    modules = [importlib.import_module(f"perfeval.load.{m.name}") for m in pkgutil.iter_modules(perfeval.load.__path__)]
    return {value.code: value for module in modules for value in vars(module).values() if isinstance(value, Kind)}


@pytest.mark.parametrize(("source", "expected"), CASES, ids=lambda value: repr(value)[:40])
def test_finding_and_its_place(source: str | bytes, expected: list[tuple[str, int, int]]) -> None:
    assert [(f.kind.code, f.place.line, f.place.column) for f in findings(source)] == expected


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_places_do_not_depend_on_the_line_ends(newline: str) -> None:
    for source, expected in CASES:
        if isinstance(source, str) and len(source) < 1000:
            found = findings(source.replace("\n", newline))
            assert [(f.kind.code, f.place.line, f.place.column) for f in found] == expected, source


@pytest.mark.parametrize("source", CLEAN)
def test_nothing_to_find(source: str) -> None:
    assert findings(source) == []


def test_every_kind_is_met_and_can_be_said() -> None:
    met = {finding.kind.code: finding for source, _ in CASES for finding in findings(source)}
    assert len(kinds()) >= 38
    assert met.keys() == kinds().keys()
    for finding in met.values():
        for words in (finding.kind.what, finding.kind.why, finding.kind.cure):
            for said in (words.say("zh", finding.arguments), words.say("en", finding.arguments)):
                assert said
                assert "{}" not in said


def test_one_code_one_kind() -> None:
    modules = [importlib.import_module(f"perfeval.load.{m.name}") for m in pkgutil.iter_modules(perfeval.load.__path__)]
    every = {id(value): value for module in modules for value in vars(module).values() if isinstance(value, Kind)}
    assert len(every) == len(kinds())


def test_errors_take_the_data_and_warnings_do_not() -> None:
    for source, _ in CASES:
        outcome = examined(source)
        assert outcome.value is not None
        wrong = any(d.kind.severity is Severity.ERROR for d in outcome.diagnostics)
        assert (outcome.value.data is None) is wrong


@pytest.mark.parametrize(
    ("source", "fixed"),
    [
        ("number: [2023]20号\n", 'number: "[2023]20号"'),
        ('name: "强基"工程  # 注\n', "name: '\"强基\"工程'"),
        ("a: 'it's'\n", "a: \"'it's'\""),
        ('p: {a: 1, name: "强基"工程, b: 1}\n', "name: '\"强基\"工程'"),
        ("p: [[2023]20号, b]\n", '"[2023]20号"'),
        ("a: @x\n", 'a: "@x"'),
        ("p: {a: @x, b: 1}\n", 'a: "@x"'),
        ("a: >= 100%\n", 'a: ">= 100%"'),
        ("t: 关于: 意见\n", 't: "关于: 意见"'),
        ("t: {{ x }}元，{{ y }}, z\n", 't: "{{ x }}元，{{ y }}, z"'),
        ("p: {a: {{ x }}, b: 1}\n", 'a: "{{ x }}"'),
        ("year：2025\n", "year: 2025"),
        ("year:2025\n", "year: 2025"),
        ("a: 文件 #20号\n", '"文件 #20号"'),
    ],
)
def test_the_cure_shows_the_corrected_value_and_it_works(source: str, fixed: str) -> None:
    (finding,) = findings(source)
    assert finding.arguments["fixed"] == fixed
    assert fixed in finding.kind.cure.say("zh", finding.arguments)
    assert fixed in finding.kind.cure.say("en", finding.arguments)
    assert findings(fixed if ": " in fixed and fixed[0] not in "\"'" else f"a: {fixed}") == []


def test_words() -> None:
    (finding,) = findings("budget: 1\n\nbudget: 2\n")
    assert finding.kind.what.say("zh", finding.arguments) == "键“budget”出现了两次，第一次在第 1 行"
    assert finding.kind.what.say("en", finding.arguments) == "the key “budget” is there twice, first on line 1"
    assert finding.excerpt == "budget: 2"
    assert finding.file == "dept.yaml"


def test_excerpts_show_no_refused_character() -> None:
    (finding,) = findings("a: 甲\u202e乙\n")
    assert finding.excerpt == "a: 甲\ufffd乙"
    (finding,) = findings("name: 藁城区财政局\n".encode("gb18030"))
    assert finding.excerpt == "name: 藁城区财政局"


def test_findings_are_many_but_not_endless() -> None:
    assert len(findings("\x00" * 5000)) <= 201
    assert len(findings("a: 1\n" * 5000)) == 100


def test_nesting_without_end_does_not_crash_the_process() -> None:
    program = (
        "from perfeval.load import Source, read\n"
        "for text in ('[' * 100_000, 'a: ' + '{' * 1_000_000, '- ' * 100_000, '? ' * 100_000,\n"
        "             ''.join(' ' * i + 'a:\\n' for i in range(2000))):\n"
        "    print({d.kind.code for d in read(text.encode(), 'x').diagnostics} & {'L025'})\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "{'L025'}\n" * 5
