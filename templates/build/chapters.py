"""The chapters of the reports; every one, and every part of one, vanishes where nothing was given for it."""

import sheets
from charts import figure
from wordml import Element, each, heading, line, optional, prose, sentence, when

DEPARTMENT = "report.duties or report.department.institution or report.staff or report.assets"
BASICS = f"{DEPARTMENT} or report.budget or report.official_expenses or report.goals"


def report(overview: list[Element], details: list[Element]) -> list[Element]:
    """The whole report: ``overview`` says what the department is, ``details`` how every project or indicator did."""
    return [
        *cover(),
        *when(
            BASICS,
            heading(1, "部门基本情况"),
            *when(DEPARTMENT, heading(2, "部门概况"), *overview),
            *budget(),
            *official_expenses(),
            *goals(),
        ),
        *evaluation(),
        heading(1, "部门整体支出绩效目标实现情况及指标分析"),
        *overall_results(),
        heading(2, "分项绩效目标实现情况及指标分析"),
        *details,
        *conclusion(),
        *problems_and_measures(),
    ]


def cover() -> list[Element]:
    """附件 and its number if it has one, the title on the third line, what the report rests on."""
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


def duties(level: int) -> list[Element]:
    """Duties in words, then by unit or by theme under headings of the level."""
    return [
        *optional("report.duties.text"),
        *sentence("duties"),
        *each("unit", "report.duties.units", heading(level, "{{ unit.name }}"), prose("unit.text")),
        *each("theme", "report.duties.themes", heading(level, "{{ theme.title }}"), prose("theme.text")),
    ]


def budget() -> list[Element]:
    """部门收支预决算情况, in standard sentences and charts."""
    return when(
        "report.budget",
        heading(2, "部门收支预决算情况"),
        *sentence("budget"),
        *sentence("budget_change"),
        *figure("budget"),
        *sentence("budget_final"),
        *figure("final"),
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
    goal = [heading(4, "{{ goal.title }}"), prose("goal.goal_item"), *optional("goal.goal_indicators")]
    return when(
        "report.goals",
        heading(2, "部门整体支出绩效目标、指标"),
        *when("report.goals.overall", heading(3, "总体绩效目标"), prose("report.goals.overall")),
        *when(items, heading(3, "分项绩效目标"), *each("goal", items, *goal)),
    )


def evaluation() -> list[Element]:
    """自评工作开展情况: the organisation, the method and the dated stages."""
    period = "{% if stage.start or stage.end %}（{{ stage | period }}）{% endif %}"
    return when(
        "report.evaluation",
        heading(1, "自评工作开展情况"),
        *when("report.evaluation.organization", heading(2, "自评的组织工作"), prose("report.evaluation.organization")),
        *when(
            "texts.evaluation_start or report.evaluation.method or report.evaluation.stages",
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
        *figure("sources"),
        *optional("report.results"),
    )


def ledger() -> list[Element]:
    """The table of projects, where there are any."""
    return when("report.projects", *sentence("ledger"), *sheets.ledger(), *sentence("project_reasons"))


def scorecard() -> list[Element]:
    """The table of indicators, where there are any."""
    return when("report.indicators", *sentence("scorecard"), *sheets.scorecard())


def indicator_lines() -> list[Element]:
    """Every indicator under its own heading: full marks, points lost, score and reason."""
    return each(
        "row",
        "indicator_rows",
        *when("row.starts_category", heading(3, "{{ row.category.name }}")),
        heading(4, "{{ row.group.name }}，{{ row.item.name }}"),
        prose("row.indicator_line"),
    )


def conclusion() -> list[Element]:
    """评价结论和评价等级."""
    return [
        heading(1, "评价结论和评价等级"),
        *sentence("grades"),
        *sentence("project_grades"),
        *figure("grades"),
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
