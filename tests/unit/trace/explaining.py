"""A small report, explained."""

from perfeval.load import read
from perfeval.trace import trace
from perfeval.trace.explained import Explained, Printed
from tools.facts import facts_from

DEPT = """\
layout: project-ledger
standard: shijiazhuang
year: 2025
department: {name: 示例局}
missing_score: skip
assets: {total: {value: 120, previous: 90}}
projects:
  - {name: 道路, budget: 10, executed: 4, score: 90, balance: 6}
  - {name: 桥梁, budget: 30, executed: 30}
"""
UNKNOWN = """\
layout: indicator-scorecard
standard: shijiazhuang
year: 2025
department: {name: 示例局}
indicators:
  - {name: 产出, groups: [{name: 数量, items: [{name: 执行, weight: 10, figure: funds.no}]}]}
"""
"""Its indicator names a figure that there is not."""


def explained(text: str = DEPT, *printed: Printed) -> Explained:
    """What the figures of the report in a text are made of."""
    source = read(text.encode(), "dept.yaml").value
    assert source is not None
    return Explained(source, trace(facts_from(source)), printed)
