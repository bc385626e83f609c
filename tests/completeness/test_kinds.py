"""No message without a case: every kind of finding is raised by an input, and says what it means in both languages."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import perfeval
from perfeval.diagnostic import Kind
from perfeval.rules import RULES
from planted import FAULTS, found_in
from raised import RAISED

HANZI = re.compile("[\u4e00-\u9fff]")
FAMILIES = {"A": 3, "L": 38, "S": 25, "T": 23, "K": 25, "R": 20, "W": 3}
"""How many kinds of each letter there are at least: fewer found means that the search has gone blind."""


def _kinds() -> Iterator[Kind]:
    for module in pkgutil.walk_packages(perfeval.__path__, "perfeval."):
        if not module.name.endswith("__main__"):
            yield from (
                value for value in vars(importlib.import_module(module.name)).values() if isinstance(value, Kind)
            )
    yield from (rule.kind for rule in RULES)


KINDS = tuple({id(kind): kind for kind in _kinds()}.values())
CODES = sorted(kind.code for kind in KINDS)
RULE_CASES = {fault.code: fault for fault in FAULTS}


@pytest.mark.parametrize("family", FAMILIES)
def test_the_kinds_were_found(family: str) -> None:
    assert len([code for code in CODES if code.startswith(family)]) >= FAMILIES[family]


def test_a_code_has_one_letter_three_digits_and_one_kind() -> None:
    assert len(set(CODES)) == len(CODES)
    assert [code for code in CODES if not re.fullmatch("[ALSKRWT][0-9]{3}", code)] == []


def test_there_is_a_case_for_every_kind_and_none_for_what_is_gone() -> None:
    assert {rule.kind.code for rule in RULES} == RULE_CASES.keys()
    assert set(CODES) == RAISED.keys() | RULE_CASES.keys()


@pytest.mark.unsound_template("faults are what it is about")
@pytest.mark.parametrize("code", CODES)
def test_a_kind_is_raised_and_can_be_said(code: str, tmp_path: Path) -> None:
    found = found_in(RULE_CASES[code].text, tmp_path) if code in RULE_CASES else RAISED[code](tmp_path)
    told = next(finding for finding in found if finding.kind.code == code)
    for words in (told.kind.what, told.kind.why, told.kind.cure):
        zh, en = (words.say(lang, told.arguments) for lang in ("zh", "en"))
        assert zh != en
        assert HANZI.search(zh)
        assert len(zh) >= 4
        assert len(en) >= 5
        assert not re.search(r"\bNone\b(?! 或| and)", zh + en)
    assert told.place.line >= 1
    assert told.place.column >= 1


@pytest.mark.parametrize("kind", KINDS, ids=[kind.code for kind in KINDS])
def test_words_are_punctuated_alike(kind: Kind) -> None:
    """A message ends without a stop, for it may end with what is to be typed; no English lacks a translation."""
    for words in (kind.what, kind.why, kind.cure):
        assert not words.zh.endswith(("。", ".", "，", " "))
        assert not words.en.endswith((".", ",", " "))
        assert "  " not in words.zh + words.en
        assert set(re.findall(r"\{(\w+)\}", words.zh)) >= set(re.findall(r"\{(\w+)\}", words.en))
