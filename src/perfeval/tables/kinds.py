"""The kinds of mistake in the file of a table and in its head, and their words: T10x and T11x.

Argument: ``title`` the column's title in the schema.
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
REFERENCE_IN_LIST = _error(
    "T108",
    what=Text("“{title}”（{key}）的表格文件写在列表里了", "the table of {key} is named within a list"),
    why=Text(
        "列表里是一条一条的内容；表格文件代替整个列表",
        "a list holds the rows themselves; a table stands in place of it",
    ),
    cure=Text(
        "写成 {key}: {{file: {file}}}，不加“- ”和方括号；几个表先合成一个",
        "write {key}: {{file: {file}}} without `- ` and brackets; several tables are put into one first",
    ),
)
OTHER_SHEETS = Kind(
    "T109",
    Severity.NOTE,
    what=Text("工作表{sheets}也有表头和数据，没有读取", "{sheets} has a head and data as well, and was not read"),
    why=Text(
        "没有写明工作表，读的是第一张有表头的“{name}”", "no sheet is named: the first with a head is read, “{name}”"
    ),
    cure=Text(
        "要读别的表，写 sheet: 名称；几张表都要的，先合成一张",
        "name another with the key sheet; if all are wanted, put them into one first",
    ),
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
    what=Text("“{title}”的单位不明：{said}", "the unit of “{title}” is unclear: {said}"),
    why=Text(
        "写了不止一种，认不出是哪一种，或只有别的列写了；单位认错，金额就差许多倍",
        "there are several, one that is not known, or another column's alone; amounts in a wrong unit are far off",
    ),
    cure=Text(
        "在这一列的标题里写明一种，如“（万元）”；可用：{known}",
        "name one in the title of the column, as in （万元）; known: {known}",
    ),
)
UNTITLED = Kind(
    "T115",
    Severity.WARNING,
    what=Text(
        "{column} 列没有标题，却有内容，没有读取：{cells}",
        "column {column} has no title, but values, not read: {cells}",
    ),
    why=Text("按标题认列，没有标题就不知道是什么", "columns are known by their titles: what these are is not known"),
    cure=Text("要用的，在表头补上标题；不用的，不必理会", "give it a title if it is wanted; else let it be"),
)
