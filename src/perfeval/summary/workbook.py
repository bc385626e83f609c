"""The summary as a workbook: totals, departments, what is striking, what was found, who is missing."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from openpyxl import Workbook

from perfeval.diagnostic import SEVERITIES
from perfeval.printing import LEVEL_NAMES, score
from perfeval.quantity import EXACT, HUNDRED, Unit, decimals_of, rounded
from perfeval.summary.notices import notices, shown_files
from perfeval.summary.roster import Unchecked
from perfeval.summary.sheet import Cell, Column, Number, write_sheet
from perfeval.summary.summary import Summary
from perfeval.workbooks import saved

SHEETS: dict[str, tuple[Column, ...]] = {
    "汇总": (
        Column("项目", 30), Column("数值", 20), Column("单位", 8), Column("算法", 62), Column("未计入的部门数", 10),
    ),
    "部门": (
        Column("名次", 6), Column("部门", 36), Column("级次", 8), Column("年度", 8), Column("综合得分", 10),
        Column("等级", 8), Column("全年预算数（万元）", 18), Column("到位数（万元）", 18), Column("执行数（万元）", 18),
        Column("结余数（万元）", 18), Column("预算执行率", 12), Column("占预算合计", 12), Column("项目个数", 8),
        Column("评分标准", 34), Column("文件", 34),
    ),
    "异常": (Column("部门", 36), Column("情形", 56), Column("有关的数", 60)),
    "检查意见": (
        Column("代码", 8), Column("程度", 8), Column("检查的内容", 70), Column("部门数", 9), Column("条数", 9),
        Column("已接受的条数", 9),
    ),
    "缺报": (Column("情形", 14), Column("部门", 36), Column("说明", 80)),
}  # fmt: skip
"""The columns of each sheet."""

MOST_DIGITS = 15
"""After the point; what a quotient has more of, no workbook keeps."""
TITLE = "部门整体支出绩效自评汇总"


def workbook(summary: Summary) -> bytes:
    """The file; the same summary gives the same bytes."""
    book = Workbook(write_only=True)
    for (title, columns), rows in zip(SHEETS.items(), ROWS, strict=True):
        write_sheet(book, title, columns, rows(summary))
    return saved(book, TITLE)


def _totals(summary: Summary) -> Iterator[tuple[Cell, ...]]:
    form = _money_form(summary)
    files = len(summary.departments) + len(summary.unusable)
    for label, number, made in (
        ("收到的文件", files, "检查过的部门文件个数"),
        ("纳入汇总的部门", len(summary.departments), "没有错误的文件个数"),
        ("未纳入汇总的部门", len(summary.unusable), "有错误或没有读到的文件个数"),
        ("未报送的部门", *_missing(summary)),
    ):
        yield label, _count(number), "个", made, None
    for total in summary.totals:
        figure = total.figure
        assert not isinstance(figure.value, str)
        unit = "" if figure.unit is Unit.PERCENT else figure.unit.value
        value = _number(figure.value, figure.unit, form)
        yield figure.label.zh, value, unit, figure.formula.zh, _count(total.without)
    for one in summary.grades:
        upper = "" if one.high is None else f"、不满{score(one.high)}分"
        made = f"按《{one.standard}》，综合得分{score(one.low)}分（含）以上{upper}的部门"
        yield f"等级为“{one.grade}”的部门", _count(one.departments), "个", made, None


def _missing(summary: Summary) -> tuple[int | None, str]:
    """How many did not report, and how that is known or why it is not."""
    listed = summary.attendance
    if isinstance(listed, Unchecked):
        return None, listed.value
    return len(listed.missing), "应报部门名单内没有收到报告的部门个数"


def _departments(summary: Summary) -> Iterator[tuple[Cell, ...]]:
    form, shown = _money_form(summary), shown_files(summary)
    for one in summary.departments:
        reported = one.reported
        money = (reported.budget, reported.received, reported.executed, reported.balance)
        yield (
            _count(one.rank), one.name, None if reported.level is None else LEVEL_NAMES[reported.level],
            Number(Decimal(reported.year), "0"), _number(reported.score, Unit.SCORE, form), reported.grade,
            *(_number(amount, Unit.MONEY, form) for amount in money),
            _number(reported.execution_rate, Unit.PERCENT, form), _number(one.share, Unit.PERCENT, form),
            _number(reported.projects, Unit.PROJECTS, form), one.standard, shown[one.file],
        )  # fmt: skip


def _outliers(summary: Summary) -> Iterator[tuple[Cell, ...]]:
    return ((one.department.name, one.rule, one.numbers) for one in summary.outliers)


def _findings(summary: Summary) -> Iterator[tuple[Cell, ...]]:
    for one in summary.findings:
        numbers = map(_count, (one.departments, one.found, one.waived))
        yield one.code, SEVERITIES[one.severity].zh, one.subject, *numbers


def _absent(summary: Summary) -> Iterator[tuple[Cell, ...]]:
    return ((one.matter, one.name, one.words) for one in notices(summary))


ROWS: tuple[Callable[[Summary], Iterator[tuple[Cell, ...]]], ...] = (
    _totals, _departments, _outliers, _findings, _absent,
)  # fmt: skip


def _count(number: int | None) -> Number | None:
    return None if number is None else Number(Decimal(number), "0")


def _number(value: Decimal | None, unit: Unit, money: str) -> Number | None:
    """A rate is the part of one that a workbook shows as percent."""
    match unit:
        case _ if value is None:
            return None
        case Unit.MONEY:
            return Number(value, money)
        case Unit.PERCENT:
            return Number(rounded(EXACT.divide(value, HUNDRED), MOST_DIGITS), "0.00%")
        case Unit.SCORE:
            return Number(rounded(value, MOST_DIGITS), "0.00")
        case _:
            return Number(value, "#,##0")


def _money_form(summary: Summary) -> str:
    """Two decimals, and as many more as any amount has, so that none is hidden."""
    amounts = (
        amount
        for one in summary.departments
        for amount in (one.reported.budget, one.reported.received, one.reported.executed, one.reported.balance)
    )
    digits = max((decimals_of(amount) for amount in amounts if amount is not None), default=0)
    return "#,##0.00" + "#" * (digits - 2)
