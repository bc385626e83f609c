"""The summary of many departments: chapters and tables."""

from sheets import percent
from tables import Column, Table, caption
from wordml import Element, heading, line, prose, sentence, when


def or_dash(value: str, form: str) -> str:
    """A number, or — where there is none."""
    return f"{{{{ {value} | {form} if {value} is not none else '—' }}}}"


def amount(width: float, head: str, name: str) -> Column:
    """A column of amounts with their total."""
    return Column(width, head, or_dash(f"row.{name}", "money"), or_dash(f"totals.{name}", "money"), "Number")


TOTALS = Table(
    (
        Column(32, "数据项", "{{ row.label }}", style="Name"),
        Column(36, "数值", "{{ row.printed }}", style="Number"),
        Column(71, "算法", "{{ row.formula }}", style="Name"),
        Column(17, "未计入的\n部门数", "{{ row.without }}"),
    )
)
# The amounts take 14 digits, the rates 100.00%.
DEPARTMENTS = Table(
    (
        Column(8, "名次", "{{ row.rank if row.rank else '—' }}"),
        Column(35.7, "部门", "{{ row.name }}", style="Name"),
        Column(11, "综合\n得分", or_dash("row.score", "score")),
        Column(10, "等级", "{{ row.grade or '—' }}"),
        amount(22.5, "全年预算数", "budget"),
        amount(22.5, "执行数", "executed"),
        amount(19.5, "结余数", "balance"),
        percent(13.4, "预算\n执行率", "row.execution_rate", "totals.execution_rate"),
        Column(13.4, "占预算\n合计", "{{ row.share | percent }}"),
    ),
    family="Ledger",
    padding=0.5,
)
GRADES = Table(
    (
        Column(52, "评分标准", "{% vm row.starts_standard %}{{ row.standard }}"),
        Column(18, "等级", "{{ row.name }}"),
        Column(
            52,
            "综合得分",
            "{{ row.low | score }}分（含）以上{% if row.high is not none %}、不满{{ row.high | score }}分{% endif %}",
        ),
        Column(16, "部门数", "{{ row.count }}"),
        percent(18, "占比", "row.share", ""),
    )
)
OUTLIERS = Table(
    (
        Column(44, "部门", "{{ row.name }}", style="Name"),
        Column(56, "情形", "{{ row.rule }}", style="Name"),
        Column(56, "有关的数", "{{ row.numbers }}", style="Name"),
    )
)
FINDINGS = Table(
    (
        Column(14, "代码", "{{ row.code }}"),
        Column(14, "程度", "{{ row.severity }}"),
        Column(80, "检查的内容", "{{ row.subject }}", style="Name"),
        Column(16, "部门数", "{{ row.departments }}"),
        Column(16, "条数", "{{ row.found }}"),
        Column(16, "已接受", "{{ row.waived }}"),
    )
)
NOTICES = Table(
    (
        Column(26, "情形", "{{ row.matter }}"),
        Column(50, "部门", "{{ row.name }}", style="Name"),
        Column(80, "说明", "{{ row.words }}", style="Name"),
    )
)


def summary() -> list[Element]:
    """The whole summary."""
    year = "{% if years %}{{ years }}年度{% endif %}"
    return [
        line("BodyText", ""),
        line("BodyText", ""),
        line("Title", year + "部门整体支出绩效自评"),
        line("Title", "汇总报告"),
        line("BodyText", ""),
        *sentence("preamble"),
        heading(1, "总体情况"),
        *sentence("funds"),
        *sentence("scores"),
        *table("total_table", "total_rows", TOTALS, "汇总数据表"),
        heading(1, "部门得分和预算执行情况"),
        *ranking(),
        heading(1, "评价等级分布"),
        *table("grades", "grades", GRADES, "评价等级分布表"),
        heading(1, "需要关注的情况"),
        *table("outliers", "outliers", OUTLIERS, "需要关注的部门"),
        heading(1, "检查意见"),
        *table("findings", "findings", FINDINGS, "检查意见汇总表"),
        heading(1, "报送情况"),
        *table("notices", "notices", NOTICES, "报送情况核对表"),
        prose("texts.note"),  # no document may end with a table
    ]


def table(name: str, rows: str, form: Table, title: str) -> list[Element]:
    """What is said of the rows, and where there are any a line for each."""
    body = form.for_each("row", rows, form.data_row())
    return [*sentence(name), *when(rows, *caption(title), form.with_rows(form.head_row(), *body))]


def ranking() -> list[Element]:
    """One row for every department, and what they have together."""
    name, rows = "departments", DEPARTMENTS.for_each("row", "departments", DEPARTMENTS.data_row())
    rows = [DEPARTMENTS.head_row(), *rows, DEPARTMENTS.total_row(label_over=2)]
    return [*sentence("ranking"), *when(name, *caption("部门得分排名表", "万元"), DEPARTMENTS.with_rows(*rows))]
