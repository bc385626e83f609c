"""Points by the scoring standard: from the execution rate, and from an indicator's target and actual value."""

import re
from dataclasses import dataclass
from decimal import Decimal

from perfeval.quantity import EXACT, HUNDRED, rate
from perfeval.standards.standard import ExecutionMethod, ReverseMethod, Standard

_TARGET = re.compile(r"\s*(?P<sign>>=|<=|[≥≤><=＝＞＜])?\s*(?P<value>-?[0-9]+(?:\.[0-9]+)?)\s*(?P<unit>[^0-9]*)")
_REVERSE = frozenset(("<=", "≤", "<", "＜"))
_FORWARD = frozenset((">=", "≥", ">", "＞"))
_LIMITS = ("以下", "以内", "之内")
"""Words after a number that say the same as a sign before it."""
_BESIDE_UNIT = re.compile("[以之及（(]")
"""How words begin that stand after a unit: 以上, 之内, （含）."""


@dataclass(frozen=True, slots=True)
class Target:
    """A quantitative target, such as ``>= 100%``: ``forward`` says that more is better, ``reverse`` that less is."""

    value: Decimal
    unit: str
    forward: bool
    reverse: bool


def target_of(text: str | None) -> Target | None:
    """The number in a target's text; None where the target is put in words."""
    match = _TARGET.fullmatch(text) if text is not None else None
    if match is None:
        return None
    reverse = match["sign"] in _REVERSE or match["unit"].rstrip().endswith(_LIMITS)
    unit = _BESIDE_UNIT.split(match["unit"], maxsplit=1)[0].strip()
    return Target(Decimal(match["value"]), unit, match["sign"] in _FORWARD, reverse)


def achievement(target_text: str | None, actual: Decimal | str | None) -> Decimal | None:
    """Actual as a percentage of the target; None without two numbers or with a target that is not above zero."""
    target = target_of(target_text)
    return rate(actual, target.value) if target and target.value > 0 and isinstance(actual, Decimal) else None


def score_by_execution(weight: Decimal, execution_rate: Decimal, standard: Standard) -> Decimal:
    """Points for an execution rate (percent), at most the weight."""
    reached, scoring = min(execution_rate, HUNDRED), standard.execution
    if scoring.method is ExecutionMethod.STEPS and scoring.step is not None:
        reached = EXACT.multiply(EXACT.divide_int(reached, scoring.step), scoring.step)
    elif scoring.method is ExecutionMethod.TABLE:
        reached = next((row.share for row in scoring.table if execution_rate >= row.floor), Decimal(0))
    return _share(weight, reached)


def score_by_target(
    weight: Decimal, target_text: str | None, actual: Decimal | str | None, standard: Standard
) -> Decimal | None:
    """The most points that an actual value allows; None where the standard cannot tell."""
    if isinstance(actual, str):
        verdicts = standard.indicators.qualitative
        return next((_share(weight, verdict.share) for verdict in verdicts if verdict.word == actual), None)
    target = target_of(target_text)
    if target is None or actual is None:
        return None
    if target.value == 0:
        met = actual >= 0 if target.forward else actual <= 0
        return weight if met else Decimal(0)
    if target.value < 0:  # no formula has a meaning here: met, it gives full points; missed, the standard cannot tell
        return weight if (actual <= target.value if target.reverse else actual >= target.value) else None
    if target.reverse:
        return _share(weight, _reverse(actual, target.value, standard.indicators.reverse))
    return _share(weight, max(Decimal(0), _percent(actual, target.value)))


def _reverse(actual: Decimal, target: Decimal, method: ReverseMethod) -> Decimal:
    """The percentage reached where less is better."""
    if actual <= target:
        return HUNDRED
    if method is ReverseMethod.INVERSE:
        return _percent(target, actual)
    return max(Decimal(0), EXACT.subtract(HUNDRED, _percent(EXACT.subtract(actual, target), target)))


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return EXACT.divide(EXACT.multiply(part, HUNDRED), whole)


def _share(weight: Decimal, percent: Decimal) -> Decimal:
    return EXACT.divide(EXACT.multiply(weight, min(percent, HUNDRED)), HUNDRED)
