"""The tables of the reports: the ledger of projects, the scorecard of indicators, the “三公” expenses."""

from tables import Column, caption, cell, head_row, loop_rows, row, table, tag_row
from wordml import Element, w

EXPENSES = (
    ("travel_abroad", "因公出国（境）费"),
    ("vehicle_purchase", "公务用车购置费"),
    ("vehicle_operation", "公务用车运行维护费"),
    ("reception", "公务接待费"),
)
ANY_EXPENSE = " or ".join(f"report.official_expenses.{key}" for key, _name in EXPENSES)


def or_dash(expression: str) -> str:
    """A rate, or a dash where there is none: without a budget there is no rate, and none is not zero."""
    return f"{{% if {expression} is none %}}—{{% else %}}{{{{ {expression} | percent }}}}{{% endif %}}"


def if_given(expression: str) -> str:
    """Words that may be absent."""
    return f"{{% if {expression} %}}{{{{ {expression} }}}}{{% endif %}}"


LEDGER = (
    Column(7.6, "序号", "{{ row.number | count }}"),
    Column(32, "项目名称", "{{ row.name }}", "合计", "TableName"),
    Column(19.6, "预算数\n（调整后）", "{{ row.budget | money }}", "{{ funds.budget | money }}", "TableNumber"),
    Column(19.6, "到位数", "{{ row.received | money }}", "{{ funds.received | money }}", "TableNumber"),
    Column(
        19.6, "执行数\n（至{{ year }}\n年底）", "{{ row.executed | money }}", "{{ funds.executed | money }}", "TableNumber"
    ),
    Column(19.6, "结余数", "{{ row.balance | money }}", "{{ funds.balance | money }}", "TableNumber"),
    Column(12.8, "预算\n执行\n进度", or_dash("row.execution_rate"), or_dash("funds.execution_rate")),
    Column(11.3, "自评\n得分", "{{ row.score | score }}", "{{ projects.total_score | score }}"),
    Column(13.9, "自评结果\n应用意见", if_given("row.result_use")),
)

SCORECARD = (
    Column(20, "一级", "{% vm row.starts_category %}{{ row.category.name }}（{{ row.category.weight | score }}分）", "合计"),
    Column(24, "二级", "{% vm row.starts_group %}{{ row.group.name }}"),
    Column(30, "三级", "{{ row.item.name }}"),
    Column(54, "评分标准", if_given("row.item.criterion"), style="TableName"),
    Column(13, "分值", "{{ row.item.weight | score }}", "{{ indicators.weight | score }}"),
    Column(15, "自评\n得分", "{{ row.item.score | score }}", "{{ indicators.score | score }}"),
)
LEVELS = 3

OFFICIAL_EXPENSES = (
    Column(60, "项目", "{name}", "合计", "TableName"),
    Column(32, "预算数", "{{{{ {row}.budget | money }}}}", "{{ official_expenses.budget | money }}", "TableNumber"),
    Column(32, "决算数", "{{{{ {row}.final | money }}}}", "{{ official_expenses.final | money }}", "TableNumber"),
    Column(32, "上年决算数", "{{{{ {row}.previous | money }}}}", "{{ official_expenses.previous | money }}", "TableNumber"),
)


def total_row(columns: tuple[Column, ...], merged: int) -> Element:
    """The sums, after one cell that holds the word over the first ``merged`` columns."""
    words = "".join(column.total for column in columns[:merged])
    width = sum(column.twentieths for column in columns[:merged])
    first = cell(width, "TableHead", words, *([w("gridSpan", val=merged)] if merged > 1 else []))
    return row(first, *(cell(c.twentieths, c.style, c.total, bold=True) for c in columns[merged:]))


def ledger() -> list[Element]:
    """One row for every project, and the total."""
    rows = [head_row(LEDGER), *loop_rows(LEDGER, "row", "report.projects"), total_row(LEDGER, merged=2)]
    return [*caption("{{ year }}年度项目支出绩效自评情况表", "万元"), table(LEDGER, *rows)]


def scorecard_head() -> list[Element]:
    """Two rows: the three levels stand under one word, the other heads beside both."""
    levels, others = SCORECARD[:LEVELS], SCORECARD[LEVELS:]
    whole = sum(column.twentieths for column in levels)
    upper = [cell(whole, "TableHead", "评价指标", w("gridSpan", val=LEVELS))]
    upper += [cell(c.twentieths, "TableHead", c.head, w("vMerge", val="restart")) for c in others]
    lower = [cell(c.twentieths, "TableHead", c.head) for c in levels]
    lower += [cell(c.twentieths, "TableHead", "", w("vMerge")) for c in others]
    return [row(*upper, head=True), row(*lower, head=True)]


def scorecard() -> list[Element]:
    """One row for every indicator, those of a level merged, and the total."""
    rows = [*scorecard_head(), *loop_rows(SCORECARD, "row", "indicator_rows"), total_row(SCORECARD, merged=LEVELS)]
    return [*caption("{{ year }}年度部门整体支出绩效指标评分表"), table(SCORECARD, *rows)]


def official_expenses() -> list[Element]:
    """One row for each of the four expenses that is given, and the total."""
    rows = [head_row(OFFICIAL_EXPENSES)]
    for key, name in EXPENSES:
        given = f"report.official_expenses.{key}"
        words = [column.cell.format(name=name, row=given) for column in OFFICIAL_EXPENSES]
        cells = [cell(c.twentieths, c.style, said) for c, said in zip(OFFICIAL_EXPENSES, words, strict=True)]
        rows += [tag_row(OFFICIAL_EXPENSES, f"{{%tr if {given} %}}"), row(*cells)]
        rows += [tag_row(OFFICIAL_EXPENSES, "{%tr endif %}")]
    rows.append(total_row(OFFICIAL_EXPENSES, merged=1))
    return [*caption("{{ year }}年度“三公”经费支出情况表", "万元"), table(OFFICIAL_EXPENSES, *rows)]
