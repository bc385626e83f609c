"""The kinds of mistake in a table and their words: T10x the file, T11x its head, T12x cells, T13x rows and totals.

Arguments: ``title`` the column's title in the schema, ``value`` what the cell shows.
"""

from perfeval.diagnostic import Kind, Severity, Text


def _error(code: str, what: Text, why: Text, cure: Text) -> Kind:
    return Kind(code, Severity.ERROR, what, why, cure)


NO_TABLE = _error(
    "T101",
    what=Text("“{name}”既不是 .xlsx 也不是 .csv 文件", "“{name}” is neither an .xlsx nor a .csv file"),
    why=Text("数据只从 Excel 工作簿和 CSV 文本读取", "data are read from Excel workbooks and CSV texts only"),
    cure=Text("在 Excel 或 WPS 里另存为 .xlsx", "save it as .xlsx in Excel or WPS"),
)
OLD = _error(
    "T102",
    what=Text(
        "这是旧式的 .xls 工作簿，或加了打开密码", "this is an old .xls workbook, or one that asks for a password"
    ),
    why=Text("这两种文件读不出表格", "no table can be read from either"),
    cure=Text("打开后另存为“Excel 工作簿 (*.xlsx)”，不加密码", "open it and save it as *.xlsx, without a password"),
)
DAMAGED = _error(
    "T103",
    what=Text("不是完好的 Excel 工作簿", "not a sound Excel workbook"),
    why=Text("读不全的工作簿会漏掉数据", "from a workbook that cannot be read whole, data would be missing"),
    cure=Text("用 Excel 或 WPS 打开，另存为新的 .xlsx", "open it in Excel or WPS and save it as a new .xlsx"),
)
TOO_LARGE = _error(
    "T104",
    what=Text("表格过大：超过 {limit}", "the table is too large: more than {limit}"),
    why=Text(
        "一个部门的项目不过几百个，这多半不是数据表", "a department has some hundreds of projects: this is hardly it"
    ),
    cure=Text("只留要用的工作表，删去图片和多余的行", "keep the sheet that is needed, without pictures and spare rows"),
)
NO_SHEET = _error(
    "T105",
    what=Text("没有名为“{name}”的工作表{hint}", "there is no sheet “{name}”{hint}"),
    why=Text("不知道该读哪一张表", "it is not known which sheet to read"),
    cure=Text("可用：{known}", "known: {known}"),
)
SHEET_OF_CSV = _error(
    "T106",
    what=Text("CSV 文件没有工作表“{name}”", "a CSV file has no sheet “{name}”"),
    why=Text("CSV 是一张表，没有名称", "a CSV file is one table without a name"),
    cure=Text("删去 sheet 这一项", "delete the key sheet"),
)
QUOTE = _error(
    "T107",
    what=Text("引号没有配对", "the quotation marks do not match"),
    why=Text(
        "以引号开头的一格要以引号结束，里面的引号写两个",
        "a field that starts with a quotation mark ends with one; those inside are doubled",
    ),
    cure=Text("补上或删去引号", "add or delete a quotation mark"),
)

NO_HEAD = _error(
    "T110",
    what=Text("前 {rows} 行里没有找到表头", "there is no head in the first {rows} rows"),
    why=Text(
        "按列的标题认列，至少要有“{name}”和另一列", "columns are known by their titles: at least “{name}” and one more"
    ),
    cure=Text("列的标题可写：{known}", "the titles: {known}"),
)
UNKNOWN_COLUMN = Kind(
    "T111",
    Severity.WARNING,
    what=Text("不认得这些列，没有读取：{columns}", "unknown columns, not read: {columns}"),
    why=Text("报告里就没有这些列的内容", "what they hold is not in the report"),
    cure=Text(
        "要用的，改成认得的标题：{known}；不用的，不必理会", "rename those that are wanted: {known}; else let them be"
    ),
)
TWICE = _error(
    "T112",
    what=Text("“{title}”有两列：{first} 和 {second}", "“{title}” is given by two columns: {first} and {second}"),
    why=Text("不知道该用哪一列", "it is not known which one to take"),
    cure=Text("删去或改名其中一列", "delete or rename one of them"),
)
MISSING_COLUMN = _error(
    "T113",
    what=Text(
        "缺少“{title}”一列；表头里认得的有：{found}", "there is no column “{title}”; the known ones are: {found}"
    ),
    why=Text("这一项是必填的", "it is required"),
    cure=Text("补上这一列，或把标题改成：{titles}", "add the column, or give it one of the titles: {titles}"),
)
UNCLEAR_UNIT = _error(
    "T114",
    what=Text(
        "“{title}”的单位不明：表头上方写了不止一种单位",
        "the unit of “{title}” is unclear: several stand above the head",
    ),
    why=Text("单位认错，金额就差一万倍", "in a wrong unit an amount is ten thousand times too large or too small"),
    cure=Text("在这一列的标题里写明单位，如“（万元）”", "name the unit in the title of the column, as in （万元）"),
)

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
    what=Text("“{title}”合并了几行的单元格（{cells}）", "“{title}” is one merged cell for several rows ({cells})"),
    why=Text("不知道这个数该怎样分到各行", "it is not known how the number is shared among the rows"),
    cure=Text("取消合并，各行分别填写", "unmerge it and fill in each row"),
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
    cure=Text("删去第 {row} 行这个空行", "delete the empty row {row}"),
)
HIDDEN = Kind(
    "T132",
    Severity.NOTE,
    what=Text("有 {count} 行隐藏着，照样读取了", "{count} hidden rows were read all the same"),
    why=Text("隐藏或筛选掉的行也在报告里", "rows that are hidden or filtered out are in the report, too"),
    cure=Text("不要的行，从表中删去", "delete the rows that are not wanted"),
)
