"""Faults of the forms of projects, and what their rules let pass."""

from faults.fault import REPORT, Fault

OLD = "  - {name: 改造, source: local, budget: 300, received: 300, executed: 280, score: 100}\nindicators:\n"
GROUP = "[{name: 数量指标, items: [{name: 里程, weight: 60, score: 58, reason: 一段延后}, {name: 面积, weight: 30, score: 30}]}]"
FUNDS = "{appropriation: {initial: 200, budget: 200, executed: 190}, carry_over: {budget: 100, executed: 90}}"
NEW = f"""\
  - name: 改造
    source: local
    initial: 250
    budget: 300
    received: 300
    executed: 280
    score: 97
    funds: {FUNDS}
    indicators:
      - {{name: 产出指标, groups: {GROUP}}}
execution_weight: 10
indicators:
"""
INDICATORS = """\
indicators:
  - name: 产出指标
    weight: 50
    groups:
      - name: 数量指标
        weight: 50
        items:
          - {name: 覆盖率, weight: 50, target: ">= 100%", actual: 90, score: 45"""


def form(old: str = "", new: str = "") -> str:
    """The second project with a form of its own, and a change in it."""
    assert NEW.count(old) == 1 or not old
    return NEW.replace(old, new) if old else NEW


FAULTS: tuple[Fault, ...] = (
    Fault("K101", OLD, form("    indicators:\n      - {name: 产出指标, groups: [{name: 数量指标, items: [{name: 里程, weight: 60", "    ⟦indicators:\n      - {name: 产出指标, groups: [{name: 数量指标, items: [{name: 里程, weight: 59"), ("改造", "89", "10", "99")),
    Fault("K101", OLD, form("execution_weight: 10\n", "").replace("    indicators:", "    ⟦indicators:").replace("score: 97", "score: 88"), ("改造", "90")),
    Fault("K102", OLD, form("{name: 产出指标, groups", "{name: 产出指标, weight: ⟦80, groups"), ("产出指标", "80", "90")),
    Fault("K103", OLD, form("{name: 数量指标, items", "{name: 数量指标, weight: ⟦80, items"), ("数量指标", "80", "90")),
    Fault("K114", OLD, form("{name: 数量指标, items: [{name: 里程,", "{name: 成本指标, items: [{name: 里程, target: ⟦≥ 3公里,"), ("里程", "≥ 3公里")),
    Fault("K115", OLD, form("{name: 面积", "{name: ⟦里程"), ("里程",)),
    Fault("K201", OLD, form("weight: 30, score: 30", "weight: 30, score: ⟦31").replace("score: 58", "score: 57"), ("面积", "31", "30")),
    Fault("K203", OLD, form("{name: 面积, weight: 30, score: 30}", "⟦{name: 面积, weight: 30}"), ("面积",)),
    Fault("K204", OLD, form("weight: 30, score: 30", "weight: 30, target: ≥ 20亩, actual: 19, score: ⟦30"), ("面积", "30", "28.5")),
    Fault("K208", OLD, form("score: 58, reason: 一段延后", "score: ⟦58"), ("里程", "60", "2")),
    Fault("K209", OLD, form(GROUP, "[{name: 数量指标, items: [" + ", ".join(f"{{name: {name}, weight: 18, score: 18}}" for name in "甲乙丙丁戊") + "]}]").replace("score: 97", "score: 99").replace("    indicators:", "    ⟦indicators:"), ("5",)),
    Fault("K212", OLD, form("score: 97", "score: ⟦97.5"), ("改造", "97.5", "97")),
    Fault("K212", OLD, form("executed: 280", "executed: 300").replace("executed: 190", "executed: 200").replace("executed: 90", "executed: 100").replace("score: 97", "score: ⟦97"), ("改造", "97", "98"), also=("K303",)),
    Fault("K213", REPORT[REPORT.index("funds:\n"):], "execution_weight: ⟦10\nindicators: [{name: 产出指标, groups: [{name: 数量指标, items: [{name: 里程, weight: 90, score: 90}]}]}]\n", ("10",), also=("K104",)),
    Fault("K205", OLD, form("score: 97\n", "grade: ⟦良好\n"), ("良好", "97", "优秀")),
    Fault("K315", OLD, form("budget: 300", "budget: ⟦300").replace("carry_over: {budget: 100", "carry_over: {budget: 110"), ("改造", "300", "310", "10")),
    Fault("K315", OLD, form("executed: 280", "executed: ⟦280").replace("executed: 90", "executed: 89.9"), ("改造", "280", "279.9", "0.1")),
    Fault("K403", OLD, form("executed: 280", "executed: ⟦280").replace("executed: 90", "executed: 89.99"), ("改造", "280", "279.99")),
    Fault("K315", OLD, form("initial: 250", "initial: ⟦250").replace("{budget: 100", "{initial: 60, budget: 100"), ("改造", "250", "260", "10")),
    Fault("K315", OLD, form("initial: 250", "initial: ⟦250").replace("{initial: 200", "{initial: 260"), ("改造", "250", "260", "10")),
    Fault("K315", OLD, form("initial: 250", "initial: ⟦无"), ("改造", "0", "200")),
    Fault("K315", OLD, form("initial: 250", "initial: ⟦250").replace("{initial: 200", "{initial: —").replace("{budget: 100", "{initial: —, budget: 100"), ("改造", "250", "0")),
    Fault("K308", OLD, form("budget: 200, executed: 190", "budget: 190, executed: ⟦191").replace("budget: 100, executed: 90", "budget: 110, executed: 89"), ("改造", "当年财政拨款", "191", "190")),
    Fault("K504", OLD, form("{name: 面积, weight: 30, score: 30}", "{name: 面积, weight: 30, figure: ⟦projects.count, score: 30}"), ("面积", "projects.count")),
    Fault("K504", OLD, form("{name: 面积, weight: 30, score: 30}", "{name: 面积, weight: 30, figure: ⟦projects.2.execution_rate, score: 30}"), ("面积", "projects.2.execution_rate", "funds.execution_rate")),
    Fault("K504", OLD, form("{name: 面积, weight: 30, score: 30}", "{name: 面积, weight: 30, figure: ⟦funds.budget, score: 30}"), ("面积", "funds.budget")),
    Fault("K505", OLD, form("{name: 面积, weight: 30, score: 30}", "{name: 面积, weight: 30, figure: funds.execution_rate, actual: ⟦92.86, score: 27, reason: 冬季停工}").replace("weight: 60", "weight: 70").replace("score: 97", "score: 85"), ("面积", "92.86", "93.33%")),
    Fault("K101", INDICATORS, f"execution_weight: 10\n⟦{INDICATORS.replace('50', '40').replace('45', '36')}", ("90", "execution_weight"), also=("K104", "K206", "K502")),
    Fault("K316", "project: {value: 400, previous: 410}", "⟦project: {value: 400, previous: 410, adjusted: 419}", ("420", "419")),
    Fault("K316", "project: {value: 400, previous: 410}", "⟦project: {value: 400, previous: 410, final: 389}", ("390", "389")),
    Fault("K405", "    basic: {change: 60}\n    project: {value: 400, previous: 410}\n", "    adjusted: 1100\n    basic: {change: 60, adjusted: ⟦610}\n    project: {value: 400, previous: 410, adjusted: 480}\n", ("1090", "1100")),
    Fault("K405", "    basic: {change: 60}\n    project: {value: 400, previous: 410}\n", "    final: 1000\n    basic: {change: 60, final: ⟦610}\n    project: {value: 400, previous: 410, final: 480}\n", ("1090", "1000")),
)  # fmt: skip

HARMLESS: dict[str, tuple[str, str]] = {
    "K101 where execution and indicators make up the hundred": (OLD, form()),
    "K202 where the form gives the score": (OLD, form("    score: 97\n", "")),
    "K212 where the score is the form's at two decimals": (OLD, form("score: 58,", "score: 57.995,").replace("score: 97", "score: 97.00")),
    "K115 where the department has an indicator of the name": (OLD, form("{name: 里程", "{name: 覆盖率")),
    "K315 where one kind does not say its initial budget": (OLD, form("initial: 250", "initial: 260")),
    "K315 where all is nothing": (OLD, form("initial: 250", "initial: 无").replace("{initial: 200", "{initial: 无").replace("{budget: 100", "{initial: —, budget: 100")),
    "K316 where the projects are all project expenditure": ("project: {value: 400, previous: 410}", "project: {value: 400, previous: 410, adjusted: 420, final: 390}"),
    "K308 where the project gives a reason": (OLD, form("budget: 200, executed: 190", "budget: 190, executed: 191").replace("budget: 100, executed: 90", "budget: 110, executed: 89").replace("    score: 97", "    reason: 动用结转\n    score: 97")),
    "K405 where one part says nothing of the year's end": ("    basic: {change: 60}\n", "    adjusted: 1100\n    basic: {change: 60, adjusted: 610}\n"),
}  # fmt: skip
