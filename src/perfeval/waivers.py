"""Waivers: findings that a department accepts as they stand, for as long as what was found stays the same."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from perfeval.diagnostic import Diagnostic, Finding, Kind, Severity, Text, Waived, dotted
from perfeval.model import Waiver
from perfeval.printing import NO_RESULT, plain
from perfeval.settings import choose

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")

UNUSED = Kind(
    "A101",
    Severity.WARNING,
    what=Text("接受了 {code}（{at}），但并没有这条检查意见", "{code} at {at} is waived, but there is no such finding"),
    why=Text(
        "多余的接受会在以后盖住新的差错", "a waiver that covers nothing may one day cover a mistake nobody has seen"
    ),
    cure=Text("删去这一条；位置变了的，改正 at", "remove it, or correct `at` where the place has moved"),
)
VOID = Kind(
    "A102",
    Severity.WARNING,
    what=Text(
        "接受 {code}（{at}）时的数已经变了：{changes}",
        "what was found when {code} at {at} was waived has changed: {changes}",
    ),
    why=Text("接受的是当时的数，数变了就要重新核实", "the numbers of that day were accepted, not these"),
    cure=Text("重新核实；仍然接受的，改写 found", "look again; where it is still right, correct `found`"),
)
NO_RULE = Kind(
    "A103",
    Severity.ERROR,
    what=Text("没有代码为 {name} 的规则{hint}", "there is no rule {name}{hint}"),
    why=Text("代码写错，这一条什么也没有接受", "under a wrong code nothing is waived"),
    cure=Text("用 perfeval rules 查看全部代码", "`perfeval rules` lists all codes"),
)


def accepted(finding: Finding, waivers: Sequence[Waiver]) -> Finding:
    """The finding, marked as waived where a waiver names its code, its place and what it found."""
    waiver = next((one for one in waivers if _is_about(one, finding) and not _changes(one, finding)), None)
    return finding if waiver is None else replace(finding, waived=Waived(waiver.reason, waiver.by))


def doubts(
    findings: Sequence[Finding], waivers: Sequence[Waiver], codes: Collection[str], asked: Collection[str]
) -> Iterator[Diagnostic]:
    """Waivers of nothing: of an unknown code (``codes`` are all there are), of no finding, or of other numbers.

    Nothing is said of a rule that was not ``asked``.
    """
    for index, waiver in enumerate(waivers):
        where = {"code": waiver.code, "at": waiver.at}
        about = [finding for finding in findings if _is_about(waiver, finding)]
        changes = [_changes(waiver, finding) for finding in about]
        if waiver.code not in codes:
            yield Diagnostic(NO_RULE, ("waivers", index, "code"), choose(waiver.code, codes))
        elif changes and all(changes):
            yield Diagnostic(VOID, ("waivers", index, "found"), {**where, "changes": min(changes, key=len)})
        elif not about and waiver.code in asked:
            yield Diagnostic(UNUSED, ("waivers", index, "at"), where)


def found_by(finding: Finding) -> dict[str, Text]:
    """What a finding's message names: what a waiver of it has to repeat."""
    return {
        name: value if isinstance(value, Text) else Text(value, value)
        for name, value in finding.arguments.items()
        if f"{{{name}}}" in finding.kind.what.zh and value
    }


def _is_about(waiver: Waiver, finding: Finding) -> bool:
    return finding.pointer is not None and finding.kind.code == waiver.code and dotted(finding.pointer) == waiver.at


def _changes(waiver: Waiver, finding: Finding) -> str:
    """What the waiver says was found and what is found now, where they differ; empty where they agree."""
    then = {name: _written(value) for name, value in (waiver.found or {}).items()}
    now = {name: (_written(text.zh), _written(text.en)) for name, text in found_by(finding).items()}
    differing = [name for name in {**now, **then} if then.get(name) not in now.get(name, ())]
    return ", ".join(f"{name} {then.get(name, NO_RESULT)} → {now.get(name, (NO_RESULT,))[0]}" for name in differing)


def _written(value: Decimal | str) -> str:
    """Numbers alike, whether they were quoted or not."""
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        return value
    return plain(Decimal(value))
