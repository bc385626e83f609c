"""Staff: no more in post than there are posts."""

import re
from collections.abc import Iterator
from decimal import Decimal

from perfeval.diagnostic import Severity, Text
from perfeval.figures import Facts
from perfeval.printing import count
from perfeval.rules.rule import Violation, rule

_EXPLAINS = re.compile("超编|超配|编外|聘用|借调|军转|消化")
"""Words in which people above the establishment are accounted for."""


@rule(
    "K451",
    Severity.WARNING,
    what=Text("在职 {in_post} 人，编制只有 {posts} 人", "{in_post} are in post, there are {posts} posts"),
    why=Text(
        "在职人数大于编制就是超编；常见的是把离退休人员或编外人员算进了在职，或漏写一种编制",
        "most often the retired or those outside the establishment were counted, or one kind of posts is missing",
    ),
    cure=Text(
        "核对 in_post 与 establishment；属实的，在 text 中说明", "check both; where it is so, explain it in `text`"
    ),
    formula=Text("在职人数 ≤ 编制总数，或有说明", "in post ≤ establishment, or explained"),
    passes="staff: {establishment: {administrative: 18, institutional: 33}, in_post: 51}",
    fails="staff: {establishment: {administrative: 18, institutional: 33}, in_post: 58}",
)
def staff_keep_to_establishment(facts: Facts) -> Iterator[Violation]:
    staff, posts = facts.report.staff, facts.figures.get("staff.establishment_total")
    if staff is None or staff.in_post is None or posts is None or _EXPLAINS.search(staff.text or ""):
        return
    if isinstance(posts.value, Decimal) and staff.in_post > posts.value:
        yield Violation(("staff", "in_post"), {"in_post": count(staff.in_post), "posts": count(posts.value)})


RULES = (staff_keep_to_establishment,)
