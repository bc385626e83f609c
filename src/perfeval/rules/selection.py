"""The families of rules, and which rules are asked."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from perfeval.diagnostic import Diagnostic, Kind, Severity, Text
from perfeval.rules.rule import AnyAcrossRule, Rule
from perfeval.settings import choose
from perfeval.standards import Standard

FAMILIES = {
    "K1": Text("指标与分值", "indicators and weights"),
    "K2": Text("得分与等级", "scores and grades"),
    "K3": Text("金额", "amounts"),
    "K4": Text("与上年比较、资产、人员", "comparisons with last year, assets, staff"),
    "K5": Text("别处已写的数", "what is stated elsewhere"),
    "K6": Text("文字与格式", "prose and form"),
    "K7": Text("日期与文件", "dates and documents"),
    "K8": Text("预算执行", "execution"),
}
"""What a rule is about, by the beginning of its code."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules are asked, by their codes or the beginnings of codes: ``("K2", "K301")``.

    Those ``selected``; where nothing is, all but those on request. Never those ``ignored``.
    """

    selected: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    def takes(self, rule: Rule | AnyAcrossRule) -> bool:
        """Whether the rule is asked."""
        code = rule.kind.code
        wanted = code.startswith(self.selected) if self.selected else not rule.on_request
        return wanted and not code.startswith(self.ignored)


ALL = Selection()

OFF_UNKNOWN = Kind(
    "S309",
    Severity.ERROR,
    what=Text(
        "评分标准《{standard}》的 checks.off 写了不存在的规则 {name}{hint}",
        "standard “{standard}” puts off a rule that does not exist, {name}{hint}",
    ),
    why=Text("代码写错，本想停用的规则仍在检查", "under a wrong code the rule meant is still asked"),
    cure=Text("改正代码；perfeval rules 列出全部", "correct the code; `perfeval rules` lists all"),
)


def misnamed_off(standard: Standard, codes: Collection[str]) -> Iterator[Diagnostic]:
    """Codes that a scoring standard puts off, though no rule is called so; told at the report's ``standard``."""
    for code in standard.checks.off:
        if code not in codes:
            yield Diagnostic(OFF_UNKNOWN, ("standard",), {"standard": standard.title, **choose(code, codes)})
