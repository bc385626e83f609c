"""The families of rules, and which rules are asked."""

from dataclasses import dataclass

from perfeval.diagnostic import Text
from perfeval.rules.rule import AnyAcrossRule, Rule

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
