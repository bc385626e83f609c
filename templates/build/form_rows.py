"""What the official forms of self-evaluation (自评表) are made of: one grid, and the rows that both forms have."""

from tables import Column, Table, row
from wordml import Element, line, paragraph, run, w, when

# One grid for all parts of a form, so that its lines run through from top to bottom.
GRID = Table(tuple(Column(width, "") for width in (15, 17.2, 20.4, 24, 19, 19, 8.5, 9, 6, 17.9)), "Ledger", padding=0.6)
HEIGHT = 400
"""No row is lower, in twentieths of a point."""
NEEDLE = 20
"""The line of a paragraph that is not to be seen, in twentieths of a point."""


def span(first: int, last: int) -> tuple[Column, ...]:
    """The columns of the grid from one to another, the first being 1."""
    return GRID.columns[first - 1 : last]


LABEL, NAME, LEFT, MIDDLE, RIGHT = span(1, 1), span(2, 3), span(2, 4), span(5, 5), span(6, 10)
BESIDE = span(5, 10)
AMOUNTS = (span(4, 4), span(5, 5), span(6, 6))
WEIGHT, RATE, SCORE = span(7, 7), span(8, 9), span(10, 10)
INDICATOR = (*(span(n, n) for n in range(2, 9)), span(9, 10))
TOTAL = (span(1, 6), *INDICATOR[5:])


def lines(*cells: Element, head: bool = False) -> Element:
    """A row of a form."""
    made = row(*cells, head=head)
    made[0].insert(0, w("trHeight", val=HEIGHT, hRule="atLeast"))
    return made


def label(words: str, columns: tuple[Column, ...] = LABEL, *merged: Element) -> Element:
    """A cell that says what stands beside or below it."""
    return GRID.cell(columns, "Text", words, *merged)


def told(expression: str, columns: tuple[Column, ...]) -> Element:
    """A cell for Markdown that may be absent."""
    cell = label("", columns)
    cell.remove(cell[-1])
    shown = line("LedgerName", f"{{{{p {expression} | prose('LedgerName') }}}}")
    cell.extend([*when(expression, shown)[:-1], line("BodyText", "{%p else %}"), line("LedgerName", "")])
    cell.append(line("BodyText", "{%p endif %}"))
    return cell


def begins() -> Element:
    """A cell that goes on below."""
    return w("vMerge", val="restart")


def goes_on(columns: tuple[Column, ...] = LABEL) -> Element:
    """A cell that is one with that above."""
    return label("", columns, w("vMerge", val="continue"))


def fund_head(name: str) -> Element:
    """What the columns of the funds are."""
    heads = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    cells = [label(head, columns) for head, columns in zip(heads, (*AMOUNTS, WEIGHT, RATE, SCORE), strict=True)]
    return lines(label(name, LABEL, begins()), label("", NAME), *cells)


def fund_row(name: str, amounts: tuple[str, str, str], rate: str, scored: tuple[str, str], given: str = "") -> Element:
    """Three amounts, the execution rate, its weight and score; blank where nothing was ``given``."""

    def shown(expression: str, filter_: str) -> str:
        tag = f"{{{{ {expression} | {filter_} }}}}"
        return f"{{% if {given} %}}{tag}{{% endif %}}" if given else tag

    cells = [GRID.cell(c, "Number", shown(amount, "money")) for c, amount in zip(AMOUNTS, amounts, strict=True)]
    weight, score = scored
    return lines(
        goes_on(),
        GRID.cell(NAME, "Name", name),
        *cells,
        label(weight, WEIGHT),
        label(shown(rate, "percent"), RATE),
        label(score, SCORE),
    )


PART = ("—", "—")
"""What is scored is the whole, not its parts."""


def goals(goal: str, result: str) -> list[Element]:
    """年度总体目标: what was wanted, what was achieved."""
    heads = lines(label("年度总体\n目标", LABEL, begins()), label("预期目标", LEFT), label("实际完成情况", BESIDE))
    said = lines(goes_on(), told(goal, LEFT), told(result, BESIDE))
    return [heads, open_to_break(said)]


def open_to_break(element: Element) -> Element:
    """The row, which may go on upon the next page."""
    for mark in list(element.iter(w("cantSplit").tag)):
        element[0].remove(mark)
    return element


def indicators(rows: str, full: str, score: str, *more: Element, remark: str = "") -> Element:
    """The indicators under a head that is repeated on every page, the total with its ``remark``, ``more`` after it."""
    heads = (
        "一级\n指标",
        "二级指标",
        "三级指标",
        "年度\n指标值",
        "实际\n完成值",
        "分值",
        "得分",
        "偏差原因分析\n及改进措施",
    )
    bottomless = w("tcBorders", w("bottom", val="nil"))
    head = [label(name, columns) for name, columns in zip(heads, INDICATOR, strict=True)]
    category, group = "row.starts_category", "row.starts_group"
    cells = [
        label("{% vm row.number == 1 %}绩效指标", LABEL, w("tcBorders", w("top", val="nil"))),
        label(f"{{% vm {category} %}}{{{{ row.category.name }}}}", INDICATOR[0]),
        label(f"{{% vm {group} %}}{{{{ row.group.name }}}}", INDICATOR[1]),
        GRID.cell(INDICATOR[2], "Name", "{{ row.item.name }}"),
        label("{{ row.item.target | target }}", INDICATOR[3]),
        label("{{ row.actual | measured(row.unit) }}", INDICATOR[4]),
        label("{{ row.item.weight | score }}", INDICATOR[5]),
        label("{{ row.item.score | score }}", INDICATOR[6]),
        told("row.item.reason", INDICATOR[7]),
    ]
    total = ("总分", f"{{{{ {full} | score }}}}", f"{{{{ {score} | score }}}}")
    table = GRID.with_rows(
        lines(label("", LABEL, bottomless), *head, head=True),
        *GRID.for_each("row", rows, lines(*cells)),
        lines(
            *(GRID.cell(c, "Text", said, bold=True) for c, said in zip(TOTAL, total, strict=False)),
            GRID.cell(TOTAL[-1], "Text", remark),
        ),
        *more,
    )
    return edged(table, top="single")


def edged(table: Element, **edges: str) -> Element:
    """The table with these lines at its outer edges in place of the frame: two tables of a form look like one."""
    borders = w("tblBorders", *(w(side, val=kind, sz=4, space=0, color="auto") for side, kind in edges.items()))
    table[0].insert(3, borders)
    return table


def needle() -> Element:
    """A paragraph between tables or after the last, where Word wants one, too low to be seen."""
    empty = paragraph("LedgerText")
    empty[0].append(w("spacing", before=0, after=0, line=NEEDLE, lineRule="exact"))
    empty[0].append(w("rPr", w("sz", val=2), w("szCs", val=2)))
    return empty


def title(name: str, *, on_new_page: bool = False) -> list[Element]:
    """The name of the form and its year."""
    named = paragraph("Title", run(name))
    if on_new_page:
        named[0].append(w("pageBreakBefore"))
    return [named, line("TableCaption", "（{{ year }}年度）")]


def mark() -> list[Element]:
    """附件 and its number, if it has one."""
    return when("report.attachment", line("AttachmentMark", "附件{{ report.attachment | count }}"))
