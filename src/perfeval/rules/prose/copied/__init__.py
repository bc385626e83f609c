"""Prose that stands word for word in the reports of two departments."""

from perfeval.diagnostic import Text
from perfeval.rules.prose.copied.copies import COPIED, Copies
from perfeval.rules.prose.copied.passages import passages
from perfeval.rules.rule import AcrossRule

_PASSAGE = "conclusion: 组织编制辖区道路养护计划，按季度检查路面、桥梁和排水设施，发现病害及时登记、及时处置；{}\n"
_OWN = "汛期前完成全部雨水口的清掏，汛期中安排专人值守低洼路段。"
_OTHERS = "冬季组织除雪铲冰，备足融雪物资，重点保障学校、医院周边的通行。"

ACROSS = (
    AcrossRule(
        COPIED,
        formula=Text("各部门的文字各自写成", "every department writes its own prose"),
        passes=f"{_PASSAGE.format(_OWN)}---\n{_PASSAGE.format(_OTHERS)}",
        fails="---\n".join([_PASSAGE.format(_OWN)] * 2),
        note=passages,
        compare=Copies,
    ),
)
