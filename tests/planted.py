"""A report with nothing wrong in it, and for every rule the one change that it finds: the table behind many tests."""

from dataclasses import dataclass
from pathlib import Path

from perfeval import pipeline
from perfeval.diagnostic import Finding

REPORT = """\
layout: indicator-scorecard
standard: shijiazhuang
year: 2025
department: {name: 示例区示例街道办事处}
missing_score: error
duties:
  offices: 1
  affiliates: 1
  units:
    - {name: 办公室, kind: office, text: 负责日常运转。}
    - {name: 服务中心, kind: affiliate, text: 负责便民服务。}
assets:
  total: {value: 500, previous: 480, change: 20, change_rate: 4.2}
  liabilities: {value: 200}
  net: {value: 300}
budget:
  revenue: {initial: 1000}
  expenditure:
    initial: 1000
    previous: 950
    basic: {change: 60}
    project: {value: 400, previous: 410}
evaluation:
  start: 2026-03-02
  stages:
    - {title: 采集, start: 2026-03-02, end: 2026-03-20, text: 收集资料。}
    - {title: 撰写, start: 2026-03-20, end: 2026-03-20, text: 撰写报告。}
funds:
  - {source: local, budget: 420, received: 420, executed: 390}
projects:
  - {name: 维护费, source: local, budget: 120, received: 120, executed: 110, balance: 10, execution_rate: 91.67, score: 85, grade: 优秀}
  - {name: 改造, source: local, budget: 300, received: 300, executed: 280, score: 100}
indicators:
  - name: 产出指标
    weight: 50
    groups:
      - name: 数量指标
        weight: 50
        items:
          - {name: 覆盖率, weight: 50, target: ">= 100%", actual: 90, score: 45}
  - name: 预算执行率指标
    groups:
      - name: 预算执行率
        items:
          - {name: 执行率, weight: 10, figure: funds.execution_rate, score: 9}
  - name: 效益指标
    groups:
      - name: 社会效益指标
        items:
          - {name: 环境, weight: 30, target: 明显改善, actual: 部分达成, score: 24}
  - name: 满意度指标
    groups:
      - name: 服务对象满意度指标
        items:
          - {name: 满意度, weight: 10, score: 10}
conclusion: |-
  2025年各项任务完成。与2023年相比，投入增加。
grade: 优秀
expect:
  funds.budget: 420
  funds.execution_rate: 92.86
  department.grade: 优秀
"""
HERE = "⟦"
"""Stands in a change in front of the character that the finding points to."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A change to the report, the code that it raises where it is marked, and what the message has to name."""

    code: str
    old: str
    new: str
    names: tuple[str, ...]
    also: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[int, int]:
        """Line and column of the mark."""
        before = replaced(self.old, self.new).partition(HERE)[0]
        return before.count("\n") + 1, len(before) - before.rfind("\n")

    @property
    def text(self) -> str:
        """The report with the fault in it."""
        return replaced(self.old, self.new).replace(HERE, "")


def replaced(old: str, new: str) -> str:
    assert REPORT.count(old) == 1, old
    return REPORT.replace(old, new)


def found_in(text: str, folder: Path) -> tuple[Finding, ...]:
    """The findings about a report."""
    path = folder / "dept.yaml"
    path.write_text(text, encoding="utf-8")
    return pipeline.check(path).findings


FAULTS = (
    Fault("K101", "indicators:\n  - name: 产出指标\n", "⟦indicators:\n  - name: 其他指标\n    weight: 5\n    groups:\n      - name: 其他\n        items:\n          - {name: 其他, weight: 5, score: 5}\n  - name: 产出指标\n", ("105", "100")),
    Fault("K102", "weight: 50\n    groups", "weight: ⟦51\n    groups", ("产出指标", "51", "50")),
    Fault("K103", "weight: 50\n        items", "weight: ⟦49.5\n        items", ("数量指标", "49.5", "50")),
    Fault("K104", "name: 满意度指标\n    groups:\n      - name: 服务对象满意度指标\n        items:\n          - {name: 满意度, weight: 10, score: 10}", "name: ⟦满意度指标\n    groups:\n      - name: 服务对象满意度指标\n        items:\n          - {name: 满意度, weight: 5, score: 5}\n  - name: 其他指标\n    groups:\n      - name: 其他\n        items:\n          - {name: 其他, weight: 5, score: 5}", ("满意度指标", "5", "10", "石家庄市")),
    Fault("K201", "weight: 10, score: 10}", "weight: 10, score: ⟦10.5}", ("满意度", "10.5", "10")),
    Fault("K201", "executed: 280, score: 100", "executed: 280, score: ⟦100.01", ("改造", "100.01", "100")),
    Fault("K202", "- {name: 改造, source: local, budget: 300, received: 300, executed: 280, score: 100}", "- ⟦{name: 改造, source: local, budget: 300, received: 300, executed: 280}", ("改造",)),
    Fault("K203", "- {name: 满意度, weight: 10, score: 10}", "- ⟦{name: 满意度, weight: 10}", ("满意度",), also=("K502",)),
    Fault("K204", "actual: 90, score: 45", "actual: 90, score: ⟦45.5", ("覆盖率", "45.5", "45")),
    Fault("K204", "funds.execution_rate, score: 9}", "funds.execution_rate, score: ⟦9.5}", ("执行率", "9.5", "9")),
    Fault("K204", "actual: 部分达成, score: 24", "actual: 部分达成, score: ⟦25", ("环境", "25", "24")),
    Fault("K205", "score: 85, grade: 优秀", "score: 84.99, grade: ⟦优秀", ("优秀", "84.99", "良好")),
    Fault("K206", "grade: 优秀\nexpect", "grade: ⟦良好\nexpect", ("良好", "88", "优秀")),
    Fault("K301", "balance: 10,", "balance: ⟦10.01,", ("维护费", "10.01", "10")),
    Fault("K302", "execution_rate: 91.67", "execution_rate: ⟦91.66", ("维护费", "91.66%", "91.67%")),
    Fault("K302", "budget: 120, received: 120, executed: 110, balance: 10, execution_rate: 91.67", "budget: 0, received: 120, executed: 110, execution_rate: ⟦0", ("维护费", "0%", "—"), also=("K303",)),
    Fault("K303", "received: 420, executed", "received: ⟦419.999999, executed", ("419.999999", "420", "0.000001")),
    Fault("K303", "  - {source: local, budget: 420, received: 420, executed: 390}\nprojects:\n  - {name: 维护费, source: local, budget", "  - {source: local, budget: ⟦421, received: 420, executed: 390}\nprojects:\n  - {name: 维护费, budget", ("421", "420"), also=("K502", "K502")),
    Fault("K304", "revenue: {initial: 1000}", "revenue: {initial: ⟦1000.0000001}", ("1000.0000001",)),
    Fault("K305", "net: {value: 300}", "net: ⟦{value: 300.01}", ("300.01", "300")),
    Fault("K306", "- {name: 改造, source: local, budget: 300", "- {name: 改造, source: local, budget: ⟦—", ("改造", "280"), also=("K303",)),
    Fault("K307", "funds:\n  - {source: local, budget: 420, received: 420, executed: 390}\nprojects:\n  - {name: 维护费, source: local, budget", "projects:\n  - ⟦{name: 维护费, budget", ("维护费", "1")),
    Fault("K401", "change: 20, change_rate: 4.2", "change: ⟦20.1, change_rate: 4.2", ("20.1", "20")),
    Fault("K401", "change: 20, change_rate: 4.2", "change: 20, change_rate: ⟦4.18", ("4.18", "4.17")),
    Fault("K402", "    basic: {change: 60}", "    ⟦basic: {change: 62}", ("52", "50")),
    Fault("K403", "    basic: {change: 60}", "    ⟦basic: {change: 60.01}", ("50.01", "50")),
    Fault("K501", "offices: 1", "offices: ⟦2", ("2", "1")),
    Fault("K501", "affiliates: 1", "affiliates: ⟦0", ("0", "1")),
    Fault("K502", "funds.budget: 420", "funds.budget: ⟦420.0001", ("funds.budget", "420.0001", "420")),
    Fault("K502", "funds.execution_rate: 92.86", "funds.execution_rate: ⟦92.9001", ("funds.execution_rate", "92.9001%", "92.8571%")),
    Fault("K502", "department.grade: 优秀", "department.grade: ⟦良好", ("department.grade", "良好", "优秀")),
    Fault("K503", "  funds.budget: 420", "  ⟦funds.buget: 420", ("funds.buget", "funds.budget")),
    Fault("K504", "figure: funds.execution_rate, score: 9", "figure: ⟦funds.excution_rate, score: 9", ("执行率", "funds.excution_rate", "funds.execution_rate")),
    Fault("K505", "figure: funds.execution_rate, score: 9", "figure: funds.execution_rate, actual: ⟦93.9, score: 9", ("执行率", "93.9", "92.86%")),
    Fault("K601", "2025年各项任务完成。", "⟦2024年各项任务完成。", ("2025", "2024")),
    Fault("K701", "end: 2026-03-20, text: 收", "end: ⟦2026-03-01, text: 收", ("采集",)),
    Fault("K702", "{title: 撰写, start: 2026-03-20, end", "{title: 撰写, start: ⟦2026-03-01, end", ("撰写", "采集")),
    Fault("K703", "start: 2026-03-02\n", "start: ⟦2025-12-31\n", ("2025",)),
)  # fmt: skip

HARMLESS = {
    "K102 and K103 where no weight is given": ("    weight: 50\n    groups:\n      - name: 数量指标\n        weight: 50\n", "    groups:\n      - name: 数量指标\n"),
    "K201 where a score is marked as not applicable": ("executed: 280, score: 100", "executed: 280, score: —"),
    "K202 where the department has chosen": ("missing_score: error", "missing_score: skip"),
    "K204 where the target is put in words": ('target: ">= 100%", actual: 90, score: 45', "target: 全覆盖, actual: 90, score: 45"),
    "K205 at the lower edge of a band": ("score: 85, grade: 优秀", "score: 75, grade: 良好"),
    "K301 where nothing is stated": ("balance: 10, ", ""),
    "K302 where the rate is given with fewer digits": ("execution_rate: 91.67", "execution_rate: 92"),
    "K303 where a project does not say its source": ("- {name: 改造, source: local, budget: 300", "- {name: 改造, budget: 300"),
    "K304 at six decimals": ("revenue: {initial: 1000}", "revenue: {initial: 1000.000001}"),
    "K401 where two of four are given": ("change: 20, change_rate: 4.2}", "change: 20}"),
    "K401 where a printed rate is too coarse to decide the change": ("basic: {change: 60}", "basic: {value: 2024.99, change: 60, change_rate: 3.05}"),
    "K505 where the actual value is the figure, rounded": ("figure: funds.execution_rate, score: 9", "figure: funds.execution_rate, actual: 92.9, score: 9"),
    "K402 where a part has no change": ("    basic: {change: 60}\n", ""),
    "K501 where nothing is announced": ("  offices: 1\n", ""),
    "K502 with fewer digits": ("funds.execution_rate: 92.86", "funds.execution_rate: 93"),
    "K601 next year": ("2025年各项任务完成。", "2026年各项任务展开。"),
    "K601 in the name of a document": ("2025年各项任务完成。", "依据《2020年工作要点》（示发〔2019〕5号）。"),
    "K601 in a date": ("2025年各项任务完成。", "2019年3月的任务完成。"),
    "K701 where a stage takes a day": ("end: 2026-03-20, text: 收", "end: 2026-03-02, text: 收"),
    "K702 where a stage has no date": ("{title: 撰写, start: 2026-03-20, end: 2026-03-20, ", "{title: 撰写, "),
    "K703 on the first day after the year": ("start: 2026-03-02\n", "start: 2026-01-01\n"),
}  # fmt: skip
"""What a rule must let pass: the change, by the rule and the reason."""
