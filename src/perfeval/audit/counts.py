"""Numbers known by what follows them: so many offices, projects and grades, and where each grade begins."""

import re

from perfeval.audit.quantities import Quantity
from perfeval.audit.vocabulary import MARKS
from perfeval.quantity import Unit

_COUNTED = (
    (r"(?:设有?|内设|下设)$", r"(?:内设|职能|业务)?(?:科室|处室|股室|机构)", "duties.office_count"),
    (r"(?:下辖|辖|[及和、]|下属|所属)$", r"(?:下属|所属|直属|二级)(?:预算|事业)?单位", "duties.affiliate_count"),
    (r"分为$", r"(?:评价)?等级", "grades"),
    (r"纳入(?:本次)?(?:绩效)?自评的$|本部门共有$", r"项目", "projects.count"),
    (r"^(?:纳入)?$", r"(?:自评项目|项目的绩效目标)", "projects.count"),
    (r"", r"项目未评分", "projects.unscored_count"),
)
"""What stands before the number, what after it, and which figure it then is."""

_GRADE = re.compile(
    rf"(?P<low>（含）以上|（含）至[0-9.]+分|以上|（含）)?(?P<high>以下)?的?[评定]?为(?P<grade>[{MARKS}])"
)


def counted(quantity: Quantity, lead: str, tail: str, grades: str) -> str:
    """The path of such a number by the words around it, without blanks or quotation marks; "" where it is none.

    ``grades`` are the marks that stand for the names of the grades, best first.
    """
    if quantity.unit is Unit.PROJECTS:
        return next(
            (path for before, after, path in _COUNTED if re.match(after, tail) and re.search(before, lead)),
            "",
        )
    return _edge(lead, tail, grades) if quantity.unit is Unit.SCORE else ""


def _edge(lead: str, tail: str, grades: str) -> str:
    """The path of a grade's lower or upper edge: 85分（含）以上的评为优秀, 75≤得分＜85分为良好."""
    found = _GRADE.match(tail)
    index = -1 if found is None else grades.find(found["grade"])
    if found is None or index < 0:
        return ""
    if found["low"] or lead.endswith(("≥", ">=")):
        return f"grades.{index}.low"
    upper = found["high"] or lead.endswith(("至", "＜", "<", "～", "-", "—"))
    return f"grades.{index}.high" if upper else ""
