"""``perfeval rules``: every rule by family, and one rule with its examples and what is found in them."""

import json
import re

import pytest

from perfeval.diagnostic import SEVERITIES, Text
from perfeval.pipeline import try_rules
from perfeval.reporters import catalogue
from perfeval.reporters.findings.text import block
from perfeval.rules import CODES, EVERY, FAMILIES, AnyRule, Selection
from tools.command import Run

each = pytest.mark.parametrize("rule", EVERY, ids=CODES)
HANZI = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_stands_in_its_family_on_one_line(lang: str, run: Run) -> None:
    ran = run("rules", "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert [line[2:6] for line in lines if re.match("  K[0-9]{3}  ", line)] == sorted(CODES)
    assert [line for line in lines if re.match("K[0-9]  .", line)] == [
        f"{family}  {title.zh if lang == 'zh' else title.en}" for family, title in FAMILIES.items()
    ]
    for rule in EVERY:
        (line,) = [line for line in lines if line.startswith(f"  {rule.kind.code}  ")]
        assert (rule.formula.zh if lang == "zh" else rule.formula.en) in line
        assert f"  {SEVERITIES[rule.kind.severity].zh if lang == 'zh' else rule.kind.severity} " in line
        assert ("--select" in line) is rule.on_request


def test_json_has_every_rule_with_the_same_keys(run: Run) -> None:
    told = json.loads(run("rules", "--format", "json", "--lang", "zh").out)
    assert [one["code"] for one in told] == sorted(CODES)
    assert len({tuple(one) for one in told}) == 1
    assert [one["code"] for one in told if one["on_request"]] == sorted(
        rule.kind.code for rule in EVERY if rule.on_request
    )


@each
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_rule_is_told_with_its_words_examples_and_finding(lang: str, rule: AnyRule, run: Run) -> None:
    ran = run("rules", rule.kind.code, "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    for example in (rule.passes, rule.fails):
        for text in catalogue.files(rule, example).values():
            assert all(f"    {line}\n" in ran.out for line in text.splitlines() if line)
    found = try_rules(catalogue.files(rule, rule.fails), Selection((rule.kind.code,)))
    assert rule.kind.code in {finding.kind.code for finding in found}
    for finding in found:
        assert block(finding, "zh" if lang == "zh" else "en", coloured=False).rstrip() in ran.out


@each
def test_json_of_one_rule_has_the_findings_in_its_example(rule: AnyRule, run: Run) -> None:
    told = json.loads(run("rules", rule.kind.code, "--format", "json").out)
    assert (told["code"], told["severity"]) == (rule.kind.code, rule.kind.severity)
    assert told["fails"] == catalogue.files(rule, rule.fails)
    assert rule.kind.code in {finding["code"] for finding in told["findings"]}


def test_what_holds_everywhere_has_no_mark_and_what_does_not_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = next(rule for rule in EVERY if rule.kind.code == "K104")
    monkeypatch.setattr(catalogue, "_off_in", {"mof-2020": ("K104",), "shijiazhuang": ()}.__getitem__)
    assert catalogue.text([rule], "zh").endswith("（mof-2020 不检查）")
    assert catalogue.text([rule], "en").endswith("(not asked by mof-2020)")
    assert json.loads(catalogue.as_json([rule], "en"))[0]["off"] == ["mof-2020"]


def test_the_beginning_of_a_code_lists_the_rules_that_have_it(run: Run) -> None:
    ran = run("rules", "k8", "--lang", "zh")
    assert [line.split()[0] for line in ran.out.splitlines()] == ["K8", "K801", "K802"]
    assert ran.code == 0


@pytest.mark.parametrize(("given", "near"), [("KK201", "K201"), ("zzzz", "")])
def test_an_unknown_code_is_told_with_the_nearest(given: str, near: str, run: Run) -> None:
    said = {
        "zh": f"perfeval：没有代码为 {given} 的规则{f'，是不是“{near}”？' if near else ''}",
        "en": f"perfeval: there is no rule {given}{f'; did you mean “{near}”?' if near else ''}",
    }
    for lang, words in said.items():
        ran = run("rules", given, "--lang", lang)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(words)


def test_families_are_named_in_both_languages() -> None:
    for title in FAMILIES.values():
        assert isinstance(title, Text)
        assert HANZI.search(title.zh)
        assert not HANZI.search(title.en)
