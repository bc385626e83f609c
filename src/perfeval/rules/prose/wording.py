"""Wording: the grade is the department's, nothing is left of a template, and the department speaks of itself."""

import re
from collections.abc import Iterator
from decimal import Decimal

from perfeval.audit import own_words, texts_of
from perfeval.diagnostic import Severity, Text
from perfeval.figures import Facts
from perfeval.printing import plain, score
from perfeval.quantity import HUNDRED
from perfeval.rules.rule import Violation, rule

_GRADED = re.compile(
    r"(?:评价等级|绩效等级|综合等级|评价结果|评价结论|自评结果|自评等级|等级)"
    r"(?:评定|确定|综合)*(?:为|是|达到|：)\s*“?(?P<grade>[^，,。；;“”、的\s]{1,4})”?(?!的|项目|以)"
)
_OF_OTHERS = re.compile(r"项目|指标|上年|去年|科室|单位(?!整体)")
_OF_PARTS = frozenset(("projects", "indicators"))
_CLAUSE = re.compile(r"[，,。；;\n]")
_PROJECT = "projects: [{name: 道路维护, budget: 100, received: 100, executed: 100, score: 95}]\n"


@rule(
    "K609",
    Severity.WARNING,
    what=Text(
        "文中写评价等级为“{given}”，按得分是“{derived}”", "the text says “{given}”; by the score it is “{derived}”"
    ),
    why=Text("等级由得分所在区间决定，两者不能矛盾", "the band of the score decides the grade"),
    cure=Text(
        "改为“{derived}”；写成 {{{{ department.grade }}}} 则由程序填写",
        "write “{derived}”, or {{{{ department.grade }}}} to have it filled in",
    ),
    formula=Text("文中等级 = 得分的等级", "the grade in prose = the grade of the score"),
    passes=_PROJECT + "conclusion: 评价等级为“优秀”。",
    fails=_PROJECT + "conclusion: 评价等级为“良好”。",
)
def grade_in_prose_is_the_departments(facts: Facts) -> Iterator[Violation]:
    figure = facts.figures.get("department.grade")
    if figure is None or figure.value is None:
        return
    others = {band.name for band in facts.standard.grades} - {figure.value}
    for pointer, text in texts_of(facts):
        if pointer[0] in _OF_PARTS or not any(name in text for name in others):
            continue
        for match in _GRADED.finditer(text):
            clause = _CLAUSE.split(text[: match.start()])[-1]
            if match["grade"] in others and _OF_OTHERS.search(clause) is None:
                arguments = {"given": match["grade"], "derived": str(figure.value)}
                yield Violation(pointer, arguments, offset=match.start("grade"))


_LEFT = re.compile(
    r"(?=[xXＸ×TLl_＿〔《（(【待此在示])(?:"
    r"[xXＸ×](?<![A-Za-z].)[xXＸ×]+(?![A-Za-z0-9])|[xXＸ×]年(?<=202.年)|"
    r"TODO|TBD|[Ll]orem ipsum|[_＿]{3,}(?=\S)|"
    r"〔\s*〕|《\s*》|"
    r"[（(【](?:此处|请|待)?(?:填写|填入|填报|补充|输入)[^）)】]*[）)】]|"
    r"待(?<![有尚亟]待)(?:补充|填写|填报)|此处(?:填写|填入|输入|补充)|在此(?:填写|填入|输入|补充)|示例(?:文字|文本|内容|数据)"
    r")"
)
"""Every way begins with a sign of its own; that these are looked for first is what makes the search quick."""


@rule(
    "K610",
    Severity.WARNING,
    what=Text("文中留有模板的痕迹“{left}”", "“{left}” is left over from a template"),
    why=Text("没有填完的稿子不能报送", "a draft with blanks in it cannot be handed in"),
    cure=Text("填上实际内容，或删去", "put in what belongs there, or delete it"),
    formula=Text("文中没有待填之处", "nothing is left to be filled in"),
    passes="conclusion: 任务完成。",
    fails="conclusion: 任务完成XX项。",
)
def nothing_is_left_of_a_template(facts: Facts) -> Iterator[Violation]:
    for pointer, text in texts_of(facts):
        for match in _LEFT.finditer(text):
            yield Violation(pointer, {"left": match.group()}, offset=match.start())


_NO_PROBLEM = re.compile(
    r"\W*(?:本部门|本单位|我\w|目前|本年度|暂时|基本)*(?:暂无|没有|不存在|未发现|无)"
    r"(?:存在)?(?:明显|较大|突出|重大)*的?(?:问题|不足)?(?:和不足)?\W*"
)


@rule(
    "K611",
    Severity.WARNING,
    what=Text("存在的问题写作“{text}”，而{loss}", "no problems are told (“{text}”), yet {loss}"),
    why=Text(
        "有扣分、有结余而无问题，复核时会被退回",
        "points lost or money left without a problem told is sent back on review",
    ),
    cure=Text("写明扣分、结余的原因", "say why points were lost and money was left"),
    formula=Text("有扣分或结余，则写明问题", "points lost or money left: problems are told"),
    passes=_PROJECT + "problems: [预算编制不够细。]",
    fails=_PROJECT + "problems: [无]",
)
def problems_are_told(facts: Facts) -> Iterator[Violation]:
    loss = _loss(facts)
    if loss is None:
        return
    for number, text in enumerate(facts.report.problems):
        if _NO_PROBLEM.fullmatch(text):
            yield Violation(("problems", number), {"text": str(text).strip(), "loss": loss})


def _loss(facts: Facts) -> Text | None:
    """What should have had a cause: points short of a hundred, else money left."""
    points, balance = (facts.figures.get(name) for name in ("department.score", "funds.balance"))
    if points is not None and isinstance(points.value, Decimal) and points.value < HUNDRED:
        return Text(f"综合得分是 {score(points.value)} 分", f"the score is {score(points.value)}")
    if balance is not None and isinstance(balance.value, Decimal) and balance.value > 0:
        return Text(f"结余 {plain(balance.value)} 万元", f"{plain(balance.value)} is left")
    return None


_SELF = re.compile(
    r"[我本](?<![基根成文资版样书日原自].)(?P<kind>局(?![限部面域势])|委(?![托派员])|街道|办事处|办(?![法学理])|镇|乡(?![村土])|院|厅|中心(?![城区组小]))"
)


@rule(
    "K612",
    Severity.WARNING,
    what=Text("文中自称“{said}”，而本部门是“{name}”", "the text says “{said}”, the department is “{name}”"),
    why=Text("多半是从别的部门的报告抄来的", "most likely copied from another department's report"),
    cure=Text("改为本部门的自称，并核对这一段是否属实", "use your own name, and check that the passage is true of you"),
    formula=Text("自称与部门名称相符", "a department calls itself by its own name"),
    passes="conclusion: 我局任务完成。",
    fails="conclusion: 我街道任务完成。",
)
def department_speaks_of_itself(facts: Facts) -> Iterator[Violation]:
    duties, name = facts.report.duties, facts.report.department.name
    units = "".join(unit.name for unit in duties.units) if duties is not None else ""
    for pointer, text in texts_of(facts):
        if pointer[0] == "duties":
            continue
        for match in _SELF.finditer(own_words(text)) if _SELF.search(text) else ():
            if match["kind"] not in name and match["kind"] not in units:
                yield Violation(pointer, {"said": match.group(), "name": name}, offset=match.start())


RULES = (
    grade_in_prose_is_the_departments,
    nothing_is_left_of_a_template,
    problems_are_told,
    department_speaks_of_itself,
)
