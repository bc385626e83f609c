"""Faults of scores and grades, and what their rules let pass."""

from faults.fault import REPORT, Fault

INDICATORS = REPORT[REPORT.index("indicators:") : REPORT.index("conclusion:")]
PERFECT = """\
indicators:
  - {name: 产出指标, groups: [{name: 数量指标, items: [{name: 甲, weight: 10, score: 10}, {name: 乙, weight: 40, score: 40}]}]}
  - {name: 预算执行率指标, groups: [{name: 预算执行率, items: [{name: 执行进度, weight: 10, score: 10}]}]}
  - {name: 效益指标, groups: [{name: 社会效益指标, items: [{name: 环境, weight: 30, score: 30}]}]}
  - {name: 满意度指标, groups: [{name: 服务对象满意度指标, items: [{name: 满意度, weight: 10, score: 10}]}]}
"""
REBUILDING = "- {name: 改造, source: local, budget: 300, received: 300, executed: 280, score: 100}"
OTHERS = """\
- {name: 改造, source: local, budget: 100, received: 100, executed: 80, score: 9.3}
  - {name: 绿化, source: local, budget: 100, received: 100, executed: 100, score: 100}
  - {name: 照明, source: local, budget: 100, received: 100, executed: 100, score: 100}"""

FAULTS: tuple[Fault, ...] = (
    Fault("K201", "weight: 10, score: 10}", "weight: 10, score: ⟦10.5}", ("满意度", "10.5", "10")),
    Fault("K201", "executed: 280, score: 100", "executed: 280, score: ⟦100.01", ("改造", "100.01", "100")),
    Fault("K202", "- {name: 改造, source: local, budget: 300, received: 300, executed: 280, score: 100}", "- ⟦{name: 改造, source: local, budget: 300, received: 300, executed: 280}", ("改造",)),
    Fault("K203", "- {name: 满意度, weight: 10, score: 10}", "- ⟦{name: 满意度, weight: 10}", ("满意度",), also=("K502",)),
    Fault("K204", "actual: 90, score: 45", "actual: 90, score: ⟦45.5", ("覆盖率", "45.5", "45")),
    Fault("K204", "funds.execution_rate, score: 9,", "funds.execution_rate, score: ⟦9.5,", ("执行率", "9.5", "9")),
    Fault("K204", "actual: 部分达成, score: 24", "actual: 部分达成, score: ⟦25", ("环境", "25", "24")),
    Fault("K205", "score: 85, grade: 优秀", "score: 84.99, grade: ⟦优秀", ("优秀", "84.99", "良好")),
    Fault("K206", "grade: 优秀\nexpect", "grade: ⟦良好\nexpect", ("良好", "88", "优秀")),
    Fault("K207", 'target: ">= 100%", actual: 90, score: 45, reason: 个别路段未改造', 'target: ⟦">= 100%", actual: 130, score: 50', ("覆盖率", "130.00%", "130%")),
    Fault("K207", 'target: ">= 100%", actual: 90, score: 45, reason: 个别路段未改造', 'target: ⟦">= 100%", actual: 131, score: 45', ("覆盖率", "131.00%", "130%")),
    Fault("K208", "score: 45, reason: 个别路段未改造", "score: ⟦45", ("覆盖率", "50", "5")),
    Fault("K208", "- {name: 执行率, weight: 10, figure: funds.execution_rate, score: 9, reason: 改造延后验收}", "- ⟦{name: 执行率, weight: 10, figure: funds.execution_rate}", ("执行率", "10", "1")),
    Fault("K208", "weight: 10, score: 10}", 'weight: 10, target: "<= 10%", actual: 13, score: ⟦7}', ("满意度", "10", "3")),
    Fault("K209", INDICATORS, PERFECT.replace("indicators", "⟦indicators"), ("5",)),
    Fault("K210", REBUILDING, OTHERS.replace("score: 9.3", "score: ⟦9.3"), ("改造", "9.3", "73.58", "80.00%")),
    Fault("K801", REBUILDING, OTHERS.replace("budget: 100, received: 100, executed: 80", "budget: 20, received: 20, executed: ⟦5").replace("100, received: 100, executed: 100, score", "140, received: 140, executed: 140, score", 1).replace("100, received: 100, executed: 100, score", "140, received: 140, executed: 135, score"), ("改造", "25.00%")),
    Fault("K211", "score: 85, grade: 优秀", "score: 80, result_use: ⟦优先保障", ("维护费", "良好", "优先保障", "予以支持")),
    Fault("K211", "score: 85, grade: 优秀}\n  - {name: 改造, source: local, budget: 300, received: 300, executed: 280, score: 100}", "score: 80, result_use: ⟦优先保障}\n  - {name: 改造, source: local, budget: 300, received: 300, executed: 280, score: 84, result_use: 优先保障}", ("维护费", "2")),
)  # fmt: skip

HARMLESS: dict[str, tuple[str, str]] = {
    "K201 where a score is marked as not applicable": ("executed: 280, score: 100", "executed: 280, score: —"),
    "K202 where the department has chosen": ("missing_score: error", "missing_score: skip"),
    "K204 where the target is put in words": ('target: ">= 100%", actual: 90, score: 45', "target: 全覆盖, actual: 90, score: 45"),
    "K205 at the lower edge of a band": ("score: 85, grade: 优秀", "score: 75, grade: 良好"),
    "K207 below the line": ("actual: 90, score: 45, reason: 个别路段未改造", "actual: 129, score: 50"),
    "K209 where there are few": (INDICATORS, PERFECT.replace("{name: 数量指标, items: [{name: 甲, weight: 10, score: 10}, {name: 乙, weight: 40, score: 40}]}", "{name: 数量指标, items: [{name: 甲, weight: 50, score: 50}]}")),
    "K210 where a reason is given": (REBUILDING, OTHERS.replace("score: 9.3", "score: 9.3, reason: 一期返工")),
    "K211 where the words are the department's own": ("score: 85, grade: 优秀", "score: 80, result_use: 继续安排"),
}  # fmt: skip
