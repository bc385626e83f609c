"""Targets and actual values: what was achieved is not copied from the target, and a number can be checked."""

import re
from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Severity, Text
from perfeval.figures import Facts
from perfeval.figures.indicator_tables import indicators_of
from perfeval.rules.rule import Violation, rule
from perfeval.standards.scoring import target_of

SHORT = 4
"""Words no longer than this are a verdict or a plain quality: 全覆盖, 已完成."""

_SIGNS = ("≥", "≤", ">", "<", "＞", "＜")
_DAY = re.compile(r"[0-9]+\s*(?:年|月|日|季度)")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LIMIT = re.compile(
    r"\s*(?:(?P<least>不[少低小]于|大于等于|大于或等于|至少|不下于)|(?P<most>不[多高大]于|不超过?|小于等于|小于或等于|至多|控制在))"
    r"\s*(?P<number>[0-9]+(?:\.[0-9]+)?.*)"
)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text).rstrip("。；;")


@rule(
    "K121",
    Severity.WARNING,
    what=Text(
        "指标“{name}”的实际完成值照抄年度指标值“{target}”",
        "the actual value of indicator “{name}” is its target copied: “{target}”",
    ),
    why=Text(
        "照抄目标等于没有写完成情况，得分没有依据",
        "a copied target says nothing of what was achieved, and the score has no ground",
    ),
    cure=Text(
        "写实际完成的数或事，或用评分标准规定的评语，如“达成”",
        "say what was done, in numbers or facts, or use a verdict of the standard, such as 达成",
    ),
    formula=Text("实际完成值的文字 ≠ 年度指标值的文字", "words of the actual value ≠ words of the target"),
    passes="indicators: [{name: 产出, groups: [{name: 质量, items: "
    "[{name: 培训, weight: 100, target: 提高业务水平, actual: 考核全部合格, score: 100}]}]}]",
    fails="indicators: [{name: 产出, groups: [{name: 质量, items: "
    "[{name: 培训, weight: 100, target: 提高业务水平, actual: 提高业务水平, score: 100}]}]}]",
)
def actual_is_not_the_target_copied(facts: Facts) -> Iterator[Violation]:
    verdicts = {verdict.word for verdict in facts.standard.indicators.qualitative}
    for pointer, _, item in indicators_of(facts):
        actual, target = item.actual, item.target
        if not isinstance(actual, str) or target is None or actual in verdicts or _bare(actual) != _bare(target):
            continue
        in_words = target_of(target) is None and len(_bare(actual)) > SHORT
        if in_words or _bare(actual).startswith(_SIGNS):
            yield Violation((*pointer, "actual"), {"name": item.name, "target": target})


@rule(
    "K122",
    Severity.NOTE,
    what=Text(
        "指标“{name}”的年度指标值“{target}”是文字，其中的数没有核对",
        "the target of indicator “{name}” is put in words: “{target}”; the number in it is not checked",
    ),
    why=Text(
        "得分是否与完成情况相符，只有目标写成数才能核对",
        "only a target that is a number can be held against the actual value and the score",
    ),
    cure=Text("写成符号加数，如 {better}", "write a sign and a number, such as {better}"),
    formula=Text("可以量化的年度指标值写成符号加数", "a target that is a quantity is a sign and a number"),
    passes="indicators: [{name: 产出, groups: [{name: 数量, items: "
    "[{name: 培训, weight: 100, target: ≥ 20 人, actual: 20, score: 100}]}]}]",
    fails="indicators: [{name: 产出, groups: [{name: 数量, items: "
    "[{name: 培训, weight: 100, target: 不少于20人, actual: 20, score: 100}]}]}]",
)
def quantity_can_be_checked(facts: Facts) -> Iterator[Violation]:
    for pointer, _, item in indicators_of(facts):
        if item.target is None or target_of(item.target) is not None:
            continue
        better = _in_signs(item.target, measured=isinstance(item.actual, Decimal))
        if target_of(better) is not None:
            yield Violation((*pointer, "target"), {"name": item.name, "target": item.target, "better": str(better)})


def _in_signs(target: str, *, measured: bool) -> str | None:
    """A target in words as a sign and a number: a limit always, any other number where one was ``measured``."""
    limit = _LIMIT.match(target)
    if limit is not None:
        return f"{'≥' if limit['least'] else '≤'} {limit['number']}"
    number = _NUMBER.search(_DAY.sub("", target))
    return f"≥ {number[0]}" if number is not None and measured else None


RULES = (actual_is_not_the_target_copied, quantity_can_be_checked)
