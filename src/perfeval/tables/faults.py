"""The kinds of mistake in the rows of a table and their words: T12x cells, T13x rows and totals.

Arguments: ``title`` the column's title in the schema, ``value`` what the cell shows.
"""

from perfeval.diagnostic import Kind, Severity, Text


def _error(code: str, what: Text, why: Text, cure: Text) -> Kind:
    return Kind(code, Severity.ERROR, what, why, cure)


NOT_A_NUMBER = _error(
    "T120",
    what=Text("“{title}”应是数字，却写了“{value}”{hint}", "“{title}” should be a number and is “{value}”{hint}"),
    why=Text("这一项要参与计算或核对", "it is calculated with or checked"),
    cure=Text(
        "只写数字；零写 0；没有填报的留空；金额、得分不适用写 —，没有写 无",
        "write digits only; 0 for zero; leave empty what was not reported; "
        "for an amount or score — for not applicable, 无 for none",
    ),
)
EMPTY = _error(
    "T121",
    what=Text("“{title}”空着", "“{title}” is empty"),
    why=Text("这一项是必填的", "it is required"),
    cure=Text(
        "填上；金额不适用写 —，没有写 无；这一行若是表下的说明，就在它上面空一行",
        "fill it in, an amount with — for not applicable, 无 for none; "
        "if this row is a remark below the table, leave an empty row above it",
    ),
)
NO_RESULT = _error(
    "T122",
    what=Text("公式没有保存下来的结果", "the formula has no saved result"),
    why=Text("读取的是 Excel 算出并保存的数", "what is read is the number that Excel calculated and saved"),
    cure=Text("用 Excel 或 WPS 打开并保存一次", "open the file in Excel or WPS and save it"),
)
FAILED = _error(
    "T123",
    what=Text("单元格里是错误值 {value}", "the cell holds the error {value}"),
    why=Text("公式算不出来，就没有数", "the formula fails, so there is no number"),
    cure=Text("改正公式，保存后再读", "correct the formula and save the file"),
)
SHORTENED = Kind(
    "T124",
    Severity.WARNING,
    what=Text(
        "“{title}”显示 {shown}，单元格里却是 {held}；这一列这样的格：{cells}",
        "“{title}” shows {shown} but holds {held}; such cells of this column: {cells}",
    ),
    why=Text("采用的是显示的数，与实际的数有出入", "what is shown is taken, and differs from what is there"),
    cure=Text(
        "多显示几位小数，或用 ROUND 把数舍入到显示的位数",
        "show more digits, or round the number with ROUND to those shown",
    ),
)
NO_PLAIN_NUMBER = _error(
    "T125",
    what=Text("数字格式“{code}”改变了数的单位或写法", "the number format “{code}” shows another unit or form"),
    why=Text("显示的与单元格里的不是同一个数，不知道该用哪一个", "it shows another number than the cell holds"),
    cure=Text("格式改为“常规”或“数值”，写成标题所说的单位", "format it as General or Number, in the unit of its title"),
)
MERGED = _error(
    "T126",
    what=Text("“{title}”是合并的单元格（{cells}）", "“{title}” is a merged cell ({cells})"),
    why=Text("不知道合并的值该归哪一行、哪一列", "it is not known to which row or column its value belongs"),
    cure=Text(
        "取消合并，分别填写；这一行若是小标题就删去，若是表下的说明，就在它上面空一行",
        "unmerge it and fill in each cell; delete a row that is a heading, leave an empty row above a remark",
    ),
)
CONTRADICTED = _error(
    "T127",
    what=Text(
        "“{name}”的“{title}”在这里是 {value}，在 {first} 却是 {before}",
        "“{title}” of “{name}” is {value} here and {before} in {first}",
    ),
    why=Text("同一项只能有一个值", "one thing has one value"),
    cure=Text("改成一致，或只在第一行写", "make them agree, or write it in the first row only"),
)
SURPLUS = _error(
    "T128",
    what=Text("这一行的格数多于表头：多出“{value}”", "this row has more fields than the head: “{value}” is beyond it"),
    why=Text(
        "多半是数里的千位逗号没有加引号，后面的格都错了位",
        "most often a comma between thousands is not in quotes, and all that follows has moved",
    ),
    cure=Text(
        "去掉数里的逗号，或给带逗号的格加引号；多出的内容，在表头补上标题或删去",
        "write numbers without commas, or quote fields that have one; give what is surplus a title, or delete it",
    ),
)
NOT_SHOWN = _error(
    "T129",
    what=Text("数字格式“{code}”把 {value} 隐藏了", "the number format “{code}” hides {value}"),
    why=Text(
        "看起来空着，单元格里却有数；零和没有填报是两回事", "it looks empty and is not; zero is not the same as empty"
    ),
    cure=Text(
        "是 {value}，就把格式改为“常规”或“数值”，让它显示；没有填报，就清空这一格",
        "format it as General or Number, so that it is seen; or clear the cell if nothing was reported",
    ),
)

TOTAL = _error(
    "T130",
    what=Text(
        "“{title}”的{word}是 {value}，各行相加却是 {sum}",
        "the {word} of “{title}” is {value}, but the rows add up to {sum}",
    ),
    why=Text("有一行填错、漏掉，或合计没有重算", "a row is wrong or missing, or the total was not calculated anew"),
    cure=Text("核对各行和合计", "check the rows and the total"),
)
AFTER_GAP = _error(
    "T131",
    what=Text("空行之后还有数据", "there are data after an empty row"),
    why=Text(
        "表到第一个空行为止，后面的不会读取", "a table ends at its first empty row; what follows would not be read"
    ),
    cure=Text(
        "删去第 {row} 行这个空行；若是表下的说明，只写在第一列",
        "delete the empty row {row}; a remark below the table is written in its first column alone",
    ),
)
HIDDEN = Kind(
    "T132",
    Severity.NOTE,
    what=Text("有 {count} 行隐藏着，照样读取了", "{count} hidden rows were read all the same"),
    why=Text("隐藏或筛选掉的行也在报告里", "rows that are hidden or filtered out are in the report, too"),
    cure=Text("不要的行，从表中删去", "delete the rows that are not wanted"),
)
HIDDEN_COLUMNS = Kind(
    "T133",
    Severity.NOTE,
    what=Text("有隐藏的列，照样读取了：{titles}", "hidden columns were read all the same: {titles}"),
    why=Text("隐藏的列也在报告里", "columns that are hidden are in the report, too"),
    cure=Text("不要的列，从表中删去", "delete the columns that are not wanted"),
)
PART = _error(
    "T134",
    what=Text("“{value}”是上面一行的一部分，不是另外一项", "“{value}” is a part of the row above, not one more row"),
    why=Text("照样相加，同一笔数就算了两次", "added to the others, it would be counted twice"),
    cure=Text(
        "删去这一行，或把上面一行拆成各自独立的行", "delete this row, or split the row above into rows of their own"
    ),
)
