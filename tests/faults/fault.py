"""A report with nothing wrong in it, and what a fault planted in it is."""

from dataclasses import dataclass

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
          - {name: 覆盖率, weight: 50, target: ">= 100%", actual: 90, score: 45, reason: 个别路段未改造}
  - name: 预算执行率指标
    groups:
      - name: 预算执行率
        items:
          - {name: 执行率, weight: 10, figure: funds.execution_rate, score: 9, reason: 改造延后验收}
  - name: 效益指标
    groups:
      - name: 社会效益指标
        items:
          - {name: 环境, weight: 30, target: 明显改善, actual: 部分达成, score: 24, reason: 一处延后}
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
