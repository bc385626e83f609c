"""The tables of the reports: the ledger of projects, the scorecard of indicators, the “三公” expenses."""

from tables import Column, Table, caption, kept, row
from wordml import Element, w


def if_given(expression: str) -> str:
    """Words that may be absent."""
    return f"{{{{ {expression} or '' }}}}"


def money(width: float, head: str, cell: str, total: str) -> Column:
    """A column of amounts."""
    return Column(width, head, f"{{{{ {cell} | money }}}}", f"{{{{ {total} | money }}}}", "Number")


def percent(width: float, head: str, cell: str, total: str) -> Column:
    """A column of rates."""
    return Column(width, head, f"{{{{ {cell} | percent }}}}", f"{{{{ {total} | percent }}}}")


# Upright, for a sheet turned sideways would have to keep its page number in place (GB/T 9704-2012, 8).
# The amounts take 13 digits, the last column the four characters of 优先保障.
LEDGER = Table(
    (
        Column(7.5, "序号", "{{ row.number }}"),
        Column(30.4, "项目名称", "{{ row.name }}", style="Name"),
        money(19.8, "预算数\n（调整后）", "row.budget", "projects.budget"),
        money(19.8, "到位数", "row.received", "projects.received"),
        money(19.8, "执行数\n（至{{ year }}\n年底）", "row.executed", "projects.executed"),
        money(19.8, "结余数", "row.balance", "projects.balance"),
        percent(13.4, "预算\n执行\n进度", "row.execution_rate", "projects.execution_rate"),
        Column(11.5, "自评\n得分", "{{ row.score | score }}", "{{ projects.total_score | score }}"),
        Column(14, "自评结果\n应用意见", if_given("row.result_use")),
    ),
    family="Ledger",
    padding=0.5,
)

CATEGORY = "{% vm row.starts_category %}{{ row.category.name }}\n（{{ row.category.weight | score }}分）"
SCORECARD = Table(
    (
        Column(22, "一级", CATEGORY),
        Column(22, "二级", "{% vm row.starts_group %}{{ row.group.name }}"),
        Column(28, "三级", "{{ row.item.name }}"),
        Column(58, "评分标准", if_given("row.item.criterion"), style="Name"),
        Column(12, "分值", "{{ row.item.weight | score }}", "{{ indicators.weight | score }}"),
        Column(14, "自评\n得分", "{{ row.item.score | score }}", "{{ indicators.score | score }}"),
    )
)
LEVELS = 3

EXPENSES = {
    "report.official_expenses.travel_abroad": "因公出国（境）费",
    "report.official_expenses.vehicle_purchase": "公务用车购置费",
    "report.official_expenses.vehicle_operation": "公务用车运行维护费",
    "report.official_expenses.reception": "公务接待费",
}
ANY_EXPENSE = " or ".join(EXPENSES)
OFFICIAL_EXPENSES = Table(
    (
        Column(60, "项目", style="Name"),
        money(32, "预算数", "budget", "official_expenses.budget"),
        money(32, "决算数", "final", "official_expenses.final"),
        money(32, "上年决算数", "previous", "official_expenses.previous"),
    )
)


def ledger() -> list[Element]:
    """One row for every project, and the total."""
    projects = LEDGER.for_each("row", "report.projects", LEDGER.data_row())
    rows = [LEDGER.head_row(), *projects, LEDGER.total_row(label_over=2)]
    return [*caption("{{ year }}年度项目支出绩效自评情况表", "万元"), LEDGER.with_rows(*rows)]


def scorecard_head() -> list[Element]:
    """Two rows: the three levels stand under one word, the other heads beside both."""
    levels, others = SCORECARD.columns[:LEVELS], SCORECARD.columns[LEVELS:]
    upper = [SCORECARD.cell(levels, "Head", "评价指标")]
    upper += [SCORECARD.cell((c,), "Head", c.head, w("vMerge", val="restart")) for c in others]
    lower = [SCORECARD.cell((c,), "Head", c.head) for c in levels]
    lower += [SCORECARD.cell((c,), "Head", "", w("vMerge", val="continue")) for c in others]
    return [row(*upper, head=True), row(*lower, head=True)]


def scorecard() -> list[Element]:
    """One row for every indicator, the cells of a level merged, and the total."""
    indicators = SCORECARD.for_each("row", "indicator_rows", SCORECARD.data_row())
    rows = [*scorecard_head(), *indicators, SCORECARD.total_row(label_over=LEVELS + 1)]
    return [*caption("{{ year }}年度部门整体支出绩效指标评分表"), SCORECARD.with_rows(*rows)]


def expense_row(given: str, name: str) -> Element:
    """The name and the amounts of one expense."""
    first, *amounts = OFFICIAL_EXPENSES.columns
    cells = [OFFICIAL_EXPENSES.cell((first,), first.style, name)]
    cells += [OFFICIAL_EXPENSES.cell((c,), c.style, c.cell.replace("{{ ", f"{{{{ {given}.")) for c in amounts]
    return row(*cells)


def official_expenses() -> list[Element]:
    """One row for each of the four expenses that is given, and the total."""
    rows = [OFFICIAL_EXPENSES.head_row()]
    for given, name in EXPENSES.items():
        rows += OFFICIAL_EXPENSES.when(given, kept(expense_row(given, name)))
    rows.append(OFFICIAL_EXPENSES.total_row(label_over=1))
    return [*caption("{{ year }}年度“三公”经费支出情况表", "万元"), OFFICIAL_EXPENSES.with_rows(*rows)]
