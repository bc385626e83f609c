"""The chapters that all layouts share; every one vanishes where the department gave nothing for it."""

import sheets
from wordml import Element, each, heading, line, optional, prose, sentence, when

def cover() -> list[Element]:
    """附件 and its number if it has one, the title on the third line, the basis of the report."""
    return [
        line("BodyText", "{%p if report.attachment %}"),
        line("AttachmentMark", "附件{{ report.attachment | count }}"),
        line("BodyText", "{%p else %}"),
        line("BodyText", ""),
        line("BodyText", "{%p endif %}"),
        line("BodyText", ""),
        line("Title", "{{ report.department.name }}"),
        line("Title", "{{ year }}年度部门整体支出绩效自评报告"),
        line("BodyText", ""),
        *sentence("preamble"),
    ]


def budget_accounts() -> list[Element]:
    """部门收支预决算情况, in standard sentences."""
    return when(
        "report.budget",
        heading(2, "部门收支预决算情况"),
        *sentence("budget"),
        *sentence("budget_change"),
        *sentence("budget_final"),
    )


def official_expenses() -> list[Element]:
    """“三公”经费情况."""
    return when(
        "report.official_expenses",
        heading(2, "“三公”经费情况"),
        *sentence("official_expenses"),
        *when(sheets.ANY_EXPENSE, *sheets.official_expenses()),
        *optional("report.official_expenses.text"),
    )


def goals() -> list[Element]:
    """部门整体支出绩效目标、指标."""
    items = "report.goals['items']"
    return when(
        "report.goals",
        heading(2, "部门整体支出绩效目标、指标"),
        *when("report.goals.overall", heading(3, "总体绩效目标"), prose("report.goals.overall")),
        *when(
            items,
            heading(3, "分项绩效目标"),
            *each(
                "goal",
                items,
                heading(4, "{{ goal.title }}"),
                prose("goal.goal_item"),
                *optional("goal.goal_indicators"),
            ),
        ),
    )


def evaluation() -> list[Element]:
    """自评工作开展情况: the organisation, the method and the dated stages."""
    period = "{% if stage.start or stage.end %}（{{ stage | period }}）{% endif %}"
    return when(
        "report.evaluation",
        heading(1, "自评工作开展情况"),
        *when("report.evaluation.organization", heading(2, "自评的组织工作"), prose("report.evaluation.organization")),
        *when(
            "report.evaluation.method or report.evaluation.stages",
            heading(2, "自评的方法和过程"),
            *sentence("evaluation_start"),
            *optional("report.evaluation.method"),
            *each("stage", "report.evaluation.stages", heading(3, "{{ stage.title }}" + period), prose("stage.text")),
        ),
    )


def overall_results() -> list[Element]:
    """总体绩效目标实现情况: the funds and what was achieved with them."""
    return when(
        "texts.funds or report.results",
        heading(2, "总体绩效目标实现情况"),
        *sentence("funds"),
        *optional("report.results"),
    )


def conclusion() -> list[Element]:
    """评价结论和评价等级."""
    return [
        heading(1, "评价结论和评价等级"),
        *sentence("grades"),
        *sentence("project_grades"),
        *sentence("indicator_scores"),
        *optional("report.conclusion"),
        *sentence("conclusion"),
    ]


def problems_and_measures() -> list[Element]:
    """存在的问题及改进措施."""
    return when(
        "report.problems or report.measures",
        heading(1, "存在的问题及改进措施"),
        *when("report.problems", heading(2, "存在的主要问题"), prose("texts.problems")),
        *when("report.measures", heading(2, "改进措施"), prose("texts.measures")),
    )
