"""The rules as people and programs read them: one line each by family, or one with all its words and examples."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from textwrap import indent
from typing import Any

from perfeval.columns import padded, width
from perfeval.diagnostic import SEVERITIES, Finding, Lang, Result, Text
from perfeval.reporters.findings.data import as_object
from perfeval.reporters.findings.text import block
from perfeval.reporters.findings.words import CURE, WHY, unfilled
from perfeval.rules import FAMILIES, AnyRule
from perfeval.rules.rule import HEADER, AcrossRule, files_of
from perfeval.standards import NAMES, read_standard

ON_REQUEST = Text("（用 --select 指定时才检查）", " (asked only with --select)")
OFF = Text("（{names} 不检查）", " (not asked by {names})")
WHAT = Text("消息", "what")
PASSES, FAILS = Text("没有问题：", "Passes:"), Text("有问题：", "Fails:")


def files(rule: AnyRule, example: str) -> dict[str, str]:
    """The example as a file, or as two where the rule compares reports: their texts by name."""
    texts = files_of(example) if isinstance(rule, AcrossRule) else (HEADER + example,)
    return dict(zip(("dept.yaml", "other.yaml"), texts, strict=False))


def text(rules: Iterable[AnyRule], lang: Lang) -> str:
    """By family, one line a rule: code, severity, what must hold."""
    in_order, blocks = _in_order(rules), []
    severities = max(width(words.say(lang)) for words in SEVERITIES.values())
    for family, title in FAMILIES.items():
        lines = [
            f"  {rule.kind.code}  {padded(SEVERITIES[rule.kind.severity].say(lang), severities)}  "
            f"{rule.formula.say(lang)}{_marks(rule, lang)}"
            for rule in in_order
            if rule.kind.code.startswith(family)
        ]
        if lines:
            blocks.append("\n".join((f"{family}  {title.say(lang)}", *lines)))
    return "\n\n".join(blocks)


def as_json(rules: Iterable[AnyRule], lang: Lang) -> str:
    """A list of objects."""
    return json.dumps([_object(rule, lang) for rule in _in_order(rules)], ensure_ascii=False, indent=2)


def one_as_text(rule: AnyRule, found: Iterable[Finding], lang: Lang, *, coloured: bool) -> str:
    """All that a rule says, its two examples, and what is ``found`` in the one that fails."""
    kind = rule.kind
    said = ((WHAT, kind.what), (WHY, kind.why), (CURE, kind.cure))
    examples = ((PASSES, rule.passes), (FAILS, rule.fails))
    return "\n".join(
        (
            f"{kind.code} {SEVERITIES[kind.severity].say(lang)}  {rule.formula.say(lang)}{_marks(rule, lang)}",
            *(f"    {name.say(lang)}  {unfilled(words, lang)}" for name, words in said),
            "",
            *(f"{title.say(lang)}\n{_shown(rule, lines)}" for title, lines in examples),
            *(block(finding, lang, coloured=coloured) for finding in found),
        )
    ).rstrip("\n")


def one_as_json(rule: AnyRule, found: Iterable[Finding], lang: Lang) -> str:
    """The rule's object, with the findings in the example that fails."""
    whole = {**_object(rule, lang), "findings": [as_object(finding, lang) for finding in found]}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _in_order(rules: Iterable[AnyRule]) -> list[AnyRule]:
    return sorted(rules, key=lambda rule: rule.kind.code)


def _object(rule: AnyRule, lang: Lang) -> dict[str, Any]:
    kind = rule.kind
    return {
        "code": kind.code,
        "severity": kind.severity.value,
        "family": FAMILIES[kind.code[:2]].say(lang),
        "formula": rule.formula.say(lang),
        "message": unfilled(kind.what, lang),
        "why": unfilled(kind.why, lang),
        "cure": unfilled(kind.cure, lang),
        "on_request": rule.on_request,
        "off": _off(rule),
        "passes": files(rule, rule.passes),
        "fails": files(rule, rule.fails),
    }


def _shown(rule: AnyRule, example: str) -> str:
    return indent("\n".join(f"{text.rstrip()}\n" for text in files(rule, example).values()), "    ")


def _marks(rule: AnyRule, lang: Lang) -> str:
    """Why a rule is not asked of every report."""
    off = _off(rule)
    return (ON_REQUEST.say(lang) if rule.on_request else "") + (
        OFF.say(lang, {"names": Text("、".join(off), ", ".join(off))}) if off else ""
    )


def _off(rule: AnyRule) -> list[str]:
    """The built-in standards of places where the rule does not hold."""
    return [name for name in NAMES if rule.kind.code in _off_in(name)]


@cache
def _off_in(name: str) -> tuple[str, ...]:
    standard = read_standard(name, Path())
    assert isinstance(standard, Result)
    assert standard.value is not None
    return standard.value.checks.off
