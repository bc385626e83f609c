"""The official forms of self-evaluation: 项目支出绩效自评表, one for each project, and that of the whole department."""

from form_rows import (
    BESIDE,
    GRID,
    LABEL,
    LEFT,
    MIDDLE,
    PART,
    RIGHT,
    begins,
    edged,
    fund_head,
    fund_row,
    goals,
    goes_on,
    indicators,
    label,
    lines,
    mark,
    needle,
    open_to_break,
    span,
    title,
    told,
)
from sheets import if_given
from wordml import Element, each, line


def project_forms() -> list[Element]:
    """A form for every project, each on a page of its own."""
    name = "项目支出绩效自评表"
    titles = [
        line("BodyText", "{%p if loop.first %}"),
        *mark(),
        *title(name),
        line("BodyText", "{%p else %}"),
        *title(name, on_new_page=True),
        line("BodyText", "{%p endif %}"),
    ]
    return each("project", "report.projects", *titles, project_funds(), needle(), project_indicators(), needle())


KINDS = {"appropriation": "其中：当年财政拨款", "carry_over": "　　　上年结转资金", "other": "　　　其他资金"}


def of_form(key: str) -> str:
    """A figure that only a project with indicators has."""
    return f"(project.{key} if project.indicators else none)"


def project_funds() -> Element:
    """What the project is, its funds, its goal and what became of it."""
    unit = "(project.implementing_unit or report.department.name)"
    scored = tuple(f"{{{{ {of_form(key)} | score }}}}" for key in ("execution_weight", "execution_score"))
    whole = fund_row(
        "年度资金总额",
        ("project.initial", "project.budget", "project.executed"),
        "project.execution_rate",
        (scored[0], scored[1]),
    )
    kinds = [project_fund(kind, name) for kind, name in KINDS.items()]
    table = GRID.with_rows(
        lines(label("项目名称"), GRID.cell(span(2, 10), "Name", "{{ project.name }}")),
        lines(
            label("主管部门"),
            GRID.cell(LEFT, "Name", "{{ report.department.name }}"),
            label("实施单位", MIDDLE),
            GRID.cell(RIGHT, "Name", f"{{{{ {unit} }}}}"),
        ),
        fund_head("项目资金\n（万元）"),
        whole,
        *kinds,
        *goals("project.goal", "project.result"),
    )
    return edged(table, bottom="nil")


def project_fund(kind: str, name: str) -> Element:
    """One kind of a project's funds."""
    fund = f"project.funds.{kind}"
    amounts = (f"{fund}.initial", f"{fund}.budget", f"{fund}.executed")
    return fund_row(name, amounts, f"{fund}.execution_rate", PART, given=f"project.funds and {fund}")


def project_indicators() -> Element:
    """The project's indicators and its total."""
    unscored = "project.score is none and missing_score == 'zero'"
    remark = f"{{% if {unscored} %}}未评分，按零分计{{% endif %}}"
    reason = lines(label("说明", LABEL), told("project.reason", span(2, 10)))
    more = GRID.when("project.reason", open_to_break(reason))
    score = f"(0 if {unscored} else project.score)"
    return indicators("project.indicator_rows", of_form("full_score"), score, *more, remark=remark)


def department_form() -> list[Element]:
    """The form of the department as a whole."""
    return [*mark(), *title("部门整体支出绩效自评表"), department_funds(), needle(), department_indicators(), needle()]


SIDE = "report.budget.expenditure"
HAS_SIDE = f"report.budget and {SIDE}"
HAS_RATE = f"{SIDE}.adjusted is not none and {SIDE}.final is not none"
PARTS = {"basic": "其中：基本支出", "project": "　　　项目支出"}
APART = "report.execution_weight is not none"


def department_funds() -> Element:
    """The department, its funds, its goal, what became of it, its tasks.

    The funds stand by the kind of expenditure, or by source where only these tell how much of them was executed.
    """
    scored = (
        f"{{{{ (department.execution_weight if {APART} else none) | score }}}}",
        f"{{{{ (department.execution_score if {APART} else none) | score }}}}",
    )
    amounts = (f"{SIDE}.initial", f"{SIDE}.adjusted", f"{SIDE}.final")
    by_kind = [fund_row("年度资金总额", amounts, f"{SIDE}.completion_rate", scored)]
    by_kind += [department_part(part, name) for part, name in PARTS.items()]
    of_source = fund_row("{{ fund.name }}", ("none", "fund.budget", "fund.executed"), "fund.execution_rate", PART)
    by_source = [
        fund_row("年度资金总额", ("none", "funds.budget", "funds.executed"), "funds.execution_rate", scored),
        *GRID.for_each("fund", "fund_sources", of_source),
    ]
    table = GRID.with_rows(
        lines(label("部门名称"), GRID.cell(span(2, 10), "Name", "{{ report.department.name }}")),
        fund_head("年度部门\n整体支出\n资金\n（万元）"),
        GRID.tag_row(f"{{%tr if {HAS_SIDE} and ({HAS_RATE} or not fund_sources) %}}"),
        *by_kind,
        GRID.tag_row("{%tr elif fund_sources %}"),
        *by_source,
        GRID.tag_row("{%tr endif %}"),
        *goals("(report.goals.overall if report.goals else none)", "report.results"),
        *tasks(),
    )
    return edged(table, bottom="nil")


def tasks() -> list[Element]:
    """年度主要任务: the itemised goals, each with its title."""
    items = "report.goals['items']"
    heads = lines(label("年度主要\n任务", LABEL, begins()), label("任务名称", LEFT), label("主要内容", BESIDE))
    task = lines(goes_on(), GRID.cell(LEFT, "Name", "{{ goal.title }}"), told("goal.goal", BESIDE))
    return [
        GRID.tag_row(f"{{%tr if report.goals and {items} %}}"),
        heads,
        *GRID.for_each("goal", items, open_to_break(task)),
        GRID.tag_row("{%tr endif %}"),
    ]


def department_part(part: str, name: str) -> Element:
    """Basic or project expenditure."""
    given = f"{SIDE}.{part}"
    amounts = (f"{given}.value", f"{given}.adjusted", f"{given}.final")
    rate = f"({given}.completion_rate if {given}.adjusted is not none else none)"
    return fund_row(name, amounts, rate, PART, given=given)


def department_indicators() -> Element:
    """The department's indicators, its total and its grade."""
    full = f"(department.full_score if {APART} else indicators.weight)"
    grade = lines(label("自评等级", span(1, 6)), GRID.cell(span(7, 10), "Text", if_given("department.grade")))
    return indicators("indicator_rows", full, "department.score", grade)
