"""The kinds of failure against a schema and their words: S01x keys, S02x the kind of value, S03x the value itself.

Arguments: ``title`` the field's Chinese title, ``path`` the keys that lead to it, ``value`` what was found.
"""

from perfeval.diagnostic import Kind, Severity, Text


def _error(code: str, what: Text, why: Text, cure: Text) -> Kind:
    return Kind(code, Severity.ERROR, what, why, cure)


UNKNOWN_KEY = _error(
    "S010",
    what=Text("“{title}”（{path}）里没有“{key}”这个键", "{path} has no key {key}"),
    why=Text(
        "只认得规定的键，写在别的键下的内容不会进入报告", "what stands under any other key would never reach the report"
    ),
    cure=Text(
        "检查拼写和缩进；这里可用的键：{allowed}",
        "check the spelling and the indentation; the keys here are: {allowed}",
    ),
)
MISSPELT_KEY = _error(
    "S011",
    what=Text("“{title}”（{path}）里没有“{key}”这个键", "{path} has no key {key}"),
    why=Text("很像“{right}”（{meaning}），多半是拼写有误", "it is close to {right}: probably a typing mistake"),
    cure=Text("改成“{right}”", "write {right}"),
)
CHINESE_KEY = _error(
    "S012",
    what=Text("“{title}”（{path}）里的键写成了中文“{key}”", "{path} has a Chinese key, {key}"),
    why=Text("键一律用英文术语，中文名只作说明", "keys are English terms; the Chinese name only explains them"),
    cure=Text("改成“{right}”（{meaning}）", "write {right}"),
)
MISSING_KEY = _error(
    "S013",
    what=Text("“{title}”（{path}）缺少“{key}”（{meaning}）", "{path} lacks the key {key}"),
    why=Text("这一项是必填的", "it is required"),
    cure=Text("补上“{key}: …”", "add `{key}: …`"),
)
EMPTY_VALUE = _error(
    "S020",
    what=Text("“{title}”（{path}）只有名称，没有内容", "{path} has no value"),
    why=Text("空着看不出是没有、是零还是漏填", "empty may mean none, zero or forgotten"),
    cure=Text(
        "写上内容；没有这一项就删去这一行；零写 0；金额或得分不适用写 —，没有写 无",
        "write it, or delete the line if there is no such thing; write 0 for zero; for an amount or score, "
        "— for not applicable, 无 for none",
    ),
)
NUMBER_AS_TEXT = _error(
    "S021",
    what=Text("“{title}”（{path}）应是数字，却写成了文字{value}", "{path} should be a number and is the text {value}"),
    why=Text("{cause}，就不再是数字", "{cause} makes it text"),
    cure=Text("写成 {number}", "write {number}"),
)
NUMBER_WANTED = _error(
    "S022",
    what=Text("“{title}”（{path}）应是数字，却写了{value}", "{path} should be a number and is {value}"),
    why=Text("这一项要参与计算或核对", "it is calculated with or checked"),
    cure=Text(
        "只写数字，不带单位、百分号和逗号；没有就删去这一行",
        "write digits only, without unit, percent sign or comma; delete the line if there is none",
    ),
)
NOT_AN_INTEGER = _error(
    "S023",
    what=Text("“{title}”（{path}）应是整数，却写了{value}", "{path} should be a whole number and is {value}"),
    why=Text("这一项按个、人或年计，没有小数", "it counts things, persons or years"),
    cure=Text("去掉小数部分，或核对数字", "drop the fraction, or check the figure"),
)
NOT_AN_AMOUNT = _error(
    "S024",
    what=Text(
        "“{title}”（{path}）应是数字、— 或 无，却写了{value}",
        "{path} should be a number, — or 无 and is {value}",
    ),
    why=Text("别的文字分不清是零、没有还是不适用", "other words may mean zero, none or not applicable"),
    cure=Text(
        "有数写数字；零写 0；不适用写 —；没有写 无；没有填报就删去这一行",
        "write the number; 0 for zero; — for not applicable; 无 for none; delete the line if it was not reported",
    ),
)
NUMBER_FOR_TEXT = _error(
    "S025",
    what=Text("“{title}”（{path}）应是文字，却写了数字{value}", "{path} should be text and is the number {value}"),
    why=Text(
        "不加引号的数字会当作数值，不能原样印出", "digits without quotes are read as a quantity, not as they stand"
    ),
    cure=Text('加上引号："{value}"', 'put it in quotes: "{value}"'),
)
TEXT_WANTED = _error(
    "S026",
    what=Text("“{title}”（{path}）应是文字，却写了{value}", "{path} should be text and is {value}"),
    why=Text(
        "文字里的“: ”会当作键，行首的“- ”会当作列表",
        "a `: ` inside text is read as a key, a `- ` before it as a list",
    ),
    cure=Text(
        "整段加引号；多行文字在冒号后写 |- ，下一行起缩进",
        "put the text in quotes; for several lines write |- after the colon and indent what follows",
    ),
)
LIST_WANTED = _error(
    "S027",
    what=Text("“{title}”（{path}）应是列表，却写了{value}", "{path} should be a list and is {value}"),
    why=Text("这一项可以有多条，只有一条也要写成列表", "there may be several, so even one is written as a list"),
    cure=Text("另起一行，每条前面加“- ”（减号和空格）", "start a new line and put `- ` before each"),
)
MAPPING_WANTED = _error(
    "S028",
    what=Text(
        "“{title}”（{path}）应由“键: 值”组成，却写了{value}", "{path} should hold `key: value` lines and is {value}"
    ),
    why=Text(
        "这一项分成几个有名称的部分；冒号后要有空格", "it has several named parts; a colon is followed by a space"
    ),
    cure=Text(
        "另起一行，缩进后逐项写；可用的键：{allowed}",
        "start a new line, indent and write each part; the keys: {allowed}",
    ),
)
LIST_OR_TABLE_WANTED = _error(
    "S029",
    what=Text(
        "“{title}”（{path}）应是列表或表格文件，却写了{value}", "{path} should be a list or name a table and is {value}"
    ),
    why=Text(
        "列表里一条一条地写；表格文件写在 file 键下",
        "a list holds the rows themselves; a table stands under the key file",
    ),
    cure=Text(
        "表格文件写成 {{file: {file}}}；列表另起一行，每条前面加“- ”（减号和空格）",
        "for a table write {{file: {file}}}; for a list start a new line and put `- ` before each",
    ),
)
NOT_A_CHOICE = _error(
    "S030",
    what=Text("“{title}”（{path}）不能写{value}", "{path} may not be {value}"),
    why=Text("只能从规定的几个词中选一个", "it is one of a few given words"),
    cure=Text("可写：{choices}", "write one of: {choices}"),
)
MISSPELT_CHOICE = _error(
    "S031",
    what=Text("“{title}”（{path}）不能写{value}", "{path} may not be {value}"),
    why=Text("只能从规定的几个词中选一个：{choices}", "it is one of: {choices}"),
    cure=Text("改成 {right}", "write {right}"),
)
NOT_A_DATE = _error(
    "S032",
    what=Text("“{title}”（{path}）应是日期，却写了{value}", "{path} should be a date and is {value}"),
    why=Text("日期要有年、月、日，才能排先后", "year, month and day are needed to tell what came first"),
    cure=Text("写成 {date} 的样子：四位年-两位月-两位日", "write it like {date}: year-month-day"),
)
NO_SUCH_DAY = _error(
    "S033",
    what=Text("“{title}”（{path}）写的{value} 这一天不存在", "{path} is {value}, a day that does not exist"),
    why=Text("该月没有这一天，或月份不在 01 到 12 之间", "the month has no such day, or is not between 01 and 12"),
    cure=Text("核对日期", "check the date"),
)
TOO_SMALL = _error(
    "S034",
    what=Text("“{title}”（{path}）应{bound}，却写了{value}", "{path} should be {bound} and is {value}"),
    why=Text("多半是多了负号，或少写了一位", "most often a minus sign too many, or a digit too few"),
    cure=Text("核对数字", "check the figure"),
)
TOO_LARGE = _error(
    "S035",
    what=Text(
        "“{title}”（{path}）的{value} 大于上限 {limit}", "{path} is {value}, above the greatest possible {limit}"
    ),
    why=Text(
        "多半是单位不对（金额以万元计），或多写了一位",
        "most often a wrong unit (amounts are in 10,000 yuan), or a digit too many",
    ),
    cure=Text("核对数字和单位", "check the figure and its unit"),
)
BLANK = _error(
    "S036",
    what=Text("“{title}”（{path}）是空白", "{path} is blank"),
    why=Text("空白文字印出来什么也没有", "blank text prints as nothing"),
    cure=Text("写上内容；没有就删去这一行", "write something, or delete the line"),
)
TOO_LONG = _error(
    "S037",
    what=Text(
        "“{title}”（{path}）有 {length} 字，超过 {limit} 字", "{path} has {length} characters, more than {limit}"
    ),
    why=Text("多半是把别处的内容也写了进来", "most often something else has run into it"),
    cure=Text("检查缩进和引号，或缩短文字", "check indentation and quotes, or shorten it"),
)
TOO_FEW = _error(
    "S038",
    what=Text(
        "“{title}”（{path}）有 {count} 项，至少要有 {limit} 项", "{path} has {count} items and needs at least {limit}"
    ),
    why=Text("空着或不全，看不出是没有还是漏填", "what is empty or incomplete may mean none or forgotten"),
    cure=Text("补上内容；没有就删去这一项", "add what is missing, or delete the key"),
)
MALFORMED = _error(
    "S039",
    what=Text("“{title}”（{path}）的写法不对：{value}", "{path} is not of the right form: {value}"),
    why=Text("这一项有规定的写法", "it has a prescribed form"),
    cure=Text("照这样写：{examples}", "write it like: {examples}"),
)
